import type { CellKey } from '../form/index.ts'
import type { ReportTable } from '../report.ts'
import { evaluateSum, evaluateSums, numbersOf, sumRules } from './sums.ts'

/** A cell which, changed alone to `value`, makes every sum of its table agree. */
export type Suspect = { readonly cell: CellKey; readonly value: number }

/**
 * “最可能读错的单元格”: the cells that alone would settle all failed sums of one table at once, most likely first.
 * A cell that needs a value below 0 is no suspect. Doubtful cells come first, then those in most failed sums.
 */
export function findSuspects(table: ReportTable): readonly Suspect[] {
  const failed = evaluateSums(table).filter(sum => !sum.agrees)
  const first = failed[0]
  if (!first) return []
  const numbers = numbersOf(table)
  const rules = sumRules(table)
  const found: { suspect: Suspect; confidence: number; touched: number }[] = []
  for (const cell of [...first.parts, ...first.total]) {
    const now = numbers.get(cell)
    if (now === undefined) continue
    const difference = first.printed - first.computed
    const value = first.parts.includes(cell) ? now + difference : now - difference
    if (value < 0) continue
    const changed = new Map(numbers).set(cell, value)
    if (rules.some(rule => evaluateSum(rule, changed)?.agrees === false)) continue
    const [, row, column] = cell.split('/')
    const confidence = table.cells.find(item => item.row === row && item.column === column)?.confidence ?? 1
    const touched = failed.filter(sum => sum.parts.includes(cell) || sum.total.includes(cell)).length
    found.push({ suspect: { cell, value }, confidence, touched })
  }
  return found.sort((a, b) => a.confidence - b.confidence || b.touched - a.touched).map(item => item.suspect)
}
