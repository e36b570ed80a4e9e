import type { SourceDocument } from '../../../shared/data/document.ts'
import type { Cell, ReportTable } from '../../../shared/data/report.ts'
import { cellKey } from '../../../shared/form/index.ts'
import type { Tracer } from '../../../shared/trace/steps.ts'
import { confidences, noSurer } from './confidence.ts'

/** Doubt of what a machine made out from a picture of the page. */

const mostConfidence = confidences.unwitnessed

/**
 * The table with every figure doubted that stands on a page whose text a machine made out from a picture: that is right nine times of ten and
 * looks right ten times. `trace` hears which.
 */
export function doubtRecognisedPages(
  table: ReportTable,
  { pages }: Pick<SourceDocument, 'pages'>,
  trace?: Tracer,
): ReportTable {
  const recognised = new Set(pages.filter(page => page.recognised).map(page => page.number))
  if (recognised.size === 0) return table
  const stands = ({ anchor, state }: Cell) =>
    anchor?.page !== undefined && recognised.has(anchor.page) && state !== 'absent'
  trace?.({
    kind: 'recognised',
    table: table.key,
    cells: table.cells.filter(stands).map(cell => cellKey(table.key, cell.row, cell.column)),
    tolerances: { mostConfidence },
  })
  return {
    ...table,
    cells: table.cells.map(cell => (stands(cell) ? noSurer(cell, mostConfidence) : cell)),
  }
}
