import { isPlainValue, type RunLine } from '../lines/runs.ts'
import type { Glyph } from '../model.ts'
import { cellBox, type Frame } from '../ruled/frame.ts'

/** Rows of a closed table that hold several rows, whose borders were not drawn. */

/** In points: the room that writers leave on either side of a cell's text, at most. */
const padding = 6
/** In em: a digit is no wider. */
const digit = 0.6

type Stack = {
  readonly row: number
  readonly wrapped: boolean
  /** Baselines of the first and the last number. */
  readonly from: number
  readonly to: number
}

/**
 * Does a row of closed cells hold several rows, whose borders were not drawn? Then two of its cells or more have numbers one below the
 * other. A number too long for its cell is broken over lines too: those are not rows where another cell has one number on one line. Nor
 * are they where that number stands half way between two lines: it belongs to neither.
 */
export function hasStackedRow(
  frame: Frame,
  texts: readonly (readonly Glyph[])[],
  cells: readonly (readonly RunLine[])[],
): boolean {
  const stacks = frame.cells.flatMap((cell, index): readonly Stack[] => {
    const lines = numbersIn(cells[index] ?? [])
    const [left, , right] = cellBox(frame, cell)
    const [first, last] = [lines[0], lines.at(-1)]
    if (lines.length < 2 || !first || !last) return []
    const wrapped = cell.sure && isWrapped(lines, right - left)
    return [{ row: cell.row, wrapped, from: first.baseline, to: lines.length === 2 ? last.baseline : first.baseline }]
  })
  return [...new Set(stacks.map(stack => stack.row))].some(row => {
    const own = stacks.filter(stack => stack.row === row)
    if (own.length < 2) return false
    const lone = loneNumbers(frame, texts, row)
    const isBroken = (stack: Stack) =>
      stack.wrapped ? lone.length > 0 : lone.some(baseline => isHalfWay(baseline, stack.from, stack.to))
    return !own.every(isBroken)
  })
}

function numbersIn(lines: readonly RunLine[]): readonly RunLine[] {
  return lines.filter(line => line.runs.length === 1 && line.runs[0]?.value)
}

/** Each line but the last is as long as the cell allows: not one digit more would have gone into it. */
function isWrapped(lines: readonly RunLine[], width: number): boolean {
  const last = lines.at(-1)
  return lines.slice(0, -1).every(line => {
    const length = line.box[2] - line.box[0]
    const isLonger = last !== undefined && last.box[2] - last.box[0] <= length + 0.1 * line.size
    return isLonger && width - length < 2 * padding + digit * line.size
  })
}

function isHalfWay(baseline: number, from: number, to: number): boolean {
  return Math.abs(baseline - (from + to) / 2) < 0.2 * (to - from)
}

/** Baselines of the row's cells that hold one number on one line and nothing else. */
function loneNumbers(frame: Frame, texts: readonly (readonly Glyph[])[], row: number): readonly number[] {
  return frame.cells.flatMap((cell, index) => {
    const ink = cell.row === row ? (texts[index] ?? []).filter(glyph => glyph.text.trim() !== '') : []
    const [first] = ink
    if (!first) return []
    const isOneLine = ink.every(glyph => Math.abs(glyph.baseline - first.baseline) < 0.5 * glyph.size)
    return isOneLine && isPlainValue(ink.map(glyph => glyph.text).join('')) ? [first.baseline] : []
  })
}
