import { u16, u32 } from './bytes.ts'

/** The file information block at the start of the WordDocument stream, [MS-DOC] 2.5. */
export type Fib = {
  /** [MS-DOC] 2.5.2: 0xA5EC since Word 97, 0xA5DC in Word 6 and 95, 0xA697 to 0xA699 in their East Asian editions (found in files). */
  readonly generation: 'word97' | 'word6'
  readonly encrypted: boolean
  readonly tableStream: '0Table' | '1Table'
  readonly languageId: number
  readonly stories: Stories
  /** Place and length of a structure in the table stream, by its number in FibRgFcLcb97 ([MS-DOC] 2.5.6). Length 0: not there. */
  readonly place: (pair: number) => Place
}

export type Place = { readonly at: number; readonly length: number }

/** Lengths of the parts of the text in characters, in the order in which they follow each other ([MS-DOC] 2.3). */
export type Stories = {
  readonly main: number
  readonly footnotes: number
  readonly headers: number
  readonly annotations: number
  readonly endnotes: number
  readonly textBoxes: number
  readonly headerTextBoxes: number
}

/** Numbers of the pairs this reader uses. */
export const pairs = { characterPages: 12, paragraphPages: 13, pieceTable: 33, shapeAnchors: 40, drawing: 50 } as const

const encryptedFlag = 0x0100
const oneTableFlag = 0x0200

/** Reads the FIB; null where the stream does not begin with one. */
export function readFib(stream: Uint8Array): Fib | null {
  const mark = u16(stream, 0)
  const old = mark === 0xa5dc || (mark >= 0xa697 && mark <= 0xa699)
  if (mark !== 0xa5ec && !old) return null
  const flags = u16(stream, 10)
  // [MS-DOC] 2.5.1: counted arrays follow each other: csw words, cslw longs, cbRgFcLcb pairs.
  const longs = 32 + 2 + u16(stream, 32) * 2
  const pairsAt = longs + 2 + u16(stream, longs) * 4
  const count = u16(stream, pairsAt)
  const long = (index: number) => u32(stream, longs + 2 + index * 4)
  return {
    generation: old ? 'word6' : 'word97',
    encrypted: (flags & encryptedFlag) !== 0,
    tableStream: (flags & oneTableFlag) !== 0 ? '1Table' : '0Table',
    languageId: u16(stream, 6),
    stories: {
      main: long(3),
      footnotes: long(4),
      headers: long(5),
      annotations: long(7),
      endnotes: long(8),
      textBoxes: long(9),
      headerTextBoxes: long(10),
    },
    place: pair =>
      pair < count
        ? { at: u32(stream, pairsAt + 2 + pair * 8), length: u32(stream, pairsAt + 6 + pair * 8) }
        : { at: 0, length: 0 },
  }
}
