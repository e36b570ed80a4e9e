import type { Glyph } from '../model.ts'
import { type RunLine, runLines } from './runs.ts'
import { linesOf, type TextLine } from './text.ts'

/** Lines of prose, also where it is set in several columns. */

/** In em: room between two columns of prose, at least. */
const gutter = 1.2
/** So many lines in a row have words on both sides of it; in so many characters that they are no labels and figures. */
const fewestLines = 5
const fewestCharacters = 8
/** In em: lines of one column are no farther apart. */
const leading = 2.4
/** A gutter runs in this middle part of the text's width. */
const [leftmost, rightmost] = [0.3, 0.7]

type Split = { readonly left: number; readonly right: number }

const lengthOf = (runs: RunLine['runs']) => runs.reduce((sum, run) => sum + [...run.text].length, 0)
const isProse = (runs: RunLine['runs']) => lengthOf(runs) >= fewestCharacters && !runs.some(run => run.value)

/** The gap of a line of two columns of prose. */
function splitOf(line: RunLine, from: number, to: number): Split | null {
  const width = to - from
  for (const [index, run] of line.runs.entries()) {
    const next = line.runs[index + 1]
    if (!next || next.box[0] - run.box[2] < gutter * line.size) continue
    const middle = (run.box[2] + next.box[0]) / 2
    if (middle < from + leftmost * width || middle > from + rightmost * width) continue
    if (isProse(line.runs.slice(0, index + 1)) && isProse(line.runs.slice(index + 1)))
      return { left: run.box[2], right: next.box[0] }
  }
  return null
}

type Band = { readonly first: number; readonly last: number; readonly at: number }

type Open = { readonly first: number; readonly last: number; readonly both: number; readonly gap: Split }

/** The stretch with one more line, null where the line does not belong to it. Lines on one side of the gutter alone do. */
function goesOn(open: Open, above: RunLine, line: RunLine, split: Split | null, index: number): Open | null {
  if (split) {
    const gap = shared(open.gap, split, line.size)
    return gap && { ...open, last: index, both: open.both + 1, gap }
  }
  // A heading below the columns is larger or farther away than their lines are from one another.
  const isLike =
    Math.abs(line.size - above.size) < 0.1 * line.size && line.baseline - above.baseline < leading * line.size
  if (!isLike) return null
  const { left, right } = open.gap
  return line.runs.every(run => run.box[2] <= right || run.box[0] >= left) ? { ...open, last: index } : null
}

/** Stretches of lines that one gutter parts. */
function bandsOf(lines: readonly RunLine[]): readonly Band[] {
  const from = Math.min(...lines.map(line => line.box[0]))
  const to = Math.max(...lines.map(line => line.box[2]))
  const found: Open[] = []
  let open: Open | null = null
  for (const [index, line] of lines.entries()) {
    const split = splitOf(line, from, to)
    const above = lines[index - 1]
    const longer: Open | null = open && above ? goesOn(open, above, line, split, index) : null
    if (open && !longer) found.push(open)
    open = longer ?? (split ? { first: index, last: index, both: 1, gap: split } : null)
  }
  if (open) found.push(open)
  return found
    .filter(one => one.both >= fewestLines)
    .map(({ first, last, gap }) => ({ first, last, at: (gap.left + gap.right) / 2 }))
}

function shared(one: Split, other: Split, size: number): Split | null {
  const both = { left: Math.max(one.left, other.left), right: Math.min(one.right, other.right) }
  return both.right - both.left >= gutter * 0.8 * size ? both : null
}

/** The lines of one column, each with the measures of the column. */
function columnOf(glyphs: readonly Glyph[], top: number): readonly TextLine[] {
  const lines = linesOf(glyphs)
  const left = Math.min(...lines.map(line => line.box[0]))
  const right = Math.max(...lines.map(line => line.box[2]))
  return lines.map(line => ({ ...line, column: { top, left, right } }))
}

/** The lines of running text in reading order: where prose is set in two columns, one column after the other. */
export function proseLines(glyphs: readonly Glyph[]): readonly TextLine[] {
  const whole = linesOf(glyphs)
  // Looked at closely only where it may be: this is asked of every page.
  if (whole.filter(line => line.spread).length < fewestLines) return whole
  const lines = runLines(glyphs)
  const bands = bandsOf(lines)
  if (bands.length === 0) return whole
  const taken = new Set<Glyph>()
  const columns = bands.flatMap(band => {
    const [top, bottom] = [lines[band.first]?.box[1] ?? 0, lines[band.last]?.box[3] ?? 0]
    const own = glyphs.filter(glyph => {
      const y = (glyph.box[1] + glyph.box[3]) / 2
      return glyph.turn === 0 && y > top && y < bottom && !taken.has(glyph)
    })
    for (const glyph of own) taken.add(glyph)
    const isLeft = (glyph: Glyph) => (glyph.box[0] + glyph.box[2]) / 2 < band.at
    return [
      ...columnOf(own.filter(isLeft), top),
      ...columnOf(
        own.filter(one => !isLeft(one)),
        top,
      ),
    ]
  })
  return [...linesOf(glyphs.filter(glyph => !taken.has(glyph))), ...columns]
}
