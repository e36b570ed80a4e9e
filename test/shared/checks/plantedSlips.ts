import { findSuspects } from '../../../src/shared/checks/index.ts'
import type { ReportTable } from '../../../src/shared/data/report.ts'
import { type CellKey, cellKey, type Edition, formTable } from '../../../src/shared/form/index.ts'
import { makeNumbers } from '../../corpus/numbers.ts'
import { makeRandom, type Random } from '../../corpus/random.ts'
import { numberTable } from '../reports.ts'

/** Errors of several cells of table 三, each of one kind, planted in tables that add up. */
export const slipKinds = ['into the next column', 'rows exchanged', 'two cells transposed', 'row slipped'] as const
export type SlipKind = (typeof slipKinds)[number]

type Grid = readonly (readonly CellKey[])[]
type Values = ReadonlyMap<CellKey, number>

const exchanged = (values: Values, [a, b]: readonly [CellKey, CellKey]): Values =>
  new Map([
    [a, values.get(b) ?? 0],
    [b, values.get(a) ?? 0],
  ])

function sideways(grid: Grid): readonly (readonly [CellKey, CellKey])[] {
  return grid.flatMap(row => row.slice(1).map((cell, at): [CellKey, CellKey] => [row[at] ?? cell, cell]))
}

function downwards(grid: Grid): readonly (readonly [CellKey, CellKey])[] {
  return grid
    .slice(1)
    .flatMap((row, at) => row.map((cell, index): [CellKey, CellKey] => [grid[at]?.[index] ?? cell, cell]))
}

/** What is read in place of what is printed; null where this table has nothing that could be misread so. */
function readings(kind: SlipKind, grid: Grid, values: Values, random: Random): Values | null {
  const differ = ([a, b]: readonly [CellKey, CellKey]) => values.get(a) !== values.get(b)
  const empty = (cell: CellKey) => values.get(cell) === 0
  switch (kind) {
    case 'into the next column': {
      const pairs = sideways(grid).filter(([a, b]) => empty(a) !== empty(b))
      return pairs.length === 0 ? null : exchanged(values, random.pick(pairs))
    }
    case 'rows exchanged': {
      const pairs = downwards(grid).filter(differ)
      return pairs.length === 0 ? null : exchanged(values, random.pick(pairs))
    }
    case 'two cells transposed': {
      const all = grid.flat()
      const pair = [random.pick(all), random.pick(all)] as const
      return differ(pair) ? exchanged(values, pair) : null
    }
    case 'row slipped': {
      const row = random.pick(grid)
      const now = row.map(cell => values.get(cell) ?? 0)
      if (now.at(-1) !== 0 || now.filter(value => value > 0).length < 2) return null
      return new Map(row.flatMap((cell, at) => (now[at] === (now[at - 1] ?? 0) ? [] : [[cell, now[at - 1] ?? 0]])))
    }
  }
}

export type SlipRate = {
  cases: number
  /** Named first, and alone. */
  first: number
  /** Named first together with other slips that would leave the very same sums. */
  tied: number
  /** Another set was named alone. */
  other: number
}

/** Plants `count` errors of a kind and counts how they are ranked; the same for the same kind, edition and count. */
export function slipRate(kind: SlipKind, edition: Edition, count: number): SlipRate {
  const rate: SlipRate = { cases: 0, first: 0, tied: 0, other: 0 }
  const grid = formTable('requests', edition).rows.map(row =>
    row.columns.flatMap(column => (column.key === 'total' ? [] : [cellKey('requests', row.key, column.key)])),
  )
  for (let seed = 0; rate.cases < count; seed++) {
    const random = makeRandom(`${kind}${edition}${seed}`)
    const numbers = makeNumbers({ disclosure: edition, requests: edition, proceedings: edition }, random)
    const table = numberTable('requests', edition, (row, column) => numbers.get(cellKey('requests', row, column)) ?? 0)
    const values = new Map(table.cells.map(cell => [cellKey('requests', cell.row, cell.column), cell.value ?? 0]))
    const read = readings(kind, grid, values, random)
    if (!read) continue
    rate.cases++
    // Two cells far apart are two independent groups.
    const likely = findSuspects(withReadings(table, read)).map(({ sets }) =>
      sets.filter(set => set.cost === sets[0]?.cost).map(set => set.changes),
    )
    const planted = likely.flatMap(
      sets => sets.find(changes => changes.every(({ cell, value }) => values.get(cell) === value)) ?? [],
    )
    const right = planted.length === read.size
    if (right && likely.every(sets => sets.length === 1)) rate.first++
    else if (right) rate.tied++
    else rate.other++
  }
  return rate
}

function withReadings(table: ReportTable, read: Values): ReportTable {
  const cells = table.cells.map(cell => {
    const value = read.get(cellKey('requests', cell.row, cell.column))
    return value === undefined ? cell : { ...cell, value, raw: String(value) }
  })
  return { ...table, cells }
}
