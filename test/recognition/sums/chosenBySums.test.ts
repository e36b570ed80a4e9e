import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recognise } from '../../../src/main/recognition/index.ts'
import { chooseBySums } from '../../../src/main/recognition/sums/chosenBySums.ts'
import type { Rival } from '../../../src/main/recognition/tables/makeTable.ts'
import { evaluateSums } from '../../../src/shared/checks/index.ts'
import type { Block } from '../../../src/shared/data/document.ts'
import { type Cell, doubtBelow, findCell, type ReportTable } from '../../../src/shared/data/report.ts'
import { messageText } from '../../../src/shared/messages/index.ts'
import { agreeingProceedings, agreeingReport, agreeingRequests, figures, numberTable } from '../../shared/reports.ts'
import { layTable, toGrid } from '../layout.ts'

/** Two readings of one cell: the sums may choose between what is printed, and nothing else. */

const title: Block = { kind: 'paragraph', text: '某某县2023年政府信息公开工作年度报告' }
const table = agreeingRequests('2021', (row, column) => (row.length * 3 + column.length) % 17)
const figureAt = (place: string): number =>
  table.cells.find(cell => `${cell.row}/${cell.column}` === place)?.value ?? Number.NaN

/** The agreeing table with some cells printed otherwise. */
function read(printed: Readonly<Record<string, string>>) {
  const grid = toGrid(layTable('requests', '2021', place => printed[place] ?? String(figureAt(place))))
  const { report, messages } = recognise({ format: 'docx', title: null, blocks: [title, grid], pages: [] }, 'x.docx')
  return { report, chosen: messages.filter(item => item.code === 'recognition.chosenBySums') }
}

describe('digits parted by a blank', () => {
  const place = 'granted/business'
  const key = `requests/${place}` as const

  test('are one figure or two: the one that row and column agree with is taken, and that is said', () => {
    const { report, chosen } = read({ [place]: `${figureAt(place)} 1` })
    expect(findCell(report, key)).toMatchObject({
      state: 'number',
      value: figureAt(place),
      raw: `${figureAt(place)} 1`,
      confidence: 0.9,
    })
    expect(findCell(report, key)?.alternatives.map(item => item.value)).toContain(Number(`${figureAt(place)}1`))
    expect(chosen).toHaveLength(1)
    expect(chosen[0]?.anchor).toEqual(findCell(report, key)?.anchor)
    expect(chosen[0] && messageText(chosen[0], 'zh')).toContain('表三“（一）予以公开”的“商业企业”')
  })

  test('stay as they were read where no reading agrees', () => {
    const { report, chosen } = read({ [place]: '900 1' })
    expect(findCell(report, key)).toMatchObject({ value: 9001 })
    expect(findCell(report, key)?.confidence).toBeLessThan(doubtBelow)
    expect(chosen).toEqual([])
  })

  test('in several cells of one row are decided together', () => {
    const places = ['granted/business', 'granted/research']
    const { report, chosen } = read(Object.fromEntries(places.map(item => [item, `${figureAt(item)} 7`])))
    for (const item of places) expect(findCell(report, `requests/${item}` as typeof key)?.value).toBe(figureAt(item))
    expect(chosen).toHaveLength(2)
  })
})

test('a sum that fails changes no cell that has only one reading', () => {
  const { report, chosen } = read({ 'granted/business': '999' })
  expect(findCell(report, 'requests/granted/business')).toMatchObject({ value: 999, confidence: 0.99 })
  expect(chosen).toEqual([])
})

/** A table in which some cells are doubtful and could be another number. */
const doubted = fc
  .record({
    figure: figures,
    wrong: fc.uniqueArray(fc.nat({ max: 174 }), { maxLength: 6 }),
    other: fc.nat({ max: 99 }),
  })
  .map(({ figure, wrong, other }) => {
    const truth = agreeingRequests('2021', figure)
    const cells = truth.cells.map((cell, at) => {
      if (!wrong.includes(at)) return cell
      const alternatives = [{ value: cell.value ?? 0, confidence: 0.4 }]
      return { ...cell, value: (cell.value ?? 0) + other + 1, raw: '?', confidence: 0.6, alternatives }
    })
    return { truth, table: { ...truth, cells } satisfies ReportTable }
  })

test('whatever is doubtful: only readings that were possible are taken, only where all their sums hold then', () => {
  fc.assert(
    fc.property(doubted, ({ truth, table: given }) => {
      const { table: chosen, messages } = chooseBySums(given, new Map())
      chosen.cells.forEach((cell, at) => {
        const before = given.cells[at]
        const possible = [before?.value, ...(before?.alternatives.map(item => item.value) ?? [])]
        expect(possible).toContain(cell.value)
        if (cell === before) return
        expect(cell.confidence).toBeLessThanOrEqual(doubtBelow)
        // Only one of its two readings is true, and the sums know it.
        expect(cell.value).toBe(truth.cells[at]?.value)
      })
      const changed = chosen.cells.filter((cell, at) => cell !== given.cells[at])
      expect(messages).toHaveLength(changed.length)
      const failed = evaluateSums(chosen).filter(sum => !sum.agrees)
      for (const cell of changed)
        expect(failed.some(sum => [...sum.total, ...sum.parts].includes(`requests/${cell.row}/${cell.column}`))).toBe(
          false,
        )
    }),
    { numRuns: 60 },
  )
})

describe('cells of one knot of sums', () => {
  const places = ['granted/individual', 'granted/business', 'partiallyGranted/individual', 'partiallyGranted/business']
  const six = agreeingRequests('2021', (row, column) => {
    const at = places.indexOf(`${row}/${column}`)
    return at < 0 ? 1 : at === 0 || at === 3 ? 6 : 4
  })
  /** The four read as given, each doubtful, with 4 and 6 as its other readings. */
  const four = (values: readonly number[]): ReportTable => ({
    ...six,
    cells: six.cells.map(cell => {
      const at = places.indexOf(`${cell.row}/${cell.column}`)
      const value = values[at]
      if (value === undefined) return cell
      const alternatives = [4, 6].map(other => ({ value: other, confidence: 0.4 }))
      return { ...cell, value, raw: String(value), confidence: 0.6, alternatives }
    }),
  })

  test.each([
    ['fit already', [6, 4, 4, 6]],
    ['fit already the other way', [4, 6, 6, 4]],
    ['do not fit', [4, 4, 4, 4]],
  ])('stay as they were read where several ways fit, though they %s', (_, values) => {
    const given = four(values)
    expect(chooseBySums(given, new Map())).toEqual({ table: given, messages: [] })
  })

  test('are decided where one way is left: three of them doubtful, the fourth sure', () => {
    const given = four([4, 4, 4, 4])
    const sure = { ...given, cells: given.cells.map((cell, at) => (at === 14 ? (six.cells[at] ?? cell) : cell)) }
    expect(sure.cells[14]).toMatchObject({ row: 'granted', column: 'individual', value: 6 })
    const { table: chosen, messages } = chooseBySums(sure, new Map())
    expect(chosen.cells.map(cell => cell.value)).toEqual(six.cells.map(cell => cell.value))
    expect(messages).toHaveLength(3)
  })

  test('far from each other are decided each by itself: one that cannot be settled holds up no other', () => {
    const given = four([6, 4, 4, 6])
    const cells = given.cells.map(cell =>
      cell.row === 'denied.process' && cell.column === 'research'
        ? { ...cell, value: 9, raw: '9', confidence: 0.6, alternatives: [{ value: 1, confidence: 0.4 }] }
        : cell,
    )
    const { table: chosen, messages } = chooseBySums({ ...given, cells }, new Map())
    expect(messages.map(item => item.params.value)).toEqual(['1'])
    expect(chosen.cells.filter((cell, at) => cell !== cells[at])).toMatchObject([
      { row: 'denied.process', column: 'research', value: 1 },
    ])
  })
})

describe('cells in rows and columns', () => {
  const truth = agreeingRequests('2021', () => 3)
  /** Some cells read as 8 where they are 3, and the totals of some rows blank. */
  const misread = (places: readonly string[], blankTotals: readonly string[] = []): ReportTable => ({
    ...truth,
    cells: truth.cells.map(cell => {
      if (cell.column === 'total' && blankTotals.includes(cell.row))
        return { ...cell, state: 'blank', value: null, raw: '' }
      if (!places.includes(`${cell.row}/${cell.column}`)) return cell
      return { ...cell, value: 8, raw: '8', confidence: 0.6, alternatives: [{ value: 3, confidence: 0.4 }] }
    }),
  })
  const confidencesOf = (given: ReportTable) =>
    chooseBySums(given, new Map()).table.cells.flatMap((cell, at) =>
      cell === given.cells[at] ? [] : [cell.confidence],
    )

  test('are sure enough where row and column both say so, and doubtful where only one of them can be judged', () => {
    expect(confidencesOf(misread(['granted/business']))).toEqual([0.9])
    expect(confidencesOf(misread(['granted/business'], ['granted']))).toEqual([0.6])
    // Decided together, and yet each by its own sums.
    const both = ['granted/business', 'denied.process/business']
    expect(confidencesOf(misread(both))).toEqual([0.9, 0.9])
    expect(confidencesOf(misread(both, ['denied.process']))).toEqual([0.9, 0.6])
  })

  test('are told of in the order of the form, where they have nothing to do with each other', () => {
    const given = misread(['granted/research', 'denied.process/business'])
    const { messages } = chooseBySums(given, new Map())
    expect(messages.map(item => item.params.column)).toEqual(['科研机构', '商业企业'])
  })
})

describe('one doubtful cell', () => {
  const outcome = agreeingProceedings((row, column) => row.length + column.length)
  const place = 'proceedings/review/upheld'
  const right = findCell({ ...agreeingReport('2021', () => 0), tables: [outcome] }, place)?.value ?? 0
  const anchor = { block: 7, row: 3, column: 2 }
  /** 行政复议 结果维持 as read, the rest as it should be. */
  const withUpheld = (cell: Partial<Cell>): ReportTable => ({
    ...outcome,
    cells: outcome.cells.map((item, at) => (at === 0 ? { ...item, raw: '?', confidence: 0.6, ...cell } : item)),
  })
  const first = (given: ReportTable, rivals: ReadonlyMap<string, Rival> = new Map()) => {
    const { table: chosen, messages } = chooseBySums(given, rivals)
    return { cell: chosen.cells[0], messages, unchanged: chosen.cells.every((cell, at) => cell === given.cells[at]) }
  }

  test('is taken as its one sum says, and is still doubtful, for one sum may hold by chance', () => {
    const given = withUpheld({ value: 1, alternatives: [{ value: right, confidence: 0.4 }], anchor })
    const { cell, messages } = first(given)
    expect(cell).toEqual({
      ...{ row: 'review', column: 'upheld', state: 'number', value: right, raw: '?', anchor },
      ...{ confidence: 0.6, alternatives: [{ value: 1, confidence: 0.4 }], chosenOver: [1] },
    })
    expect(messages).toEqual([
      {
        code: 'recognition.chosenBySums',
        severity: 'info',
        params: { table: '四', row: '行政复议', column: '结果维持', value: String(right), others: '1' },
        anchor,
      },
    ])
    expect(
      first(withUpheld({ value: 1, confidence: 0.895, alternatives: given.cells[0]?.alternatives ?? [] })).cell,
    ).toMatchObject({ value: right, confidence: 0.89 })
  })

  test('that fits as it was read stays so, and becomes no surer by one sum', () => {
    const others = [
      { value: 98, confidence: 0.5 },
      { value: 99, confidence: 0.2 },
    ]
    const { cell, messages } = first(withUpheld({ value: right, alternatives: others }))
    expect(cell).toMatchObject({ value: right, confidence: 0.6 })
    expect(cell?.alternatives).toEqual([
      { value: 98, confidence: 0.4 },
      { value: 99, confidence: 0.4 },
    ])
    expect(messages[0]?.params).toMatchObject({ value: String(right), others: '98 / 99' })
  })

  test('that fits as it was read, and can be read in no other way, is no surer by that and not spoken of', () => {
    const given = withUpheld({ value: right, alternatives: [] })
    expect(first(given)).toMatchObject({ unchanged: true, messages: [] })
  })

  test.each([
    ['is sure', { value: 1, confidence: 0.9 }],
    ['has no other reading', { value: 1, alternatives: [] }],
    ['has only the same once more', { value: 1, alternatives: [{ value: 1, confidence: 0.4 }] }],
    ['is no number', { state: 'text', value: null }],
  ] as const)('stays as it was read where it %s', (_, change) => {
    const given = withUpheld({ alternatives: [{ value: right, confidence: 0.4 }], ...change })
    expect(first(given)).toMatchObject({ unchanged: true, messages: [] })
  })

  test('stays as it was read where no sum can be judged: no table 四 without its total, and table 二 never', () => {
    const given = withUpheld({ value: 1, alternatives: [{ value: right, confidence: 0.4 }] })
    const cells = given.cells.map(cell =>
      cell.column === 'total' ? ({ ...cell, state: 'blank', value: null, raw: '' } as const) : cell,
    )
    expect(first({ ...given, cells })).toMatchObject({ unchanged: true, messages: [] })
    const disclosure = numberTable('disclosure', '2021', () => 3)
    const doubtful = disclosure.cells.map(cell => ({
      ...cell,
      confidence: 0.5,
      alternatives: [{ value: 2, confidence: 0.4 }],
    }))
    expect(first({ ...disclosure, cells: doubtful })).toMatchObject({ unchanged: true, messages: [] })
  })

  test('is taken from where its other reading is printed', () => {
    const printed = { block: 7, row: 3, column: 9 }
    const given = withUpheld({ value: 1, alternatives: [{ value: right, confidence: 0.4 }], anchor })
    const rival = { value: right, raw: `${right} 件`, anchor: printed }
    const { cell, messages } = first(given, new Map([['review/upheld', rival]]))
    expect(cell).toMatchObject({ value: right, raw: `${right} 件`, anchor: printed })
    expect(messages[0]?.anchor).toEqual(printed)
    // Another figure printed there has nothing to do with this reading.
    expect(first(given, new Map([['review/upheld', { ...rival, value: 5 }]])).cell).toMatchObject({ raw: '?', anchor })
  })
})

test('two cells of the form are never read from one printed cell', () => {
  const upheld = { block: 1, row: 1, column: 1 }
  const corrected = { block: 1, row: 1, column: 2 }
  const base = numberTable('proceedings', '2021', (_, column) => (column === 'total' ? 10 : 0))
  // Either cell could be the 5 that stands in one place: 10 in all only if both were.
  const cells = base.cells.map((cell, at) =>
    at < 2
      ? {
          ...cell,
          raw: '0',
          confidence: 0.6,
          alternatives: [{ value: 5, confidence: 0.4 }],
          anchor: at === 0 ? upheld : corrected,
        }
      : cell,
  )
  const rival: Rival = { value: 5, raw: '5', anchor: { block: 1, row: 1, column: 3 } }
  const both = new Map([
    ['review/upheld', rival],
    ['review/corrected', rival],
  ])
  const given = { ...base, cells }
  expect(chooseBySums(given, both)).toEqual({ table: given, messages: [] })
  const apart = new Map(both).set('review/corrected', { ...rival, anchor: { block: 1, row: 2, column: 3 } })
  expect(chooseBySums(given, apart).table.cells.slice(0, 2)).toMatchObject([{ value: 5 }, { value: 5 }])
  // Two numbers that were read from one place to begin with may be chosen between.
  const merged = { ...given, cells: cells.map((cell, at) => (at < 2 ? { ...cell, anchor: upheld } : cell)) }
  expect(chooseBySums(merged, new Map()).table.cells.slice(0, 2)).toMatchObject([{ value: 5 }, { value: 5 }])
})

test('as many ways as can be tried are tried, and no more', () => {
  const truth = agreeingRequests('2021', () => 1)
  const doubtfulRow = (count: number): ReportTable => ({
    ...truth,
    cells: truth.cells.map((cell, at) =>
      // 自然人 of so many rows: each 1 that could be 1,000.
      cell.column === 'individual' && at >= 14 && at < 14 + 7 * count
        ? { ...cell, value: 1_000, raw: '?', confidence: 0.5, alternatives: [{ value: 1, confidence: 0.4 }] }
        : cell,
    ),
  })
  // 2 ** 10 ways.
  expect(chooseBySums(doubtfulRow(10), new Map()).messages).toHaveLength(10)
  expect(chooseBySums(doubtfulRow(11), new Map()).messages).toHaveLength(0)
})

test('more ways than can be tried leave everything as it is', () => {
  const cells = table.cells.map(cell => ({
    ...cell,
    confidence: 0.5,
    alternatives: [{ value: 1_000, confidence: 0.4 }],
  }))
  const given = { ...table, cells }
  expect(chooseBySums(given, new Map())).toEqual({ table: given, messages: [] })
})
