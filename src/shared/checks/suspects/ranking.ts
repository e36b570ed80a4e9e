import { type Cell, doubtBelow } from '../../data/report.ts'
import type { CellKey } from '../../form/index.ts'
import { costs, digitCost } from './misreadings.ts'
import type { Suspect } from './model.ts'
import type { Neighbours } from './neighbours.ts'

/** How likely a misreading is, to put the likeliest suspect first. */

/** The reader itself named the needed value, or was unsure of the cell: that weighs more than any likeness of digits. */
const named = -20
const doubted = -5

type Cells = ReadonlyMap<CellKey, Cell>

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D+/g, '')
}

/** Where no number was read. A cell of prose that holds the needed digits is a number with words around it. */
function lostCost(cell: Cell, needed: number): number {
  if (cell.state === 'text') return digitsOf(cell.raw ?? '') === String(needed) ? costs.common : costs.blank
  return cell.state === 'absent' ? costs.lost : costs.blank
}

/** The number read is that of a cell beside: a row or a column slipped. A 0 proves less, since most numbers are 0. */
function besideCost(cells: Cells, around: readonly CellKey[], needed: number, read: number): number {
  const has = (value: number) => around.some(key => cells.get(key)?.value === value)
  if (has(read)) return read === 0 ? costs.beside : costs.common
  return read === 0 && has(needed) ? costs.beside : costs.none
}

/** Below 0 where the reader gave a reason to look at this cell first. */
function trust(cell: Cell, needed: number): number {
  const other = cell.alternatives.find(item => item.value === needed)
  if (other) return named - other.confidence
  return cell.confidence < doubtBelow ? doubted * (2 - cell.confidence) : 0
}

/** How unlikely it is that this cell says `value` in the source. */
export function suspectCost(cells: Cells, around: Neighbours, { cell: key, value }: Suspect): number {
  const cell = cells.get(key)
  if (!cell) return costs.none
  if (cell.state !== 'number' || cell.value === null) return trust(cell, value) + lostCost(cell, value)
  const likeness = Math.min(digitCost(value, cell.value), besideCost(cells, around(key), value, cell.value))
  return trust(cell, value) + likeness
}

/** Two cells that only have to change places are one slip, not two errors. */
export function pairCost(cells: Cells, around: Neighbours, [a, b]: readonly [Suspect, Suspect]): number {
  const [left, right] = [cells.get(a.cell), cells.get(b.cell)]
  const swapped = (left?.value ?? 0) === b.value && (right?.value ?? 0) === a.value
  if (!left || !right || !swapped || !around(a.cell).includes(b.cell))
    return suspectCost(cells, around, a) + suspectCost(cells, around, b)
  return trust(left, a.value) + trust(right, b.value) + costs.common
}
