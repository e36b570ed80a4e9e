import type { ReportTable } from '../../data/report.ts'
import { type CellKey, cellKey, formTable } from '../../form/index.ts'

/** The cells printed beside a cell: left, right, above, below. */
export type Neighbours = (cell: CellKey) => readonly CellKey[]

const known = new Map<string, ReadonlyMap<CellKey, readonly CellKey[]>>()

function printedGrid(table: Pick<ReportTable, 'key' | 'edition'>): readonly (readonly CellKey[])[] {
  const rows = formTable(table.key, table.edition).rows.map(row =>
    row.columns.map(column => cellKey(table.key, row.key, column.key)),
  )
  // Table 四 is printed as one row of fifteen.
  return table.key === 'proceedings' ? [rows.flat()] : rows
}

export function neighboursIn(table: Pick<ReportTable, 'key' | 'edition'>): Neighbours {
  const id = `${table.key}/${table.edition}`
  let map = known.get(id)
  if (!map) {
    const grid = printedGrid(table)
    const at = (row: number, column: number): readonly CellKey[] => {
      const cell = grid[row]?.[column]
      return cell === undefined ? [] : [cell]
    }
    map = new Map(
      grid.flatMap((cells, row) =>
        cells.map((cell, column): readonly [CellKey, readonly CellKey[]] => [
          cell,
          [...at(row, column - 1), ...at(row, column + 1), ...at(row - 1, column), ...at(row + 1, column)],
        ]),
      ),
    )
    known.set(id, map)
  }
  const found = map
  return cell => found.get(cell) ?? []
}
