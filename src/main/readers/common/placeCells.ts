/**
 * Gives every table cell its place, as the HTML standard forms a table (§4.9.12.1), with two differences. A cell that spans more rows
 * than its row group has is cut at the group's end, as browsers do, because the rows it would add hold nothing. Where a wide cell
 * runs into one that comes down from above, the standard lets both have the slots; here the earlier keeps them and the later ends
 * before it, because a slot belongs to one cell. Where other cells stand is the same either way.
 */

export type SpanCell<T> = {
  readonly value: T
  readonly columnSpan: number
  /** 0: down to the end of the row group. */
  readonly rowSpan: number
}
type PlacedCell<T> = {
  readonly value: T
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}
export type PlacedTable<T> = {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly PlacedCell<T>[]
}

/** Row groups (thead, tbody, tfoot), their rows, the cells in each. */
export type RowGroups<T> = readonly (readonly (readonly SpanCell<T>[])[])[]

/** Places the cells, or returns null where the table would have more than `maxSlots` slots. */
export function placeCells<T>(groups: RowGroups<T>, maxSlots: number): PlacedTable<T> | null {
  // For each column the first row at which it is free again.
  const freeAt: number[] = []
  const cells: PlacedCell<T>[] = []
  const rows = groups.reduce((sum, group) => sum + group.length, 0)
  let columns = 0
  let row = 0
  for (const group of groups) {
    const groupEnd = row + group.length
    for (const line of group) {
      let column = 0
      for (const cell of line) {
        while ((freeAt[column] ?? 0) > row) column += 1
        const end = cell.rowSpan === 0 ? groupEnd : Math.min(groupEnd, row + cell.rowSpan)
        columns = Math.max(columns, column + cell.columnSpan)
        if (columns * rows > maxSlots) return null
        const width = freeWidth(freeAt, column, cell.columnSpan, row)
        for (let at = freeAt.length; at < column; at += 1) freeAt.push(0)
        for (let at = column; at < column + cell.columnSpan; at += 1) freeAt[at] = Math.max(freeAt[at] ?? 0, end)
        cells.push({ value: cell.value, row, column, rowSpan: end - row, columnSpan: width })
        column += cell.columnSpan
      }
      row += 1
    }
  }
  return { rows, columns, cells }
}

function freeWidth(freeAt: readonly number[], column: number, span: number, row: number): number {
  for (let at = 1; at < span; at += 1) if ((freeAt[column + at] ?? 0) > row) return at
  return span
}
