import { fits, u8, u16, u32 } from './bytes.ts'
import { decodeCompressed, decodeWide } from './characters.ts'
import type { Place } from './fib.ts'

/**
 * The piece table, [MS-DOC] 2.4.1 and 2.9.38: the text is scattered over the WordDocument stream in pieces, some with one byte a
 * character, some with two. A character position (CP) counts over all pieces.
 */
export type Piece = {
  readonly from: number
  readonly to: number
  /** Where the piece begins in the WordDocument stream. */
  readonly at: number
  readonly width: 1 | 2
  /** Paragraph properties laid over those of the pages by a fast save ([MS-DOC] 2.9.178): where they stand in the table stream. */
  readonly over: { readonly from: number; readonly to: number } | null
}

export type Text = {
  /** One UTF-16 unit for one character position. */
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Characters that the table promises and the stream does not hold. */
  readonly missing: number
}

/** Reads all pieces; null where there is no piece table that makes sense. */
export function readText(document: Uint8Array, table: Uint8Array, clx: Place): Text | null {
  const found = findPieceTable(table, clx)
  if (!found) return null
  const { at, count, blocks } = found
  const pieces: Piece[] = []
  const parts: string[] = []
  let length = 0
  let missing = 0
  for (let index = 0; index < count; index++) {
    const from = u32(table, at + index * 4)
    const to = u32(table, at + index * 4 + 4)
    if (from !== length + missing || to < from)
      return pieces.length > 0 ? { text: parts.join(''), pieces, missing } : null
    const descriptor = at + (count + 1) * 4 + index * 8
    const place = u32(table, descriptor + 2)
    const compressed = (place & 0x40000000) !== 0
    const width = compressed ? 1 : 2
    const start = compressed ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff
    // Every character has bytes of its own, so the text cannot be longer than the stream: what claims more is cut.
    const there = Math.min(
      to - from,
      Math.max(0, Math.floor((document.length - start) / width)),
      document.length - length,
    )
    if (missing === 0 && there > 0) {
      const bytes = document.subarray(start, start + there * width)
      parts.push(compressed ? decodeCompressed(bytes) : decodeWide(bytes))
      pieces.push({ from, to: from + there, at: start, width, over: overlay(u16(table, descriptor + 6), blocks) })
      length += there
    }
    // Behind a gap nothing keeps its position; it all counts as missing.
    missing = to - length
  }
  return { text: parts.join(''), pieces, missing }
}

type Found = { readonly at: number; readonly count: number; readonly blocks: readonly Place[] }

/** [MS-DOC] 2.9.38: blocks of properties (mark 1) come before the table (mark 2). */
function findPieceTable(table: Uint8Array, clx: Place): Found | null {
  const blocks: Place[] = []
  let at = clx.at
  while (u8(table, at) === 1 && fits(table, at, 3)) {
    const length = u16(table, at + 1)
    blocks.push({ at: at + 3, length })
    at += 3 + length
  }
  if (u8(table, at) !== 2 || !fits(table, at, 5)) return null
  const size = Math.min(u32(table, at + 1), table.length - at - 5)
  const count = Math.floor((size - 4) / 12)
  return count > 0 ? { at: at + 5, count, blocks } : null
}

/** [MS-DOC] 2.9.213: bit 0 set means that the other bits number a block. */
function overlay(modifier: number, blocks: readonly Place[]): Piece['over'] {
  const block = (modifier & 1) === 1 ? blocks[modifier >>> 1] : undefined
  return block ? { from: block.at, to: block.at + block.length } : null
}

/** The piece a character position lies in, by halving. */
export function pieceAt(pieces: readonly Piece[], position: number): Piece | null {
  let low = 0
  let high = pieces.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const piece = pieces[middle]
    if (!piece) return null
    if (position < piece.from) high = middle - 1
    else if (position >= piece.to) low = middle + 1
    else return piece
  }
  return null
}

/** Where a character stands in the WordDocument stream. */
export function placeOf(piece: Piece, position: number): number {
  return piece.at + (position - piece.from) * piece.width
}
