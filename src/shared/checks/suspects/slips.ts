import type { ReportTable } from '../../data/report.ts'
import { type CellKey, cellKey, formTable } from '../../form/index.ts'
import type { Suspect } from './model.ts'
import { type SumSystem, valueIn, withCell } from './sumSystem.ts'

/** Rows that slipped by one column, as one misreading. */

/** The part columns of each row of table 三, left to right. */
function rowsOf(table: Pick<ReportTable, 'key' | 'edition'>): readonly (readonly CellKey[])[] {
  if (table.key !== 'requests') return []
  return formTable(table.key, table.edition).rows.map(row =>
    row.columns.flatMap(column => (column.key === 'total' ? [] : [cellKey(table.key, row.key, column.key)])),
  )
}

/** The row moved back by one column; null where a number would fall off its end, for nobody can say what stood there. */
function movedBack(system: SumSystem, row: readonly CellKey[], by: 1 | -1): readonly Suspect[] | null {
  const now = row.map(cell => valueIn(system, cell))
  const lost = by === 1 ? now.at(-1) : now[0]
  if (lost !== 0) return null
  return row.flatMap((cell, at) => {
    const value = now[at - by] ?? 0
    return value === now[at] ? [] : [{ cell, value }]
  })
}

/**
 * Rows whose numbers all slipped by one column, as where an empty cell was left out: more cells than two, and still one slip. Only
 * those that settle every failed sum; `settles` says whether a changed system does.
 */
export function rowSlips(
  system: SumSystem,
  table: Pick<ReportTable, 'key' | 'edition'>,
  known: ReadonlySet<CellKey>,
  settles: (system: SumSystem) => boolean,
): readonly (readonly Suspect[])[] {
  return rowsOf(table).flatMap(row =>
    ([1, -1] as const).flatMap(by => {
      const changes = movedBack(system, row, by)
      if (!changes || changes.length < 3 || changes.some(change => known.has(change.cell))) return []
      const moved = changes.reduce((rest, { cell, value }) => withCell(rest, cell, value), system)
      return settles(moved) ? [changes] : []
    }),
  )
}
