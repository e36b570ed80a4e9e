import type { Report } from '../../data/report.ts'
import { cellKey } from '../../form/index.ts'
import { neighbourYear, numberAt } from '../figures.ts'
import { makeFinding } from '../finding.ts'
import type { CheckContext, Finding } from '../model.ts'
import { documentRows, nothingChanged } from './documentRows.ts'

/**
 * Y5: documents in force became more or fewer, though none was issued and none repealed.
 * Source: table 二 of two years, 2021 edition. Formula: 制发 = 废止 = 0 → 现行有效 = that of last year.
 */
export function checkUnexplainedDocuments(report: Report, context: CheckContext): readonly Finding[] {
  const previous = neighbourYear(report, context.previous, -1)
  if (!previous) return []
  return documentRows.flatMap(row => {
    const at = (column: string) => cellKey('disclosure', row, column)
    const [printed, expected] = [numberAt(report, at('inForce')), numberAt(previous, at('inForce'))]
    if (printed === null || expected === null || printed === expected || !nothingChanged(report, row)) return []
    const cells = [at('inForce'), at('issued'), at('repealed')]
    return [makeFinding('Y5', 'warning', `disclosure/${row}`, { table: 'disclosure', cells, printed, expected })]
  })
}
