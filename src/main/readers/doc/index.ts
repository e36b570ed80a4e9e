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
import { drawingsOf } from './shapes.ts'
import { readStories } from './stories.ts'
import { titleIn } from './summary.ts'
import { unreadCharacters } from './unread.ts'

/** Reads a binary Word document (Word 97 to 2003, and what WPS and LibreOffice save as .doc). */
export const readDoc: Reader = async (bytes, name) => {
  const file = { file: name }
  const container = openContainer(bytes)
  if (container === 'none') return failed('doc.notWord', file)
  if (container === 'cut') return failed('doc.truncated', file)
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
  const drawings = drawingsOf(table.bytes, fib.place(pairs.shapeAnchors), fib.place(pairs.drawing))
  const stories = readStories(fib.stories, text)
  const paragraphs = stories.parts.flatMap(({ from, to }) => [
    ...paragraphsOf(text, from, to, runs, sources, unread.mask, drawings),
  ])
  const blocks = blocksOf(nest(paragraphs))
  const messages: Message[] = [
    ...stories.messages,
    ...missingLayout(paragraphs, runs),
    ...guessedRows(blocks),
    ...(unread.struckOut > 0 ? [message('doc.struckOut', { count: unread.struckOut })] : []),
  ]
  const summary = container.stream('\x05SummaryInformation')
  const title = summary && titleIn(summary.bytes)
  return { format: 'doc', document: { format: 'doc', title, blocks, pages: [] }, messages }
}

function missingLayout(paragraphs: readonly Paragraph[], runs: readonly Run[]): readonly Message[] {
  if (runs.length === 0) return [message('doc.fallback')]
  const lost = paragraphs.filter(({ text, properties }) => properties === null && text !== '').length
  return lost > 0 ? [message('doc.layoutLost', { paragraphs: lost })] : []
}

/** One message for all tables; its anchor is the first of them. */
function guessedRows(blocks: readonly Block[]): readonly Message[] {
  let rows = 0
  let first: number | null = null
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'grid') continue
    const guessed = new Set(block.cells.filter(cell => cell.confidence !== undefined).map(cell => cell.row)).size
    if (guessed > 0) first ??= index
    rows += guessed
  }
  return first === null ? [] : [message('doc.rowsGuessed', { rows }, { block: first })]
}

function isCut(stream: Stream): boolean {
  return stream.bytes.length < stream.size
}

function failed(code: MessageCode, params: { readonly file: string }): SourceReading {
  return { format: 'doc', document: null, messages: [message(code, params)] }
}
