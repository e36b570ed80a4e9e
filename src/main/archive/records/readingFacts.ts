import { type Anchor, blockText, type SourceDocument } from '../../../shared/data/document.ts'
import type { Extraction } from '../../../shared/data/record.ts'
import type { Cell, ReportSection, ReportTable, SectionParagraph } from '../../../shared/data/report.ts'
import { tableNumbers } from '../../../shared/facts/tableNumbers.ts'
import { findFormCell } from '../../../shared/form/index.ts'
import type { Message } from '../../../shared/messages/index.ts'

/** Facts that a reading of form 1 told only indirectly: by the words of a message, or by the text alone. */

/** What a cell's reading was preferred to because the sums agree with it, from the message that says so. */
function chosenOver(cell: Cell, table: ReportTable, messages: readonly Message[]): readonly number[] {
  const form = findFormCell(`${table.key}/${cell.row}/${cell.column}`, table.edition)
  const about = messages.find(
    ({ code, params }) =>
      code === 'recognition.chosenBySums' &&
      params.table === tableNumbers[table.key] &&
      params.row === form?.row.label &&
      params.column === form?.column.label,
  )
  return String(about?.params.others ?? '')
    .split(' / ')
    .flatMap(value => (value !== '' && Number.isFinite(Number(value)) ? [Number(value)] : []))
}

const squeezed = (text: string) => text.replace(/\s+/g, '')

/** The first block from one on, or cell of its grid, whose text holds the wanted one, white space aside. */
function standsFrom(document: SourceDocument, from: number, wanted: string): Anchor | null {
  for (let block = from; block < document.blocks.length; block++) {
    const item = document.blocks[block]
    if (!item) break
    if (item.kind === 'grid') {
      const cell = item.cells.find(one => squeezed(one.text).includes(wanted))
      if (cell) return { block, row: cell.row, column: cell.column }
    } else if (squeezed(blockText(item)).includes(wanted)) return { block }
  }
  return null
}

/** Where the paragraphs of a section stand: each from where the one before was found. One that is not found has no place. */
function paragraphsOf(section: ReportSection, document: SourceDocument): readonly SectionParagraph[] {
  const found: SectionParagraph[] = []
  let from = section.anchor?.block ?? 0
  let start = 0
  for (const text of section.text.split('\n')) {
    const wanted = squeezed(text)
    const anchor = wanted === '' ? null : standsFrom(document, from, wanted)
    if (anchor) {
      found.push({ start, anchor })
      from = anchor.block
    }
    start += text.length + 1
  }
  return found
}

export function withReadingFacts(extraction: Extraction): Extraction {
  const { report, document, messages } = extraction
  if (!report) return extraction
  const tables = report.tables.map(table => ({
    ...table,
    cells: table.cells.map(cell => {
      const over = chosenOver(cell, table, messages)
      return over.length > 0 ? { ...cell, chosenOver: over } : cell
    }),
  }))
  const sections = report.sections.map(section =>
    document ? { ...section, paragraphs: paragraphsOf(section, document) } : section,
  )
  return { ...extraction, report: { ...report, sections, tables } }
}
