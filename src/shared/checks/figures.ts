import { findCell, type Report, type ReportTable } from '../data/report.ts'
import type { CellKey, TableKey } from '../form/index.ts'

/** The number printed in a cell; null where there is none. Blank is never 0. */
export function numberAt(report: Report | null | undefined, key: CellKey): number | null {
  const cell = report ? findCell(report, key) : null
  return cell?.state === 'number' ? cell.value : null
}

/** Tables of which at least one cell was found. */
export function foundTables(report: Report): readonly ReportTable[] {
  return report.tables.filter(table => table.cells.some(cell => cell.state !== 'absent'))
}

export function tableOf(report: Report, key: TableKey): ReportTable | null {
  return report.tables.find(table => table.key === key) ?? null
}

/** Takes away what binary fractions add: amounts are printed with four decimals at most. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** The report of exactly the year `by` years away; anything else that was handed over is of no use to the checks between years. */
export function neighbourYear(report: Report, other: Report | null | undefined, by: number): Report | null {
  if (!other || report.year === null || other.year !== report.year + by) return null
  return other
}
