import type { PlacedCell, TableRow } from '../cells/tableRows.ts'
import type { TableRegion } from './regions.ts'

/** Tables printed with rows and columns exchanged. */

/** A hostile document may claim any size: what lies beyond is not looked at. */
const mostSlots = 200_000
const mostColumns = 200

/** The grids of a region read with rows and columns exchanged: some reports turn table 三 or 四 to fit the page. */
export function transposed(region: TableRegion): readonly TableRegion[] {
  if (region.kind === 'lines') return []
  const grids = new Map<number, TableRow[]>()
  for (const row of region.rows) {
    const rows = grids.get(row.block) ?? []
    rows.push(row)
    grids.set(row.block, rows)
  }
  return [...grids.values()].flatMap(rows => transposedGrid(rows) ?? [])
}

function transposedGrid(rows: readonly TableRow[]): TableRegion | null {
  const [first] = rows
  if (!first || first.gridColumns < 2 || first.gridColumns > mostColumns) return null
  const turned: PlacedCell[][] = Array.from({ length: first.gridColumns }, () => [])
  let slots = 0
  for (const { row, cells } of rows) {
    for (const cell of cells) {
      if (!cell.begins) continue
      // Edges are horizontal places and say nothing about columns that were rows.
      const placed = { ...cell, column: row, columnSpan: cell.rowSpan, rowSpan: cell.columnSpan, edges: null }
      for (let at = cell.column; at < cell.column + cell.columnSpan && slots < mostSlots; at++, slots++)
        turned[at]?.push(at === cell.column ? placed : { ...placed, begins: false })
    }
  }
  const made = turned.map((cells, row) => ({
    block: first.block,
    row,
    gridColumns: rows.length,
    cells: cells.sort((a, b) => a.column - b.column),
  }))
  return { kind: 'grid', rows: made, captions: new Map() }
}
