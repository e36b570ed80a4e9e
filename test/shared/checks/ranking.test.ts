import { describe, expect, it } from 'vitest'
import { findSuspects, likeliest } from '../../../src/shared/checks/index.ts'
import { costs, digitCost } from '../../../src/shared/checks/suspects/misreadings.ts'
import { printedIn } from '../../../src/shared/checks/suspects/neighbours.ts'
import { setCost, suspectCost } from '../../../src/shared/checks/suspects/ranking.ts'
import { rowSlips } from '../../../src/shared/checks/suspects/slips.ts'
import { failedSums, neededFor, sumSystem, valueIn, withCell } from '../../../src/shared/checks/suspects/sumSystem.ts'
import type { Cell, ReportTable } from '../../../src/shared/data/report.ts'
import { type CellKey, cellKey } from '../../../src/shared/form/index.ts'
import { agreeingProceedings, agreeingRequests, numberTable } from '../reports.ts'

/** How unlikely a misreading is, and what settles a sum: the parts that the ranking of suspects is made of. */

describe('one number read as another', () => {
  it.each(['38', '17', '06', '56', '08', '68', '35', '27', '49', '09', '14', '89', '58', '69'])(
    'is common where the digits %s look alike, whichever way and wherever they stand',
    pair => {
      const [a = '', b = ''] = pair
      for (const [before, after] of [
        ['', ''],
        ['2', ''],
        ['', '2'],
        ['21', '7'],
      ] as const) {
        const [one, other] = [Number(`1${before}${a}${after}`), Number(`1${before}${b}${after}`)]
        expect([digitCost(one, other), digitCost(other, one)]).toEqual([costs.common, costs.common])
      }
    },
  )

  it.each<[string, number, number, keyof typeof costs]>([
    ['any other digit', 12, 15, 'rare'],
    ['two digits that look alike', 38, 83, 'rare'],
    ['two digits that changed places', 1245, 1425, 'rare'],
    ['two digits that changed places far apart', 1245, 5241, 'none'],
    ['two digits that changed places and another one', 1234, 2139, 'none'],
    ['two digits of which only the second moved', 1245, 1435, 'none'],
    ['two digits of which only the first moved', 1245, 1325, 'none'],
    ['two other digits', 1245, 1367, 'none'],
    ['two digits side by side of which one moved', 1223, 1332, 'none'],
    ['a digit lost at the end', 123, 12, 'common'],
    ['a digit lost at the beginning', 123, 23, 'common'],
    ['a digit lost in the middle', 123, 13, 'common'],
    ['a digit printed twice', 123, 1223, 'common'],
    ['a digit printed twice at the end', 12, 122, 'common'],
    ['a digit too many', 123, 1253, 'rare'],
    ['two digits lost', 1234, 34, 'rare'],
    ['a group of thousands lost at the end', 1204, 1, 'rare'],
    ['a group of thousands lost at the beginning', 1204, 204, 'common'],
    ['the inside lost', 1204, 14, 'none'],
    ['two of three digits lost', 123, 3, 'none'],
    ['something else altogether', 12, 3456, 'none'],
  ])('by %s: %d as %d is %s', (_, right, read, cost) => {
    expect(digitCost(right, read)).toBe(costs[cost])
  })
})

describe('the cells beside a cell', () => {
  it('are those left, right, above and below in the printed table', () => {
    const { around } = printedIn({ key: 'requests', edition: '2021' })
    expect(around('requests/granted/business')).toEqual([
      'requests/granted/individual',
      'requests/granted/research',
      'requests/carriedOver/business',
      'requests/partiallyGranted/business',
    ])
    expect(around('requests/newRequests/individual')).toEqual([
      'requests/newRequests/business',
      'requests/carriedOver/individual',
    ])
    expect(around('requests/carriedForward/total')).toEqual([
      'requests/carriedForward/otherOrganization',
      'requests/concluded/total',
    ])
    expect(around('requests/granted/nowhere')).toEqual([])
  })

  it('of table 四 stand in one row of fifteen; of the older form the other rows are not known', () => {
    expect(printedIn({ key: 'proceedings', edition: '2021' }).around('proceedings/review/total')).toEqual([
      'proceedings/review/pending',
      'proceedings/directLitigation/upheld',
    ])
    const [newer, older] = (['2021', '2019'] as const).map(edition => printedIn({ key: 'requests', edition }).around)
    expect(newer?.('requests/concluded/business')).toContain('requests/other.other/business')
    expect(older?.('requests/concluded/business')).toContain('requests/other/business')
  })
})

describe('how unlikely it is that a cell says something else', () => {
  const key: CellKey = 'proceedings/review/corrected'
  const printed = printedIn({ key: 'proceedings', edition: '2021' })
  const { around } = printed
  const cost = (cell: Partial<Cell>, needed: number, beside: number | null = 77) => {
    const cells = numberTable('proceedings', '2021', () => 99).cells.map((item, at): [CellKey, Cell] => {
      const own = at === 1 ? cell : at === 2 && beside !== null ? { value: beside, raw: String(beside) } : {}
      return [cellKey('proceedings', item.row, item.column), { ...item, ...own }]
    })
    return suspectCost(new Map(cells), around, { cell: key, value: needed })
  }

  it('goes by its digits, or by a cell beside it that says the same', () => {
    expect(cost({ value: 13 }, 14)).toBe(costs.rare)
    expect(cost({ value: 13 }, 14, 13)).toBe(costs.common)
    expect(cost({ value: 0 }, 14, 0)).toBe(costs.beside)
    expect(cost({ value: 0 }, 14, 14)).toBe(costs.beside)
    expect(cost({ value: 0 }, 14)).toBe(costs.none)
    expect(cost({ value: 5 }, 14, 14)).toBe(costs.none)
  })

  it('where no number was read goes by what stands there', () => {
    expect(cost({ state: 'text', value: null, raw: '共１８件' }, 18)).toBe(costs.common)
    expect(cost({ state: 'text', value: null, raw: '共19件' }, 18)).toBe(costs.blank)
    expect(cost({ state: 'text', value: null, raw: null }, 18)).toBe(costs.blank)
    expect(cost({ state: 'absent', value: null, raw: null }, 18)).toBe(costs.lost)
    expect(cost({ state: 'blank', value: null, raw: '' }, 18)).toBe(costs.blank)
    expect(cost({ state: 'number', value: null, raw: '' }, 18)).toBe(costs.blank)
    expect(suspectCost(new Map(), around, { cell: key, value: 1 })).toBe(costs.none)
  })

  it('is little where the reader doubted the cell, and least where it saw the needed number itself', () => {
    const sure = cost({ value: 13 }, 18)
    const doubted = cost({ value: 13, confidence: 0.8 }, 18)
    const worse = cost({ value: 13, confidence: 0.5 }, 18)
    const alternatives = [{ value: 18, confidence: 0.4 }]
    const named = cost({ value: 13, confidence: 0.8, alternatives }, 18)
    expect([sure, doubted, worse, named].toSorted((a, b) => b - a)).toEqual([sure, doubted, worse, named])
    expect(doubted).toBeLessThan(0)
    expect(worse).toBeLessThan(doubted)
    expect(named).toBeLessThan(worse)
    expect(cost({ value: 13, confidence: 0.9 }, 18)).toBe(sure)
    expect(cost({ value: 13, alternatives }, 17)).toBe(cost({ value: 13 }, 17))
    const surer = [{ value: 18, confidence: 0.5 }]
    expect(cost({ value: 13, alternatives: surer }, 18)).toBeLessThan(cost({ value: 13, alternatives }, 18))
    expect(cost({ state: 'blank', value: null, raw: '', confidence: 0.2 }, 18)).toBeLessThan(costs.blank)
  })

  it('of two cells is one slip where they only have to change places, side by side, and two elsewhere', () => {
    const table = numberTable('proceedings', '2021', (_, column) =>
      column === 'upheld' ? 30 : column === 'corrected' ? 4 : 50,
    )
    const pair = (
      [a, b]: readonly [CellKey, CellKey],
      [first, second]: readonly [number, number],
      changed: Partial<Cell> = {},
      changedToo: Partial<Cell> = {},
    ) => {
      const cells = table.cells.map((item): [CellKey, Cell] => {
        const own = cellKey('proceedings', item.row, item.column)
        return [own, own === a ? { ...item, ...changed } : own === b ? { ...item, ...changedToo } : item]
      })
      const changes = [
        { cell: a, value: first },
        { cell: b, value: second },
      ]
      const cost = setCost(new Map(cells), printed, changes)
      expect(setCost(new Map(cells), printed, changes.toReversed())).toBe(cost)
      return cost
    }
    const beside = ['proceedings/review/upheld', 'proceedings/review/corrected'] as const
    const apart = ['proceedings/review/upheld', 'proceedings/directLitigation/corrected'] as const
    expect(pair(beside, [4, 30])).toBe(costs.common)
    expect(pair(beside, [4, 31])).toBe(Number.POSITIVE_INFINITY)
    expect(pair(beside, [5, 30])).toBe(Number.POSITIVE_INFINITY)
    expect(pair(apart, [4, 30])).toBe(costs.none)
    expect(pair(beside, [4, 30], { confidence: 0.5 })).toBeLessThan(0)
    expect(pair(['proceedings/review/nowhere', 'proceedings/review/corrected'], [4, 0])).toBe(Number.POSITIVE_INFINITY)
    expect(pair(beside, [4, 30], {}, { confidence: 0.5 })).toBeLessThan(0)
    const lost = new Map(
      table.cells.flatMap((item): [CellKey, Cell][] =>
        item.column === 'corrected' ? [] : [[cellKey('proceedings', item.row, item.column), item]],
      ),
    )
    const [upheld, corrected] = beside
    const changes = [
      { cell: upheld, value: 0 },
      { cell: corrected, value: 30 },
    ] as const
    expect(setCost(lost, printed, changes)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('how unlikely it is that several cells say something else', () => {
  const printed = printedIn({ key: 'requests', edition: '2021' })
  const key = (column: string, row = 'granted'): CellKey => `requests/${row}/${column}`
  /** Cells of one row of table 三 from left to right; all others say 500. */
  const cost = (now: readonly (number | null)[], needed: readonly number[], confidence = 1) => {
    const columns = ['individual', 'business', 'research', 'publicWelfare']
    const cells = numberTable('requests', '2021', () => 500).cells.map((item): [CellKey, Cell] => {
      const value = item.row === 'granted' ? now[columns.indexOf(item.column)] : undefined
      const said = value === null ? ({ state: 'blank', value } as const) : { value: value ?? 500 }
      return [key(item.column, item.row), { ...item, ...said, confidence }]
    })
    const changes = needed.map((value, at) => ({ cell: key(columns[at] ?? ''), value }))
    return setCost(new Map(cells), printed, changes)
  }

  it('is nothing where none does, and else the sum of what each costs', () => {
    expect(cost([], [])).toBe(0)
    expect(cost([13, 77], [18, 71])).toBe(2 * costs.common)
  })

  it('is past belief where nothing explains one of them, though one cell alone may say anything', () => {
    expect(cost([13], [926])).toBe(costs.none)
    expect(cost([13, 77], [926, 71])).toBe(Number.POSITIVE_INFINITY)
    expect(cost([13, 77], [18, 962])).toBe(Number.POSITIVE_INFINITY)
    expect(cost([13, 77], [926, 71], 0.5)).toBeLessThan(0)
  })

  it('counts a number split over two cells as one slip, whichever of them it belongs to, but only from left to right', () => {
    expect(cost([1, 27], [127, 0])).toBe(costs.common)
    expect(cost([1, 27], [0, 127])).toBe(costs.common)
    expect(cost([1, 2], [102, 0])).toBe(costs.common)
    expect(cost([1, 27], [1, 0])).toBeGreaterThan(costs.common)
    expect(cost([1, 27], [12, 0])).toBeGreaterThan(costs.common)
    expect(cost([2, 27], [127, 0])).toBeGreaterThan(costs.common)
    expect(cost([27, 1], [127, 0])).toBeGreaterThan(costs.common)
    expect(cost([1, 27], [127, 5])).toBeGreaterThan(costs.common)
    expect(cost([1, 27], [5, 127])).toBeGreaterThan(costs.common)
    expect(cost([null, 27], [27, 0])).toBe(costs.common)
    expect(cost([1, null], [1, 0])).toBeGreaterThan(costs.common)
    expect(cost([1, 27], [127, 0], 0.5)).toBeLessThan(0)
  })

  it('does not know a number that is split over two rows', () => {
    const cells = numberTable('requests', '2021', (row, column) =>
      column !== 'business' ? 500 : row === 'granted' ? 1 : row === 'partiallyGranted' ? 27 : 500,
    ).cells.map((item): [CellKey, Cell] => [key(item.column, item.row), item])
    const changes = [
      { cell: key('business'), value: 127 },
      { cell: key('business', 'partiallyGranted'), value: 0 },
    ]
    expect(setCost(new Map(cells), printed, changes)).toBeGreaterThan(costs.common)
  })

  it('finds the two that belong together among several', () => {
    // The first is read for the third; the second and the third changed places.
    expect(cost([13, 4, 30, 77], [18, 30, 4, 71])).toBe(3 * costs.common)
    expect(cost([30, 4, 77, 71], [4, 30, 71, 77])).toBe(2 * costs.common)
  })
})

describe('the cell to the left', () => {
  it('is the one printed there; the first of a row has none', () => {
    const { leftOf } = printedIn({ key: 'requests', edition: '2021' })
    expect(leftOf('requests/granted/business')).toBe('requests/granted/individual')
    expect(leftOf('requests/granted/individual')).toBeNull()
    expect(leftOf('requests/granted/nowhere')).toBeNull()
  })
})

describe('the sums of a table as gaps', () => {
  const table = agreeingRequests('2021', () => 2)
  const system = (given: ReportTable = table, out: readonly string[] = []) => sumSystem(given, new Set(out))
  const put = (key: CellKey, cell: Partial<Cell>): ReportTable => ({
    ...table,
    cells: table.cells.map(item => (cellKey('requests', item.row, item.column) === key ? { ...item, ...cell } : item)),
  })
  const failing = (given: ReportTable, out: readonly string[] = []) => {
    const made = system(given, out)
    return failedSums(made).map(at => `${made.plan.rules[at]?.rule} ${made.plan.rules[at]?.place}`)
  }

  it('fail where printed and computed differ, unless a person has answered for them', () => {
    expect(failing(table)).toEqual([])
    const wrong = put('requests/granted/business', { value: 9 })
    expect(failing(wrong)).toEqual(['E1 granted', 'E2 business'])
    expect(failing(wrong, ['E1:requests/granted'])).toEqual(['E2 business'])
  })

  it('are not judged where nothing is printed or nothing can be added', () => {
    expect(failing(put('requests/granted/total', { state: 'blank', value: null }))).toEqual(['E2 total'])
    const cells = table.cells.map(cell =>
      cell.row === 'granted' && cell.column !== 'total' ? ({ ...cell, state: 'blank', value: null } as const) : cell,
    )
    expect(failing({ ...table, cells })).not.toContain('E1 granted')
    expect(failing({ ...table, cells })).toHaveLength(6)
  })

  it('say what a cell would have to be: a whole number, not below 0, and another than it is', () => {
    const wrong = system(put('requests/granted/business', { value: 9 }))
    const [byRow = -1, byColumn = -1] = failedSums(wrong)
    expect(neededFor(wrong, 'requests/granted/business', byRow)).toBe(2)
    expect(neededFor(wrong, 'requests/granted/total', byRow)).toBe(19)
    expect(neededFor(wrong, 'requests/granted/individual', byRow)).toBeNull()
    expect(neededFor(wrong, 'requests/concluded/business', byColumn)).toBe(49)
    expect(neededFor(wrong, 'requests/newRequests/total', byRow)).toBeNull()
    expect(neededFor(system(), 'requests/granted/business', byRow)).toBeNull()
    const half = system(put('requests/granted/business', { value: 2.5 }))
    expect(neededFor(half, 'requests/granted/business', byRow)).toBe(2)
    expect(neededFor(half, 'requests/granted/individual', byRow)).toBeNull()
  })

  it('follow a changed cell, one that was no number too', () => {
    const wrong = system(put('requests/granted/business', { value: 9 }))
    expect(failedSums(withCell(wrong, 'requests/granted/business', 2))).toEqual([])
    expect(failedSums(withCell(wrong, 'requests/granted/total', 19))).toHaveLength(2)
    const lost = system(put('requests/granted/total', { state: 'blank', value: null }))
    expect([valueIn(lost, 'requests/granted/total'), valueIn(lost, 'requests/granted/business')]).toEqual([0, 2])
    expect(failedSums(withCell(lost, 'requests/granted/total', 12))).toEqual([])
    const cells = table.cells.map(cell =>
      cell.row === 'granted' && cell.column !== 'total' ? ({ ...cell, state: 'blank', value: null } as const) : cell,
    )
    const empty = system({ ...table, cells })
    expect(failedSums(withCell(empty, 'requests/granted/business', 12))).toHaveLength(failedSums(empty).length)
    expect(failedSums(withCell(empty, 'requests/granted/business', 2))).toHaveLength(failedSums(empty).length)
    // Once there is a total the sum of its row is judged.
    expect(failedSums(withCell(lost, 'requests/granted/total', 13))).toHaveLength(2)
  })
})

describe('a row that slipped by one column', () => {
  const columns = ['individual', 'business', 'research', 'publicWelfare', 'legalService', 'otherOrganization']
  const key = (column: string): CellKey => `requests/denied.process/${column}`
  /** What is found where a row says `now` and its sums say `right`. */
  const slips = (right: readonly number[], now: readonly number[], known: readonly CellKey[] = []) => {
    const whole = agreeingRequests('2021', (row, column) =>
      row === 'denied.process' ? (right[columns.indexOf(column)] ?? 0) : 20,
    )
    const cells = whole.cells.map(cell => {
      const value = now[columns.indexOf(cell.column)]
      return cell.row === 'denied.process' && value !== undefined ? { ...cell, value, raw: String(value) } : cell
    })
    const table = { ...whole, cells }
    const found = rowSlips(sumSystem(table, new Set()), table, new Set(known), moved => failedSums(moved).length === 0)
    return found.map(changes => changes.map(change => [change.cell, change.value]))
  }
  const back = (right: readonly number[], now: readonly number[]) =>
    columns.flatMap((column, at) => (now[at] === right[at] ? [] : [[key(column), right[at]]]))

  it.each([
    ['to the right', [3, 8, 5, 0, 2, 0], [0, 3, 8, 5, 0, 2]],
    ['to the left', [0, 3, 8, 5, 0, 2], [3, 8, 5, 0, 2, 0]],
    ['with two neighbours alike, of which one stays', [3, 3, 5, 0, 2, 0], [0, 3, 3, 5, 0, 2]],
    ['of two numbers', [3, 8, 0, 0, 0, 0], [0, 3, 8, 0, 0, 0]],
  ])('is moved back, when it slipped %s', (_, right, now) => {
    expect(slips(right, now)).toEqual([back(right, now)])
  })

  it.each([
    ['nothing slipped', [3, 8, 5, 0, 2, 0], [3, 8, 5, 0, 2, 0]],
    ['a single number slipped, which is a pair of cells', [5, 0, 0, 0, 0, 0], [0, 5, 0, 0, 0, 0]],
    ['a number would fall off its left end', [3, 8, 5, 0, 2, 0], [9, 3, 8, 5, 0, 2]],
    ['a number would fall off its right end', [0, 3, 8, 5, 0, 2], [3, 8, 5, 0, 2, 9]],
  ])('is left alone where %s', (_, right, now) => {
    expect(slips(right, now)).toEqual([])
  })

  it('is left alone where one of its cells is known to be right', () => {
    const [right, now] = [
      [3, 8, 5, 0, 2, 0],
      [0, 3, 8, 5, 0, 2],
    ]
    expect(slips(right, now, [key('business')])).toEqual([])
    expect(slips(right, now, ['requests/granted/business'])).toHaveLength(1)
  })

  it('is found in table 三 only', () => {
    const table = numberTable('proceedings', '2021', (_, column) => (column === 'upheld' ? 0 : column.length))
    expect(rowSlips(sumSystem(table, new Set()), table, new Set(), () => true)).toEqual([])
  })
})

describe('groups of failed sums', () => {
  it('are one for each island: those of table 四 stand alone, those of table 三 hang together', () => {
    const four = agreeingProceedings(() => 5)
    const cells = four.cells.map(cell =>
      cell.column === 'upheld' && cell.row !== 'review' ? { ...cell, value: 9 } : cell,
    )
    expect(findSuspects({ ...four, cells }).map(group => group.sums)).toEqual([
      ['E4:proceedings/directLitigation'],
      ['E4:proceedings/litigationAfterReview'],
    ])
  })

  it('name only cells that settle all of them and break no other', () => {
    const table = agreeingRequests('2021', () => 2)
    const cells = table.cells.map(cell =>
      cell.row === 'granted' && cell.column === 'total' ? { ...cell, value: 15 } : cell,
    )
    // The column of totals is answered for, so that only the row fails; each applicant's column would fail with its cell changed.
    const [group, ...others] = findSuspects(
      { ...table, cells },
      { sums: new Set(['E2:requests/total']), cells: new Set() },
    )
    expect(others).toEqual([])
    expect(group?.sums).toEqual(['E1:requests/granted'])
    expect(group?.sets.map(set => set.changes)).toEqual([[{ cell: 'requests/granted/total', value: 12 }]])
  })

  it('name nobody where there is no group, or nothing that settles it', () => {
    expect(likeliest(undefined)).toEqual([])
    expect(likeliest({ sums: ['E4:proceedings/review'], sets: [] })).toEqual([])
  })
})
