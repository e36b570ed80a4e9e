import { u8 } from './bytes.ts'
import type { Run } from './pages.ts'
import type { Piece, Text } from './pieces.ts'
import { sprms, sprmsIn } from './sprm.ts'

/**
 * Characters that stand in the text and are not read: struck out by a tracked change, hidden, or the code of a field. One byte for each
 * character position, 1 where it is not read. Beside these, 2 where a character is read and has a stroke through it.
 */
export type Unread = { readonly mask: Uint8Array | null; readonly struckOut: number }

const fieldBegin = 0x13
const fieldSeparator = 0x14
const fieldEnd = 0x15

const unseen = [sprms.deletedText, sprms.hiddenText]
const strokes = [sprms.strike, sprms.doubleStrike]

/** Finds them all. `mask` is null where every character is read. */
export function unreadCharacters({ text, pieces }: Text, document: Uint8Array, runs: readonly Run[]): Unread {
  const hidden = runs.filter(run => isOn(document, run, unseen))
  const struck = runs.filter(run => isOn(document, run, strokes))
  const hasFields = text.includes('\x13')
  if (hidden.length === 0 && struck.length === 0 && !hasFields) return { mask: null, struckOut: 0 }
  const mask = new Uint8Array(text.length)
  for (const piece of pieces) {
    maskRuns(mask, piece, struck, 2)
    maskRuns(mask, piece, hidden, 1)
  }
  const struckOut = visible(text, mask)
  if (hasFields) maskFieldCodes(mask, text)
  return { mask, struckOut }
}

/** [MS-DOC] 2.6.1 and 2.9.326: 1 is on, 0x81 the opposite of the style, which as good as never hides or strikes out itself. */
function isOn(document: Uint8Array, run: Run, codes: readonly number[]): boolean {
  for (const sprm of sprmsIn(document, run.start, run.end)) {
    if (!codes.includes(sprm.code)) continue
    const value = u8(document, sprm.at)
    if (value === 1 || value === 0x81) return true
  }
  return false
}

function maskRuns(mask: Uint8Array, piece: Piece, runs: readonly Run[], value: 1 | 2): void {
  const end = piece.at + (piece.to - piece.from) * piece.width
  for (let index = firstBehind(runs, piece.at); index < runs.length; index++) {
    const run = runs[index]
    if (!run || run.from >= end) return
    const from = piece.from + Math.floor((Math.max(run.from, piece.at) - piece.at) / piece.width)
    const to = piece.from + Math.ceil((Math.min(run.to, end) - piece.at) / piece.width)
    mask.fill(value, from, to)
  }
}

/** The first run that reaches past a place, by halving. */
function firstBehind(runs: readonly Run[], place: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((runs[middle]?.to ?? 0) > place) high = middle
    else low = middle + 1
  }
  return low
}

/** How many characters a person would have seen were they not masked: marks of paragraphs and cells do not count. */
function visible(text: string, mask: Uint8Array): number {
  let count = 0
  for (let index = 0; index < mask.length; index++) {
    if (mask[index] === 1 && text.charCodeAt(index) > 0x20) count++
  }
  return count
}

/**
 * [MS-DOC] 2.8.25: a field is begin, code, separator, result, end; only the result is shown. A begin without its end hides nothing:
 * a damaged field must not swallow the rest of the report.
 */
function maskFieldCodes(mask: Uint8Array, text: string): void {
  const open: { begin: number; separator: number | null }[] = []
  // Where code begins and ends, summed up at the end: fields can stand in fields a million deep.
  const steps = new Int32Array(text.length + 1)
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index)
    if (character === fieldBegin) open.push({ begin: index, separator: null })
    else if (character === fieldSeparator) {
      const field = open.at(-1)
      if (field && field.separator === null) field.separator = index
    } else if (character === fieldEnd) {
      const field = open.pop()
      if (!field) continue
      steps[field.begin] = (steps[field.begin] ?? 0) + 1
      const end = (field.separator ?? index) + 1
      steps[end] = (steps[end] ?? 0) - 1
    }
  }
  let depth = 0
  for (let index = 0; index < mask.length; index++) {
    depth += steps[index] ?? 0
    if (depth > 0) mask[index] = 1
  }
}
