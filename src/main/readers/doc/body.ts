import type { Block } from '../../../shared/data/document.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import type { SourceReading } from '../common/reading.ts'
import { settleDoubts, white } from '../common/sight.ts'
import { blocksOf } from '../common/wordTables/blocks.ts'
import type { WordParagraph } from '../common/wordTables/model.ts'
import { nest } from '../common/wordTables/nesting.ts'
import { CharacterFormatReader } from './characters/formatting.ts'
import { withFormFields } from './characters/formFields.ts'
import type { Grounds } from './characters/seen.ts'
import { readStyles } from './characters/styles.ts'
import { readFonts } from './characters/symbols.ts'
import { characterTreatments, type StyledPart } from './characters/treatment.ts'
import type { Container } from './container/container.ts'
import { titleIn } from './container/summary.ts'
import { type Fib, pairs } from './header/fib.ts'
import { type FormattedRun, paragraphRuns } from './header/propertyPages.ts'
import { readLabels } from './paragraphs/lists.ts'
import { paragraphsOf } from './paragraphs/paragraphs.ts'
import { PropertyReader } from './paragraphs/properties.ts'
import { type ParagraphRange, paragraphRanges } from './paragraphs/ranges.ts'
import { drawingsOf, liesBelowText } from './paragraphs/shapes.ts'
import type { PiecedText } from './text/pieces.ts'
import type { Salvaged } from './text/salvage.ts'
import { readStories } from './text/stories.ts'

/** Puts together what the parts of the .doc reader find: text, formatting, tables and blocks. */

export type OpenedWord = {
  readonly container: Container
  readonly fib: Fib
  readonly document: Uint8Array
  readonly table: Uint8Array
  readonly text: PiecedText
  readonly characters: readonly FormattedRun[]
}

/** Reads a document whose text was found: layout, what is left out, tables. */
export function readBody({ container, fib, document, table, text, characters }: OpenedWord): SourceReading {
  const { dialect } = fib
  const data = container.stream('Data')
  const styles = readStyles(table, fib.place(pairs.styles), dialect)
  const properties = new PropertyReader({ document, data: data?.bytes ?? new Uint8Array(), dialect, styles })
  const pages = { table, place: fib.place(pairs.paragraphPages), inRow: fib.pagesInRow.paragraphs }
  const runs = paragraphRuns(document, pages, dialect)
  const stories = readStories(fib.stories, text)
  const spans = stories.parts.flatMap(({ from, to }) => paragraphRanges(text, from, to, runs, properties))
  const formats = new CharacterFormatReader(
    document,
    dialect,
    styles,
    readFonts(table, fib.place(pairs.fonts), dialect),
  )
  const anchors = fib.place(pairs.shapeAnchors)
  const grounds: Grounds = {
    spans,
    page: liesBelowText(table, anchors) ? 'unknown' : white,
    bodyEnd: stories.parts[0]?.to ?? 0,
  }
  const parts = formats.stylesArePlain ? [] : styledParts(spans)
  const seen = characterTreatments(text, characters, formats, parts, grounds)
  const fields = { document, data: data?.bytes ?? new Uint8Array(), text, runs: characters, formats }
  const treatment = dialect === 'word97' ? withFormFields(seen, fields) : seen
  const drawings = drawingsOf(table, anchors, fib.place(pairs.drawing))
  const paragraphs = paragraphsOf(text.text, spans, treatment, drawings)
  const labels = readLabels(table, fib.place(pairs.lists), fib.place(pairs.listOverrides))
  const read = blocksOf(nest(paragraphs), labels)
  const blocks = treatment.doubts > 0 ? settleDoubts(read) : read
  const messages: Message[] = [
    ...stories.messages,
    ...missingLayout(paragraphs, runs),
    ...guessedRows(read),
    ...(treatment.struckOut > 0 ? [message('doc.struckOut', { count: treatment.struckOut })] : []),
    ...(treatment.unseen > 0 ? [message('office.unseenText', { count: treatment.unseen })] : []),
  ]
  const summary = container.stream('\x05SummaryInformation')
  const title = summary && titleIn(summary.bytes)
  return { format: 'doc', document: { format: 'doc', title, blocks, pages: [] }, messages }
}

function styledParts(spans: readonly ParagraphRange[]): readonly StyledPart[] {
  return spans.map(({ from, mark, properties }) => ({ from, to: mark + 1, style: properties?.style ?? 0 }))
}

function missingLayout(paragraphs: readonly WordParagraph[], runs: readonly FormattedRun[]): readonly Message[] {
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

/** Text alone, found in a damaged file. */
export function readSalvaged({ fib, document, text }: Salvaged): SourceReading {
  const { dialect } = fib
  const stories = readStories(fib.stories, text)
  const properties = new PropertyReader({ document, data: new Uint8Array(), dialect, styles: [] })
  const spans = stories.parts.flatMap(({ from, to }) => paragraphRanges(text, from, to, [], properties))
  const formats = new CharacterFormatReader(document, dialect, [], [])
  const grounds: Grounds = { spans, page: 'unknown', bodyEnd: 0 }
  const paragraphs = paragraphsOf(text.text, spans, characterTreatments(text, [], formats, [], grounds), new Set())
  const messages = [message('doc.salvaged'), ...stories.messages.filter(({ code }) => code === 'doc.partial')]
  return {
    format: 'doc',
    document: { format: 'doc', title: null, blocks: blocksOf(nest(paragraphs), null), pages: [] },
    messages,
  }
}
