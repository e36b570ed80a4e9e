import type { SourceDocument } from '../../../shared/data/document.ts'
import type { ReportTable } from '../../../shared/data/report.ts'

/** Doubt of what a machine made out from a picture of the page. */

/** A machine's reading of a picture is right nine times of ten and looks right ten times: nobody may take it unseen. */
const mostConfidence = 0.5

/** The table with every figure doubted that stands on a page whose text a machine made out from a picture. */
export function doubtRecognisedPages(table: ReportTable, { pages }: Pick<SourceDocument, 'pages'>): ReportTable {
  const recognised = new Set(pages.filter(page => page.recognised).map(page => page.number))
  if (recognised.size === 0) return table
  return {
    ...table,
    cells: table.cells.map(cell =>
      cell.anchor?.page !== undefined && recognised.has(cell.anchor.page) && cell.state !== 'absent'
        ? { ...cell, confidence: Math.min(cell.confidence, mostConfidence) }
        : cell,
    ),
  }
}
