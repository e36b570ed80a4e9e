import { type Cell, otherUnits, type ReportTable } from '../data/report.ts'
import { type CellKey, cellKey, formTable, type Quantity } from '../form/index.ts'
import { makeFinding } from './finding.ts'
import type { Finding, RuleCode } from './model.ts'

/** Checks of single cells: whether a number stands there, and one of the right kind. */

function byRow(table: ReportTable, rule: RuleCode, wrong: (cell: Cell) => boolean): readonly Finding[] {
  const rows = new Map<string, CellKey[]>()
  for (const cell of table.cells) {
    if (!wrong(cell)) continue
    const row = rows.get(cell.row) ?? []
    row.push(cellKey(table.key, cell.row, cell.column))
    rows.set(cell.row, row)
  }
  return [...rows].map(([row, cells]) =>
    makeFinding(rule, 'warning', `${table.key}/${row}`, { table: table.key, cells }),
  )
}

/**
 * F2: blank, dash or no cell at all where a number is due; one finding a row.
 * Source: 填报说明 of the form (every cell is to be filled, 0 where there was nothing).
 */
export function checkBlanks(table: ReportTable): readonly Finding[] {
  return byRow(table, 'F2', cell => cell.state === 'blank' || cell.state === 'dash' || cell.state === 'absent')
}

/**
 * F3: not a whole number ≥ 0 where a count is due; amounts may have decimals, changes (2019 edition) may be negative.
 * Source: the units of the form's columns.
 */
export function checkNumbers(table: ReportTable): readonly Finding[] {
  const { rows } = formTable(table.key, table.edition)
  const quantityOf = (cell: Cell): Quantity =>
    rows.find(row => row.key === cell.row)?.columns.find(column => column.key === cell.column)?.quantity ?? 'count'
  return byRow(table, 'F3', cell => {
    if (cell.state === 'text') return true
    if (cell.state !== 'number' || cell.value === null) return false
    if (cell.value >= 0 && Number.isInteger(cell.value)) return false
    const quantity = quantityOf(cell)
    if (quantity === 'amount') return cell.value < 0
    return quantity === 'count' || !Number.isInteger(cell.value)
  })
}

/**
 * F7: money printed in another unit than the form's 万元; what it would be in 万元 is `expected`.
 * Source: the head of the form (本年收费金额，单位：万元).
 */
export function checkUnits(table: ReportTable): readonly Finding[] {
  return table.cells.flatMap(cell => {
    if (cell.unit === undefined || cell.state !== 'number' || cell.value === null) return []
    const key = cellKey(table.key, cell.row, cell.column)
    const expected = Number((cell.value / otherUnits[cell.unit]).toPrecision(15))
    return [makeFinding('F7', 'warning', key, { table: table.key, cells: [key], printed: cell.value, expected })]
  })
}
