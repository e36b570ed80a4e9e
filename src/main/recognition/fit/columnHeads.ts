import type { PlacedCell, TableRow } from '../cells/tableRows.ts'
import { type KnownLabel, nearestPrinted } from './labelMatch.ts'

/** A column head: the cell that carries the label, and how surely it does. */
export type ColumnHead = { readonly cell: PlacedCell; readonly gridColumns: number; readonly confidence: number }
export type ColumnHeads = ReadonlyMap<string, ColumnHead>

/**
 * The column heads among the cells of one row. A label that stands there twice names no column, but the form's own wording wins over
 * others: beside 总计 a column 合计 is one that somebody added.
 */
export function headsOfRow(row: TableRow, labels: readonly KnownLabel[]): ColumnHeads {
  const heads = new Map<string, ColumnHead>()
  const twice = new Set<string>()
  for (const cell of row.cells) {
    if (!cell.begins || cell.compact.length > 20) continue
    const match = nearestPrinted(cell.text, cell.compact, labels)
    if (!match || match.key === '') continue
    const known = heads.get(match.key)
    if (known && goesOn(known.cell, cell)) {
      const columnSpan = cell.column + cell.columnSpan - known.cell.column
      heads.set(match.key, { ...known, cell: { ...known.cell, columnSpan } })
      continue
    }
    if (known) {
      const [before, now] = [isOfficial(match.key, known.cell, labels), isOfficial(match.key, cell, labels)]
      if (before && !now) continue
      if (before === now) twice.add(match.key)
    }
    heads.set(match.key, { cell, gridColumns: row.gridColumns, confidence: match.confidence })
  }
  for (const key of twice) heads.delete(key)
  return heads
}

/** A head over several columns that was printed once more in each of them, as programs do that know of no merged cells. */
function goesOn(before: PlacedCell, cell: PlacedCell): boolean {
  return before.column + before.columnSpan === cell.column && before.compact === cell.compact
}

function isOfficial(key: string, cell: PlacedCell, labels: readonly KnownLabel[]): boolean {
  return labels.find(label => label.key === key)?.wordings[0] === cell.compact
}

/** Heads of one more row laid over those above it. In one grid the form's own wording stays: 总计 over two rows, 合计 beside it in the lower. */
export function headsBelow(above: ColumnHeads, found: ColumnHeads, labels: readonly KnownLabel[]): ColumnHeads {
  const merged = new Map(above)
  for (const [key, head] of found) {
    const known = above.get(key)
    const stays = known?.cell.block === head.cell.block && isOfficial(key, known.cell, labels)
    if (!stays || isOfficial(key, head.cell, labels)) merged.set(key, head)
  }
  return merged
}

/** Whether the wordings of `keys` follow each other in a text, other text between them allowed. */
export function inOrder(text: string, labels: readonly KnownLabel[], keys: readonly string[]): boolean {
  let from = 0
  for (const key of keys) {
    const wordings = labels.find(label => label.key === key)?.wordings ?? []
    const ends = wordings.flatMap(wording => {
      const at = text.indexOf(wording, from)
      return at < 0 ? [] : [at + wording.length]
    })
    if (ends.length === 0) return false
    from = Math.min(...ends)
  }
  return true
}
