import { u16, u32 } from '../bytes.ts'
import type { Dialect } from './sprm.ts'

/** The file information block at the start of the WordDocument stream, [MS-DOC] 2.5, and its older form of Word 6 and 95. */
export type Fib = {
  readonly dialect: Dialect
  readonly encrypted: boolean
  /** Saved by a fast save, which leaves what it replaces in the stream. In Word 6 and 95 only then is there a piece table. */
  readonly fastSaved: boolean
  /** Two bytes a character in Word 6 and 95: the code of a double-byte character set in one unit (East Asian editions). */
  readonly doubleBytes: boolean
  readonly tableStream: '0Table' | '1Table' | 'WordDocument'
  readonly languageId: number
  /** Word 6 and 95: written on a Macintosh, in its character set. */
  readonly fromMacintosh: boolean
  /** Where the text begins and ends in a file of Word 6 and 95 without a piece table. */
  readonly text: { readonly from: number; readonly to: number }
  readonly stories: StoryLengths
  /** Place and length of a structure in the table stream, by its number in FibRgFcLcb97 ([MS-DOC] 2.5.6). Length 0: not there. */
  readonly place: (pair: number) => ByteRange
  /** Word 6 and 95: pages of properties that follow each other, where the table of pages names fewer. */
  readonly pagesInRow: { readonly characters: PagesInRow; readonly paragraphs: PagesInRow }
}

export type PagesInRow = { readonly first: number; readonly count: number }

export type ByteRange = { readonly at: number; readonly length: number }

/** Lengths of the parts of the text in characters, in the order in which they follow each other ([MS-DOC] 2.3). */
export type StoryLengths = {
  readonly main: number
  readonly footnotes: number
  readonly headers: number
  /** Macros had a part of their own up to Word 95. */
  readonly macros: number
  readonly annotations: number
  readonly endnotes: number
  readonly textBoxes: number
  readonly headerTextBoxes: number
}

/** Numbers of the pairs this reader uses. Up to the piece table they are the same in Word 6. */
export const pairs = {
  styles: 1,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieceTable: 33,
  shapeAnchors: 40,
  drawing: 50,
  lists: 73,
  listOverrides: 74,
} as const

const fastSavedFlag = 0x0004
const encryptedFlag = 0x0100
const oneTableFlag = 0x0200
const doubleByteFlag = 0x1000
const nowhere: ByteRange = { at: 0, length: 0 }

/**
 * Reads the FIB; null where the stream does not begin with one. [MS-DOC] 2.5.2: the mark is 0xA5EC since Word 97; it is 0xA5DC in
 * Word 6 and 95 and 0xA697 to 0xA699 in their East Asian editions (found in files).
 */
export function readFib(stream: Uint8Array): Fib | null {
  const mark = u16(stream, 0)
  if (mark === 0xa5ec) return readFib97(stream)
  return mark === 0xa5dc || (mark >= 0xa697 && mark <= 0xa699) ? readFib6(stream) : null
}

function readFib97(stream: Uint8Array): Fib {
  const flags = u16(stream, 10)
  // [MS-DOC] 2.5.1: counted arrays follow each other: csw words, cslw longs, cbRgFcLcb pairs.
  const longs = 32 + 2 + u16(stream, 32) * 2
  const pairsAt = longs + 2 + u16(stream, longs) * 4
  const count = u16(stream, pairsAt)
  const long = (index: number) => u32(stream, longs + 2 + index * 4)
  return {
    dialect: 'word97',
    encrypted: (flags & encryptedFlag) !== 0,
    fastSaved: (flags & fastSavedFlag) !== 0,
    doubleBytes: false,
    tableStream: (flags & oneTableFlag) !== 0 ? '1Table' : '0Table',
    languageId: u16(stream, 6),
    fromMacintosh: false,
    text: { from: u32(stream, 24), to: u32(stream, 28) },
    stories: {
      main: long(3),
      footnotes: long(4),
      headers: long(5),
      macros: 0,
      annotations: long(7),
      endnotes: long(8),
      textBoxes: long(9),
      headerTextBoxes: long(10),
    },
    place: pair => (pair < count ? placeAt(stream, pairsAt + 2 + pair * 8) : nowhere),
    pagesInRow: { characters: { first: 0, count: 0 }, paragraphs: { first: 0, count: 0 } },
  }
}

/** Of fixed size: the lengths of the text at 0x34, the pairs from 0x58 on. Everything stands in the one stream. */
function readFib6(stream: Uint8Array): Fib {
  const flags = u16(stream, 10)
  const long = (index: number) => u32(stream, 0x34 + index * 4)
  return {
    dialect: u16(stream, 0) === 0xa5dc ? 'word6' : 'word6EastAsia',
    encrypted: (flags & encryptedFlag) !== 0,
    fastSaved: (flags & fastSavedFlag) !== 0,
    doubleBytes: (flags & doubleByteFlag) !== 0,
    tableStream: 'WordDocument',
    languageId: u16(stream, 6),
    fromMacintosh: u16(stream, 0x14) === 256,
    text: { from: u32(stream, 24), to: u32(stream, 28) },
    stories: {
      main: long(0),
      footnotes: long(1),
      headers: long(2),
      macros: long(3),
      annotations: long(4),
      endnotes: long(5),
      textBoxes: long(6),
      headerTextBoxes: long(7),
    },
    place: pair => (pair <= pairs.pieceTable ? placeAt(stream, 0x58 + pair * 8) : nowhere),
    pagesInRow: {
      characters: { first: u16(stream, 0x18a), count: u16(stream, 0x18e) },
      paragraphs: { first: u16(stream, 0x18c), count: u16(stream, 0x190) },
    },
  }
}

function placeAt(stream: Uint8Array, at: number): ByteRange {
  return { at: u32(stream, at), length: u32(stream, at + 4) }
}
