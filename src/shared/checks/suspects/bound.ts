import { type Board, gapOf, isFailed, neededBy } from './board.ts'

/**
 * How few cells can settle what fails: the bound by which the search leaves most of its ways untried. A cell stands in one row and in one
 * column, whose two sums (E2, E3) count as one place here.
 */

/** Whether one cell could settle this row together with its column. */
function isPaired(board: Board, row: number): boolean {
  for (const at of board.members[row] ?? []) {
    const cell = board.cells[at]
    const own = cell?.shares.find(share => share.sum === row)
    const by = cell && own ? neededBy(board, cell, own) : 0
    if (by !== 0 && cell?.shares.every(({ sum, sign }) => !isFailed(board, sum, sign * by))) return true
  }
  return false
}

/**
 * A lower bound of the cells still to be changed. Every failed row and every failed column takes a cell of its own; a column whose two
 * sums differ takes two. And of cells that hang together n settle at most n + 1 places, so that a cell is worth 1½ places at most, unless
 * it settles its row and its column alone, which is 2: cells ≥ (2 places − pairs) / 3.
 */
export function fewest(board: Board): number {
  const rows = board.rows.filter(row => isFailed(board, row))
  let columns = 0
  let apart = 0
  for (const [one = 0, other = one] of board.columns) {
    const [first, second] = [isFailed(board, one), isFailed(board, other)]
    if (first || second) columns++
    if (first && second && gapOf(board, one) !== gapOf(board, other)) apart++
  }
  const pairs = Math.min(rows.filter(row => isPaired(board, row)).length, columns)
  return Math.max(rows.length, columns + apart, Math.ceil((2 * (rows.length + columns) - pairs) / 3))
}
