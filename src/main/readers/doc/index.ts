import type { Block } from '../../../shared/document.ts'
import { type Message, type MessageCode, message } from '../../../shared/messages/index.ts'
import type { Reader, SourceReading } from '../reading.ts'
import { blocksOf } from './blocks.ts'
import { type Container, openContainer, type Stream } from './container.ts'
import { type Fib, pairs, readFib } from './fib.ts'
import { nest } from './nesting.ts'
import { characterRuns, paragraphRuns, type Run } from './pages.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { readText, type Text } from './pieces.ts'
import type { Sources } from './properties.ts'
import { titleIn } from './summary.ts'
import { unreadCharacters } from './unread.ts'

/** Reads a binary Word document (Word 97 to 2003, and what WPS and LibreOffice save as .doc). */
export const readDoc: Reader = async (bytes, name) => {
  const file = { file: name }
  const container = openContainer(bytes)
  if (!container) return failed('doc.notWord', file)
  const main = container.stream('WordDocument')
  const fib = main && readFib(main.bytes)
  if (!main || !fib) return failed(container.truncated || (main && isCut(main)) ? 'doc.truncated' : 'doc.notWord', file)
  if (fib.encrypted) return failed('doc.encrypted', file)
  if (fib.generation === 'word6') return failed('doc.tooOld', file)
  const table = container.stream(fib.tableStream)
  const text = table && readText(main.bytes, table.bytes, fib.place(pairs.pieceTable))
  if (!table || !text || text.text === '') {
    const cut = container.truncated || isCut(main) || (table !== null && isCut(table))
    return failed(cut ? 'doc.truncated' : 'doc.damaged', file)
  }
  return readBody({ container, fib, main, table, text })
}

type Opened = {
  readonly container: Container
  readonly fib: Fib
  readonly main: Stream
  readonly table: Stream
  readonly text: Text
}

function readBody({ container, fib, main, table, text }: Opened): SourceReading {
  const data = container.stream('Data')
  const sources: Sources = { document: main.bytes, table: table.bytes, data: data?.bytes ?? new Uint8Array() }
  const runs = paragraphRuns(main.bytes, table.bytes, fib.place(pairs.paragraphPages))
  const characters = characterRuns(main.bytes, table.bytes, fib.place(pairs.characterPages))
  const unread = unreadCharacters(text, main.bytes, characters)
  const paragraphs = storiesOf(fib).flatMap(({ from, to }) => [
    ...paragraphsOf(text, from, to, runs, sources, unread.mask),
  ])
  const blocks = blocksOf(nest(paragraphs))
  const messages: Message[] = [
    ...missingText(fib, text),
    ...missingLayout(paragraphs, runs),
    ...guessedRows(blocks),
    ...(unread.struckOut > 0 ? [message('doc.struckOut', { count: unread.struckOut })] : []),
  ]
  const summary = container.stream('\x05SummaryInformation')
  const title = summary && titleIn(summary.bytes)
  return { format: 'doc', document: { format: 'doc', title, blocks, pages: [] }, messages }
}

/** The parts of the text that belong to the report: the main text, then foot and end notes and text boxes. */
function storiesOf({ stories }: Fib): readonly { readonly from: number; readonly to: number }[] {
  const notes = stories.main + stories.footnotes
  const endnotes = notes + stories.headers + stories.annotations
  const boxes = endnotes + stories.endnotes
  return [
    { from: 0, to: stories.main },
    { from: stories.main, to: notes },
    { from: endnotes, to: boxes },
    { from: boxes, to: boxes + stories.textBoxes },
  ]
}

function missingText({ stories }: Fib, { text, missing }: Text): readonly Message[] {
  const promised = Math.max(text.length + missing, stories.main)
  const lost = promised - text.length
  return lost > 0 ? [message('doc.partial', { total: promised, missing: lost })] : []
}

function missingLayout(paragraphs: readonly Paragraph[], runs: readonly Run[]): readonly Message[] {
  if (runs.length === 0) return [message('doc.fallback')]
  const lost = paragraphs.filter(({ text, properties }) => properties === null && text !== '').length
  return lost > 0 ? [message('doc.layoutLost', { paragraphs: lost })] : []
}

function guessedRows(blocks: readonly Block[]): readonly Message[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'grid') return []
    const rows = new Set(block.cells.filter(cell => cell.confidence !== undefined).map(cell => cell.row)).size
    return rows > 0 ? [message('doc.rowsGuessed', { rows }, { block: index })] : []
  })
}

function isCut(stream: Stream): boolean {
  return stream.bytes.length < stream.size
}

function failed(code: MessageCode, params: { readonly file: string }): SourceReading {
  return { format: 'doc', document: null, messages: [message(code, params)] }
}
