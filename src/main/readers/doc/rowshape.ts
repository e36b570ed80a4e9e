import { i16, u8, u16 } from './bytes.ts'
import { type Sprm, sprms } from './sprm.ts'

/** How a cell merges with the one above it, [MS-DOC] 2.9.344. */
export type VerticalMerge = 'none' | 'continue' | 'restart'

export type CellShape = {
  /** TCGRF.horzMerge, [MS-DOC] 2.9.317: see `mergeHorizontally` for what it means. */
  readonly horizontal: number
  readonly vertical: VerticalMerge
}

/** What the end of a row says about it: where its cells begin and end, and how they merge. */
export type RowShape = {
  /** Edges of the cells in twips (1/1440 inch), one more than there are cells. Never falling. */
  readonly edges: readonly number[]
  readonly cells: readonly CellShape[]
}

/** [MS-DOC] 2.9.322: a row has at most 63 cells. */
const maximumCells = 63
const plain: CellShape = { horizontal: 0, vertical: 'none' }

/** Reads sprmTDefTable, [MS-DOC] 2.9.322 and 2.9.316 (TC80, 20 bytes a cell; the last ones may be left out). */
export function readRowShape(bytes: Uint8Array, sprm: Sprm): RowShape | null {
  const count = u8(bytes, sprm.at)
  if (count === 0 || count > maximumCells || 1 + (count + 1) * 2 > sprm.length) return null
  const edges: number[] = []
  for (let index = 0; index <= count; index++) {
    const edge = i16(bytes, sprm.at + 1 + index * 2)
    edges.push(Math.max(edge, edges.at(-1) ?? edge))
  }
  const cells: CellShape[] = []
  const first = sprm.at + 1 + (count + 1) * 2
  for (let index = 0; index < count; index++) {
    const at = first + index * 20
    const inside = at + 2 <= sprm.at + sprm.length
    const flags = inside ? u16(bytes, at) : 0
    cells.push({ horizontal: flags & 3, vertical: verticalOf((flags >>> 5) & 3) })
  }
  return { edges, cells }
}

function verticalOf(value: number): VerticalMerge {
  return value === 0 ? 'none' : value === 1 ? 'continue' : 'restart'
}

/** Applies what may come after the definition: merges set or undone cell by cell ([MS-DOC] 2.6.3). */
export function modifyRowShape(shape: RowShape, bytes: Uint8Array, sprm: Sprm): RowShape {
  switch (sprm.code) {
    case sprms.verticalMerge: {
      const cell = u8(bytes, sprm.at)
      return withCells(shape, cell, cell + 1, { vertical: verticalOf(u8(bytes, sprm.at + 1) & 3) })
    }
    case sprms.horizontalMerge: {
      const [from, to] = [u8(bytes, sprm.at), u8(bytes, sprm.at + 1)]
      const merged = withCells(shape, from, to, { horizontal: 1 })
      return withCells(merged, from, from + 1, { horizontal: 2 })
    }
    case sprms.horizontalSplit:
      return withCells(shape, u8(bytes, sprm.at), u8(bytes, sprm.at + 1), { horizontal: 0 })
    default:
      return shape
  }
}

function withCells(shape: RowShape, from: number, to: number, change: Partial<CellShape>): RowShape {
  return {
    ...shape,
    cells: shape.cells.map((cell, index) => (index >= from && index < to ? { ...plain, ...cell, ...change } : cell)),
  }
}
