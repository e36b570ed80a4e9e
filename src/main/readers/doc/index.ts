import type { Block } from '../../../shared/document.ts'
import { type Message, type MessageCode, message } from '../../../shared/messages/index.ts'
import type { Reader, SourceReading } from '../reading.ts'
import { blocksOf } from './blocks.ts'
import { decodeOld } from './charsets.ts'
import { type Container, openContainer, type Stream } from './container.ts'
import { type Fib, pairs, readFib } from './fib.ts'
import { readLabels } from './lists.ts'
import { LookReader } from './looks.ts'
import { nest } from './nesting.ts'
import { characterRuns, paragraphRuns, type Run } from './pages.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { decodeUnicode, readText, type Text } from './pieces.ts'
import { PropertyReader } from './properties.ts'
import { drawingsOf } from './shapes.ts'
import { type Span, spansOf } from './spans.ts'
import { readStories } from './stories.ts'
import { readStyles } from './styles.ts'
import { titleIn } from './summary.ts'
import { readFonts } from './symbols.ts'
import { type StyledPart, unreadCharacters } from './unread.ts'

/** Reads a binary Word document: Word 6 to 2003, and what WPS and LibreOffice save as .doc. */
export const readDoc: Reader = async (bytes, name) => {
  const file = { file: name }
  const container = openContainer(bytes)
  if (container === 'none') return failed('doc.notWord', file)
  if (container === 'cut') return failed('doc.truncated', file)
  const main = container.stream('WordDocument')
  const fib = main && readFib(main.bytes)
  if (!main || !fib) return failed(container.truncated || (main && isCut(main)) ? 'doc.truncated' : 'doc.notWord', file)
  if (fib.encrypted) return failed('doc.encrypted', file)
  const table = tableOf(container, fib, main)
  const opened = table && open(container, fib, main, table)
  if (!opened) {
    const cut = container.truncated || isCut(main) || (table !== null && isCut(table))
    return failed(cut ? 'doc.truncated' : 'doc.damaged', file)
  }
  return readBody(opened)
}

type Opened = {
  readonly container: Container
  readonly fib: Fib
  readonly document: Uint8Array
  readonly table: Uint8Array
  readonly text: Text
  readonly characters: readonly Run[]
}

/** The stream beside the text; in Word 6 and 95 it is the same one. */
function tableOf(container: Container, fib: Fib, main: Stream): Stream | null {
  return fib.tableStream === 'WordDocument' ? main : container.stream(fib.tableStream)
}

function open(container: Container, fib: Fib, main: Stream, { bytes: table }: Stream): Opened | null {
  const document = main.bytes
  const characters = characterRuns(
    document,
    { table, place: fib.place(pairs.characterPages), inRow: fib.pagesInRow.characters },
    fib.dialect,
  )
  const decode =
    fib.dialect === 'word97' ? decodeUnicode(document) : decodeOld(fib, document, characters, fib.place(pairs.fonts))
  const text = readText(fib, document, table, fib.place(pairs.pieceTable), decode)
  return text && text.text !== '' ? { container, fib, document, table, text, characters } : null
}

function readBody({ container, fib, document, table, text, characters }: Opened): SourceReading {
  const { dialect } = fib
  const data = container.stream('Data')
  const styles = readStyles(table, fib.place(pairs.styles), dialect)
  const properties = new PropertyReader({ document, data: data?.bytes ?? new Uint8Array(), dialect, styles })
  const pages = { table, place: fib.place(pairs.paragraphPages), inRow: fib.pagesInRow.paragraphs }
  const runs = paragraphRuns(document, pages, dialect)
  const stories = readStories(fib.stories, text)
  const spans = stories.parts.flatMap(({ from, to }) => spansOf(text, from, to, runs, properties))
  const looks = new LookReader(document, dialect, styles, readFonts(table, fib.place(pairs.fonts), dialect))
  const unread = unreadCharacters(text, characters, looks, looks.stylesArePlain ? [] : styledParts(spans))
  const drawings = drawingsOf(table, fib.place(pairs.shapeAnchors), fib.place(pairs.drawing))
  const paragraphs = paragraphsOf(text.text, spans, unread, drawings)
  const labels = readLabels(table, fib.place(pairs.lists), fib.place(pairs.listOverrides))
  const blocks = blocksOf(nest(paragraphs), labels)
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

function styledParts(spans: readonly Span[]): readonly StyledPart[] {
  return spans.map(({ from, mark, properties }) => ({ from, to: mark + 1, style: properties?.style ?? 0 }))
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
