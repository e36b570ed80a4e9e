import type { Ground } from '../../common/sight.ts'
import type { RowShape } from '../../common/wordTables/model.ts'
import { u8 } from '../bytes.ts'
import { oldShading, oldShadingSize, shading, shadingSize } from '../characters/colours.ts'
import { sprms } from '../header/sprm.ts'

/** What the cells of a row stand on, as modifications of the row say it ([MS-DOC] 2.6.3). */

type ReadOne = (bytes: Uint8Array, at: number) => Ground | undefined

/** The row with what a modification says of its cells' ground; the same one where it says nothing of that. */
export function withGrounds(shape: RowShape, bytes: Uint8Array, code: number, at: number, length: number): RowShape {
  const each = (first: number, size: number, read: ReadOne) => {
    const count = Math.floor(length / size)
    return changed(shape, first, first + count, index => read(bytes, at + (index - first) * size))
  }
  const those = (read: ReadOne) => {
    const ground = read(bytes, at + 2)
    return changed(shape, u8(bytes, at), u8(bytes, at + 1), () => ground)
  }
  switch (code) {
    case sprms.cellShadings:
      return each(0, shadingSize, shading)
    // The cells behind the first 22, and behind the first 44.
    case sprms.cellShadings2:
      return each(22, shadingSize, shading)
    case sprms.cellShadings3:
      return each(44, shadingSize, shading)
    case sprms.oldCellShadings:
      return each(0, oldShadingSize, oldShading)
    case sprms.cellShading:
      return those(shading)
    case sprms.oldCellShading:
      return those(oldShading)
    case sprms.tableShading: {
      const ground = shading(bytes, at)
      return changed(shape, 0, shape.cells.length, index => shape.grounds?.[index] ?? ground)
    }
    default:
      return shape
  }
}

function changed(shape: RowShape, from: number, to: number, groundAt: (index: number) => Ground | undefined): RowShape {
  const before = shape.grounds
  const grounds = shape.cells.map((_, index) => (index >= from && index < to ? groundAt(index) : before?.[index]))
  if (before ? grounds.every((ground, index) => ground === before[index]) : grounds.every(one => one === undefined))
    return shape
  return { ...shape, grounds }
}

/** The row where a style may shade cells of which nothing else is said. */
export function withUnknownGrounds(shape: RowShape): RowShape {
  return { ...shape, grounds: shape.cells.map((_, index) => shape.grounds?.[index] ?? 'unknown') }
}
