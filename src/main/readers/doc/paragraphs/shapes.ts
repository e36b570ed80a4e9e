import { fits, u16, u32 } from '../bytes.ts'
import type { ByteRange } from '../header/fib.ts'

/**
 * Positions in the main text where something drawn is anchored that is no picture: the red line under a letterhead, a text box. A
 * picture on its own may be a scanned table, a line never is. [MS-DOC] 2.8.37 (PlcfSpa) and 2.9.253 (Spa) give positions and shape
 * numbers, the drawing data ([MS-DOC] 2.9.172, records after [MS-ODRAW] 2.2) give each number's shape type.
 */
export function drawingsOf(table: Uint8Array, anchors: ByteRange, drawing: ByteRange): ReadonlySet<number> {
  const positions = new Set<number>()
  if (anchors.length < 4 + anchorSize || !fits(table, anchors.at, anchors.length)) return positions
  const types = shapeTypes(table, drawing)
  const count = Math.floor((anchors.length - 4) / (4 + anchorSize))
  for (let index = 0; index < count; index++) {
    const type = types.get(u32(table, anchors.at + (count + 1) * 4 + index * anchorSize))
    // What cannot be told apart, a group among it, is left to be a picture.
    if (type !== undefined && type !== groupShape && type !== pictureFrame) {
      positions.add(u32(table, anchors.at + index * 4))
    }
  }
  return positions
}

/** Whether anything drawn lies behind the text: [MS-DOC] 2.9.253, wr 3 and fBelowText. */
export function liesBelowText(table: Uint8Array, { at, length }: ByteRange): boolean {
  if (length < 4 + anchorSize || !fits(table, at, length)) return false
  const count = Math.floor((length - 4) / (4 + anchorSize))
  for (let index = 0; index < count; index++) {
    const flags = u16(table, at + (count + 1) * 4 + index * anchorSize + 20)
    if (((flags >>> 5) & 15) === 3 && (flags & 0x4000) !== 0) return true
  }
  return false
}

const anchorSize = 26
/** [MS-ODRAW] 2.4.24: shape types, 0 for a group and anything without a form of its own. */
const groupShape = 0
const pictureFrame = 75
const shapeRecord = 0xf00a

function shapeTypes(table: Uint8Array, { at, length }: ByteRange): ReadonlyMap<number, number> {
  const types = new Map<number, number>()
  if (!fits(table, at, length)) return types
  const end = at + length
  // First the container of what all drawings share, then each drawing with one byte in front that says where it belongs.
  let next = at
  while (next + 8 <= end) {
    const containerEnd = Math.min(next + 8 + u32(table, next + 4), end)
    noteShapes(table, next + 8, containerEnd, types)
    next = containerEnd + 1
  }
  return types
}

/** Steps through the records, into containers as well: every step goes forward, so that any bytes come to an end. */
function noteShapes(table: Uint8Array, from: number, to: number, types: Map<number, number>): void {
  let at = from
  while (at + 8 <= to) {
    const head = u16(table, at)
    const isContainer = (head & 15) === 15
    if (u16(table, at + 2) === shapeRecord && at + 12 <= to) types.set(u32(table, at + 8), head >>> 4)
    at += isContainer ? 8 : 8 + u32(table, at + 4)
  }
}
