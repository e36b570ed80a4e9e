import { type CellKey, cellKey, findFormCell, sectionKeys, tableKeys } from '../form/index.ts'
import type { Cell, Report, ReportTable } from '../report.ts'
import type { Finding } from './model.ts'
import { evaluateSums } from './sums.ts'
import { findSuspects } from './suspects.ts'

export type { Finding, FindingSeverity, RuleCode } from './model.ts'
export { ruleCodes } from './model.ts'
export { evaluateSums, type SumResult, sumRules } from './sums.ts'
export { findSuspects, type Suspect } from './suspects.ts'

const nothing = { table: null, section: null, cells: [], printed: null, expected: null, suspects: [] } as const

/** E1–E4: every printed sum that the printed parts do not add up to. */
function checkSums(table: ReportTable): readonly Finding[] {
  const suspects = findSuspects(table).map(item => item.cell)
  return evaluateSums(table)
    .filter(sum => !sum.agrees)
    .map(sum => ({
      id: `${sum.rule}:${table.key}/${sum.place}`,
      rule: sum.rule,
      severity: 'error',
      table: table.key,
      section: null,
      cells: [...sum.total, ...sum.parts],
      printed: sum.printed,
      expected: sum.computed,
      suspects,
    }))
}

/** F1: a table or section of the form that was not found. */
function checkPresence(report: Report): readonly Finding[] {
  const tables = tableKeys
    .filter(key => !report.tables.some(table => table.key === key && table.cells.some(cell => cell.state !== 'absent')))
    .map((key): Finding => ({ ...nothing, id: `F1:table/${key}`, rule: 'F1', severity: 'warning', table: key }))
  const sections = sectionKeys
    .filter(key => !report.sections.some(section => section.key === key))
    .map((key): Finding => ({ ...nothing, id: `F1:section/${key}`, rule: 'F1', severity: 'warning', section: key }))
  return [...tables, ...sections]
}

function byRow(table: ReportTable, wrong: (cell: Cell) => boolean): ReadonlyMap<string, readonly CellKey[]> {
  const rows = new Map<string, CellKey[]>()
  for (const cell of table.cells) {
    if (!wrong(cell)) continue
    const row = rows.get(cell.row) ?? []
    row.push(cellKey(table.key, cell.row, cell.column))
    rows.set(cell.row, row)
  }
  return rows
}

/** F2: blank, dash or no cell at all where a number is due; one finding a row. */
function checkBlanks(table: ReportTable): readonly Finding[] {
  const empty = byRow(table, cell => cell.state === 'blank' || cell.state === 'dash' || cell.state === 'absent')
  return [...empty].map(([row, cells]) => ({
    ...nothing,
    id: `F2:${table.key}/${row}`,
    rule: 'F2',
    severity: 'warning',
    table: table.key,
    cells,
  }))
}

/** F3: not a whole number ≥ 0 where a count is due; amounts may have decimals, changes may be negative. */
function checkNumbers(table: ReportTable): readonly Finding[] {
  const wrong = byRow(table, cell => {
    if (cell.state === 'text') return true
    if (cell.state !== 'number' || cell.value === null) return false
    const quantity = findFormCell(cellKey(table.key, cell.row, cell.column), table.edition)?.column.quantity ?? 'count'
    if (quantity === 'amount') return cell.value < 0
    if (quantity === 'change') return !Number.isInteger(cell.value)
    return !Number.isInteger(cell.value) || cell.value < 0
  })
  return [...wrong].map(([row, cells]) => ({
    ...nothing,
    id: `F3:${table.key}/${row}`,
    rule: 'F3',
    severity: 'warning',
    table: table.key,
    cells,
  }))
}

/**
 * Everything the checks have to say about a report as it stands. Pure: the same in main at ingest and live in the window.
 * Errors first, then in the order of the form.
 */
export function checkReport(report: Report): readonly Finding[] {
  const found = report.tables.filter(table => table.cells.some(cell => cell.state !== 'absent'))
  return [
    ...found.flatMap(checkSums),
    ...checkPresence(report),
    ...found.flatMap(table => [...checkBlanks(table), ...checkNumbers(table)]),
  ]
}
