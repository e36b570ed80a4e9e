import { type Cell, doubtBelow } from '../../data/report.ts'
import type { CellKey } from '../../form/index.ts'
import { costs, digitCost } from './misreadings.ts'
import type { Suspect } from './model.ts'
import type { Neighbours, PrintedPlaces } from './neighbours.ts'

/** How likely a misreading is, to put the likeliest suspect first. */

/** The reader itself named the needed value, or was unsure of the cell: that weighs more than any likeness of digits. */
const named = -20
const doubted = -5

type Cells = ReadonlyMap<CellKey, Cell>
type Pair = readonly [Suspect, Suspect]

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

/** A number moved into the cell beside it changed places with a 0, or with nothing. */
function areSwapped(left: Cell, right: Cell, [a, b]: Pair): boolean {
  return (left.value ?? 0) === b.value && (right.value ?? 0) === a.value
}

/** One number split over two cells, of which the other was empty: 12 read as 1 and 2, 102 as 1 and 02. */
function isSplit(left: Cell, right: Cell, [a, b]: Pair): boolean {
  if (left.value === null || right.value === null) return false
  const [start, whole] = [String(left.value), String(a.value || b.value)]
  const rest = whole.slice(start.length)
  return (a.value === 0 || b.value === 0) && whole.startsWith(start) && rest !== '' && Number(rest) === right.value
}

/**
 * Two cells side by side that changed places, or hold one number, are one slip, not two errors; two that changed places far apart are at
 * least no two that nothing explains. Null where they are neither.
 */
function slipCost(cells: Cells, printed: PrintedPlaces, pair: Pair): number | null {
  const [a, b] = pair
  if (printed.leftOf(a.cell) === b.cell) return slipCost(cells, printed, [b, a])
  const [left, right] = [cells.get(a.cell), cells.get(b.cell)]
  if (!left || !right) return null
  const trusted = trust(left, a.value) + trust(right, b.value)
  if (areSwapped(left, right, pair))
    return trusted + (printed.around(a.cell).includes(b.cell) ? costs.common : costs.none)
  return printed.leftOf(b.cell) === a.cell && isSplit(left, right, pair) ? trusted + costs.common : null
}

/**
 * How unlikely it is that all these cells were misread: the sum of its slips, taken in the likeliest way. Something that nothing explains may
 * have happened to one cell, but nobody would believe it of several together: Infinity.
 */
export function setCost(cells: Cells, printed: PrintedPlaces, changes: readonly Suspect[]): number {
  const [only, ...others] = changes
  if (only && others.length === 0) return suspectCost(cells, printed.around, only)
  return slipsCost(cells, printed, changes)
}

function slipsCost(cells: Cells, printed: PrintedPlaces, changes: readonly Suspect[]): number {
  const [first, ...rest] = changes
  if (!first) return 0
  const own = suspectCost(cells, printed.around, first)
  const alone = own < costs.none ? own + slipsCost(cells, printed, rest) : Number.POSITIVE_INFINITY
  const together = rest.flatMap((other, at) => {
    const cost = slipCost(cells, printed, [first, other])
    return cost === null ? [] : [cost + slipsCost(cells, printed, rest.toSpliced(at, 1))]
  })
  return Math.min(alone, ...together)
}
