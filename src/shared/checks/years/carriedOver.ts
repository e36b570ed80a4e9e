import type { Report } from '../../data/report.ts'
import { cellKey, formTable } from '../../form/index.ts'
import { neighbourYear, numberAt } from '../figures.ts'
import { makeFinding } from '../finding.ts'
import type { CheckContext, Finding } from '../model.ts'

/**
 * Y1: what one year carried forward is what the next carried over.
 * Source: rows 二 and 四 of table 三 (上年结转, 结转下年度继续办理). Formula, for each column: 二 of this year = 四 of last year. Seen
 * from the earlier report the same contradiction stands at its 四, because either of the two may be wrong.
 */
export function checkCarriedOver(report: Report, context: CheckContext): readonly Finding[] {
  const columns = formTable('requests', '2021').rows[0]?.columns ?? []
  const compare = (other: Report | null, here: string, there: string): readonly Finding[] => {
    if (!other) return []
    return columns.flatMap(column => {
      const cell = cellKey('requests', here, column.key)
      const printed = numberAt(report, cell)
      const expected = numberAt(other, cellKey('requests', there, column.key))
      if (printed === null || expected === null || printed === expected) return []
      const place = `requests/${here}/${column.key}`
      return [makeFinding('Y1', 'warning', place, { table: 'requests', cells: [cell], printed, expected })]
    })
  }
  return [
    ...compare(neighbourYear(report, context.previous, -1), 'carriedOver', 'carriedForward'),
    ...compare(neighbourYear(report, context.next, 1), 'carriedForward', 'carriedOver'),
  ]
}
