import { describe, expect, test } from 'vitest'
import { recognise } from '../../src/main/recognition/index.ts'
import type { Block, GridBlock, GridCell, SourceDocument } from '../../src/shared/data/document.ts'
import { doubtBelow, findCell, type Report } from '../../src/shared/data/report.ts'
import { type Edition, formCells, type TableKey, tableKeys } from '../../src/shared/form/index.ts'
import { type LaidTable, layTable, toGrid } from './layout.ts'

/** How the three tables lie in a document, whatever is in them. */

const numberOf = new Map(
  tableKeys
    .flatMap(key => (['2021', '2019'] as const).flatMap(edition => formCells(key, edition)))
    .map(({ key }, at) => [key, at]),
)
const lay = (key: TableKey, edition: Edition = '2021'): LaidTable =>
  layTable(key, edition, place =>
    String(numberOf.get(`${key}/${place.split('/')[0] ?? ''}/${place.split('/')[1] ?? ''}`)),
  )

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const title = paragraph('某某县2023年政府信息公开工作年度报告')

function read(blocks: readonly Block[]): { report: Report; codes: readonly string[] } {
  const document: SourceDocument = { format: 'docx', title: null, blocks, pages: [] }
  const { report, messages } = recognise(document, 'x.docx')
  return { report, codes: messages.map(item => `${item.code} ${item.params.table ?? ''}`) }
}

function expectAll(report: Report, key: TableKey, edition: Edition = '2021') {
  const table = report.tables.find(item => item.key === key)
  expect(table?.edition).toBe(edition)
  const wrong = table?.cells.filter(
    cell => cell.value !== numberOf.get(`${key}/${cell.row}/${cell.column}`) || cell.confidence < doubtBelow,
  )
  expect(wrong).toEqual([])
}

/** Tables one under the other in a single grid. */
function glue(tables: readonly LaidTable[]): GridBlock {
  const cells: GridCell[] = []
  let down = 0
  for (const table of tables) {
    for (const { row, column, rowSpan, columnSpan, text } of table.cells)
      cells.push({ row: row + down, column, rowSpan, columnSpan, text })
    down += table.rows
  }
  return { kind: 'grid', rows: down, columns: Math.max(...tables.map(table => table.columns)), cells }
}

const indexTable: GridBlock = {
  kind: 'grid',
  rows: 2,
  columns: 4,
  cells: ['索引号', '000014349/2024-00012', '主题分类', '其他', '发布机构', '某某县政府办公室', '总计', '3'].map(
    (text, at) => ({
      row: Math.floor(at / 4),
      column: at % 4,
      rowSpan: 1,
      columnSpan: 1,
      text,
    }),
  ),
}

test('the three tables under their headings are found, each in its own grid', () => {
  const { report, codes } = read([title, ...tableKeys.map(key => toGrid(lay(key)))])
  for (const key of tableKeys) expectAll(report, key)
  expect(codes).toEqual([])
})

test('an index table above the report is none of them', () => {
  const { report } = read([indexTable, title, ...tableKeys.map(key => toGrid(lay(key)))])
  for (const key of tableKeys) expectAll(report, key)
})

test('three tables glued into one grid are taken apart', () => {
  const { report } = read([title, glue(tableKeys.map(key => lay(key)))])
  for (const key of tableKeys) expectAll(report, key)
})

test('each table has its own edition', () => {
  const { report } = read([
    title,
    toGrid(lay('disclosure', '2019')),
    paragraph('三、收到和处理政府信息公开申请情况'),
    toGrid(lay('requests')),
  ])
  expectAll(report, 'disclosure', '2019')
  expectAll(report, 'requests', '2021')
  const turned = read([
    title,
    toGrid(lay('disclosure')),
    paragraph('三、收到和处理政府信息公开申请情况'),
    toGrid(lay('requests', '2019')),
  ])
  expectAll(turned.report, 'disclosure', '2021')
  expectAll(turned.report, 'requests', '2019')
})

describe('the tables of 2019', () => {
  const change = (text: string) => {
    const table = layTable('disclosure', '2019', place => (place.endsWith('/change') ? text : '1'))
    const { report } = read([paragraph('某某县2019年政府信息公开工作年度报告'), toGrid(table)])
    return findCell(report, 'disclosure/licensing/change')
  }

  test.each([
    ['-12', -12],
    ['－12', -12],
    ['−12', -12],
    ['+7', 7],
  ])('a change printed “%s” is %d', (text, value) => {
    expect(change(text)).toMatchObject({ state: 'number', value, confidence: 0.99 })
  })

  test.each([
    ['减少12', -12],
    ['减12', -12],
    ['下降12', -12],
    ['增加7', 7],
    ['增7', 7],
  ])('a change told as “%s” stays text beside %d', (text, value) => {
    expect(change(text)).toMatchObject({ state: 'text', value: null, alternatives: [{ value }] })
  })

  test('have purchases, and one row （六）', () => {
    const { report } = read([
      paragraph('某某县2019年政府信息公开工作年度报告'),
      ...tableKeys.map(key => toGrid(lay(key, '2019'))),
    ])
    for (const key of tableKeys) expectAll(report, key, '2019')
    expect(findCell(report, 'disclosure/procurement/amount')?.state).toBe('number')
    expect(findCell(report, 'requests/other/total')?.state).toBe('number')
    expect(findCell(report, 'requests/other.feeUnpaid/total')).toBeNull()
  })
})

test('figures of the 2019 heads never land under the heads of 2021', () => {
  const { report } = read([title, toGrid(lay('disclosure', '2019'))])
  expect(report.tables[0]?.cells.some(cell => cell.column === 'inForce')).toBe(false)
})

describe('a table on several pages', () => {
  /** Cut as paged readers give it: page and box on every cell, and another number of columns on each page. */
  function page(table: LaidTable, from: number, to: number, number: number, shift: number): GridBlock {
    const cells = table.cells.flatMap((cell): readonly GridCell[] => {
      const top = Math.max(cell.row, from)
      const bottom = Math.min(cell.row + cell.rowSpan, to)
      if (bottom <= top) return []
      const box = [50 + cell.column * 40, top * 20, 50 + (cell.column + cell.columnSpan) * 40, bottom * 20] as const
      const text = cell.row >= from ? cell.text : ''
      return [
        {
          row: top - from,
          column: cell.column + shift,
          rowSpan: bottom - top,
          columnSpan: cell.columnSpan,
          text,
          page: number,
          box,
        },
      ]
    })
    return { kind: 'grid', rows: to - from, columns: table.columns + shift, cells, page: number }
  }

  test('is put together by what is printed over what, page numbers between passed over', () => {
    const table = lay('requests')
    const blocks = [
      title,
      page(table, 0, 9, 2, 0),
      paragraph('— 2 —'),
      page(table, 9, 20, 3, 1),
      paragraph('— 3 —'),
      page(table, 20, table.rows, 4, 2),
    ]
    const { report } = read(blocks)
    expectAll(report, 'requests')
    expect(findCell(report, 'requests/concluded/total')?.anchor).toMatchObject({ block: 5, page: 4 })
    expect(report.tables[0]?.columnAnchors.total).toMatchObject({ block: 1, page: 2 })
  })

  test('with its heads on one page and its only row of figures on the next', () => {
    const table = lay('proceedings')
    const { report } = read([title, page(table, 0, 3, 4, 0), page(table, 3, 4, 5, 1)])
    expectAll(report, 'proceedings')
  })

  test('with its heads printed again', () => {
    const table = lay('requests')
    const again = glue([
      { ...table, rows: 3, cells: table.cells.filter(cell => cell.row < 3) },
      {
        ...table,
        rows: table.rows - 12,
        cells: table.cells.filter(cell => cell.row >= 12).map(cell => ({ ...cell, row: cell.row - 12 })),
      },
    ])
    const upper: LaidTable = { ...table, rows: 12, cells: table.cells.filter(cell => cell.row < 12) }
    const { report } = read([title, toGrid(upper), again])
    expectAll(report, 'requests')
  })
})

describe('what was inferred is doubtful', () => {
  const without = (table: LaidTable, text: string): GridBlock =>
    toGrid({ ...table, cells: table.cells.map(cell => (cell.text === text ? { ...cell, text: '' } : cell)) })

  test('a column whose head is missing is read by count', () => {
    const { report } = read([title, without(lay('requests'), '科研机构')])
    expect(findCell(report, 'requests/granted/research')).toMatchObject({
      value: numberOf.get('requests/granted/research'),
      confidence: 0.85,
    })
    expect(findCell(report, 'requests/granted/business')?.confidence).toBe(0.99)
  })

  test('a row whose label is cut short is read', () => {
    const table = lay('requests')
    const cells = table.cells.map(cell =>
      cell.text.startsWith('（二）部分公开') ? { ...cell, text: '（二）部分公开（区分处理的，只计' } : cell,
    )
    const { report } = read([title, toGrid({ ...table, cells })])
    expect(findCell(report, 'requests/partiallyGranted/total')).toMatchObject({
      value: numberOf.get('requests/partiallyGranted/total'),
      confidence: 0.85,
    })
  })

  test('a row whose label is missing is absent', () => {
    const { report } = read([title, without(lay('requests'), '5.属于三类内部事务信息')])
    expect(findCell(report, 'requests/denied.internal/individual')).toMatchObject({
      state: 'absent',
      raw: null,
      anchor: null,
    })
    expect(findCell(report, 'requests/denied.process/individual')?.value).toBe(
      numberOf.get('requests/denied.process/individual'),
    )
  })

  test('a figure merged over two rows is doubtful in both', () => {
    const table = lay('requests')
    const merged = table.cells.flatMap(cell => {
      if (cell.key === 'carriedOver/total') return []
      return [cell.key === 'newRequests/total' ? { ...cell, rowSpan: 2 } : cell]
    })
    const { report } = read([title, toGrid({ ...table, cells: merged })])
    for (const row of ['newRequests', 'carriedOver'])
      expect(findCell(report, `requests/${row}/total`)?.confidence).toBeLessThan(doubtBelow)
  })

  test.each(['16100017', '16 1 0 0 0 0 17'])('a row’s figures run together as “%s” are absent', glued => {
    const table = lay('requests')
    const cells = table.cells.flatMap(cell => {
      if (!cell.key?.startsWith('granted/')) return [cell]
      return cell.key === 'granted/individual' ? [{ ...cell, columnSpan: 7, text: glued }] : []
    })
    const { report } = read([title, toGrid({ ...table, cells })])
    const row = report.tables[0]?.cells.filter(cell => cell.row === 'granted')
    expect(row?.map(cell => cell.state)).toEqual(Array(7).fill('absent'))
    expect(findCell(report, 'requests/denied.internal/total')?.confidence).toBe(0.99)
  })

  test('a reader’s own doubt about a cell is kept', () => {
    const grid = toGrid(lay('requests'))
    const cells = grid.cells.map(cell =>
      cell.text === String(numberOf.get('requests/granted/total')) ? { ...cell, confidence: 0.4 } : cell,
    )
    const { report } = read([title, { ...grid, cells }])
    expect(findCell(report, 'requests/granted/total')?.confidence).toBe(0.4)
  })

  test('two columns whose heads changed places are read under their heads: all seven stand there, each once', () => {
    const table = lay('requests')
    const swap = new Map([
      ['科研机构', '商业企业'],
      ['商业企业', '科研机构'],
    ])
    const { report } = read([
      title,
      toGrid({ ...table, cells: table.cells.map(cell => ({ ...cell, text: swap.get(cell.text) ?? cell.text })) }),
    ])
    expect(findCell(report, 'requests/granted/business')).toMatchObject({
      value: numberOf.get('requests/granted/research'),
      confidence: 0.99,
    })
  })
})

describe('what is not there is said', () => {
  const headings = [
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ].map(paragraph)

  test('a missing table is named', () => {
    const { report, codes } = read([title, ...headings.slice(0, 2), toGrid(lay('disclosure')), ...headings.slice(2)])
    expect(report.tables.map(table => table.key)).toEqual(['disclosure'])
    expect(codes).toEqual(['recognition.tableMissing 三', 'recognition.tableMissing 四'])
  })

  test('a picture in a table’s place is named as one', () => {
    const { codes } = read([title, ...headings.slice(0, 3), { kind: 'image', description: '' }, ...headings.slice(3)])
    expect(codes).toEqual([
      'recognition.tableMissing 二',
      'recognition.tableIsPicture 三',
      'recognition.tableMissing 四',
    ])
  })

  test('scanned pages are not called something else', () => {
    const { codes } = read([{ kind: 'image', description: '' }, paragraph('— 1 —'), { kind: 'image', description: '' }])
    expect(codes).toEqual(['recognition.onlyPictures '])
  })

  test('a table that comes twice is read once, and that is said', () => {
    const other = layTable('requests', '2021', () => '5')
    const { report, codes } = read([title, toGrid(lay('requests')), ...headings.slice(4), toGrid(other)])
    expectAll(report, 'requests')
    expect(codes).toContain('recognition.tableTwice 三')
  })

  test('a list that merely mentions the form’s words is no table', () => {
    const cells = ['行政许可', '12', '行政处罚', '7'].map((text, at) => ({
      row: Math.floor(at / 2),
      column: at % 2,
      rowSpan: 1,
      columnSpan: 1,
      text,
    }))
    const { report } = read([title, { kind: 'grid', rows: 2, columns: 2, cells }])
    expect(report.tables).toEqual([])
  })
})
