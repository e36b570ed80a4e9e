import type { Report } from '../../data/report.ts'
import { type CellKey, splitCellKey } from '../../form/index.ts'
import { neighbourYear, numberAt } from '../figures.ts'
import { makeFinding } from '../finding.ts'
import type { CheckContext, Finding } from '../model.ts'

/** The figures that tell a body's size. Small rows of table 三 jump every year and would only make noise. */
export const jumpCells: readonly CellKey[] = [
  'requests/newRequests/total',
  'requests/concluded/total',
  'disclosure/licensing/decisions',
  'disclosure/penalties/decisions',
  'disclosure/coercion/decisions',
  'disclosure/fees/amount',
]

/**
 * The larger of the two figures must reach this: a handful of cases comes and goes by chance (0 → 3, 1 → 6), while at 20 a fivefold
 * difference is at least 16, more than three times the √20 by which a count of that size wavers. For fees it is 20 万元.
 */
export const jumpFloor = 20
const most = 5

/**
 * Y4: a figure more than five times last year's, or less than a fifth of it.
 * Source: experience: a lost or doubled digit, 元 for 万元, a figure of the whole district in the office's report. Formula:
 * this > 5 × last or this < 0.2 × last, the larger one at least 20. `expected` is last year's figure.
 */
export function checkJumps(report: Report, context: CheckContext): readonly Finding[] {
  const previous = neighbourYear(report, context.previous, -1)
  if (!previous) return []
  return jumpCells.flatMap(cell => {
    const printed = numberAt(report, cell)
    const expected = numberAt(previous, cell)
    if (printed === null || expected === null || Math.max(printed, expected) < jumpFloor) return []
    if (printed <= most * expected && printed * most >= expected) return []
    const table = splitCellKey(cell)?.table ?? null
    return [makeFinding('Y4', 'warning', cell, { table, cells: [cell], printed, expected })]
  })
}
