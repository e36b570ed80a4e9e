import { findSuspects, type SuspectSet } from '../../../src/shared/checks/index.ts'
import type { ReportTable } from '../../../src/shared/data/report.ts'
import {
  type CellKey,
  cellKey,
  type Edition,
  formTable,
  type TableKey,
  tableKeys,
} from '../../../src/shared/form/index.ts'
import { makeNumbers } from '../../corpus/numbers.ts'
import { makeRandom, type Random } from '../../corpus/random.ts'
import { numberTable } from '../reports.ts'

/**
 * Reports that add up, with one cell misread. The ways of misreading are written down here once more, as what comes out of them, and
 * know nothing of how the suspects are ranked.
 */

const confusions = ['38', '17', '06', '56', '08', '68']

/** What `value` can be read as, given what stands beside, above and below it. */
export function readAs(value: number, beside: readonly number[]): ReadonlySet<number> {
  const digits = String(value)
  const readings = new Set(beside)
  for (const [at, digit] of [...digits].entries()) {
    const [before, after] = [digits.slice(0, at), digits.slice(at + 1)]
    for (const pair of confusions) {
      if (pair.includes(digit)) readings.add(Number(before + pair.replace(digit, '') + after))
    }
    if (digits.length > 1) readings.add(Number(before + after))
    readings.add(Number(before + digit + digit + after))
  }
  readings.delete(value)
  return readings
}

function neighbours(table: TableKey, edition: Edition): ReadonlyMap<CellKey, readonly CellKey[]> {
  const rows = formTable(table, edition).rows.map(row => row.columns.map(column => cellKey(table, row.key, column.key)))
  const grid = table === 'proceedings' ? [rows.flat()] : rows
  const found = new Map<CellKey, CellKey[]>()
  for (const [at, row] of grid.entries()) {
    for (const [index, key] of row.entries()) {
      const around = [row[index - 1], row[index + 1], grid[at - 1]?.[index], grid[at + 1]?.[index]]
      found.set(
        key,
        around.flatMap(cell => cell ?? []),
      )
    }
  }
  return found
}

export type Planted = {
  readonly table: ReportTable
  readonly cell: CellKey
  readonly right: number
  readonly read: number
  /** Whether another cell, misread in one of these ways, would have left the very same table. */
  readonly alsoOthers: boolean
  readonly sets: readonly SuspectSet[]
}

function withValue(table: ReportTable, key: CellKey, value: number): ReportTable {
  const cells = table.cells.map(cell =>
    cellKey(table.key, cell.row, cell.column) === key ? { ...cell, value, raw: String(value) } : cell,
  )
  return { ...table, cells }
}

function valuesOf(table: ReportTable): ReadonlyMap<CellKey, number> {
  return new Map(
    table.cells.flatMap((cell): [CellKey, number][] =>
      cell.value === null ? [] : [[cellKey(table.key, cell.row, cell.column), cell.value]],
    ),
  )
}

/** Some bodies leave whole rows without cases blank. */
function withBlankRows(table: ReportTable, random: Random): ReportTable {
  const rows = [...new Set(table.cells.map(cell => cell.row))]
  const blank = new Set(
    rows.filter(row => table.cells.every(cell => cell.row !== row || cell.value === 0) && random.chance(0.6)),
  )
  const cells = table.cells.map(cell =>
    blank.has(cell.row) ? ({ ...cell, state: 'blank', value: null, raw: '' } as const) : cell,
  )
  return { ...table, cells }
}

/** One case; the same for the same seed. Null where the chosen cell cannot be misread in any of the ways. */
export function plant(seed: string): Planted | null {
  const random = makeRandom(seed)
  const edition: Edition = random.chance(0.8) ? '2021' : '2019'
  const numbers = makeNumbers({ disclosure: edition, requests: edition, proceedings: edition }, random)
  const all = tableKeys.map(key =>
    numberTable(key, edition, (row, column) => numbers.get(cellKey(key, row, column)) ?? 0),
  )
  const tables = random.chance(0.2) ? all.map(table => withBlankRows(table, random)) : all
  const cell = random.pick(tables.flatMap(table => [...valuesOf(table).keys()]))
  const whole = tables.find(table => cell.startsWith(`${table.key}/`))
  if (!whole) return null
  const values = valuesOf(whole)
  const around = neighbours(whole.key, edition)
  const beside = (key: CellKey) => (around.get(key) ?? []).flatMap(other => values.get(other) ?? [])
  const right = values.get(cell) ?? 0
  const readings = [...readAs(right, beside(cell))]
  if (readings.length === 0) return null
  const read = random.pick(readings)
  const table = withValue(whole, cell, read)
  const sets = findSuspects(table)[0]?.sets ?? []
  const now = new Map(values).set(cell, read)
  const alsoOthers = sets.some(({ changes }) => {
    const [only] = changes
    if (!only || changes.length > 1 || only.cell === cell) return false
    const shown = now.get(only.cell)
    const near = (around.get(only.cell) ?? []).flatMap(other => now.get(other) ?? [])
    return shown !== undefined && readAs(only.value, near).has(shown)
  })
  return { table, cell, right, read, alsoOthers, sets }
}

export type Rate = {
  cases: number
  decidable: number
  first: number
  /** The same by table. */
  decidableIn: Record<string, number>
  firstIn: Record<string, number>
  /** Not decidable, and why. */
  unseen: Record<string, number>
  ambiguous: Record<string, number>
  readonly missed: Planted[]
}

/** Plants `count` errors and counts how often the planted cell, with its right value, is ranked first and alone. */
export function suspectsRate(count: number, seed: string): Rate {
  const rate: Rate = {
    cases: 0,
    decidable: 0,
    first: 0,
    decidableIn: {},
    firstIn: {},
    unseen: {},
    ambiguous: {},
    missed: [],
  }
  const bump = (counts: Record<string, number>, key: string) => {
    counts[key] = (counts[key] ?? 0) + 1
  }
  for (let at = 0; rate.cases < count; at++) {
    const planted = plant(`${seed}${at}`)
    if (!planted) continue
    rate.cases++
    const place = planted.table.key
    if (findSuspects(planted.table).length === 0) bump(rate.unseen, place)
    else if (planted.alsoOthers) bump(rate.ambiguous, place)
    else {
      rate.decidable++
      bump(rate.decidableIn, place)
      const [first, second] = planted.sets
      const [change] = first?.changes ?? []
      const alone = first?.changes.length === 1 && (!second || second.cost > first.cost)
      if (alone && change?.cell === planted.cell && change.value === planted.right) {
        rate.first++
        bump(rate.firstIn, place)
      } else rate.missed.push(planted)
    }
  }
  return rate
}
