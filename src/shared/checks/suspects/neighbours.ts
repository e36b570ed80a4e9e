import type { ReportTable } from '../../data/report.ts'
import { type CellKey, cellKey, formTable } from '../../form/index.ts'

/** The cells printed beside a cell: left, right, above, below. */
export type Neighbours = (cell: CellKey) => readonly CellKey[]

/** How cells stand to each other in the printed table. */
export type PrintedPlaces = { readonly around: Neighbours; readonly leftOf: (cell: CellKey) => CellKey | null }

const known = new Map<string, PrintedPlaces>()

function printedGrid(table: Pick<ReportTable, 'key' | 'edition'>): readonly (readonly CellKey[])[] {
  const rows = formTable(table.key, table.edition).rows.map(row =>
    row.columns.map(column => cellKey(table.key, row.key, column.key)),
  )
  // Table 四 is printed as one row of fifteen.
  return table.key === 'proceedings' ? [rows.flat()] : rows
}

export function printedIn(table: Pick<ReportTable, 'key' | 'edition'>): PrintedPlaces {
  const id = `${table.key}/${table.edition}`
  const made = known.get(id)
  if (made) return made
  const grid = printedGrid(table)
  const at = (row: number, column: number): readonly CellKey[] => {
    const cell = grid[row]?.[column]
    return cell === undefined ? [] : [cell]
  }
  const left = new Map<CellKey, CellKey>()
  const around = new Map<CellKey, readonly CellKey[]>()
  for (const [row, cells] of grid.entries()) {
    for (const [column, cell] of cells.entries()) {
      for (const other of at(row, column - 1)) left.set(cell, other)
      around.set(cell, [...at(row, column - 1), ...at(row, column + 1), ...at(row - 1, column), ...at(row + 1, column)])
    }
  }
  const printed: PrintedPlaces = { around: cell => around.get(cell) ?? [], leftOf: cell => left.get(cell) ?? null }
  known.set(id, printed)
  return printed
}
