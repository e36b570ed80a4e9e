import { confidences } from './confidence.ts'
import { allowedDistance, editDistance } from './similarity.ts'

/** A label of the form with the wordings it is found in, already compacted. */
export type KnownLabel = { readonly key: string; readonly wordings: readonly string[] }

export type LabelMatch = { readonly key: string; readonly distance: number; readonly confidence: number }

/** How far apart two candidates must be before the nearer one is believed. */
function confidenceOf(distance: number, margin: number): number {
  if (distance === 0) return confidences.sure
  if (margin >= 3) return confidences.nearLabel
  if (margin === 2) return confidences.nearerLabel
  return margin === 1 ? confidences.odd : confidences.torn
}

/** The same texts are asked for again and again: by each table, from each row on. */
const known = new WeakMap<readonly KnownLabel[], Map<string, readonly LabelMatch[]>>()
/** More different texts than any report has; a hostile one does not fill the memory. */
const mostKnown = 2_000

/** Every label within reach, nearest first. `margin` is the distance to the next other label. */
export function nearLabels(body: string, labels: readonly KnownLabel[]): readonly LabelMatch[] {
  if (body === '' || body.length > 60) return []
  const answers = known.get(labels) ?? new Map<string, readonly LabelMatch[]>()
  known.set(labels, answers)
  const found = answers.get(body) ?? findNear(body, labels)
  if (answers.size < mostKnown) answers.set(body, found)
  return found
}

function findNear(body: string, labels: readonly KnownLabel[]): readonly LabelMatch[] {
  const found: { key: string; distance: number; within: boolean }[] = []
  for (const { key, wordings } of labels) {
    let best = Number.POSITIVE_INFINITY
    let within = false
    for (const wording of wordings) {
      const allowed = allowedDistance(Math.min(wording.length, body.length + 1))
      const distance = editDistance(body, wording, allowed + 3)
      if (distance < best) best = distance
      if (distance <= allowed) within = true
    }
    if (Number.isFinite(best)) found.push({ key, distance: best, within })
  }
  const near = found.filter(item => item.within)
  if (near.length === 0) return beginnings(body, labels)
  return near
    .map(({ key, distance }) => {
      const others = found.filter(item => item.key !== key).map(item => item.distance)
      return { key, distance, confidence: confidenceOf(distance, Math.min(9, ...others) - distance) }
    })
    .sort((a, b) => a.distance - b.distance)
}

/** A label cut short, by a page or a line's end; shorter beginnings are too many labels'. */
const shortestBeginning = 5

function beginnings(body: string, labels: readonly KnownLabel[]): readonly LabelMatch[] {
  if (body.length < shortestBeginning) return []
  const found = labels.filter(label =>
    label.wordings.some(wording => wording.length > body.length && wording.startsWith(body)),
  )
  return found.length === 1 ? found.map(({ key }) => ({ key, distance: 1, confidence: confidences.likely })) : []
}

/** The one label a text must be, or null when none is near or two are equally near. */
export function nearestLabel(body: string, labels: readonly KnownLabel[]): LabelMatch | null {
  const [first, second] = nearLabels(body, labels)
  if (!first || (second && second.distance === first.distance)) return null
  return first
}
