import { u16 } from '../bytes.ts'
import { type Fib, pairs, readFib } from '../header/fib.ts'
import { decodeOld } from './charsets.ts'
import { decodeCompressed, decodeWide } from './decodePieces.ts'
import type { PiecedText } from './pieces.ts'

/** A text document found in damaged bytes: its head, and its text without any layout. */
export type Salvaged = { readonly fib: Fib; readonly document: Uint8Array; readonly text: PiecedText }

const sectorSize = 512
/** Where text begins at the earliest: behind the head, at the start of a sector. */
const firstText = 0x300

/**
 * Finds the text where the container's tables, or the piece table, are lost. Programs write the stream with the text in one go, most
 * often as the first one, so its head stands at the start of a sector and the text follows; the head says where it begins and ends.
 * The caller says that the order may be wrong.
 */
export function salvage(bytes: Uint8Array): Salvaged | null {
  for (let at = 0; at + sectorSize <= bytes.length; at += sectorSize) {
    if (!looksLikeHead(bytes, at)) continue
    const document = bytes.subarray(at)
    const fib = readFib(document)
    if (!fib || fib.encrypted) continue
    const text = textOf(fib, document)
    if (text.text.replace(unreadable, '') !== '') return { fib, document, text }
  }
  return null
}

/** Only marks, blanks and what no character was found for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that are no text
const unreadable = /[\x00-\x20\ufffd]/g

/** The mark, and behind it a version that goes with it ([MS-DOC] 2.5.1): Word 97 to 2007, Word 6 and 95. */
function looksLikeHead(bytes: Uint8Array, at: number): boolean {
  const [mark, version] = [u16(bytes, at), u16(bytes, at + 2)]
  if (mark === 0xa5ec) return version >= 0xc0 && version <= 0x112
  return (mark === 0xa5dc || (mark >= 0xa697 && mark <= 0xa699)) && version >= 101 && version <= 105
}

function textOf(fib: Fib, document: Uint8Array): PiecedText {
  const { stories } = fib
  const promised = Object.values(stories).reduce((sum, length) => sum + length, 0)
  const from = fib.text.from
  const to = Math.min(fib.text.to, document.length)
  if (from < firstText || from >= to) return { text: '', pieces: [], missing: 0 }
  const bytes = fib.text.to - from
  let text: string
  if (fib.dialect !== 'word97') {
    text = decodeOld(fib, document, [], fib.place(pairs.fonts))(from, to, fib.doubleBytes ? 2 : 1)
  } else if (bytes === promised || bytes === promised + 1) {
    text = decodeCompressed(document.subarray(from, to))
  } else if (Math.abs(bytes - promised * 2) <= 2) {
    text = decodeWide(document.subarray(from, to))
  } else {
    text = mixedText(document, from, to)
  }
  // A fast save appends and leaves what it replaces: figures that no longer hold must not line up to make a table.
  if (fib.fastSaved) text = text.replaceAll('\x07', ' ')
  const missing = fib.text.to > document.length ? Math.max(promised - text.length, 0) : 0
  return { text, pieces: [], missing }
}

/** Pieces of one and of two bytes a character, which begin with sectors: those of one byte are text of ASCII nearly throughout. */
function mixedText(document: Uint8Array, from: number, to: number): string {
  const parts: string[] = []
  let at = from
  while (at < to) {
    const end = Math.min(to, at - (at % sectorSize) + sectorSize)
    const sector = document.subarray(at, end)
    parts.push(isNarrow(sector) ? decodeCompressed(sector) : decodeWide(sector.subarray(0, sector.length & ~1)))
    at = end
  }
  return parts.join('')
}

function isNarrow(sector: Uint8Array): boolean {
  let length = sector.length
  while (length > 0 && sector[length - 1] === 0) length--
  const ascii = sector
    .subarray(0, length)
    .filter(byte => (byte >= 0x20 && byte < 0x7f) || byte === 0x0d || byte === 0x07)
  return ascii.length * 10 >= length * 9
}
