import type { ReportTable } from '../data/report.ts'
import { makeFinding } from './finding.ts'
import type { Finding } from './model.ts'
import { evaluateSums } from './sums.ts'
import { findSuspects, likeliest, sumId } from './suspects/index.ts'

/**
 * E1–E4: every printed sum that the printed parts do not add up to.
 * Source: the form itself (国办公开办函〔2021〕30号); E3 is the note printed above the rows of table 三.
 * Formula: see sums.ts. A sum is judged only where its total and at least one part are numbers.
 */
export function checkSums(table: ReportTable): readonly Finding[] {
  const failed = evaluateSums(table).filter(sum => !sum.agrees)
  if (failed.length === 0) return []
  const groups = findSuspects(table)
  return failed.map(sum => {
    const id = sumId(table, sum)
    return makeFinding(sum.rule, 'error', `${table.key}/${sum.place}`, {
      table: table.key,
      cells: [...sum.total, ...sum.parts],
      printed: sum.printed,
      expected: sum.computed,
      suspects: likeliest(groups.find(group => group.sums.includes(id))),
    })
  })
}
