import type { Glyph } from '../drawing.ts'
import { cellBox, type Frame } from '../frame.ts'
import { isPlainValue, type RunLine } from './runs.ts'

/** In points: the room that writers leave on either side of a cell's text, at most. */
const padding = 6
/** In em: a digit is no wider. */
const digit = 0.6

type Stack = { readonly row: number; readonly wrapped: boolean }

/**
 * Does a row of closed cells hold several rows, whose borders were not drawn? Then two of its cells or more have numbers one below the
 * other. A number too long for its cell is broken over lines too: those are not rows where another cell has one number on one line.
 */
export function hasStackedRow(
  frame: Frame,
  texts: readonly (readonly Glyph[])[],
  cells: readonly (readonly RunLine[])[],
): boolean {
  const stacks = frame.cells.flatMap((cell, index): readonly Stack[] => {
    const lines = numbersIn(cells[index] ?? [])
    const [left, , right] = cellBox(frame, cell)
    return lines.length > 1 ? [{ row: cell.row, wrapped: cell.sure && isWrapped(lines, right - left) }] : []
  })
  return [...new Set(stacks.map(stack => stack.row))].some(row => {
    const own = stacks.filter(stack => stack.row === row)
    return own.length > 1 && !(own.every(stack => stack.wrapped) && hasLoneNumber(frame, texts, row))
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

/** Has the row a cell that holds one number on one line and nothing else? */
function hasLoneNumber(frame: Frame, texts: readonly (readonly Glyph[])[], row: number): boolean {
  return frame.cells.some((cell, index) => {
    const ink = cell.row === row ? (texts[index] ?? []).filter(glyph => glyph.text.trim() !== '') : []
    const [first] = ink
    const isOneLine = ink.every(glyph => Math.abs(glyph.baseline - (first?.baseline ?? 0)) < 0.5 * glyph.size)
    return first !== undefined && isOneLine && isPlainValue(ink.map(glyph => glyph.text).join(''))
  })
}
