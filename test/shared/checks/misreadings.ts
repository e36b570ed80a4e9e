import { type CellKey, cellKey, type Edition, formTable, type TableKey } from '../../../src/shared/form/index.ts'
import type { Random } from '../../corpus/random.ts'

/**
 * The misreadings that happen, written down once more, as what comes out of them: what several misreadings are planted by and what other
 * answers are measured by. It knows nothing of how the suspects are ranked.
 */

export const misreadingKinds = [
  'digit for one alike',
  'digit lost',
  'digit doubled',
  'digits transposed',
  'number of a neighbour',
  'neighbours swapped',
  'number split over two cells',
  'number in the next cell',
] as const
export type MisreadingKind = (typeof misreadingKinds)[number]

export type Values = ReadonlyMap<CellKey, number>
type Change = readonly [CellKey, number]

const confusions = ['38', '17', '06', '56', '08', '68']

/** The printed rows of a table; table 四 is one row of fifteen. */
function gridOf(table: TableKey, edition: Edition): readonly (readonly CellKey[])[] {
  const rows = formTable(table, edition).rows.map(row => row.columns.map(column => cellKey(table, row.key, column.key)))
  return table === 'proceedings' ? [rows.flat()] : rows
}

/** The cells beside each cell, and the one to its right. */
export type Grid = {
  readonly cells: readonly CellKey[]
  readonly beside: (cell: CellKey) => readonly CellKey[]
  readonly next: (cell: CellKey) => CellKey | null
}

export function makeGrid(table: TableKey, edition: Edition): Grid {
  const rows = gridOf(table, edition)
  const next = new Map<CellKey, CellKey>()
  const beside = new Map<CellKey, CellKey[]>()
  const join = (a: CellKey | undefined, b: CellKey | undefined) => {
    if (!a || !b) return
    beside.set(a, [...(beside.get(a) ?? []), b])
    beside.set(b, [...(beside.get(b) ?? []), a])
  }
  for (const [at, row] of rows.entries()) {
    for (const [index, cell] of row.entries()) {
      const right = row[index + 1]
      if (right) next.set(cell, right)
      join(cell, right)
      join(cell, rows[at + 1]?.[index])
    }
  }
  return { cells: rows.flat(), beside: cell => beside.get(cell) ?? [], next: cell => next.get(cell) ?? null }
}

/** What digits can be read as instead. */
function digitReadings(value: number, kind: MisreadingKind): readonly number[] {
  const digits = String(value)
  const out: string[] = []
  for (const [at, digit] of [...digits].entries()) {
    const [before, after] = [digits.slice(0, at), digits.slice(at + 1)]
    if (kind === 'digit for one alike')
      out.push(...confusions.flatMap(pair => (pair.includes(digit) ? [before + pair.replace(digit, '') + after] : [])))
    if (kind === 'digit lost' && digits.length > 1) out.push(before + after)
    if (kind === 'digit doubled') out.push(before + digit + digit + after)
    if (kind === 'digits transposed' && after) out.push(before + after[0] + digit + after.slice(1))
  }
  return [...new Set(out.map(Number))].filter(read => read !== value)
}

/** What a cell, and the one beside it, are read as where this happens. */
function readingsOf(kind: MisreadingKind, cell: CellKey, grid: Grid, right: Values): readonly (readonly Change[])[] {
  const value = right.get(cell)
  if (value === undefined) return []
  const at = (other: CellKey) => right.get(other)
  switch (kind) {
    case 'digit for one alike':
    case 'digit lost':
    case 'digit doubled':
    case 'digits transposed':
      return digitReadings(value, kind).map(read => [[cell, read]])
    case 'number of a neighbour':
      return grid.beside(cell).flatMap(other => {
        const read = at(other)
        return read === undefined || read === value ? [] : [[[cell, read] as const]]
      })
    case 'neighbours swapped':
      return grid.beside(cell).flatMap(other => {
        const read = at(other)
        if (!read || !value || read === value) return []
        return [[[cell, read] as const, [other, value] as const]]
      })
    case 'number split over two cells': {
      const other = grid.next(cell)
      const digits = String(value)
      if (!other || at(other) !== 0) return []
      return [...digits]
        .slice(1)
        .map((_, index) => [
          [cell, Number(digits.slice(0, index + 1))] as const,
          [other, Number(digits.slice(index + 1))] as const,
        ])
    }
    case 'number in the next cell':
      return grid.beside(cell).flatMap(other => {
        if (at(other) !== 0 || value === 0) return []
        return [[[cell, 0] as const, [other, value] as const]]
      })
  }
}

/** One misreading of a table that says `right`, in none of the cells `taken`; null where this kind cannot happen there. */
export function misread(kind: MisreadingKind, grid: Grid, right: Values, taken: ReadonlySet<CellKey>, random: Random) {
  const cell = random.pick(grid.cells)
  const readings = readingsOf(kind, cell, grid, right).filter(changes => changes.every(([key]) => !taken.has(key)))
  return readings.length === 0 ? null : random.pick(readings)
}

/** The fewest misreadings by which a table that says `right` in these cells is read as it is; Infinity where none explain it. */
export function misreadingsFor(cells: readonly CellKey[], grid: Grid, right: Values, read: Values): number {
  const [cell, ...rest] = cells
  if (!cell) return 0
  let fewest = Number.POSITIVE_INFINITY
  for (const kind of misreadingKinds) {
    for (const start of [cell, ...grid.beside(cell)]) {
      for (const changes of readingsOf(kind, start, grid, right)) {
        const keys = changes.map(([key]) => key)
        if (!keys.includes(cell) || !changes.every(([key, value]) => read.get(key) === value)) continue
        if (!keys.every(key => cells.includes(key) || right.get(key) === read.get(key))) continue
        fewest = Math.min(
          fewest,
          1 +
            misreadingsFor(
              rest.filter(key => !keys.includes(key)),
              grid,
              right,
              read,
            ),
        )
      }
    }
  }
  return fewest
}
