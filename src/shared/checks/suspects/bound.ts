import { type Board, gapOf, isFailed, neededBy } from './board.ts'

/**
 * How few cells can settle what fails: the bound by which the search leaves most of its ways untried. A cell stands in one row and in one
 * column, whose two sums (E2, E3) count as one place here.
 */

/** Columns, as bits, that could be settled by one cell together with this row. */
function pairedWith(board: Board, row: number): number {
  let columns = 0
  for (const at of board.members[row] ?? []) {
    const cell = board.cells[at]
    if (!cell || cell.column < 0) continue
    const by = neededBy(board, cell, cell.inRow)
    if (by === 0) continue
    let settles = true
    for (const { sum, sign } of cell.shares) if (isFailed(board, sum, sign * by)) settles = false
    if (settles) columns |= 1 << cell.column
  }
  return columns
}

/** How many of the rows can be settled together with a column each: the largest matching, but at most `enough`. */
function mostPairs(board: Board, rows: readonly number[], enough: number): number {
  const columnsOf = new Map<number, number>()
  const rowOf = new Map<number, number>()
  const place = (row: number, tried: { bits: number }): boolean => {
    const columns = columnsOf.get(row) ?? 0
    for (let column = 0; columns >> column !== 0; column++) {
      if ((columns & ~tried.bits & (1 << column)) === 0) continue
      tried.bits |= 1 << column
      const other = rowOf.get(column)
      if (other !== undefined && !place(other, tried)) continue
      rowOf.set(column, row)
      return true
    }
    return false
  }
  let count = 0
  for (const [at, row] of rows.entries()) {
    if (count >= enough || count + rows.length - at < enough) break
    columnsOf.set(row, pairedWith(board, row))
    if (place(row, { bits: 0 })) count++
  }
  return count
}

/**
 * Whether so few cells could still settle what fails. Every failed row and every failed column takes a cell of its own; a column whose
 * two sums differ takes two. And of cells that hang together n settle at most n + 1 places, so that a cell is worth 1½ places at most, unless
 * it settles its row and its column alone, which is 2: 3 cells ≥ 2 places − pairs.
 */
export function couldSettle(board: Board, cells: number): boolean {
  const rows: number[] = []
  for (const row of board.rows) if (isFailed(board, row)) rows.push(row)
  if (rows.length > cells) return false
  let columns = 0
  let apart = 0
  for (const [one = 0, other = one] of board.columns) {
    const [first, second] = [isFailed(board, one), isFailed(board, other)]
    if (first || second) columns++
    if (first && second && gapOf(board, one) !== gapOf(board, other)) apart++
  }
  if (columns + apart > cells) return false
  const wanting = 2 * (rows.length + columns) - 3 * cells
  if (wanting <= 0) return true
  return wanting <= Math.min(rows.length, columns) && mostPairs(board, rows, wanting) >= wanting
}

/** The fewest cells of which this is not ruled out. */
export function fewest(board: Board): number {
  let cells = 0
  while (!couldSettle(board, cells)) cells++
  return cells
}
