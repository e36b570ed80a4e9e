import { describe, expect, test } from 'vitest'
import { recognise } from '../../src/main/recognition/index.ts'
import type { Block, GridBlock } from '../../src/shared/data/document.ts'
import { doubtBelow, type Report } from '../../src/shared/data/report.ts'
import { formCells, formTable, type TableKey, tableKeys } from '../../src/shared/form/index.ts'
import { insertColumn } from '../corpus/tableChanges.ts'
import { type LaidTable, layTable, toGrid } from './layout.ts'

/** The form as other hands than the ministry's lay it out: several years on a page, table 四 in pieces, columns and rows of one's own. */

const numberOf = new Map(
  tableKeys.flatMap(key => formCells(key, '2021').map(cell => [cell.key, 11 + cell.key.length] as const)),
)
formCells('requests', '2021').forEach(({ key }, at) => {
  numberOf.set(key, at + 1)
})
formCells('proceedings', '2021').forEach(({ key }, at) => {
  numberOf.set(key, at + 500)
})
const printed = (key: TableKey, place: string) =>
  String([...numberOf].find(([cell]) => cell === `${key}/${place}`)?.[1] ?? '')
const lay = (key: TableKey): LaidTable => layTable(key, '2021', place => printed(key, place))

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const title = paragraph('某某县2023年政府信息公开工作年度报告')
const rowsGrid = (rows: readonly (readonly (string | readonly [string, number])[])[]): GridBlock => {
  const cells = rows.flatMap((line, row) => {
    let column = 0
    return line.map(piece => {
      const [text, columnSpan] = typeof piece === 'string' ? [piece, 1] : piece
      const cell = { row, column, rowSpan: 1, columnSpan, text }
      column += columnSpan
      return cell
    })
  })
  return {
    kind: 'grid',
    rows: rows.length,
    columns: Math.max(...cells.map(cell => cell.column + cell.columnSpan)),
    cells,
  }
}

function read(blocks: readonly Block[]): { report: Report; codes: readonly string[] } {
  const { report, messages } = recognise({ format: 'html', title: null, blocks: [title, ...blocks], pages: [] }, 'x')
  return { report, codes: messages.map(item => `${item.code} ${item.params.table ?? ''}`) }
}

function tableOf(report: Report, key: TableKey) {
  return report.tables.find(table => table.key === key)
}

const wrongOrDoubted = (report: Report, key: TableKey) =>
  tableOf(report, key)?.cells.filter(
    cell => cell.value !== numberOf.get(`${key}/${cell.row}/${cell.column}`) || cell.confidence < doubtBelow,
  )

describe('the same table of more than one year', () => {
  const lastYear = toGrid(layTable('requests', '2021', () => '7'))

  test('the one whose caption names the report’s year is read, wherever it stands', () => {
    const own = [paragraph('2023年数据：'), toGrid(lay('requests'))]
    const other = [paragraph('2022年数据（供对比）：'), lastYear]
    for (const blocks of [
      [...own, ...other],
      [...other, ...own],
    ]) {
      const { report, codes } = read(blocks)
      expect(wrongOrDoubted(report, 'requests')).toEqual([])
      expect(codes).toContain('recognition.tableTwice 三')
    }
  })

  test('上年 in the caption is as good as a year', () => {
    const { report } = read([paragraph('上年情况'), lastYear, paragraph('本年情况'), toGrid(lay('requests'))])
    expect(wrongOrDoubted(report, 'requests')).toEqual([])
  })

  test('of two reports on one page the first is read, under whose title it stands', () => {
    const second = paragraph('某某县2022年政府信息公开工作年度报告')
    const heading = paragraph('三、收到和处理政府信息公开申请情况')
    const { report } = read([heading, toGrid(lay('requests')), second, paragraph('编制说明。'), lastYear])
    expect(wrongOrDoubted(report, 'requests')).toEqual([])
  })

  test('where nothing tells them apart, no figure of the one that was taken is sure', () => {
    const { report } = read([toGrid(lay('requests')), paragraph('情况说明如下。'.repeat(9)), lastYear])
    expect(tableOf(report, 'requests')?.cells.every(cell => cell.confidence < doubtBelow)).toBe(true)
  })

  test('the same figures twice, as for small screens, are no reason to doubt', () => {
    const { report } = read([toGrid(lay('requests')), paragraph('手机版表格如下。'.repeat(9)), toGrid(lay('requests'))])
    expect(wrongOrDoubted(report, 'requests')).toEqual([])
  })
})

describe('table 四 in pieces', () => {
  const outcomes = formTable('proceedings', '2021').rows[0]?.columns.map(column => column.label) ?? []
  const figures = formTable('proceedings', '2021').rows.map(row =>
    row.columns.map(column => printed('proceedings', `${row.key}/${column.key}`)),
  )
  const kinds = ['行政复议', '未经复议直接起诉', '复议后起诉']
  const piece = (at: number) => [outcomes, figures[at] ?? []]

  test('one below the other in one grid', () => {
    const grid = rowsGrid(kinds.flatMap((kind, at) => [[[kind, 5] as const], ...piece(at)]))
    expect(wrongOrDoubted(read([grid]).report, 'proceedings')).toEqual([])
  })

  test('behind another table that speaks of review and litigation', () => {
    const list = rowsGrid([
      ['指标名称', '单位', '数量'],
      ['行政复议数量', '件', '4'],
      ['行政诉讼数量', '件', '2'],
    ])
    const grid = rowsGrid(kinds.flatMap((kind, at) => [[[kind, 5] as const], ...piece(at)]))
    expect(wrongOrDoubted(read([list, grid]).report, 'proceedings')).toEqual([])
  })

  test('a grid each, the kind in a line above it', () => {
    const blocks = kinds.flatMap((kind, at): readonly Block[] => [
      paragraph(`（${'一二三'.charAt(at)}）${kind}`),
      rowsGrid(piece(at)),
    ])
    expect(wrongOrDoubted(read(blocks).report, 'proceedings')).toEqual([])
  })

  test('review above, both kinds of litigation side by side below', () => {
    const grid = rowsGrid([
      [['行政复议', 10]],
      outcomes.map(text => [text, 2] as const),
      (figures[0] ?? []).map(text => [text, 2] as const),
      [['行政诉讼', 10]],
      [
        ['未经复议直接起诉', 5],
        ['复议后起诉', 5],
      ],
      [...outcomes, ...outcomes],
      [...(figures[1] ?? []), ...(figures[2] ?? [])],
    ])
    expect(wrongOrDoubted(read([grid]).report, 'proceedings')).toEqual([])
  })

  test('the kind in brackets behind 行政诉讼', () => {
    const rows = [['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'], figures] as const
    const grid = rowsGrid([['', ...outcomes], ...rows[0].map((label, at) => [label, ...(rows[1][at] ?? [])])])
    expect(wrongOrDoubted(read([grid]).report, 'proceedings')).toEqual([])
  })

  test('litigation printed before review in a grid without spans is not taken for review', () => {
    const grid = rowsGrid([
      ['行政诉讼', '', '', '', '', '', '', '', '', '', '行政复议'],
      ['未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', '', ...outcomes],
      [...outcomes, ...outcomes],
      [...(figures[1] ?? []), ...(figures[2] ?? []), ...(figures[0] ?? [])],
    ])
    const sure = tableOf(read([grid]).report, 'proceedings')?.cells.filter(cell => cell.confidence >= doubtBelow)
    expect((sure ?? []).filter(cell => cell.value !== numberOf.get(`proceedings/${cell.row}/${cell.column}`))).toEqual(
      [],
    )
  })

  test('a list of many bodies under such heads is none', () => {
    const body = (name: string) => [name, ...Array.from({ length: 10 }, () => '3')]
    const heads = [
      ['单位', ['行政复议', 5] as const, ['行政诉讼', 5] as const],
      ['', ...outcomes, ...outcomes],
    ]
    const { report } = read([rowsGrid([...heads, body('东河镇'), body('西岭镇'), body('市民政局')])])
    expect(report.tables).toEqual([])
  })

  test('numbers of the columns above the figures are no figures', () => {
    const table = toGrid(lay('proceedings'))
    const cells = [
      ...table.cells.map(cell => (cell.row === 3 ? { ...cell, row: 4 } : cell)),
      ...Array.from({ length: 15 }, (_, column) => ({
        row: 3,
        column,
        rowSpan: 1,
        columnSpan: 1,
        text: String(column + 1),
      })),
    ].toSorted((a, b) => a.row - b.row || a.column - b.column)
    expect(wrongOrDoubted(read([{ ...table, rows: 5, cells }]).report, 'proceedings')).toEqual([])
  })
})

describe('rows and columns of one’s own', () => {
  test('serial numbers before the labels are passed over', () => {
    const table = insertColumn(lay('requests'), 0, row => ({
      text: row < 3 ? '' : String(row - 2),
      kind: 'label',
    }))
    expect(wrongOrDoubted(read([toGrid(table)]).report, 'requests')).toEqual([])
  })

  test('a column of units behind the labels is none of figures', () => {
    const table = insertColumn(lay('requests'), 3, row => ({ text: row < 3 ? '' : '件', kind: 'label' }))
    expect(wrongOrDoubted(read([toGrid(table)]).report, 'requests')).toEqual([])
  })

  test('two rows that changed places are each read by their own label', () => {
    const table = lay('requests')
    const places = new Map([
      [8, 10],
      [10, 8],
    ])
    // Only cells of the rows themselves move; the group's label spans them.
    const moved = table.cells.map(cell =>
      cell.rowSpan === 1 ? { ...cell, row: places.get(cell.row) ?? cell.row } : cell,
    )
    const cells = moved.toSorted((a, b) => a.row - b.row || a.column - b.column)
    const { report } = read([toGrid({ ...table, cells })])
    expect(tableOf(report, 'requests')?.cells.map(cell => cell.value)).toEqual(
      formCells('requests', '2021').map(({ key }) => numberOf.get(key)),
    )
  })

  test('a column that was left out leaves the others sure and itself absent', () => {
    const table = lay('requests')
    const gone = 5
    const cells = table.cells.flatMap(cell => {
      const covers = cell.column <= gone && cell.column + cell.columnSpan > gone
      if (covers && cell.columnSpan === 1) return []
      return [
        {
          ...cell,
          column: cell.column > gone ? cell.column - 1 : cell.column,
          columnSpan: covers ? cell.columnSpan - 1 : cell.columnSpan,
        },
      ]
    })
    const { report } = read([toGrid({ ...table, columns: table.columns - 1, cells })])
    const found = tableOf(report, 'requests')?.cells ?? []
    expect(found.filter(cell => cell.state === 'absent').every(cell => cell.column === 'research')).toBe(true)
    expect(wrongOrDoubted(report, 'requests')?.every(cell => cell.state === 'absent')).toBe(true)
  })

  test('a head and a figure that a program repeated in every slot they span are one', () => {
    const table = lay('disclosure')
    const cells = table.cells.flatMap(cell =>
      Array.from({ length: cell.columnSpan }, (_, at) => ({ ...cell, column: cell.column + at, columnSpan: 1 })),
    )
    expect(wrongOrDoubted(read([toGrid({ ...table, cells })]).report, 'disclosure')).toEqual([])
  })

  test('lone figures under the heads of the first row alone are their row’s, but somebody has to look', () => {
    const rows = [
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '1', '2', '3'],
      ['行政规范性文件', '4', '5', '6'],
      ['行政许可', ['7', 3] as const],
      ['行政处罚', ['8', 3] as const],
      ['行政强制', ['9', 3] as const],
    ]
    const cells = tableOf(read([rowsGrid(rows)]).report, 'disclosure')?.cells.filter(
      cell => cell.column === 'decisions',
    )
    expect(cells?.map(cell => cell.value)).toEqual([7, 8, 9])
    expect(cells?.every(cell => cell.confidence < doubtBelow)).toBe(true)
  })

  test('a table under another report’s title is read, and none of it is sure', () => {
    const second = paragraph('某某县林业局2023年政府信息公开工作年度报告')
    const heading = paragraph('三、收到和处理政府信息公开申请情况')
    const { report } = read([heading, paragraph('（略）'), second, paragraph('编制说明。'), toGrid(lay('requests'))])
    expect(tableOf(report, 'requests')?.cells.every(cell => cell.confidence < doubtBelow)).toBe(true)
  })
})
