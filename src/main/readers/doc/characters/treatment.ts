import { type FormattedRun, runBehind } from '../header/propertyPages.ts'
import type { Piece, PiecedText } from '../text/pieces.ts'
import { maskFieldCodes } from './fields.ts'
import { type CharacterFormatReader, treatmentOf, treatments } from './formatting.ts'
import { type Coloured, type Grounds, markUnseen } from './seen.ts'

/** What is done with each character of the text. */
export type CharacterTreatments = {
  /** One of `manners` for each character position; null where every character is read. */
  readonly mask: Uint8Array | null
  /** What is shown in place of a character. */
  readonly symbols: ReadonlyMap<number, string>
  /** Characters a person would have seen were they not deleted or hidden. */
  readonly struckOut: number
  /** Characters left out since nobody sees them, and stretches of text of which nobody can say. */
  readonly unseen: number
  readonly doubts: number
}

/** A stretch of the text in a paragraph of that style. */
export type StyledPart = { readonly from: number; readonly to: number; readonly style: number }

/** Finds the characters that are not read as they stand: deleted, hidden, struck out, raised, symbols, and the codes of fields. */
export function characterTreatments(
  { text, pieces }: PiecedText,
  runs: readonly FormattedRun[],
  formats: CharacterFormatReader,
  parts: readonly StyledPart[],
  grounds: Grounds,
): CharacterTreatments {
  const symbols = new Map<number, string>()
  const coloured: Coloured[] = []
  let mask: Uint8Array | null = null
  const mark = (from: number, to: number, run: FormattedRun | undefined, piece: Piece, style: number | null) => {
    const inStyle = style === null ? undefined : formats.ofStyle(style)
    const own = run ? formats.of(run, inStyle) : formats.of(noRun, inStyle)
    const format = piece.over ? formats.applied(piece.over, own) : own
    const treatment = treatmentOf(format)
    if (format.colour !== null || format.tiny) coloured.push({ from, to, format })
    if (treatment === treatments.read) return
    mask ??= new Uint8Array(text.length)
    mask.fill(treatment, from, to)
    if (format.symbol !== null) for (let index = from; index < to; index++) symbols.set(index, format.symbol)
  }
  for (const piece of pieces) {
    eachRun(piece, runs, (from, to, run) => {
      if (formats.stylesArePlain) return mark(from, to, run, piece, null)
      for (let index = firstPartBehind(parts, from); index < parts.length; index++) {
        const part = parts[index]
        if (!part || part.from >= to) return
        mark(Math.max(part.from, from), Math.min(part.to, to), run, piece, part.style)
      }
    })
  }
  const hasFields = text.includes('\x13')
  const struckOut = mask ? visible(text, mask) : 0
  if (hasFields) {
    mask ??= new Uint8Array(text.length)
    maskFieldCodes(mask, text)
  }
  if (coloured.length === 0) return { mask, symbols, struckOut, unseen: 0, doubts: 0 }
  const marked = mask ?? new Uint8Array(text.length)
  const found = markUnseen(text, marked, symbols, coloured, grounds)
  return { mask: mask ?? (found.unseen + found.doubts > 0 ? marked : null), symbols, struckOut, ...found }
}

const noRun: FormattedRun = { from: 0, to: 0, start: 0, end: 0 }

/** The stretches of a piece with the run of each; places that no run covers come too. */
function eachRun(
  piece: Piece,
  runs: readonly FormattedRun[],
  visit: (from: number, to: number, run: FormattedRun | undefined) => void,
): void {
  const end = piece.at + (piece.to - piece.from) * piece.width
  let done = piece.from
  for (let index = runBehind(runs, piece.at); index < runs.length && done < piece.to; index++) {
    const run = runs[index]
    if (!run || run.from >= end) break
    const from = piece.from + Math.floor((Math.max(run.from, piece.at) - piece.at) / piece.width)
    const to = piece.from + Math.ceil((Math.min(run.to, end) - piece.at) / piece.width)
    if (from > done) visit(done, from, undefined)
    visit(from, to, run)
    done = to
  }
  if (done < piece.to) visit(done, piece.to, undefined)
}

function firstPartBehind(parts: readonly StyledPart[], position: number): number {
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((parts[middle]?.to ?? 0) > position) high = middle
    else low = middle + 1
  }
  return low
}

/** How many characters a person would have seen were they not masked: marks of paragraphs and cells do not count. */
function visible(text: string, mask: Uint8Array): number {
  let count = 0
  for (let index = 0; index < mask.length; index++) {
    if (mask[index] === treatments.leftOut && text.charCodeAt(index) > 0x20) count++
  }
  return count
}
