import { i16, u8 } from './bytes.ts'
import type { Run } from './pages.ts'
import type { Piece, Text } from './pieces.ts'
import { sprms, sprmsIn } from './sprm.ts'

/**
 * Characters that stand in the text and are not read: struck out by a tracked change, hidden, or the code of a field. One byte for each
 * character position, 1 where it is not read. Beside these, where a character is read, 2 says that it has a stroke through it, 3 that it
 * is raised.
 */
export type Unread = { readonly mask: Uint8Array | null; readonly struckOut: number }

const fieldBegin = 0x13
const fieldSeparator = 0x14
const fieldEnd = 0x15

/** Finds them all. `mask` is null where every character is read. */
export function unreadCharacters({ text, pieces }: Text, document: Uint8Array, runs: readonly Run[]): Unread {
  const { hidden, struck, raised } = lookedAt(document, runs)
  const hasFields = text.includes('\x13')
  if (hidden.length + struck.length + raised.length === 0 && !hasFields) return { mask: null, struckOut: 0 }
  const mask = new Uint8Array(text.length)
  for (const piece of pieces) {
    maskRuns(mask, piece, raised, 3)
    maskRuns(mask, piece, struck, 2)
    maskRuns(mask, piece, hidden, 1)
  }
  const struckOut = visible(text, mask)
  if (hasFields) maskFieldCodes(mask, text)
  return { mask, struckOut }
}

type Looks = { readonly hidden: readonly Run[]; readonly struck: readonly Run[]; readonly raised: readonly Run[] }

function lookedAt(document: Uint8Array, runs: readonly Run[]): Looks {
  const [hidden, struck, raised]: [Run[], Run[], Run[]] = [[], [], []]
  for (const run of runs) {
    let [isHidden, isStruck, isSuperscript, isMovedUp] = [false, false, false, false]
    for (const { code, at } of sprmsIn(document, run.start, run.end)) {
      switch (code) {
        case sprms.deletedText:
        case sprms.hiddenText:
          isHidden ||= isOn(u8(document, at))
          break
        case sprms.strike:
        case sprms.doubleStrike:
          isStruck ||= isOn(u8(document, at))
          break
        case sprms.superscript:
          // [MS-DOC] 2.6.1, sprmCIss: 0 is normal, 1 superscript, 2 subscript.
          isSuperscript = u8(document, at) === 1
          break
        case sprms.position:
          // [MS-DOC] 2.6.1, sprmCHpsPos: half points up from the baseline, below it where negative.
          isMovedUp = i16(document, at) > 0
      }
    }
    if (isHidden) hidden.push(run)
    if (isStruck) struck.push(run)
    if (isSuperscript || isMovedUp) raised.push(run)
  }
  return { hidden, struck, raised }
}

/** [MS-DOC] 2.6.1 and 2.9.326: 1 is on, 0x81 the opposite of the style, which as good as never hides or strikes out itself. */
function isOn(value: number): boolean {
  return value === 1 || value === 0x81
}

function maskRuns(mask: Uint8Array, piece: Piece, runs: readonly Run[], value: 1 | 2 | 3): void {
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
