import { Buffer } from 'node:buffer'

/** Bytes of a piece of text as characters, one byte or two each. */

/** [MS-DOC] 2.9.73: the bytes of a compressed piece that are not their own Unicode number. 0x80, 0x8E and 0x9E are from code page 1252. */
const exceptions: ReadonlyMap<number, string> = new Map([
  [0x80, '\u20ac'],
  [0x82, '\u201a'],
  [0x83, '\u0192'],
  [0x84, '\u201e'],
  [0x85, '\u2026'],
  [0x86, '\u2020'],
  [0x87, '\u2021'],
  [0x88, '\u02c6'],
  [0x89, '\u2030'],
  [0x8a, '\u0160'],
  [0x8b, '\u2039'],
  [0x8c, '\u0152'],
  [0x8e, '\u017d'],
  [0x91, '\u2018'],
  [0x92, '\u2019'],
  [0x93, '\u201c'],
  [0x94, '\u201d'],
  [0x95, '\u2022'],
  [0x96, '\u2013'],
  [0x97, '\u2014'],
  [0x98, '\u02dc'],
  [0x99, '\u2122'],
  [0x9a, '\u0161'],
  [0x9b, '\u203a'],
  [0x9c, '\u0153'],
  [0x9e, '\u017e'],
  [0x9f, '\u0178'],
])

/** Text of a piece with one byte a character. */
export function decodeCompressed(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return text.replace(/[\x80-\x9f]/g, character => exceptions.get(character.charCodeAt(0)) ?? character)
}

/** Text of a piece with two bytes a character. Unit for unit, so that positions stay true. */
export function decodeWide(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf16le')
}
