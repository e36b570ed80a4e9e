import { isValueLike } from '../cells/cellState.ts'
import type { PlacedCell, TableRow } from '../cells/tableRows.ts'
import { nearestPrinted } from '../fit/labelMatch.ts'
import { outcomeHeads, proceedingHeads } from '../fit/labels.ts'

/** The heads of table 四: kinds of proceeding above, their outcomes below. */

/** The three kinds that have figures of their own, in printed order. */
export const proceedingGroups = ['review', 'directLitigation', 'litigationAfterReview']

const outcomes = outcomeHeads.map(label => label.key)
const allHeads = [...outcomeHeads, ...proceedingHeads]
/** The form has fifteen columns; a row of a thousand cells is no row of it. */
const mostHeads = 100

export type Leaf = {
  readonly cell: PlacedCell
  readonly row: TableRow
  readonly outcome: string
  readonly confidence: number
}
export type ProceedingGroup = { readonly cell: PlacedCell; readonly row: TableRow; readonly key: string }

/** The labels of one row of heads. Lines hold heads and figures in one row; only what stands before the figures counts. */
export function headCells(row: TableRow): readonly PlacedCell[] {
  const cells = row.cells.filter(cell => cell.begins)
  if (row.gridColumns > 0) return cells.slice(0, mostHeads)
  const value = cells.findIndex(cell => isValueLike(cell.text))
  return (value < 0 ? cells : cells.slice(0, value)).slice(-mostHeads)
}

export function leavesOf(row: TableRow): readonly Leaf[] {
  return headCells(row).flatMap(cell => {
    const match = nearestPrinted(cell.text, cell.compact, allHeads)
    return match && outcomes.includes(match.key)
      ? [{ cell, row, outcome: match.key, confidence: match.confidence }]
      : []
  })
}

export function groupsOf(row: TableRow): readonly ProceedingGroup[] {
  return headCells(row).flatMap(cell => {
    const match = nearestPrinted(cell.text, cell.compact, allHeads)
    return match && proceedingHeads.some(head => head.key === match.key) ? [{ cell, row, key: match.key }] : []
  })
}

/** The group whose head spans over a leaf; the lowest such head, so that 复议后起诉 wins over 行政诉讼. */
export function groupOver(leaf: Leaf, heads: readonly ProceedingGroup[]): string | null {
  let found: ProceedingGroup | null = null
  for (const head of heads) {
    if (head.row.block !== leaf.row.block || head.row.row >= leaf.row.row) continue
    const middle = leaf.cell.column + leaf.cell.columnSpan / 2
    if (middle <= head.cell.column || middle >= head.cell.column + head.cell.columnSpan) continue
    if (!found || head.row.row > found.row.row) found = head
  }
  return found && proceedingGroups.includes(found.key) ? found.key : null
}
