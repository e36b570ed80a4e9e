import { fits, u8, u16, u32 } from '../bytes.ts'
import type { ByteRange, Fib } from '../header/fib.ts'
import type { Dialect, PropertyBlock } from '../header/sprm.ts'
import { decodeCompressed, decodeWide } from './decodePieces.ts'

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
  /** Properties laid over those of the pages by a fast save ([MS-DOC] 2.9.178). Pieces with the same ones share them. */
  readonly over: PropertyBlock | null
}

export type PiecedText = {
  /** One UTF-16 unit for one character position. */
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Characters that the table promises and the stream does not hold. */
  readonly missing: number
}

/** Characters of a stretch of the stream, one for each `width` bytes. */
export type Decode = (from: number, to: number, width: 1 | 2) => string

export function decodeUnicode(document: Uint8Array): Decode {
  return (from, to, width) =>
    width === 1 ? decodeCompressed(document.subarray(from, to)) : decodeWide(document.subarray(from, to))
}

/** Reads all pieces; null where there is no piece table that makes sense. */
export function readPieces(
  fib: Fib,
  document: Uint8Array,
  table: Uint8Array,
  clx: ByteRange,
  decode: Decode,
): PiecedText | null {
  if (fib.dialect !== 'word97' && !fib.fastSaved) return wholeText(fib, document, decode)
  const found = findPieceTable(table, clx)
  if (!found) return null
  const { at, count, blocks } = found
  const overlays = new Map<number, PropertyBlock | null>()
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
    const { start, width } = placeOfPiece(fib, u32(table, descriptor + 2))
    const modifier = u16(table, descriptor + 6)
    const over = overlays.get(modifier) ?? overlay(modifier, blocks, table, fib.dialect)
    overlays.set(modifier, over)
    // Every character has bytes of its own, so the text cannot be longer than the stream: what claims more is cut.
    const there = Math.min(
      to - from,
      Math.max(0, Math.floor((document.length - start) / width)),
      document.length - length,
    )
    if (missing === 0 && there > 0) {
      parts.push(decode(start, start + there * width, width))
      pieces.push({ from, to: from + there, at: start, width, over })
      length += there
    }
    // Behind a gap nothing keeps its position; it all counts as missing.
    missing = to - length
  }
  return { text: parts.join(''), pieces, missing }
}

function placeOfPiece(fib: Fib, place: number): { readonly start: number; readonly width: 1 | 2 } {
  if (fib.dialect !== 'word97') return { start: place, width: fib.doubleBytes ? 2 : 1 }
  // [MS-DOC] 2.9.73: bit 30 says one byte a character, at half the place.
  const compressed = (place & 0x40000000) !== 0
  const start = compressed ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff
  return { start, width: compressed ? 1 : 2 }
}

/** Word 6 and 95, saved in full: the text stands in one piece. */
function wholeText(fib: Fib, document: Uint8Array, decode: Decode): PiecedText | null {
  const { from, to } = fib.text
  const width = fib.doubleBytes ? 2 : 1
  const end = Math.min(to, document.length)
  const length = Math.floor((end - from) / width)
  if (length <= 0) return null
  const text = decode(from, from + length * width, width)
  return {
    text,
    pieces: [{ from: 0, to: length, at: from, width, over: null }],
    missing: Math.floor((to - end) / width),
  }
}

type Found = { readonly at: number; readonly count: number; readonly blocks: readonly ByteRange[] }

/** [MS-DOC] 2.9.38: blocks of properties (mark 1) come before the table (mark 2). */
function findPieceTable(table: Uint8Array, clx: ByteRange): Found | null {
  const blocks: ByteRange[] = []
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

/**
 * [MS-DOC] 2.9.214 and 2.9.215: bit 0 set means that the other bits number a block; else they are one modification, seven bits of
 * code and its operand of a byte. The codes of the seven bits are those of Word 6, as far as this reader goes.
 */
function overlay(
  modifier: number,
  blocks: readonly ByteRange[],
  table: Uint8Array,
  dialect: Dialect,
): PropertyBlock | null {
  if (modifier === 0) return null
  if ((modifier & 1) === 0) {
    const bytes = Uint8Array.of((modifier >>> 1) & 0x7f, modifier >>> 8)
    return { bytes, from: 0, to: 2, dialect: 'word6' }
  }
  const block = blocks[modifier >>> 1]
  return block ? { bytes: table, from: block.at, to: block.at + block.length, dialect } : null
}

/** The number of the piece a character position lies in, by halving; -1 where there is none. `hint` is looked at first. */
export function pieceAt(pieces: readonly Piece[], position: number, hint = 0): number {
  const hinted = pieces[hint]
  if (hinted && position >= hinted.from && position < hinted.to) return hint
  let low = 0
  let high = pieces.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const piece = pieces[middle]
    if (!piece) return -1
    if (position < piece.from) high = middle - 1
    else if (position >= piece.to) low = middle + 1
    else return middle
  }
  return -1
}

/** Where a character stands in the WordDocument stream. */
export function placeOf(piece: Piece, position: number): number {
  return piece.at + (position - piece.from) * piece.width
}
