import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSuspects } from '../../../src/shared/checks/index.ts'
import { makeBoard } from '../../../src/shared/checks/suspects/board.ts'
import { fewest } from '../../../src/shared/checks/suspects/bound.ts'
import { makeMarks, markOf } from '../../../src/shared/checks/suspects/marks.ts'
import { type Settled, settle } from '../../../src/shared/checks/suspects/settling.ts'
import {
  failedSums,
  type SumSystem,
  sumSystem,
  valueIn,
  withCell,
} from '../../../src/shared/checks/suspects/sumSystem.ts'
import type { ReportTable } from '../../../src/shared/data/report.ts'
import { type CellKey, cellKey } from '../../../src/shared/form/index.ts'
import { agreeingRequests, numberTable } from '../reports.ts'

/** The search itself: that it finds the smallest sets, all of them and no others, and says when it stopped. */

type Changes = readonly (readonly [CellKey, number])[]
const key = (row: string, column: string): CellKey => `requests/${row}/${column}`
const whole = agreeingRequests('2021', (row, column) => 100 + row.length * 7 + column.length)

function reading(changes: Changes, table: ReportTable = whole): ReportTable {
  const read = new Map(changes)
  const cells = table.cells.map(cell => {
    const value = read.get(cellKey(table.key, cell.row, cell.column))
    return value === undefined ? cell : { ...cell, value, raw: String(value) }
  })
  return { ...table, cells }
}

const right = (cell: CellKey, table: ReportTable = whole) =>
  table.cells.find(item => cellKey(table.key, item.row, item.column) === cell)?.value ?? 0

/** What the search finds where every answer is as likely as any other. */
function found(table: ReportTable, known: readonly CellKey[] = [], steps = { left: 40_000 }) {
  const system = sumSystem(table, new Set())
  return {
    system,
    groups: settle(system, failedSums(system), { known: new Set(known), whole: [], costOf: () => 1 }, steps),
  }
}

const sizeOf = (groups: readonly Settled[]) =>
  groups.reduce((all, group) => all + (group.sets[0]?.changes.length ?? Number.POSITIVE_INFINITY), 0)

/**
 * The same by trying: all sets of `count` cells among `cells`, with every value up to `most`. As sets of values by cell, so that only what
 * is said in the end counts.
 */
function byTrying(system: SumSystem, cells: readonly CellKey[], count: number, most: number): ReadonlySet<string> {
  const sets = new Set<string>()
  const go = (now: SumSystem, from: number, left: number, said: readonly string[]) => {
    if (left === 0) {
      if (failedSums(now).length === 0) sets.add(said.toSorted().join())
      return
    }
    for (let at = from; at < cells.length; at++) {
      const cell = cells[at]
      if (!cell) continue
      // The last cell must settle some sum, so that nothing but what a sum asks for need be tried.
      for (let value = 0; value <= most; value++) {
        if (value !== valueIn(now, cell))
          go(withCell(now, cell, value), at + 1, left - 1, [...said, `${cell}=${value}`])
      }
    }
  }
  go(system, 0, count, [])
  return sets
}

/** A small table: two result rows, three columns and the two that close them; everything else is known to be right. */
const rows = ['granted', 'partiallyGranted', 'concluded']
const columns = ['individual', 'business', 'total']
const small = agreeingRequests('2021', (row, column) =>
  ['individual', 'business'].includes(column) && ['granted', 'partiallyGranted'].includes(row) ? 2 : 0,
)
const smallCells = rows.flatMap(row => columns.map(column => key(row, column)))
const others = small.cells
  .map(cell => cellKey('requests', cell.row, cell.column))
  .filter(cell => !smallCells.includes(cell))

describe('the smallest sets', () => {
  it('are none where every sum agrees, whatever was read anew as it stood', () => {
    const cell = key('denied.security', 'publicWelfare')
    expect(found(reading([[cell, right(cell)]])).groups).toEqual([])
  })

  it('are what one finds by trying everything in a small table, one cell or two', () => {
    const error = fc.tuple(fc.constantFrom(...smallCells), fc.nat({ max: 4 }))
    // One of each size for certain; the rest as it comes.
    const one: Changes = [[key('granted', 'individual'), 3]]
    const two: Changes = [...one, [key('partiallyGranted', 'business'), 4]]
    const examples: [(readonly [CellKey, number])[]][] = [[[...one]], [[...two]]]
    const sizes = new Set<number>()
    fc.assert(
      fc.property(fc.array(error, { minLength: 1, maxLength: 2 }), errors => {
        const { system, groups } = found(reading(errors, small), others)
        if (groups.length === 0) return
        const size = sizeOf(groups)
        sizes.add(size)
        const smaller = size > 1 ? byTrying(system, smallCells, size - 1, 9) : new Set()
        expect([...smaller]).toEqual([])
        // Every way to settle all is one set of each group.
        const all = groups.reduce<readonly (readonly string[])[]>(
          (ways, group) =>
            ways.flatMap(way =>
              group.sets.map(set => [...way, ...set.changes.map(({ cell, value }) => `${cell}=${value}`)]),
            ),
          [[]],
        )
        const ways = new Set(all.map(way => way.toSorted().join()))
        const tried = byTrying(system, smallCells, size, 9)
        for (const way of ways.size > 0 ? ways : tried) expect(tried).toContain(way)
      }),
      { numRuns: 8, examples },
    )
    expect([...sizes].toSorted()).toEqual([1, 2])
  })

  it('have no smaller one among all cells of table 三, whatever the one or two misreadings', () => {
    const cells = whole.cells.map(cell => key(cell.row, cell.column))
    const error = fc.tuple(fc.constantFrom(...cells), fc.nat({ max: 900 }))
    fc.assert(
      fc.property(fc.array(error, { minLength: 1, maxLength: 2 }), errors => {
        const { system, groups } = found(reading(errors))
        const wrong = errors.filter(
          ([cell, value], at) => right(cell) !== value && errors.findLastIndex(([other]) => other === cell) === at,
        )
        expect(groups.length === 0 ? 0 : sizeOf(groups)).toBeLessThanOrEqual(wrong.length)
        const one = cells.filter(cell =>
          (system.plan.cells.get(cell) ?? []).some(({ sum, sign }) => {
            const value = valueIn(system, cell) - sign * (system.gaps[sum] ?? 0)
            return value >= 0 && failedSums(withCell(system, cell, value)).length === 0
          }),
        )
        if (groups.length > 0) expect(sizeOf(groups) === 1).toBe(one.length > 0)
        for (const { sums, sets } of groups)
          for (const { changes } of sets) {
            const after = failedSums(changes.reduce((now, { cell, value }) => withCell(now, cell, value), system))
            expect(after).toEqual(failedSums(system).filter(sum => !sums.includes(sum)))
          }
      }),
    )
  })

  it('hold what was misread, up to five cells that hang together', () => {
    const chain: Changes = [
      [key('granted', 'individual'), 3],
      [key('denied.process', 'individual'), 1000],
      [key('denied.process', 'research'), 70],
      [key('other.other', 'research'), 2111],
      [key('other.other', 'total'), 41],
    ]
    for (let count = 1; count <= 5; count++) {
      const { groups } = found(reading(chain.slice(0, count)))
      expect(groups).toHaveLength(1)
      const expected = chain.slice(0, count).map(([cell]) => ({ cell, value: right(cell) }))
      const sets = groups[0]?.sets.map(set => set.changes.toSorted((a, b) => a.cell.localeCompare(b.cell)))
      expect(sets).toContainEqual(expected.toSorted((a, b) => a.cell.localeCompare(b.cell)))
    }
  })

  it('fall into independent groups, each row with the column that fails by as much', () => {
    const cells = [
      key('granted', 'individual'),
      key('denied.process', 'business'),
      key('notProcessed.repeat', 'publicWelfare'),
      key('other.other', 'research'),
      key('carriedForward', 'legalService'),
    ]
    const groups = findSuspects(reading(cells.map((cell, at) => [cell, right(cell) + 3 + 10 * at])))
    expect(groups.map(group => [group.sums.length, group.sets.map(set => set.changes)])).toEqual(
      cells.map(cell => [2, [[{ cell, value: right(cell) }]]]),
    )
  })

  it('are in one group where two rows and two columns fail alike, and every way is named', () => {
    const cells = [key('granted', 'individual'), key('denied.process', 'business')]
    const { groups } = found(reading(cells.map(cell => [cell, right(cell) + 7])))
    expect(groups.map(group => group.sets.map(set => set.changes.map(item => item.cell)))).toEqual([
      expect.arrayContaining([
        expect.arrayContaining(cells),
        expect.arrayContaining([key('granted', 'business'), key('denied.process', 'individual')]),
      ]),
    ])
    expect(groups[0]?.sets).toHaveLength(2)
  })

  it('find two cells of a sum that can only share its difference, one going down to 0', () => {
    const table = numberTable('proceedings', '2021', (_, column) => (column === 'total' ? 3 : 4))
    const known: CellKey[] = ['proceedings/review/total', 'proceedings/review/pending']
    const system = sumSystem(table, new Set())
    const groups = settle(system, [0], { known: new Set(known), whole: [], costOf: () => 1 })
    // 4 + 4 + 4 + 4 instead of 3: even two cells less are not enough, and two that would settle one sum assume more than they explain.
    expect(groups).toEqual([{ sums: [0], sets: [], stopped: false }])
  })

  it('keep a swap apart from another misreading of the same column, in which it changes nothing', () => {
    const [one, two, third] = [
      key('denied.stateSecret', 'total'),
      key('denied.otherLaw', 'total'),
      key('granted', 'total'),
    ]
    const table = reading([
      [one, right(two) + 30],
      [two, right(one) - 30],
      [third, right(third) + 600],
    ])
    const { groups } = found(table)
    expect(groups.map(group => group.sums.length)).toEqual([2, 2])
    for (const cell of [one, two, third])
      expect(groups.flatMap(group => group.sets.flatMap(set => set.changes))).toContainEqual({
        cell,
        value: right(cell),
      })
  })

  it('are the same each time', () => {
    const table = reading([
      [key('granted', 'individual'), 7],
      [key('denied.process', 'individual'), 7],
      [key('other.other', 'total'), 7],
    ])
    expect(findSuspects(table)).toEqual(findSuspects(structuredClone(table)))
  })

  it('take a cell that got a number into its sums, which are judged from then on', () => {
    const blank = { state: 'blank', value: null, raw: '' } as const
    const lost = {
      ...whole,
      cells: whole.cells.map(cell =>
        cell.row === 'granted' && cell.column === 'total'
          ? { ...cell, ...blank }
          : cell.row === 'granted' && cell.column === 'business'
            ? { ...cell, value: right(key('granted', 'business')) + 5 }
            : cell,
      ),
    }
    const { groups } = found(lost)
    expect(groups.flatMap(group => group.sets[0]?.changes ?? [])).toEqual(
      expect.arrayContaining([
        { cell: key('granted', 'total'), value: right(key('granted', 'total')) },
        { cell: key('granted', 'business'), value: right(key('granted', 'business')) },
      ]),
    )
  })
})

describe('the bound', () => {
  it('stops a search after so many steps, and says so', () => {
    const table = reading([
      [key('granted', 'individual'), 3],
      [key('denied.process', 'individual'), 1000],
      [key('denied.process', 'research'), 70],
    ])
    const { groups, system } = found(table, [], { left: 3 })
    expect(groups).toEqual([{ sums: failedSums(system), sets: [], stopped: true }])
    const steps = { left: 40_000 }
    expect(found(table, [], steps).groups[0]?.stopped).toBe(false)
    expect(steps.left).toBeGreaterThan(0)
  })

  it('gives a table up of which nearly every sum fails', () => {
    const table = numberTable('requests', '2021', (row, column) => row.length * 31 + column.length * 7)
    const groups = findSuspects(table)
    expect(groups.map(group => [group.sets.length, group.stopped])).toEqual([[0, true]])
  })

  it('never asks for more cells than were misread', () => {
    const cells = whole.cells.map(cell => key(cell.row, cell.column))
    const error = fc.tuple(fc.constantFrom(...cells), fc.nat({ max: 900 }))
    fc.assert(
      fc.property(fc.array(error, { minLength: 1, maxLength: 8 }), errors => {
        const table = reading(errors)
        const wrong = cells.filter(cell => right(cell) !== right(cell, table))
        const system = sumSystem(table, new Set())
        const island = system.plan.island[0] ?? 0
        expect(fewest(makeBoard(system, new Set(), island))).toBeLessThanOrEqual(wrong.length)
        // Cells that are known to be right cannot be among them: the bound may only grow, and still holds.
        const known = new Set(cells.filter(cell => !wrong.includes(cell)))
        const bound = fewest(makeBoard(system, known, island))
        expect(bound).toBeLessThanOrEqual(wrong.length)
        expect(bound).toBeGreaterThanOrEqual(fewest(makeBoard(system, new Set(), island)))
      }),
    )
  })

  it('counts a row and its column as one, and two rows of one column as two', () => {
    const board = (changes: Changes) => {
      const system = sumSystem(reading(changes), new Set())
      return makeBoard(system, new Set(), system.plan.island[0] ?? 0)
    }
    const off = (row: string, column: string, by: number): readonly [CellKey, number] => [
      key(row, column),
      right(key(row, column)) + by,
    ]
    expect(fewest(board([]))).toBe(0)
    expect(fewest(board([off('granted', 'individual', 5)]))).toBe(1)
    expect(fewest(board([off('concluded', 'individual', 5)]))).toBe(1)
    expect(fewest(board([off('granted', 'individual', 5), off('denied.process', 'individual', 9)]))).toBe(2)
    expect(fewest(board([off('granted', 'individual', 5), off('denied.process', 'business', 9)]))).toBe(2)
    expect(fewest(board([off('granted', 'individual', 5), off('granted', 'business', -5)]))).toBe(2)
    expect(fewest(board([off('granted', 'individual', 5), off('newRequests', 'individual', 9)]))).toBe(2)
  })
})

describe('marks of sets of changes', () => {
  it('do not depend on the order and differ from one another, however many there are', () => {
    const marks = makeMarks()
    let count = 0
    for (let cell = 0; cell < 160; cell++)
      for (let by = -60; by <= 60; by++) if (by !== 0 && marks.add(markOf(cell, by * 10_000))) count++
    expect(count).toBe(160 * 120)
    expect(marks.add(markOf(7, 30_000))).toBe(false)
    const sum = markOf(3, 10_000) + markOf(9, -20_000) + markOf(150, 2_000_000_000)
    expect(sum).toBe(markOf(150, 2_000_000_000) + markOf(3, 10_000) + markOf(9, -20_000))
    expect(Number.isSafeInteger(7 * markOf(150, 2_000_000_000))).toBe(true)
    expect([marks.add(sum), marks.add(sum)]).toEqual([true, false])
  })
})
