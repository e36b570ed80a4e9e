import type { LaidCell, LaidTable } from '../recognition/layout.ts'
import { bare } from './tableChanges.ts'

/** Slots that no cell covers become empty cells, but for those behind a row's last cell. */
export function filled(table: LaidTable): LaidTable {
  const taken = new Set<number>()
  const slot = (row: number, column: number) => row * 1000 + column
  for (const cell of table.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) taken.add(slot(row, column))
  const more: LaidCell[] = []
  for (let row = 0; row < table.rows; row++) {
    let last = table.columns - 1
    while (last >= 0 && !taken.has(slot(row, last))) last--
    for (let column = 0; column < last; column++) if (!taken.has(slot(row, column))) more.push(bare(row, column))
  }
  return { ...table, cells: [...table.cells, ...more].sort((a, b) => a.row - b.row || a.column - b.column) }
}

export const cellsInRow = (table: LaidTable, row: number): readonly LaidCell[] =>
  table.cells.filter(cell => cell.row === row)

/** Relative widths: columns of labels by their longest word, columns of figures alike. */
export function widthsOf(table: LaidTable): readonly number[] {
  const widths = Array.from({ length: table.columns }, () => 8)
  for (const cell of table.cells) {
    if (cell.kind !== 'label' || cell.columnSpan > 1) continue
    widths[cell.column] = Math.min(26, Math.max(widths[cell.column] ?? 8, [...cell.text].length * 1.6))
  }
  return widths
}
