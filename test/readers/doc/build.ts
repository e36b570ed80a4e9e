import { Buffer } from 'node:buffer'
import CFB from 'cfb'
import type { Block } from '../../../src/shared/data/document.ts'
import { type BuiltLevel, type BuiltStyle, fontTable, listTable, overrideTable, styleSheet } from './structures.ts'

/**
 * Builds small binary Word documents byte by byte, for what no word processor at hand writes: mixed pieces, fast saves, rows that lost
 * their definition, merges in the old notation. The container is written by `cfb`, so the two readings of [MS-CFB] check each other.
 */
export type BuiltParagraph = {
  readonly text: string
  /** The mark at the end; default is a paragraph mark. */
  readonly mark?: '\r' | '\x07' | '\x0c'
  /** Two bytes a character (default) or one. */
  readonly wide?: boolean
  readonly style?: number
  readonly sprms?: readonly Buffer[]
  /** Left out: the paragraph gets no page with properties. */
  readonly layout?: boolean
  /** Number of the block of properties laid over by a fast save. */
  readonly block?: number
  /** A single property laid over by a fast save: seven bits of code and its operand. */
  readonly over?: readonly [number, number]
}

export type Built = {
  readonly paragraphs: readonly BuiltParagraph[]
  /** Pieces stand in the stream in the opposite order of the text. */
  readonly backwards?: boolean
  readonly data?: Buffer
  readonly blocks?: readonly Buffer[]
  readonly styles?: readonly (BuiltStyle | null)[]
  readonly fonts?: readonly string[]
  readonly lists?: readonly (readonly BuiltLevel[])[]
  readonly overrides?: readonly { readonly list: number; readonly start?: number }[]
  readonly characters?: readonly {
    readonly paragraph: number
    /** Characters of the paragraph that the properties hold for; all of them when left out. */
    readonly from?: number
    readonly to?: number
    readonly sprms: readonly Buffer[]
  }[]
}

export const byte = (code: number, value: number) => Buffer.from([code & 0xff, code >>> 8, value])
export const word = (code: number, value: number) => {
  const sprm = Buffer.alloc(4)
  sprm.writeUInt16LE(code, 0)
  sprm.writeInt16LE(value, 2)
  return sprm
}
export const long = (code: number, value: number) => {
  const sprm = Buffer.alloc(6)
  sprm.writeUInt16LE(code, 0)
  sprm.writeInt32LE(value, 2)
  return sprm
}
export const inTable = (depth = 1) => [byte(0x2416, 1), long(0x6649, depth)]

/** sprmTDefTable: edges in twips, and for each cell the flags of its TC. */
export function rowDefinition(edges: readonly number[], flags: readonly number[] = []): Buffer {
  const count = edges.length - 1
  const sprm = Buffer.alloc(2 + 2 + 1 + edges.length * 2 + count * 20)
  sprm.writeUInt16LE(0xd608, 0)
  sprm.writeUInt16LE(sprm.length - 3, 2)
  sprm[4] = count
  for (const [index, edge] of edges.entries()) sprm.writeInt16LE(edge, 5 + index * 2)
  for (let cell = 0; cell < count; cell++) sprm.writeUInt16LE(flags[cell] ?? 0, 5 + edges.length * 2 + cell * 20)
  return sprm
}

/** One row of a table: its cells and the paragraph that ends it. */
export function row(cells: readonly string[], ...definition: readonly Buffer[]): readonly BuiltParagraph[] {
  return [
    ...cells.map(text => ({ text, mark: '\x07', sprms: inTable() }) as const),
    { text: '', mark: '\x07', sprms: [...inTable(), byte(0x2417, 1), ...definition] },
  ]
}

/** Cells of a grid as `row,column rows×columns text`. */
export function cells(block: Block | undefined): readonly string[] {
  if (block?.kind !== 'grid') throw new Error('not a grid')
  return block.cells.map(
    ({ row, column, rowSpan, columnSpan, text }) => `${row},${column} ${rowSpan}×${columnSpan} ${text}`,
  )
}

const pageSize = 512
const textStart = 0x800
const pairsStart = 0x9a

/** The whole file. */
export function buildDoc(built: Built): Buffer {
  return container(streamsOf(built))
}

/** Wraps streams into a compound file. */
export function container(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, name, content)
  const written: unknown = CFB.write(file, { type: 'buffer' })
  if (!Buffer.isBuffer(written)) throw new Error('cfb wrote no buffer')
  return written
}

export function streamsOf(built: Built): Record<'WordDocument' | '1Table' | 'Data', Buffer> {
  const parts = built.paragraphs.map(paragraph => {
    const text = paragraph.text + (paragraph.mark ?? '\r')
    return { paragraph, length: text.length, bytes: Buffer.from(text, paragraph.wide === false ? 'latin1' : 'utf16le') }
  })
  const order = parts.map((_, index) => index)
  if (built.backwards) order.reverse()
  const places: number[] = []
  let at = textStart
  for (const index of order) {
    places[index] = at
    at += (parts[index]?.bytes.length ?? 0) + 2
  }
  const firstPage = Math.ceil(at / pageSize)
  const pages: Buffer[] = []
  const entries = { paragraph: [] as number[], character: [] as number[] }
  const addPage = (kind: 'paragraph' | 'character', index: number, properties: Buffer, first = 0, last?: number) => {
    const place = places[index] ?? 0
    const part = parts[index]
    const width = part ? part.bytes.length / part.length : 2
    entries[kind].push(firstPage + pages.length)
    pages.push(pageOf(kind, place + first * width, place + (last ?? part?.length ?? 0) * width, properties))
  }
  for (const [index, { paragraph }] of parts.entries()) {
    if (paragraph.layout === false) continue
    const style = Buffer.from([paragraph.style ?? 0, 0])
    addPage('paragraph', index, Buffer.concat([style, ...(paragraph.sprms ?? [])]))
  }
  for (const { paragraph, sprms, from, to } of built.characters ?? [])
    addPage('character', paragraph, Buffer.concat(sprms), from, to)

  const document = Buffer.alloc((firstPage + pages.length) * pageSize)
  for (const [index, { bytes }] of parts.entries()) bytes.copy(document, places[index] ?? 0)
  for (const [index, page] of pages.entries()) page.copy(document, (firstPage + index) * pageSize)

  const pieceTable = pieceTableOf(
    parts.map(({ length, paragraph }, index) => ({ length, at: places[index] ?? 0, paragraph })),
    built.blocks ?? [],
  )
  const paragraphPages = pageTable(entries.paragraph)
  const characterPages = pageTable(entries.character)
  const lists = built.lists ? listTable(built.lists) : null
  const structures: readonly (readonly [number, Buffer, Buffer?])[] = [
    [33, pieceTable],
    [13, paragraphPages],
    [12, characterPages],
    ...(built.styles ? ([[1, styleSheet(built.styles)]] as const) : []),
    ...(built.fonts ? ([[15, fontTable(built.fonts)]] as const) : []),
    ...(lists ? ([[73, lists.counted, lists.rest]] as const) : []),
    ...(built.overrides ? ([[74, overrideTable(built.overrides)]] as const) : []),
  ]
  const pairs: (readonly [number, number, number])[] = []
  let end = 0
  for (const [pair, structure, rest] of structures) {
    pairs.push([pair, end, structure.length])
    end += structure.length + (rest?.length ?? 0)
  }
  const table = Buffer.concat(structures.flatMap(([, structure, rest]) => (rest ? [structure, rest] : [structure])))
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  writeFib(document, length, pairs)
  document.writeUInt32LE(textStart, 24)
  document.writeUInt32LE(at, 28)
  return { WordDocument: document, '1Table': table, Data: built.data ?? Buffer.alloc(0) }
}

function writeFib(document: Buffer, length: number, pairs: readonly (readonly [number, number, number])[]): void {
  document.writeUInt16LE(0xa5ec, 0)
  document.writeUInt16LE(0x00c1, 2)
  document.writeUInt16LE(0x0200, 10)
  document.writeUInt16LE(14, 32)
  document.writeUInt16LE(22, 62)
  document.writeUInt32LE(length, 0x4c)
  document.writeUInt16LE(93, 0x98)
  for (const [pair, at, size] of pairs) {
    document.writeUInt32LE(at, pairsStart + pair * 8)
    document.writeUInt32LE(size, pairsStart + pair * 8 + 4)
  }
}

function pageOf(kind: 'paragraph' | 'character', from: number, to: number, properties: Buffer): Buffer {
  const page = Buffer.alloc(pageSize)
  page.writeUInt32LE(from, 0)
  page.writeUInt32LE(to, 4)
  const even = properties.length % 2 === 0
  // A paragraph's size counts words: from 1 the odd lengths, behind a 0 the even ones. A character's counts bytes.
  const head =
    kind === 'character' ? [properties.length] : even ? [0, properties.length / 2] : [(properties.length + 1) / 2]
  const offset = Math.floor((pageSize - 1 - head.length - properties.length) / 2) * 2
  page[8] = offset / 2
  Buffer.concat([Buffer.from(head), properties]).copy(page, offset)
  page[pageSize - 1] = 1
  return page
}

function pageTable(pages: readonly number[]): Buffer {
  const table = Buffer.alloc(pages.length === 0 ? 0 : (pages.length + 1) * 4 + pages.length * 4)
  for (const [index, page] of pages.entries()) table.writeUInt32LE(page, (pages.length + 1) * 4 + index * 4)
  return table
}

type PlacedPiece = { readonly length: number; readonly at: number; readonly paragraph: BuiltParagraph }

function pieceTableOf(pieces: readonly PlacedPiece[], blocks: readonly Buffer[]): Buffer {
  const heads = blocks.map(block => Buffer.concat([Buffer.from([1, block.length & 0xff, block.length >>> 8]), block]))
  const table = Buffer.alloc(5 + (pieces.length + 1) * 4 + pieces.length * 8)
  table[0] = 2
  table.writeUInt32LE(table.length - 5, 1)
  let position = 0
  for (const [index, piece] of pieces.entries()) {
    const descriptor = 5 + (pieces.length + 1) * 4 + index * 8
    const compressed = piece.paragraph.wide === false
    table.writeUInt32LE(compressed ? (piece.at * 2) | 0x40000000 : piece.at, descriptor + 2)
    if (piece.paragraph.block !== undefined) table.writeUInt16LE((piece.paragraph.block << 1) | 1, descriptor + 6)
    if (piece.paragraph.over) {
      const [code, value] = piece.paragraph.over
      table.writeUInt16LE((code << 1) | (value << 8), descriptor + 6)
    }
    position += piece.length
    table.writeUInt32LE(position, 5 + (index + 1) * 4)
  }
  return Buffer.concat([...heads, table])
}
