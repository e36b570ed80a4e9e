import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridBlock, isValue, joinGrids, openGrid } from '../../../src/main/readers/pdf/layout/join.ts'
import type { PageCell, PageGrid } from '../../../src/main/readers/pdf/ruled/cells.ts'
import { gridOf, type TableCell } from './tables.ts'

const cell = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1): TableCell => ({
  row,
  column,
  rowSpan,
  columnSpan,
  text,
})

const xs = [50, 120, 240, 300, 360]

/** Groups of rows with a merged label before them, a label of its own and two values on every row; values may be blank. */
const grouped = fc
  .array(
    fc.array(fc.record({ first: fc.constantFrom('0', '12', '', '/'), second: fc.constantFrom('3', '', '45') }), {
      minLength: 1,
      maxLength: 6,
    }),
    { minLength: 1, maxLength: 5 },
  )
  .filter(groups => groups.flat().length > 1)
  .map(groups => {
    const cells: TableCell[] = []
    let row = 0
    groups.forEach((rows, group) => {
      cells.push(cell(row, 0, `（${'一二三四五'[group]}）`, rows.length))
      rows.forEach(({ first, second }, index) => {
        cells.push(cell(row, 1, `${index + 1}.某项`), cell(row, 2, first), cell(row, 3, second))
        row += 1
      })
    })
    return { rows: row, cells }
  })

/** The two halves that a break after `at` rows leaves: a cell across it keeps its text above, and is blank below. */
function halves(rows: number, cells: readonly TableCell[], at: number): [PageGrid, PageGrid] {
  const upper = cells.filter(one => one.row < at).map(one => ({ ...one, rowSpan: Math.min(one.rowSpan, at - one.row) }))
  const lower = cells
    .filter(one => one.row + one.rowSpan > at)
    .map(one => {
      const row = Math.max(one.row, at)
      return { ...one, row: row - at, rowSpan: one.row + one.rowSpan - row, text: one.row < at ? '' : one.text }
    })
  return [gridOf(1, xs, at, upper), gridOf(2, xs, rows - at, lower)]
}

const plain = (cells: readonly TableCell[]) =>
  cells
    .map(one => [one.row, one.column, one.rowSpan, one.columnSpan, one.text])
    .sort((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]))

function join(upper: PageGrid, lower: PageGrid) {
  const joined = joinGrids(openGrid(upper), lower)
  return joined ? gridBlock(joined) : null
}

describe('a table over a page break', () => {
  test('any table of groups, cut between any two rows, becomes what it was; blank values stay blank and apart', () => {
    fc.assert(
      fc.property(grouped, fc.nat(), ({ rows, cells }, cut) => {
        const [upper, lower] = halves(rows, cells, 1 + (cut % (rows - 1)))
        const joined = join(upper, lower)
        expect(joined?.rows).toBe(rows)
        expect(plain(joined?.cells ?? [])).toEqual(plain(cells))
      }),
      { numRuns: 300 },
    )
  })

  test('each cell keeps its own page and box; a label cut by the break those of its first part', () => {
    const cells = [
      cell(0, 0, '（三）', 3),
      ...[0, 1, 2].flatMap(row => [cell(row, 1, `${row + 1}.某项`), cell(row, 2, '1'), cell(row, 3, '2')]),
    ]
    const [upper, lower] = halves(3, cells, 2)
    const joined = join(upper, lower)
    expect(joined?.cells.map(one => [one.row, one.column, one.page])).toEqual([
      [0, 0, 1],
      [0, 1, 1],
      [0, 2, 1],
      [0, 3, 1],
      [1, 1, 1],
      [1, 2, 1],
      [1, 3, 1],
      [2, 1, 2],
      [2, 2, 2],
      [2, 3, 2],
    ])
    expect(joined?.cells[0]?.box).toEqual(upper.cells[0]?.box)
  })

  test('parts join when one shows fewer of the column edges, and cells span the edges they cross', () => {
    const head = gridOf(1, [50, 240, 300, 360], 1, [cell(0, 0, '一、本年新收'), cell(0, 1, '5'), cell(0, 2, '6')])
    const body = gridOf(2, xs, 1, [cell(0, 0, '三、结果'), cell(0, 1, '（一）公开'), cell(0, 2, '7'), cell(0, 3, '8')])
    expect(plain(join(head, body)?.cells ?? [])).toEqual([
      [0, 0, 1, 2, '一、本年新收'],
      [0, 2, 1, 1, '5'],
      [0, 3, 1, 1, '6'],
      [1, 0, 1, 1, '三、结果'],
      [1, 1, 1, 1, '（一）公开'],
      [1, 2, 1, 1, '7'],
      [1, 3, 1, 1, '8'],
    ])
  })

  test('parts whose margins differ on left and right pages join all the same', () => {
    const upper = gridOf(
      1,
      xs,
      1,
      [0, 1, 2, 3].map(column => cell(0, column, '1')),
    )
    const lower = gridOf(
      2,
      xs.map(x => x + 20),
      1,
      [0, 1, 2, 3].map(column => cell(0, column, '2')),
    )
    expect(join(upper, lower)?.rows).toBe(2)
  })

  test('a table of other columns is another table', () => {
    const upper = gridOf(
      1,
      xs,
      1,
      [0, 1, 2, 3].map(column => cell(0, column, '1')),
    )
    const narrow = gridOf(
      2,
      [50, 120, 240, 300],
      1,
      [0, 1, 2].map(column => cell(0, column, '2')),
    )
    const other = gridOf(
      2,
      [50, 90, 200, 270, 360],
      1,
      [0, 1, 2, 3].map(column => cell(0, column, '2')),
    )
    expect(join(upper, narrow)).toBeNull()
    expect(join(upper, other)).toBeNull()
  })

  test('heads that are repeated word for word are taken once; a repeated row with numbers is a row', () => {
    const head = ['类别', '项目', '件数', '金额'].map((text, column) => cell(0, column, text))
    const values = (row: number) => ['甲', '乙', '1', '2'].map((text, column) => cell(row, column, text))
    const upper = gridOf(1, xs, 2, [...head, ...values(1)])
    const lower = gridOf(2, xs, 3, [...head, ...values(1), ...values(2)])
    const joined = join(upper, lower)
    expect(joined?.rows).toBe(4)
    expect(joined?.cells.filter(one => one.text === '类别')).toHaveLength(1)
    expect(joined?.cells.filter(one => one.text === '甲')).toHaveLength(3)
  })

  test('a new label on the next page is not glued to the one before', () => {
    const upper = gridOf(1, xs, 2, [
      cell(0, 0, '（三）不予公开', 2),
      ...[0, 1].flatMap(row => [cell(row, 1, '1.项'), cell(row, 2, '1'), cell(row, 3, '2')]),
    ])
    const lower = gridOf(2, xs, 2, [
      cell(0, 0, '（四）无法提供', 2),
      ...[0, 1].flatMap(row => [cell(row, 1, '1.项'), cell(row, 2, '1'), cell(row, 3, '2')]),
    ])
    expect(
      join(upper, lower)
        ?.cells.filter(one => one.column === 0)
        .map(one => [one.text, one.rowSpan]),
    ).toEqual([
      ['（三）不予公开', 2],
      ['（四）无法提供', 2],
    ])
  })

  test('a row of blank values below a full row stays a row of its own', () => {
    const upper = gridOf(1, xs, 1, [cell(0, 0, '甲'), cell(0, 1, '规章'), cell(0, 2, '1'), cell(0, 3, '2')])
    const lower = gridOf(2, xs, 1, [cell(0, 0, '乙'), cell(0, 1, '其他文件'), cell(0, 2, ''), cell(0, 3, '')])
    expect(join(upper, lower)?.rows).toBe(2)
  })

  const standing = (grid: PageGrid, column: number, facts: Partial<PageCell>): PageGrid => ({
    ...grid,
    cells: grid.cells.map(one => (one.column === column ? { ...one, ...facts } : one)),
  })

  test('a row whose label runs on below is put together, its values whole', () => {
    const upper = gridOf(1, xs, 1, [
      cell(0, 0, ''),
      cell(0, 1, '2.申请人逾期未按收费通知\n要求缴纳费用、行政机关不'),
      cell(0, 2, '1'),
      cell(0, 3, '2'),
    ])
    const lower = gridOf(2, xs, 1, [cell(0, 0, ''), cell(0, 1, '再处理其申请'), cell(0, 2, ''), cell(0, 3, '')])
    const joined = join(standing(upper, 1, { full: true, below: 0.3 }), lower)
    expect(joined?.rows).toBe(1)
    expect(joined?.cells.map(one => one.text)).toEqual([
      '',
      '2.申请人逾期未按收费通知\n要求缴纳费用、行政机关不\n再处理其申请',
      '1',
      '2',
    ])
    expect(joined?.cells[1]?.confidence).toBe(0.8)
  })

  test('heads above the break and a row of blanks below it: the blanks stay a row, for blank is a fact', () => {
    const upper = gridOf(
      1,
      xs,
      1,
      ['维持', '纠正', '其他', '总计'].map((text, column) => cell(0, column, text)),
    )
    const lower = gridOf(
      2,
      xs,
      1,
      [0, 1, 2, 3].map(column => cell(0, column, '')),
    )
    expect(join(upper, lower)?.rows).toBe(2)
  })

  test('the foot of a row whose values stand above is no row', () => {
    const upper = gridOf(
      1,
      xs,
      1,
      ['甲', '乙', '1', '2'].map((text, column) => cell(0, column, text)),
    )
    const lower = gridOf(
      2,
      xs,
      1,
      [0, 1, 2, 3].map(column => cell(0, column, '')),
    )
    const joined = join(upper, lower)
    expect(joined?.cells.map(one => [one.text, one.rowSpan])).toEqual([
      ['甲', 1],
      ['乙', 1],
      ['1', 1],
      ['2', 1],
    ])
  })

  test('the foot of a row that has no height for text is no row', () => {
    const upper = gridOf(
      1,
      xs,
      1,
      ['甲', '乙', '丙', '丁'].map((text, column) => cell(0, column, text)),
    )
    const lower = gridOf(
      2,
      xs,
      1,
      [0, 1, 2, 3].map(column => cell(0, column, '')),
    )
    const flat = {
      ...lower,
      cells: lower.cells.map(one => ({ ...one, box: [one.box[0], 60, one.box[2], 65] as const })),
    }
    expect(join(upper, flat)?.rows).toBe(1)
  })

  test('two rows that both have values are never put together', () => {
    const upper = gridOf(1, xs, 1, [
      cell(0, 0, ''),
      cell(0, 1, '未编号的一项写得很满'),
      cell(0, 2, '1'),
      cell(0, 3, '2'),
    ])
    const lower = gridOf(2, xs, 1, [cell(0, 0, ''), cell(0, 1, '另一项'), cell(0, 2, '3'), cell(0, 3, '')])
    expect(join(standing(upper, 1, { full: true, below: 0.3 }), lower)?.rows).toBe(2)
  })
})

test('numbers, dashes and slashes are values; words and enumerated labels are not', () => {
  for (const text of ['0', '1,234', '12.5', '-3', '１２', '/', '——', '98%']) expect(isValue(text)).toBe(true)
  for (const text of ['', '规章', '1.属于国家秘密', '（一）', '12件']) expect(isValue(text)).toBe(false)
})
