import type { RuleCode } from '../../../src/shared/checks/index.ts'
import { evaluateSum, sumRules } from '../../../src/shared/checks/sums.ts'
import type { CellKey, TableKey } from '../../../src/shared/form/index.ts'
import type { Truth } from '../../corpus/model.ts'

export type ExpectedSum = {
  readonly rule: RuleCode
  readonly table: TableKey
  readonly place: string
  readonly cells: readonly CellKey[]
}

/**
 * The printed sums of a file that do not add up. Sums with a cell whose figure is a matter of reading (“55（含…）”) or lost in
 * the file are left out: nothing can be expected there.
 */
export function expectedSums(truth: Truth): readonly ExpectedSum[] {
  return (['requests', 'proceedings'] as const).flatMap(key => {
    const table = truth.tables[key]
    if (table.status !== 'there') return []
    const numbers = new Map<CellKey, number>()
    const unclear = new Set<CellKey>()
    for (const [cell, { state, value, also, lost }] of table.cells) {
      if (state === 'number' && value !== null) numbers.set(cell, value)
      if (also.length > 0 || lost) unclear.add(cell)
    }
    return sumRules({ key, edition: table.edition })
      .filter(rule => [...rule.parts, ...rule.total].every(cell => !unclear.has(cell)))
      .filter(rule => evaluateSum(rule, numbers)?.agrees === false)
      .map(rule => ({ rule: rule.rule, table: key, place: rule.place, cells: [...rule.total, ...rule.parts] }))
  })
}
