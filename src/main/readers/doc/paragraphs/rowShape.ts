import type { CellShape, RowShape, VerticalMerge } from '../../common/wordTables/model.ts'
import { i16, u8, u16 } from '../bytes.ts'
import { sprms } from '../header/sprm.ts'

import { withGrounds } from './cellGrounds.ts'

/** The shape of a table row as binary Word documents write it: a definition, and modifications of it. */

/** [MS-DOC] 2.9.322: a row has at most 63 cells. */
const maximumCells = 63
const plain: CellShape = { horizontal: 0, vertical: 'none' }

/**
 * Reads sprmTDefTable, [MS-DOC] 2.9.322 and 2.9.316: behind the edges TC80, 20 bytes a cell, of which the last ones may be left out. In
 * Word 6 and 95 these are 10 bytes, and cells merge within a row only.
 */
export function readRowShape(bytes: Uint8Array, at: number, length: number, isWord97: boolean): RowShape | null {
  const count = u8(bytes, at)
  if (count === 0 || count > maximumCells || 1 + (count + 1) * 2 > length) return null
  const edges: number[] = []
  let last = i16(bytes, at + 1)
  for (let index = 0; index <= count; index++) {
    last = Math.max(last, i16(bytes, at + 1 + index * 2))
    edges.push(last)
  }
  const cells: CellShape[] = []
  const first = at + 1 + (count + 1) * 2
  const size = isWord97 ? 20 : 10
  for (let index = 0; index < count; index++) {
    const cell = first + index * size
    const flags = cell + 2 <= at + length ? u16(bytes, cell) : 0
    const vertical = isWord97 ? (flags >>> 5) & 3 : 0
    cells.push((flags & 3) === 0 && vertical === 0 ? plain : { horizontal: flags & 3, vertical: verticalOf(vertical) })
  }
  return { edges, cells }
}

function verticalOf(value: number): VerticalMerge {
  return value === 0 ? 'none' : value === 1 ? 'continue' : 'restart'
}

/** Applies what may come after the definition: cells merged, put in, taken out and made wider or narrower ([MS-DOC] 2.6.3). */
export function modifyRowShape(shape: RowShape, bytes: Uint8Array, code: number, at: number, length: number): RowShape {
  switch (code) {
    case sprms.verticalMerge:
    case sprms.horizontalMerge:
    case sprms.horizontalSplit:
    case sprms.columnWidth:
    case sprms.cellsDeleted:
    case sprms.cellsInserted:
      return modified(shape, code, u8(bytes, at), u8(bytes, at + 1), i16(bytes, at + 2))
    default:
      return withGrounds(shape, bytes, code, at, length)
  }
}

function modified(shape: RowShape, code: number, from: number, to: number, width: number): RowShape {
  switch (code) {
    case sprms.verticalMerge:
      // Here the second byte says how to merge.
      return withCells(shape, from, from + 1, { vertical: verticalOf(to & 3) })
    case sprms.horizontalMerge:
      return withCells(withCells(shape, from, to, { horizontal: 1 }), from, from + 1, { horizontal: 2 })
    case sprms.horizontalSplit:
      return withCells(shape, from, to, { horizontal: 0 })
    case sprms.columnWidth:
      return rebuilt(shape, cells => cells.map((cell, index) => (isIn(index, from, to) ? { ...cell, width } : cell)))
    case sprms.cellsDeleted:
      return rebuilt(shape, cells => cells.filter((_, index) => !isIn(index, from, to)))
    default: {
      // Cells put in; here the second byte counts them.
      const added = Array.from({ length: Math.min(to, maximumCells) }, () => ({ width, shape: plain }))
      return rebuilt(shape, cells => [...cells.slice(0, from), ...added, ...cells.slice(from)])
    }
  }
}

const isIn = (index: number, from: number, to: number) => index >= from && index < to

function withCells(shape: RowShape, from: number, to: number, change: Partial<CellShape>): RowShape {
  return { ...shape, cells: shape.cells.map((cell, index) => (isIn(index, from, to) ? { ...cell, ...change } : cell)) }
}

type WideCell = { readonly width: number; readonly shape: CellShape }

/** Changes cells together with their widths; the row keeps its left edge. */
function rebuilt(shape: RowShape, change: (cells: readonly WideCell[]) => readonly WideCell[]): RowShape {
  const { edges } = shape
  const wide = shape.cells.map((cell, index) => ({
    width: (edges[index + 1] ?? 0) - (edges[index] ?? 0),
    shape: cell,
  }))
  const cells = change(wide).slice(0, maximumCells)
  if (cells.length === 0) return shape
  let edge = edges[0] ?? 0
  const moved = shape.grounds ? { grounds: cells.map(() => 'unknown' as const) } : {}
  return {
    ...moved,
    edges: [edge, ...cells.map(({ width }) => (edge += Math.max(width, 0)))],
    cells: cells.map(cell => cell.shape),
  }
}
