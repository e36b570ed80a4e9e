import { Buffer } from 'node:buffer'
import { encode } from '../../fixtures/encode.ts'
import { container } from './build.ts'

/**
 * Builds documents of Word 6 and 95 byte by byte, which no program at hand writes any more: text in a code page, one-byte codes of
 * properties, everything in one stream. LibreOffice 7.4 and antiword find the same paragraphs in what this writes, antiword the same rows.
 */
export type OldParagraph = {
  readonly text: string
  readonly mark?: '\r' | '\x07'
  readonly sprms?: readonly Buffer[]
  /** Properties of all its characters. */
  readonly characters?: readonly Buffer[]
  readonly style?: number
  /** The encoding of its bytes, where it is not that of the document. */
  readonly encoding?: string
}

export type OldBuilt = {
  readonly paragraphs: readonly OldParagraph[]
  readonly encoding: string
  readonly language: number
  /** 0xA5DC, or that of an East Asian edition. */
  readonly mark?: number
  /** Each character a unit of two bytes. */
  readonly doubleBytes?: boolean
  /** A fast save: pieces stand in the stream in the opposite order of the text. */
  readonly complex?: boolean
  /** Character sets of the fonts. */
  readonly fonts?: readonly number[]
  readonly macintosh?: boolean
}

export const oldByte = (code: number, value: number) => Buffer.from([code, value])
export const oldWord = (code: number, value: number) => Buffer.from([code, value & 0xff, (value >> 8) & 0xff])
export const oldInTable = oldByte(24, 1)

/** sprmTDefTable of Word 6: edges in twips, and for each cell 10 bytes that begin with its flags. */
export function oldRowDefinition(edges: readonly number[], flags: readonly number[] = []): Buffer {
  const count = edges.length - 1
  const sprm = Buffer.alloc(1 + 2 + 1 + edges.length * 2 + count * 10)
  sprm[0] = 190
  sprm.writeUInt16LE(sprm.length - 2, 1)
  sprm[3] = count
  for (const [index, edge] of edges.entries()) sprm.writeInt16LE(edge, 4 + index * 2)
  for (let cell = 0; cell < count; cell++) sprm.writeUInt16LE(flags[cell] ?? 0, 4 + edges.length * 2 + cell * 10)
  return sprm
}

/** One row of a table: its cells and the paragraph that ends it. */
export function oldRow(cells: readonly string[], ...definition: readonly Buffer[]): readonly OldParagraph[] {
  return [
    ...cells.map(text => ({ text, mark: '\x07', sprms: [oldInTable] }) as const),
    { text: '', mark: '\x07', sprms: [oldInTable, oldByte(25, 1), ...definition] },
  ]
}

const pageSize = 512
const textStart = 0x300

export function buildOldDoc(built: OldBuilt): Buffer {
  const parts = built.paragraphs.map(paragraph => ({ paragraph, bytes: bytesOf(paragraph, built) }))
  const order = parts.map((_, index) => index)
  if (built.complex) order.reverse()
  const places: number[] = []
  let end = textStart
  for (const index of order) {
    places[index] = end
    end += parts[index]?.bytes.length ?? 0
  }
  const firstPage = Math.ceil(end / pageSize)
  const pages: Buffer[] = []
  const numbers = { paragraph: [] as number[], character: [] as number[] }
  for (const index of order) {
    const part = parts[index]
    const from = places[index] ?? 0
    if (!part) continue
    const to = from + part.bytes.length
    const style = Buffer.from([part.paragraph.style ?? 0, 0])
    const paragraph = Buffer.concat([style, ...(part.paragraph.sprms ?? [])])
    numbers.paragraph.push(firstPage + pages.length)
    pages.push(pageOf('paragraph', from, to, paragraph))
    numbers.character.push(firstPage + pages.length)
    pages.push(pageOf('character', from, to, Buffer.concat(part.paragraph.characters ?? [])))
  }
  const structures: readonly (readonly [number, Buffer])[] = [
    [13, pageTable(numbers.paragraph, textStart, end)],
    [12, pageTable(numbers.character, textStart, end)],
    [15, fontTable(built.fonts ?? [])],
    [
      33,
      built.complex
        ? pieceTable(parts.map((part, index) => [places[index] ?? 0, lengthOf(part.bytes, built)]))
        : Buffer.alloc(0),
    ],
  ]
  const head = Buffer.alloc((firstPage + pages.length) * pageSize)
  for (const [index, { bytes }] of parts.entries()) bytes.copy(head, places[index] ?? 0)
  for (const [index, page] of pages.entries()) page.copy(head, (firstPage + index) * pageSize)
  let at = head.length
  for (const [pair, structure] of structures) {
    head.writeUInt32LE(at, 0x58 + pair * 8)
    head.writeUInt32LE(structure.length, 0x58 + pair * 8 + 4)
    at += structure.length
  }
  head.writeUInt16LE(built.mark ?? 0xa5dc, 0)
  head.writeUInt16LE(104, 2)
  head.writeUInt16LE(built.language, 6)
  head.writeUInt16LE((built.complex ? 4 : 0) | (built.doubleBytes ? 0x1000 : 0), 10)
  head.writeUInt16LE(built.macintosh ? 256 : 0, 0x14)
  head.writeUInt32LE(textStart, 0x18)
  head.writeUInt32LE(end, 0x1c)
  head.writeUInt32LE(lengthOf(Buffer.alloc(end - textStart), built), 0x34)
  const stream = Buffer.concat([head, ...structures.map(([, structure]) => structure), Buffer.alloc(4096)])
  return container({ WordDocument: stream })
}

function lengthOf(bytes: Buffer, { doubleBytes }: OldBuilt): number {
  return doubleBytes ? bytes.length / 2 : bytes.length
}

function bytesOf({ text, mark, encoding }: OldParagraph, built: OldBuilt): Buffer {
  const all = text + (mark ?? '\r')
  const own = encoding ?? built.encoding
  if (!built.doubleBytes) return Buffer.from(own === 'latin1' ? Buffer.from(all, 'latin1') : encode(all, own))
  // The first byte of a pair is the high one of the unit, and units are little-endian: the bytes change places.
  return Buffer.concat(
    [...all].map(character => Buffer.from([...encode(character, own), 0]).subarray(0, 2)).map(swapped),
  )
}

function swapped(bytes: Buffer): Buffer {
  const [first = 0, second = 0] = bytes
  return second === 0 ? Buffer.from([first, 0]) : Buffer.from([second, first])
}

function pageOf(kind: 'paragraph' | 'character', from: number, to: number, properties: Buffer): Buffer {
  const page = Buffer.alloc(pageSize)
  page.writeUInt32LE(from, 0)
  page.writeUInt32LE(to, 4)
  const padded =
    kind === 'paragraph' && properties.length % 2 === 1 ? Buffer.concat([properties, Buffer.alloc(1)]) : properties
  const offset = Math.floor((pageSize - 2 - padded.length) / 2) * 2
  page[8] = padded.length === 0 ? 0 : offset / 2
  // A paragraph's size counts words, a character's bytes.
  page[offset] = kind === 'paragraph' ? padded.length / 2 : padded.length
  padded.copy(page, offset + 1)
  page[pageSize - 1] = 1
  return page
}

function pageTable(pages: readonly number[], from: number, to: number): Buffer {
  const table = Buffer.alloc((pages.length + 1) * 4 + pages.length * 2)
  table.writeUInt32LE(from, 0)
  table.writeUInt32LE(to, pages.length * 4)
  for (const [index, page] of pages.entries()) table.writeUInt16LE(page, (pages.length + 1) * 4 + index * 2)
  return table
}

function fontTable(charsets: readonly number[]): Buffer {
  const fonts = charsets.map((charset, index) => {
    const name = Buffer.from(`Font${index}\0`, 'latin1')
    return Buffer.concat([Buffer.from([5 + name.length, 0, 0x90, 0x01, charset, 0]), name])
  })
  const all = Buffer.concat(fonts)
  return Buffer.concat([Buffer.from([(all.length + 2) & 0xff, (all.length + 2) >>> 8]), all])
}

function pieceTable(pieces: readonly (readonly [number, number])[]): Buffer {
  const table = Buffer.alloc(5 + (pieces.length + 1) * 4 + pieces.length * 8)
  table[0] = 2
  table.writeUInt32LE(table.length - 5, 1)
  let position = 0
  for (const [index, [place, length]] of pieces.entries()) {
    table.writeUInt32LE(place, 5 + (pieces.length + 1) * 4 + index * 8 + 2)
    position += length
    table.writeUInt32LE(position, 5 + (index + 1) * 4)
  }
  return table
}
