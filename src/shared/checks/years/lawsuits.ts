import type { Report } from '../../data/report.ts'
import { type CellKey, cellKey } from '../../form/index.ts'
import { neighbourYear, numberAt } from '../figures.ts'
import { makeFinding } from '../finding.ts'
import type { CheckContext, Finding } from '../model.ts'

/** Lawsuits against reviews and requests, this year and the year before. */

const total = (row: string): CellKey => cellKey('proceedings', row, 'total')
const reviews = total('review')
const disputes = [reviews, total('directLitigation'), total('litigationAfterReview')]
const requests: readonly CellKey[] = ['requests/newRequests/total', 'requests/carriedOver/total']

/**
 * L1: more lawsuits after a review than there were reviews.
 * Source: article 45 of 行政诉讼法 (suit within 15 days of the review's decision), table 四. Formula: 复议后起诉 总计 ≤ 行政复议 总计 of this and of
 * last year, because a review of last year may end in a suit of this one. `expected` is the most that can be.
 */
export function checkLawsuitsAfterReview(report: Report, context: CheckContext): readonly Finding[] {
  const previous = neighbourYear(report, context.previous, -1)
  const cell = total('litigationAfterReview')
  const [printed, now, before] = [numberAt(report, cell), numberAt(report, reviews), numberAt(previous, reviews)]
  if (printed === null || now === null || before === null || printed <= now + before) return []
  const cells = [cell, reviews]
  return [makeFinding('L1', 'warning', 'proceedings', { table: 'proceedings', cells, printed, expected: now + before })]
}

/** The sum of figures that are all numbers; null where one is not. */
function sumOf(report: Report | null, keys: readonly CellKey[]): number | null {
  const values = keys.map(key => numberAt(report, key))
  return values.some(value => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

/**
 * L2: reviews or lawsuits though nobody asked for anything in two years.
 * Source: tables 三 and 四: a review or suit follows a request, and after two years its times are over (行政复议法, article 20; 行政诉讼法,
 * article 46). Formula: 一 + 二 = 0 in both years → table 四 = 0.
 */
export function checkDisputesWithoutRequests(report: Report, context: CheckContext): readonly Finding[] {
  const previous = neighbourYear(report, context.previous, -1)
  if (sumOf(report, requests) !== 0 || sumOf(previous, requests) !== 0) return []
  const cells = disputes.filter(key => (numberAt(report, key) ?? 0) > 0)
  const printed = cells.reduce((sum, key) => sum + (numberAt(report, key) ?? 0), 0)
  if (printed === 0) return []
  return [
    makeFinding('L2', 'warning', 'proceedings', {
      ...{ table: 'proceedings', cells: [...cells, ...requests], printed, expected: 0 },
    }),
  ]
}
