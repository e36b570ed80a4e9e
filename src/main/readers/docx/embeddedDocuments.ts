import type { Block, GridBlock, SourceFormat } from '../../../shared/data/document.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import type { OtherReaders, SourceReading } from '../common/reading.ts'
import { type Parts, relationshipsOf } from './parts.ts'
import { chunkIndex, type Embedded, withoutChunks } from './repair/walkState.ts'

/**
 * Documents in the document: alternative chunks (ECMA-376 part 1, 17.17.2.1), which Word shows as if they were part of the text, and objects, of
 * which it shows a picture or a symbol.
 */

export type WithChunks = {
  readonly blocks: readonly Block[]
  readonly messages: readonly Message[]
  /** Chunks that could not be read. */
  readonly unread: number
}

/** Word itself writes one; a package made to waste time could name thousands. */
const mostEmbedded = 20

/** What Word takes in as a chunk, as far as it is read here. */
const chunkFormats: ReadonlySet<SourceFormat> = new Set(['html', 'mhtml', 'rtf', 'text', 'docx'])
/** What an object of Word is. */
const objectFormats: ReadonlySet<SourceFormat> = new Set(['docx', 'doc', 'rtf'])

const isGrid = (block: Block): block is GridBlock => block.kind === 'grid'

/** Puts the blocks of embedded documents where they belong. `embedded` are they in order. */
export async function fillEmbedded(
  blocks: readonly Block[],
  embedded: readonly Embedded[],
  parts: Parts,
  main: string,
  file: string,
  others: OtherReaders,
): Promise<WithChunks> {
  if (embedded.length === 0) return { blocks, messages: [], unread: 0 }
  const relationships = relationshipsOf(parts, main)
  const readAt = async (index: number, formats: ReadonlySet<SourceFormat>): Promise<SourceReading | null> => {
    const target = index < mostEmbedded ? relationships.get(embedded[index]?.id ?? '') : undefined
    const part = target && !target.external ? parts.get(target.target) : undefined
    return part ? others.oneOf(formats, part, file) : null
  }
  // An object beside the tables of a report is an annex of it. Where there are none, it may be the report.
  const ownTables = blocks.some(isGrid)
  const filled: Block[] = []
  const messages: Message[] = []
  const closed = new Set(embedded.map((_, index) => index))
  for (const block of blocks) {
    const index = block.kind === 'paragraph' ? chunkIndex(block.text) : null
    const item = index === null ? undefined : embedded[index]
    if (index === null || !item) {
      filled.push(isGrid(block) ? withMarks(block) : block)
      continue
    }
    if (item.program !== null && (ownTables || !/^Word\b/i.test(item.program))) continue
    const reading = await readAt(index, item.program === null ? chunkFormats : objectFormats)
    if (item.program === null) messages.push(...(reading?.messages ?? []))
    else if (reading?.document?.blocks.some(isGrid))
      messages.push(message('office.embeddedReport'), ...reading.messages)
    else continue
    if (!reading?.document) continue
    filled.push(...reading.document.blocks)
    closed.delete(index)
  }
  const left = [...closed].flatMap(index => embedded[index] ?? [])
  const objects = left.filter(({ program }) => program !== null)
  return {
    blocks: filled,
    messages: [...messages, ...unreadObjects(objects)],
    unread: left.length - objects.length,
  }
}

/** Cells in which something embedded stands, told to hold something that is not text. */
function withMarks(grid: GridBlock): GridBlock {
  const cells = grid.cells.map(cell => {
    const text = withoutChunks(cell.text)
    return text === null ? cell : { ...cell, text, image: true }
  })
  return { ...grid, cells }
}

/** The programs as people call them: Excel.Sheet.12 is of Excel. */
function unreadObjects(objects: readonly Embedded[]): readonly Message[] {
  if (objects.length === 0) return []
  const programs = [...new Set(objects.map(({ program }) => (program ?? '').replace(/\..*$/s, '').slice(0, 40)))]
  return [message('office.embeddedObjects', { count: objects.length, programs: programs.slice(0, 5).join('、') })]
}
