import { evaluateSums } from '../../../shared/checks/index.ts'
import type { ReportTable } from '../../../shared/data/report.ts'
import { cellKey } from '../../../shared/form/index.ts'
import type { Tracer } from '../../../shared/trace/steps.ts'
import { confidences } from '../cells/confidence.ts'

/**
 * Where cells were only counted (text without slots), a blank that vanished and a stray page number can make a false row of the
 * right length. A row of that kind whose own sum fails is doubtful. Sums only ever lower a confidence, they never raise one.
 */
export function doubtCountedRows(table: ReportTable, trace?: Tracer): ReportTable {
  const failed = new Set(
    evaluateSums(table)
      .filter(sum => !sum.agrees && (sum.rule === 'E1' || sum.rule === 'E4'))
      .flatMap(sum => [...sum.total, ...sum.parts]),
  )
  if (failed.size === 0) return table
  const cells = table.cells.map(cell =>
    cell.confidence <= confidences.byCount && failed.has(cellKey(table.key, cell.row, cell.column))
      ? { ...cell, confidence: Math.min(cell.confidence, confidences.likely) }
      : cell,
  )
  trace?.({
    kind: 'counted',
    table: table.key,
    cells: table.cells.flatMap((cell, at) => (cells[at] !== cell ? [cellKey(table.key, cell.row, cell.column)] : [])),
    tolerances: { byCount: confidences.byCount, likely: confidences.likely },
  })
  return { ...table, cells }
}
