import type { ReportTable } from '../data/report.ts'
import { type CellKey, cellKey, formTable } from '../form/index.ts'
import type { RuleCode } from './model.ts'

/**
 * The sums printed on the form, as data: the figure at `total` (one cell, or two that add up) must equal the sum of `parts`.
 * E1 six applicant columns = 总计. E2 （一）…（六） = （七）. E3 一 + 二 = （七） + 四 (the note printed above the form's rows).
 * E4 four outcomes = 总计.
 */
export type SumRule = {
  readonly rule: Extract<RuleCode, 'E1' | 'E2' | 'E3' | 'E4'>
  /** Row key (E1, E4) or column key (E2, E3). */
  readonly place: string
  readonly total: readonly CellKey[]
  readonly parts: readonly CellKey[]
}

export type SumResult = SumRule & {
  /** Sum of the parts that are numbers; blanks and dashes add nothing. */
  readonly computed: number
  readonly printed: number
  readonly agrees: boolean
}

function requestRules(edition: ReportTable['edition']): readonly SumRule[] {
  const table = formTable('requests', edition)
  const key = (row: string, column: string) => cellKey('requests', row, column)
  const columns = table.rows[0]?.columns.map(column => column.key) ?? []
  const results = table.rows
    .map(row => row.key)
    .filter(row => !['newRequests', 'carriedOver', 'concluded', 'carriedForward'].includes(row))
  const rows = table.rows.map(
    (row): SumRule => ({
      rule: 'E1',
      place: row.key,
      total: [key(row.key, 'total')],
      parts: columns.filter(column => column !== 'total').map(column => key(row.key, column)),
    }),
  )
  const byColumn = columns.flatMap((column): readonly SumRule[] => [
    { rule: 'E2', place: column, total: [key('concluded', column)], parts: results.map(row => key(row, column)) },
    {
      rule: 'E3',
      place: column,
      total: [key('concluded', column), key('carriedForward', column)],
      parts: [key('newRequests', column), key('carriedOver', column)],
    },
  ])
  return [...rows, ...byColumn]
}

function proceedingRules(edition: ReportTable['edition']): readonly SumRule[] {
  return formTable('proceedings', edition).rows.map(row => ({
    rule: 'E4',
    place: row.key,
    total: [cellKey('proceedings', row.key, 'total')],
    parts: row.columns
      .filter(column => column.key !== 'total')
      .map(column => cellKey('proceedings', row.key, column.key)),
  }))
}

const known = new Map<string, readonly SumRule[]>()

/** The sums of one official table; the disclosure table prints none. */
export function sumRules(table: Pick<ReportTable, 'key' | 'edition'>): readonly SumRule[] {
  if (table.key === 'disclosure') return []
  const id = `${table.key}/${table.edition}`
  const rules =
    known.get(id) ?? (table.key === 'requests' ? requestRules(table.edition) : proceedingRules(table.edition))
  known.set(id, rules)
  return rules
}

/** Values of the number cells of a table by cell key. Blank, dash, text and absent cells have none. */
export function numbersOf(table: ReportTable): ReadonlyMap<CellKey, number> {
  const numbers = new Map<CellKey, number>()
  for (const cell of table.cells) {
    if (cell.state === 'number' && cell.value !== null)
      numbers.set(cellKey(table.key, cell.row, cell.column), cell.value)
  }
  return numbers
}

/**
 * One sum over given numbers, or null where it cannot be judged: no total is printed, or none of the parts is a number.
 * (The missing figure is then F2's business. Blank is never read as 0, it just adds nothing.)
 */
export function evaluateSum(rule: SumRule, numbers: ReadonlyMap<CellKey, number>): SumResult | null {
  const add = (keys: readonly CellKey[]) => keys.reduce((sum, key) => sum + (numbers.get(key) ?? 0), 0)
  const any = (keys: readonly CellKey[]) => keys.some(key => numbers.has(key))
  if (!any(rule.total) || !any(rule.parts)) return null
  // Counts are whole; the tolerance only absorbs binary rounding where a report prints decimals by mistake.
  const computed = Math.round(add(rule.parts) * 1e4) / 1e4
  const printed = Math.round(add(rule.total) * 1e4) / 1e4
  return { ...rule, computed, printed, agrees: computed === printed }
}

/** All sums of a table that can be judged. */
export function evaluateSums(table: ReportTable): readonly SumResult[] {
  const numbers = numbersOf(table)
  return sumRules(table).flatMap(rule => evaluateSum(rule, numbers) ?? [])
}
