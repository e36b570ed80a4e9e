import type { Box } from '../../../../shared/data/document.ts'
import { superscriptFigures } from '../../common/numerals.ts'
import type { Glyph, Placed } from '../model.ts'
import { verticalColumns } from './columns.ts'
import { isRaised } from './raisedFigures.ts'

/** Characters on one line, in reading order. */
export type TextLine = {
  readonly text: string
  readonly box: Box
  readonly baseline: number
  /** The commonest character size. */
  readonly size: number
  readonly bold: boolean
  /** Pieces set far apart on one line: a table without ruling lines, or a form. */
  readonly spread: boolean
  /** Where it stands in a column beside another: what the column measures, and where all of them begin. */
  readonly column?: { readonly top: number; readonly left: number; readonly right: number }
}

/** Chinese characters and the full-width forms set among them: no word spaces between these. */
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}“”‘’—…·]/u

export function isWide(text: string): boolean {
  return wide.test(text)
}

const isBlank = (glyph: Glyph): boolean => glyph.text.trim() === ''

export function unionBox(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = boxes[0] ?? [0, 0, 0, 0]
  for (const box of boxes) {
    left = Math.min(left, box[0])
    top = Math.min(top, box[1])
    right = Math.max(right, box[2])
    bottom = Math.max(bottom, box[3])
  }
  return [left, top, right, bottom]
}

const nearRows = [-1, 0, 1] as const

/** Bold is often feigned by drawing a character twice, a little apart: keep one. Blanks are dropped where they fall on text. */
export function withoutDoubles(glyphs: readonly Glyph[]): readonly Glyph[] {
  const seen = new Map<number, Map<string, Glyph[]>>()
  return glyphs.filter(glyph => {
    const row = Math.round(glyph.baseline / 8)
    const reach = glyph.size * 0.2
    const isDouble = (other: Glyph) =>
      Math.abs(other.box[0] - glyph.box[0]) < reach && Math.abs(other.baseline - glyph.baseline) < reach
    if (
      nearRows.some(step =>
        seen
          .get(row + step)
          ?.get(glyph.text)
          ?.some(isDouble),
      )
    )
      return false
    const own = seen.get(row) ?? new Map<string, Glyph[]>()
    seen.set(row, own)
    const bucket = own.get(glyph.text) ?? []
    // A line of print holds a few hundred characters; the bound keeps made-up files from taking quadratic time.
    if (bucket.length < 200) bucket.push(glyph)
    own.set(glyph.text, bucket)
    return true
  })
}

/** Turns text that runs down or up the page level, so that it is read like any other. The boxes stay those of the page. */
function level(glyph: Glyph): { readonly from: number; readonly to: number; readonly across: number } {
  const [left, top, right, bottom] = glyph.box
  switch (glyph.turn) {
    case 1:
      return { from: top, to: bottom, across: -(left + right) / 2 }
    case 2:
      return { from: -right, to: -left, across: -(top + bottom) / 2 }
    case 3:
      return { from: -bottom, to: -top, across: (left + right) / 2 }
    default:
      return { from: left, to: right, across: glyph.baseline - glyph.size * 0.38 }
  }
}

/** A character of vertical writing, placed along its column. */
function downward(glyph: Glyph): Placed {
  return { glyph, from: glyph.box[1], to: glyph.box[3], across: -glyph.box[0] }
}

/** Sorts characters into lines, top to bottom, each from left to right. */
export function linesOf(glyphs: readonly Glyph[]): readonly TextLine[] {
  const columns = verticalColumns(glyphs)
  if (columns) return columns.map(column => lineOf(column.map(downward)))
  const turns = [0, 1, 2, 3, null] as const
  return turns.flatMap(turn => {
    const some = glyphs.filter(glyph => glyph.turn === turn && !(isBlank(glyph) && glyph.size === 0))
    if (some.length === 0) return []
    return levelLines(some)
  })
}

function levelLines(glyphs: readonly Glyph[]): readonly TextLine[] {
  return placedLines(glyphs).map(lineOf)
}

/** Characters of one direction, line by line from top to bottom, each line in reading order. */
export function placedLines(glyphs: readonly Glyph[]): readonly (readonly Placed[])[] {
  const placed: Placed[] = glyphs.map(glyph => ({ glyph, ...level(glyph) }))
  // Blanks have no height of their own to be trusted: they join a line, never found one.
  const inked = placed.filter(item => !isBlank(item.glyph)).sort((a, b) => a.across - b.across)
  const lines: { across: number; size: number; items: Placed[] }[] = []
  for (const item of inked) {
    const line = lines.at(-1)
    if (line && item.across - line.across < 0.45 * Math.max(item.glyph.size, line.size)) {
      line.items.push(item)
      if (item.glyph.size > line.size) {
        line.size = item.glyph.size
        line.across = item.across
      }
    } else lines.push({ across: item.across, size: item.glyph.size, items: [item] })
  }
  for (const blank of placed.filter(item => isBlank(item.glyph))) {
    const line = nearestLine(lines, blank.across)
    if (line && Math.abs(line.across - blank.across) < 0.45 * Math.max(line.size, blank.glyph.size))
      line.items.push(blank)
  }
  return lines.map(line => line.items.sort((a, b) => a.from - b.from || a.glyph.order - b.glyph.order))
}

/** `lines` are sorted from top to bottom. */
function nearestLine<L extends { readonly across: number }>(lines: readonly L[], across: number): L | undefined {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const here = lines[middle]?.across ?? 0
    const next = lines[middle + 1]?.across ?? 0
    if (Math.abs(here - across) <= Math.abs(next - across)) high = middle
    else low = middle + 1
  }
  return lines[low]
}

export function lineOf(items: readonly Placed[]): TextLine {
  const inked = items.filter(item => !isBlank(item.glyph)).map(item => item.glyph)
  const sizes = new Map<number, number>()
  let bold = 0
  for (const glyph of inked) {
    const size = Math.round(glyph.size * 2) / 2
    sizes.set(size, (sizes.get(size) ?? 0) + 1)
    if (glyph.bold) bold += 1
  }
  const size = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const baselines = inked.filter(glyph => Math.abs(glyph.size - size) < 1).map(glyph => glyph.baseline)
  return {
    text: textOf(items),
    box: unionBox(inked.map(glyph => glyph.box)),
    baseline: baselines[0] ?? inked[0]?.baseline ?? 0,
    size,
    bold: bold * 2 > inked.length,
    spread: hasGap(items),
  }
}

/** Between Chinese characters only a gap this wide (in em) is a space; with a word or number on either side a narrower one is. */
const wideGap = 1.6
const wordGap = 0.28

/** A gap of this many em within a line is no word space. */
const spreadGap = 2.2

function hasGap(items: readonly Placed[]): boolean {
  const inked = items.filter(item => !isBlank(item.glyph))
  return inked.some((item, index) => {
    const next = inked[index + 1]
    return next !== undefined && next.from - item.to > spreadGap * item.glyph.size
  })
}

/** So many characters from the beginning a mark can stand before its figure. */
const leadingMarks = 5

/** The text of characters in reading order, with a space where a gap is one. Raised figures become superscript characters. */
export function textOf(items: readonly Placed[]): string {
  let text = ''
  let last: Placed | undefined
  /** The last character that is no raised mark. */
  let base: Placed | undefined
  let blank = false
  for (const item of items) {
    if (isBlank(item.glyph)) {
      blank = true
      continue
    }
    const mark = isRaised(item, last, base, base ? [] : items.slice(0, leadingMarks))
    if (last && !mark) {
      const gap = (item.from - last.to) / Math.max(1, Math.min(item.glyph.size, last.glyph.size))
      const amongWide = isWide(last.glyph.text) && isWide(item.glyph.text)
      const halfWide = isWide(last.glyph.text) !== isWide(item.glyph.text)
      const space = amongWide
        ? gap > wideGap
        : halfWide
          ? gap > 0.8 || (blank && gap > 0.15)
          : gap > wordGap || (blank && gap > 0.1)
      if (space) text += ' '
    }
    text += mark ? superscriptFigures(item.glyph.text) : item.glyph.text
    last = item
    if (!mark) base = item
    blank = false
  }
  return text
}
