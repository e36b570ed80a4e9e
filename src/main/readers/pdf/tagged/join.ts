import type { TaggedTable } from '../model.ts'
import type { PageCell, PageGrid } from '../ruled/cells.ts'

/** Tables of the structure tree that go on over a page break. */

function sameTable(one: TaggedTable, other: TaggedTable): boolean {
  return (
    one.rows === other.rows &&
    one.columns === other.columns &&
    one.cells.length === other.cells.length &&
    one.cells.every((cell, index) => {
      const same = other.cells[index]
      return same?.row === cell.row && same.column === cell.column && same.rowSpan === cell.rowSpan
    })
  )
}

/** Joins what the next page shows of the same tagged table; null where it is another one. Heads shown again are not repeated. */
export function joinTagged<G extends PageGrid>(upper: G, lower: PageGrid): G | null {
  const [above, below] = [upper.tagged, lower.tagged]
  if (!above || !below || !sameTable(above.table, below.table) || below.last < above.last) return null
  const key = (cell: PageCell) => cell.row * 1000 + cell.column
  const known = new Map(upper.cells.map(cell => [key(cell), cell]))
  for (const cell of lower.cells) {
    const before = known.get(key(cell))
    if (!before || before.text === '') known.set(key(cell), cell)
    else if (cell.text !== '' && cell.text !== before.text)
      known.set(key(cell), { ...before, text: `${before.text}\n${cell.text}` })
  }
  const cells = [...known.values()].sort((a, b) => a.row - b.row || a.column - b.column)
  return { ...upper, cells, tagged: { ...above, last: below.last } }
}
