import type { Report } from '../../data/report.ts'
import { cellKey } from '../../form/index.ts'
import { neighbourYear, numberAt } from '../figures.ts'
import { makeFinding } from '../finding.ts'
import type { CheckContext, Finding } from '../model.ts'
import { documentRows, nothingChanged } from './documentRows.ts'

/**
 * Y2: documents in force follow from those of last year.
 * Source: table 二 of the 2021 edition. Formula: 现行有效 = 现行有效 of last year + 本年制发 − 本年废止. The 2019 edition counts
 * something else (对外公开总数量), so a report before 2021 says nothing here.
 */
export function checkDocumentsInForce(report: Report, context: CheckContext): readonly Finding[] {
  const previous = neighbourYear(report, context.previous, -1)
  if (!previous) return []
  return documentRows.flatMap(row => {
    const at = (column: string) => cellKey('disclosure', row, column)
    const cells = [at('inForce'), at('issued'), at('repealed')]
    const [printed, issued, repealed] = [at('inForce'), at('issued'), at('repealed')].map(key => numberAt(report, key))
    const before = numberAt(previous, at('inForce'))
    if (printed == null || issued == null || repealed == null || before === null) return []
    const expected = before + issued - repealed
    // Nothing issued, nothing repealed: that is Y5's.
    if (printed === expected || nothingChanged(report, row)) return []
    return [makeFinding('Y2', 'warning', `disclosure/${row}`, { table: 'disclosure', cells, printed, expected })]
  })
}
