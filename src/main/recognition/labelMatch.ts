import { confidences } from './confidence.ts'
import { labelBody } from './normalise.ts'
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
  if (near.length === 0) return related(body, labels)
  return near
    .map(({ key, distance }) => {
      const others = found.filter(item => item.key !== key).map(item => item.distance)
      return { key, distance, confidence: confidenceOf(distance, Math.min(9, ...others) - distance) }
    })
    .sort((a, b) => a.distance - b.distance)
}

/** Shorter parts of a label are too many labels' parts. */
const shortestPart = 4

const holdsInOrder = (whole: string, part: string): boolean => {
  let at = -1
  for (const character of part) {
    at = whole.indexOf(character, at + 1)
    if (at < 0) return false
  }
  return true
}

/** Numbering that lost its marks (“七总计”) and the number of a note that lost its place (“总计1”). */
const unmarked = (body: string): readonly string[] => [
  body.replace(/^[一二三四五六七八]/, ''),
  body.replace(/(?<=\p{Script=Han})\d{1,2}$/u, ''),
]

/** The ways in which a label is cut short or drawn out, the surest first; each counts only where it points to one label. */
const relations: readonly {
  readonly confidence: number
  is(body: string, wording: string, bare: readonly string[]): boolean
}[] = [
  { confidence: confidences.nearerLabel, is: (_, wording, bare) => bare.includes(wording) },
  { confidence: confidences.nearerLabel, is: (body, wording) => body.length >= shortestPart && wording.includes(body) },
  {
    confidence: confidences.likely,
    is: (body, wording) => wording.length >= shortestPart && body.startsWith(wording),
  },
  { confidence: confidences.likely, is: (body, wording) => body.length >= shortestPart && holdsInOrder(wording, body) },
]

/** “国家秘密”, “逾期不补正”, “结转下年度继续办理的申请数量”: no near label, but part of one, or one of them is part of it. */
function related(body: string, labels: readonly KnownLabel[]): readonly LabelMatch[] {
  if (!/\p{Script=Han}{2}/u.test(body)) return []
  const bare = unmarked(body)
  for (const { confidence, is } of relations) {
    const found = labels.filter(label => label.wordings.some(wording => is(body, wording, bare)))
    if (found.length > 0) return found.length === 1 ? found.map(({ key }) => ({ key, distance: 1, confidence })) : []
  }
  return []
}

/** The one label a text must be, or null when none is near or two are equally near. */
export function nearestLabel(body: string, labels: readonly KnownLabel[]): LabelMatch | null {
  const [first, second] = nearLabels(body, labels)
  if (!first || (second && second.distance === first.distance)) return null
  return first
}

/** What stands in brackets behind a label: a unit, a note. Figures of another year or of a part have labels of their own. */
const bracketed = /^(.*[^\s(（])\s*[(（][^()（）]{1,40}[)）]\s*$/su
const otherFigures = /上年|去年|其中|累计|\d{4}|占/

/** As `nearestLabel`, for a label as printed: where it is none for sure, without the note in brackets behind it. */
export function nearestPrinted(text: string, body: string, labels: readonly KnownLabel[]): LabelMatch | null {
  const whole = nearestLabel(body, labels)
  const bare = whole && whole.confidence >= confidences.nearLabel ? null : (nearNoted(text, labels)[0] ?? null)
  return bare && (!whole || bare.confidence > whole.confidence) ? bare : whole
}

/** The one label a text is without the note in brackets behind it: “规章（件）”, “行政许可（含变更、延续）”. */
export function nearNoted(text: string, labels: readonly KnownLabel[]): readonly LabelMatch[] {
  if (text.length > 80 || !/[)）]\s*$/.test(text) || otherFigures.test(text)) return []
  const bare = bracketed.exec(text)?.[1]
  const match = bare === undefined ? null : nearestLabel(labelBody(bare), labels)
  return match ? [{ ...match, confidence: Math.min(match.confidence, confidences.nearLabel) }] : []
}
