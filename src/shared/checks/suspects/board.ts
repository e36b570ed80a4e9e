import type { CellKey } from '../../form/index.ts'
import type { SumRule } from '../sums.ts'
import { isJudged, type Share, type SumSystem, valueIn } from './sumSystem.ts'

/** A table laid out for the search: cells and sums by number, changed in place and changed back. */

type BoardCell = {
  readonly key: CellKey
  readonly shares: readonly Share[]
  /** Its share in its row, and the number of its column; −1 where nobody asks about the column. */
  readonly inRow: Share
  readonly column: number
  /** What it says now, and what it would say, in ten-thousandths: amounts have four decimals at most, and whole numbers add up exactly. */
  readonly now: number
  changedBy: number
  /** A cell that was no number begins to count in its sums when it gets one. */
  readonly isNumber: boolean
  /** Whether a person knows it to be read rightly. */
  readonly known: boolean
}

export type Board = {
  readonly system: SumSystem
  readonly cells: readonly BoardCell[]
  /** Numbers of the cells of each sum. */
  readonly members: readonly (readonly number[])[]
  /** The sums of rows (E1, E4), and those of each column (E2, E3): a cell stands in one row and one column. */
  readonly rows: readonly number[]
  readonly columns: readonly (readonly number[])[]
  /** printed − computed of each sum, in ten-thousandths. */
  readonly gaps: number[]
  /** The same before anything was changed. */
  readonly before: readonly number[]
  readonly printed: number[]
  readonly parts: number[]
  /** Sums that are never in question here: answered for, or of another island. */
  readonly out: ReadonlySet<number>
  /** How many changed cells stand in each sum. */
  readonly touched: number[]
}

const unit = 1e4

const nowhere: Share = { sum: -1, sign: 1 }
const isRow = (rule: SumRule | undefined) => rule?.rule === 'E1' || rule?.rule === 'E4'

function placesOf({ plan, out }: SumSystem, island: number) {
  const rows: number[] = []
  const columns = new Map<string, number[]>()
  for (const [sum, rule] of plan.rules.entries()) {
    if (plan.island[sum] !== island || out.has(sum)) continue
    if (isRow(rule)) rows.push(sum)
    else columns.set(rule.place, [...(columns.get(rule.place) ?? []), sum])
  }
  return { rows, columns: [...columns.values()] }
}

export function makeBoard(system: SumSystem, known: ReadonlySet<CellKey>, island: number): Board {
  const keys = [...system.plan.cells.keys()]
  const numberOf = new Map(keys.map((key, at): [CellKey, number] => [key, at]))
  const places = placesOf(system, island)
  const gaps = system.gaps.map(gap => Math.round(gap * unit))
  const cells = [...system.plan.cells].map(
    ([key, shares]): BoardCell => ({
      key,
      shares,
      inRow: shares.find(({ sum }) => isRow(system.plan.rules[sum])) ?? nowhere,
      column: places.columns.findIndex(sums => shares.some(({ sum }) => sums.includes(sum))),
      now: Math.round(valueIn(system, key) * unit),
      changedBy: 0,
      isNumber: system.cells.get(key)?.state === 'number',
      known: known.has(key),
    }),
  )
  return {
    system,
    cells,
    members: system.plan.members.map(keys => keys.flatMap(key => numberOf.get(key) ?? [])),
    ...places,
    gaps: [...gaps],
    before: gaps,
    printed: [...system.printed],
    parts: [...system.parts],
    out: new Set([...system.out, ...system.plan.island.flatMap((own, sum) => (own === island ? [] : [sum]))]),
    touched: system.gaps.map(() => 0),
  }
}

export function gapOf(board: Board, sum: number): number {
  return board.gaps[sum] ?? 0
}

/** Whether a sum is judged as the board stands, and does not agree; `by` more in it. */
export function isFailed(board: Board, sum: number, by = 0): boolean {
  return gapOf(board, sum) + by !== 0 && isJudged(board, sum)
}

/** By how much a cell would have to change for one of its sums to agree; 0 where no count can do it. */
export function neededBy(board: Board, cell: BoardCell, { sum, sign }: Share): number {
  if (cell.known || cell.changedBy !== 0) return 0
  const by = -sign * gapOf(board, sum)
  const value = cell.now + by
  return value >= 0 && value % unit === 0 ? by : 0
}

/** Changes of a cell that no sum asks for: down to 0, and to what the reader saw in it besides. */
export function guesses(board: Board, { key, now }: BoardCell): readonly number[] {
  const seen = board.system.cells.get(key)?.alternatives ?? []
  return [0, ...seen.flatMap(({ value }) => (Number.isInteger(value) && value >= 0 ? [value] : []))].map(
    value => value * unit - now,
  )
}

/** What a changed cell says. */
export function valueOn(cell: BoardCell): number {
  return (cell.now + cell.changedBy) / unit
}

function move(board: Board, cell: BoardCell, by: number, count: 1 | -1): void {
  for (const { sum, sign } of cell.shares) {
    board.gaps[sum] = gapOf(board, sum) + count * sign * by
    board.touched[sum] = (board.touched[sum] ?? 0) + count
    if (cell.isNumber) continue
    const side = sign > 0 ? board.printed : board.parts
    side[sum] = (side[sum] ?? 0) + count
  }
}

/** Changes a cell, goes on, and changes it back. */
export function withChange(board: Board, cell: BoardCell, by: number, go: () => void): void {
  cell.changedBy = by
  move(board, cell, by, 1)
  go()
  move(board, cell, by, -1)
  cell.changedBy = 0
}
