import { evaluateSums, type SumResult, type Suspect, sumRules } from '../../../shared/checks/index.ts'
import { evaluateSum, numbersOf } from '../../../shared/checks/sums.ts'
import type { Current } from '../../../shared/current.ts'
import { type CellKey, splitCellKey } from '../../../shared/form/index.ts'
import { doubtBelow, findCell, type ReportTable } from '../../../shared/report.ts'

/** A sum as it is drawn in the margin. out: a person has answered for it, so its difference stays but loses its red. */
export type Judged = SumResult & { readonly id: string; readonly out: boolean }

/** Cells a person called a source error (原文如此). */
export function sourceErrorCells(current: Current): ReadonlySet<CellKey> {
  const cells = new Set<CellKey>()
  for (const { verdict, cells: named } of current.verdicts.values()) {
    if (verdict.kind === 'sourceError') for (const cell of named) cells.add(cell)
  }
  return cells
}

/** All sums of a table. A sum is out when it has a verdict itself or runs through a cell that is a source error. */
export function judgeSums(table: ReportTable, current: Current): readonly Judged[] {
  const wrong = sourceErrorCells(current)
  return evaluateSums(table).map(sum => {
    const id = `${sum.rule}:${table.key}/${sum.place}`
    const through = [...sum.total, ...sum.parts].some(cell => wrong.has(cell))
    return { ...sum, id, out: !sum.agrees && (through || current.verdicts.has(id)) }
  })
}

/** Above the threshold of doubt readings are equally sure. */
const doubtOf = (confidence: number) => (confidence < doubtBelow ? confidence : 1)

/**
 * The likely misreadings among the sums that are still in question: cells which, changed alone, settle all of them at once and
 * break none. Most doubtful first, then those in most failed sums. Where several are equally likely nobody is named: a ring round
 * an arbitrary cell would mislead.
 */
export function suspectsOf(table: ReportTable, current: Current): readonly Suspect[] {
  const judged = judgeSums(table, current)
  const outside = new Set(judged.filter(sum => sum.out).map(sum => sum.id))
  const failed = judged.filter(sum => !sum.agrees && !sum.out)
  const first = failed[0]
  if (!first) return []
  const numbers = numbersOf(table)
  const rules = sumRules(table).filter(rule => !outside.has(`${rule.rule}:${table.key}/${rule.place}`))
  const wrong = sourceErrorCells(current)
  const difference = first.printed - first.computed
  const found = [...first.parts, ...first.total].flatMap(cell => {
    const now = numbers.get(cell)
    const value = now === undefined ? -1 : first.parts.includes(cell) ? now + difference : now - difference
    if (value < 0 || wrong.has(cell) || current.confirmed.has(cell)) return []
    const changed = new Map(numbers).set(cell, value)
    if (rules.some(rule => evaluateSum(rule, changed)?.agrees === false)) return []
    const touched = failed.filter(sum => sum.parts.includes(cell) || sum.total.includes(cell)).length
    return [{ cell, value, touched, confidence: doubtOf(findCell(current.report, cell)?.confidence ?? 1) }]
  })
  const [best, second] = found.toSorted((a, b) => a.confidence - b.confidence || b.touched - a.touched)
  const tied = second?.confidence === best?.confidence && second?.touched === best?.touched
  return best && !tied ? [{ cell: best.cell, value: best.value }] : []
}

/**
 * Cells that a sum vouches for: a single misreading breaks every sum it stands in, so a number in one that agrees is right unless
 * two errors cancel. Suspects are never among them.
 */
export function agreeingCells(judged: readonly Judged[], suspects: readonly Suspect[]): ReadonlySet<CellKey> {
  const doubted = new Set(suspects.map(item => item.cell))
  const cells = judged.filter(sum => sum.agrees).flatMap(sum => [...sum.total, ...sum.parts])
  return new Set(cells.filter(cell => !doubted.has(cell)))
}

/** The table a cell key belongs to. */
export function tableOf(cell: CellKey) {
  return splitCellKey(cell)?.table ?? 'requests'
}
