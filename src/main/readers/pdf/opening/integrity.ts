import { inflateSync } from 'node:zlib'

/** Finds damage in a PDF that pdf.js passes over in silence. */

/** Enough for any honest report; the rest of a larger file goes unchecked. */
const mostStreams = 20_000
const mostInflated = 64 * 1024 * 1024

/**
 * Counts compressed parts that are damaged. pdf.js takes what it gets out of a spoilt stream and says nothing, so that half a
 * page may be missing; zlib's own checksum tells. Encrypted files are let be: their streams are no zlib data on disk.
 */
export function damagedStreams(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (/\/Encrypt\s*(\d|<<)/.test(text)) return 0
  let damaged = 0
  let inflated = 0
  let checked = 0
  for (const match of text.matchAll(/\/FlateDecode\b[^\0]{0,400}?>>\s{0,4}stream\r?\n/g)) {
    checked += 1
    if (checked > mostStreams || inflated > mostInflated) break
    // A head that runs into another object, or names another filter first, is not judged.
    if (
      /\bendobj\b|\/(ASCII85|ASCIIHex|LZW)Decode/.test(
        text.slice(Math.max(0, match.index - 60), match.index) + match[0],
      )
    )
      continue
    const start = match.index + match[0].length
    const end = text.indexOf('endstream', start)
    const outcome = inflate(bytes.subarray(start, end < 0 ? bytes.length : end))
    if (outcome === 'damaged') damaged += 1
    else inflated += outcome
  }
  return damaged
}

/** The inflated length, or that the data contradict themselves. Data that merely end early are the reader's to judge. */
function inflate(data: Uint8Array): number | 'damaged' {
  try {
    return inflateSync(data, { maxOutputLength: mostInflated }).length
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR' ? 'damaged' : 0
  }
}
