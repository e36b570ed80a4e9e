import { describe, expect, test } from 'vitest'
import { recognise } from '../../../src/main/recognition/index.ts'
import type { Block, GridBlock } from '../../../src/shared/data/document.ts'
import { doubtBelow, findCell } from '../../../src/shared/data/report.ts'
import { formCells, formTable, type TableKey } from '../../../src/shared/form/index.ts'
import { type LaidTable, layTable, toGrid } from '../layout.ts'

/** Tables that do not stand as the form prints them: lying on their side, stacked, with columns or rows more. */

const numberOf = new Map(
  (['requests', 'proceedings', 'disclosure'] as const)
    .flatMap(key => formCells(key, '2021'))
    .map(({ key }, at) => [key.split('/').slice(1).join('/') + key.split('/')[0], at + 3]),
)
const numbered = (key: TableKey) => (place: string) => String(numberOf.get(place + key))
const lay = (key: TableKey) => layTable(key, '2021', numbered(key))

const turn = (table: LaidTable): GridBlock => {
  const grid = toGrid(table)
  const cells = grid.cells
    .map(cell => ({
      ...cell,
      row: cell.column,
      column: cell.row,
      rowSpan: cell.columnSpan,
      columnSpan: cell.rowSpan,
    }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
  return { kind: 'grid', rows: grid.columns, columns: grid.rows, cells }
}

const title: Block = { kind: 'paragraph', text: '某某县2023年政府信息公开工作年度报告' }
const read = (...blocks: readonly Block[]) =>
  recognise({ format: 'docx', title: null, blocks: [title, ...blocks], pages: [] }, 'x.docx')

function expectAll(key: TableKey, ...blocks: readonly Block[]) {
  const { report } = read(...blocks)
  const table = report.tables.find(item => item.key === key)
  const wrong = table?.cells.filter(
    cell => cell.value !== numberOf.get(`${cell.row}/${cell.column}${key}`) || cell.confidence < doubtBelow,
  )
  expect(wrong).toEqual([])
  return report
}

test.each<TableKey>(['disclosure', 'requests', 'proceedings'])(
  'a table %s lying on its side is read, and its anchors are where the cells are',
  key => {
    const grid = turn(lay(key))
    const report = expectAll(key, grid)
    for (const cell of report.tables.flatMap(table => table.cells)) {
      const at = grid.cells.find(item => item.row === cell.anchor?.row && item.column === cell.anchor?.column)
      expect(at?.text).toBe(cell.raw)
    }
  },
)

describe('table 四 stacked', () => {
  const { rows } = formTable('proceedings', '2021')
  const outcomes = rows[0]?.columns ?? []
  const texts = (labels: readonly string[]): readonly (readonly string[])[] => [
    ['', ...outcomes.map(column => column.label)],
    ...rows.map((row, at) => [
      labels[at] ?? '',
      ...row.columns.map(column => numbered('proceedings')(`${row.key}/${column.key}`)),
    ]),
  ]
  const gridOf = (lines: readonly (readonly string[])[]): GridBlock => ({
    kind: 'grid',
    rows: lines.length,
    columns: lines[0]?.length ?? 0,
    cells: lines.flatMap((line, row) => line.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text }))),
  })
  const labels = ['行政复议', '未经复议直接起诉', '复议后起诉']

  test('with groups below each other and outcomes side by side', () => {
    expectAll('proceedings', gridOf(texts(labels)))
  })

  test('with outcomes below each other and groups side by side', () => {
    const lines = texts(labels)
    const turned = (lines[0] ?? []).map((_, column) => lines.map(line => line[column] ?? ''))
    expectAll('proceedings', gridOf(turned))
  })

  test('with 行政诉讼 in front of its two kinds', () => {
    const lines = texts(labels).map((line, at) => [['', '行政复议', '行政诉讼', ''][at] ?? '', ...line])
    expectAll('proceedings', gridOf(lines))
  })
})

describe('columns and rows more', () => {
  function withColumn(at: number, head: string, figure: string): GridBlock {
    const table = lay('requests')
    const moved = table.cells.map(cell => {
      if (cell.column >= at) return { ...cell, column: cell.column + 1 }
      return cell.column + cell.columnSpan > at ? { ...cell, columnSpan: cell.columnSpan + 1 } : cell
    })
    const more = Array.from({ length: table.rows - 1 }, (_, row) => ({
      row: row + 1,
      column: at,
      rowSpan: row === 0 ? 2 : 1,
      columnSpan: 1,
      text: row === 0 ? head : figure,
      kind: row === 0 ? ('head' as const) : ('value' as const),
      key: null,
    })).filter(cell => cell.row !== 2)
    const cells = [...moved, ...more].toSorted((a, b) => a.row - b.row || a.column - b.column)
    return toGrid({ rows: table.rows, columns: table.columns + 1, cells })
  }

  test.each([
    ['小计', '5'],
    ['备注', ''],
    ['占比', '10%'],
  ])('a column %s behind the last moves nothing', (head, figure) => {
    expectAll('requests', withColumn(lay('requests').columns, head, figure))
  })

  test('a column 小计 before the total moves nothing', () => {
    expectAll('requests', withColumn(lay('requests').columns - 1, '小计', '5'))
  })

  test('a column without a head makes its neighbours doubtful', () => {
    const { report } = read(withColumn(lay('requests').columns - 1, '', '5'))
    expect(findCell(report, 'requests/granted/total')?.confidence).toBeLessThan(doubtBelow)
  })

  test('sub-rows (其中) move nothing', () => {
    const table = lay('requests')
    const after = 4
    const cells = table.cells.map(cell => {
      if (cell.row > after) return { ...cell, row: cell.row + 1 }
      return cell.row + cell.rowSpan > after + 1 ? { ...cell, rowSpan: cell.rowSpan + 1 } : cell
    })
    const row = ['其中：本级', '', '', '1', '1', '1', '1', '1', '1', '6'].map((text, column) => ({
      row: after + 1,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text,
      kind: 'value' as const,
      key: null,
    }))
    const all = [...cells, ...row].toSorted((a, b) => a.row - b.row || a.column - b.column)
    const report = expectAll('requests', toGrid({ ...table, rows: table.rows + 1, cells: all }))
    expect(findCell(report, 'requests/carriedOver/total')?.anchor).toMatchObject({ row: 4 })
  })

  test('labels without any numbering are told apart by their order and group', () => {
    const table = lay('requests')
    const bare = table.cells.map(cell =>
      cell.kind === 'value'
        ? cell
        : { ...cell, text: cell.text.replace(/^(?:（[一二三四五六七]）|[一二三四]、|\d\.)/, '') },
    )
    expectAll('requests', toGrid({ ...table, cells: bare }))
  })
})
