import { confidences } from '../cells/confidence.ts'
import { labelBody } from '../text/normalise.ts'
import { allowedDistance, editDistance } from '../text/similarity.ts'

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

/** One wording of one label. */
type Wording = { readonly label: KnownLabel; readonly text: string }

/** What is worked out once for a list of labels, which is why lists of labels are made once, too. */
type Known = {
  readonly wordings: readonly Wording[]
  /** By character: which wordings hold it. */
  readonly holders: ReadonlyMap<number, readonly number[]>
  /** The same texts are asked for again and again: by each table, from each row on. */
  readonly answers: Map<string, readonly LabelMatch[]>
}
const knownOf = new WeakMap<readonly KnownLabel[], Known>()
/** More different texts than any report has; a hostile one does not fill the memory. */
const mostAnswers = 2_000

function getToKnow(labels: readonly KnownLabel[]): Known {
  const wordings = labels.flatMap(label => label.wordings.map(text => ({ label, text })))
  const holders = new Map<number, number[]>()
  wordings.forEach(({ text }, at) => {
    for (let index = 0; index < text.length; index++) {
      const having = holders.get(text.charCodeAt(index)) ?? []
      if (having.at(-1) !== at) holders.set(text.charCodeAt(index), [...having, at])
    }
  })
  return { wordings, holders, answers: new Map() }
}

/** Every label within reach, nearest first. `margin` is the distance to the next other label. */
export function nearLabels(body: string, labels: readonly KnownLabel[]): readonly LabelMatch[] {
  if (body === '' || body.length > 60) return []
  const known = knownOf.get(labels) ?? getToKnow(labels)
  knownOf.set(labels, known)
  const answer = known.answers.get(body)
  if (answer) return answer
  const found = findNear(body, labels, known)
  if (known.answers.size >= mostAnswers) known.answers.clear()
  known.answers.set(body, found)
  return found
}

/**
 * How many characters of a text each wording lacks, counted for all wordings at once: by this alone nearly all are too far away, and
 * what lacks one has not the text as a part.
 */
function lackingOf(body: string, { wordings, holders }: Known): Uint8Array {
  const lacking = new Uint8Array(wordings.length).fill(body.length)
  for (let index = 0; index < body.length; index++) {
    const having = holders.get(body.charCodeAt(index))
    if (having) for (const at of having) lacking[at] = (lacking[at] ?? 0) - 1
  }
  return lacking
}

function findNear(body: string, labels: readonly KnownLabel[], known: Known): readonly LabelMatch[] {
  const lacking = lackingOf(body, known)
  const found: { key: string; distance: number; within: boolean }[] = []
  let at = 0
  for (const { key, wordings } of labels) {
    let best = Number.POSITIVE_INFINITY
    let within = false
    for (const wording of wordings) {
      const allowed = allowedDistance(Math.min(wording.length, body.length + 1))
      const limit = allowed + 3
      const distance = (lacking[at++] ?? 0) > limit ? limit + 1 : editDistance(body, wording, limit)
      if (distance < best) best = distance
      if (distance <= allowed) within = true
    }
    if (Number.isFinite(best)) found.push({ key, distance: best, within })
  }
  const near = found.filter(item => item.within)
  if (near.length === 0) return related(body, known, lacking)
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

/**
 * The ways in which a label is cut short or drawn out, the surest first; each counts only where it points to one label. `lacking` says how
 * many characters of the text the wording has not.
 */
const relations: readonly {
  readonly confidence: number
  is(body: string, wording: string, lacking: number, bare: readonly string[]): boolean
}[] = [
  { confidence: confidences.nearerLabel, is: (_body, wording, _lacking, bare) => bare.includes(wording) },
  {
    confidence: confidences.nearerLabel,
    is: (body, wording, lacking) => lacking === 0 && body.length >= shortestPart && wording.includes(body),
  },
  {
    confidence: confidences.likely,
    is: (body, wording) => wording.length >= shortestPart && body.startsWith(wording),
  },
  {
    confidence: confidences.likely,
    is: (body, wording, lacking) => lacking === 0 && body.length >= shortestPart && holdsInOrder(wording, body),
  },
]

/** “国家秘密”, “逾期不补正”, “结转下年度继续办理的申请数量”: no near label, but part of one, or one of them is part of it. */
function related(body: string, { wordings }: Known, lacking: Uint8Array): readonly LabelMatch[] {
  if (!/\p{Script=Han}{2}/u.test(body)) return []
  const bare = unmarked(body)
  for (const { confidence, is } of relations) {
    const found = new Set<KnownLabel>()
    wordings.forEach(({ label, text }, at) => {
      if (is(body, text, lacking[at] ?? 0, bare)) found.add(label)
    })
    if (found.size > 0) return found.size === 1 ? [...found].map(({ key }) => ({ key, distance: 1, confidence })) : []
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
