import type { Report } from '../data/report.ts'
import { cellKey } from '../form/index.ts'
import { numberAt } from './figures.ts'
import { makeFinding } from './finding.ts'
import type { Finding } from './model.ts'
import { documentRows } from './years/documentRows.ts'

/**
 * Y3: a document made this year is in force at its end or was repealed in it.
 * Source: table 二 of the 2021 edition. Formula: 制发 ≤ 现行有效 + 废止. `expected` is the most that could have been made.
 */
export function checkDocumentBalance(report: Report): readonly Finding[] {
  return documentRows.flatMap(row => {
    const at = (column: string) => cellKey('disclosure', row, column)
    const cells = [at('issued'), at('repealed'), at('inForce')]
    const [printed, repealed, inForce] = cells.map(key => numberAt(report, key))
    if (printed == null || repealed == null || inForce == null) return []
    const expected = inForce + repealed
    if (printed <= expected) return []
    return [makeFinding('Y3', 'warning', `disclosure/${row}`, { table: 'disclosure', cells, printed, expected })]
  })
}
