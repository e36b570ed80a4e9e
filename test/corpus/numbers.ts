import {
  type CellKey,
  cellKey,
  type Edition,
  formCells,
  formTable,
  type TableKey,
} from '../../src/shared/form/index.ts'
import type { Random } from './random.ts'

/** Plausible numbers that agree with every printed sum. */

const isTop = (row: string) => ['newRequests', 'carriedOver', 'concluded', 'carriedForward'].includes(row)

function disclosure(edition: Edition, random: Random, size: number, put: (key: CellKey, value: number) => void): void {
  for (const { key, row, column } of formCells('disclosure', edition)) {
    if (column.quantity === 'amount') put(key, random.chance(0.3) ? 0 : random.whole(1, size * 1000) / 100)
    else if (column.quantity === 'change') put(key, random.whole(-size, size))
    else if (row.key === 'regulations') put(key, random.chance(0.8) ? 0 : random.whole(1, 9))
    else put(key, random.chance(0.2) ? 0 : random.whole(1, column.key === 'decisions' ? size * 100 : size))
  }
}

function requests(edition: Edition, random: Random, size: number, put: (key: CellKey, value: number) => void): void {
  const { rows } = formTable('requests', edition)
  const applicants = rows[0]?.columns.map(column => column.key).filter(key => key !== 'total') ?? []
  const totals = new Map<string, number>()
  const add = (row: string, column: string, value: number) => {
    put(cellKey('requests', row, column), value)
    totals.set(row, (totals.get(row) ?? 0) + value)
  }
  for (const [index, column] of applicants.entries()) {
    const most = Math.max(1, Math.round(size / (index === 0 ? 1 : 8)))
    let concluded = 0
    for (const row of rows.filter(item => !isTop(item.key))) {
      const value = random.chance(index === 0 ? 0.25 : 0.7) ? 0 : random.whole(0, most)
      concluded += value
      add(row.key, column, value)
    }
    const forward = random.chance(0.5) ? 0 : random.whole(0, most)
    const over = Math.min(concluded + forward, random.chance(0.5) ? 0 : random.whole(0, most))
    add('concluded', column, concluded)
    add('carriedForward', column, forward)
    add('carriedOver', column, over)
    add('newRequests', column, concluded + forward - over)
  }
  for (const row of rows) put(cellKey('requests', row.key, 'total'), totals.get(row.key) ?? 0)
}

function proceedings(edition: Edition, random: Random, size: number, put: (key: CellKey, value: number) => void): void {
  for (const row of formTable('proceedings', edition).rows) {
    let total = 0
    for (const column of row.columns.filter(item => item.key !== 'total')) {
      const value = random.chance(0.5) ? 0 : random.whole(0, Math.max(2, Math.round(size / 4)))
      total += value
      put(cellKey('proceedings', row.key, column.key), value)
    }
    put(cellKey('proceedings', row.key, 'total'), total)
  }
}

/** One number for each cell of the three tables: a town's, a district's or a city's. */
export function makeNumbers(editions: Readonly<Record<TableKey, Edition>>, random: Random): Map<CellKey, number> {
  const numbers = new Map<CellKey, number>()
  const put = (key: CellKey, value: number) => numbers.set(key, value)
  const size = random.pick([4, 30, 300, 4000])
  disclosure(editions.disclosure, random, size, put)
  requests(editions.requests, random, size, put)
  proceedings(editions.proceedings, random, size, put)
  return numbers
}
