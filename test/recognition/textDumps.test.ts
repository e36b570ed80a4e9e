import { describe, expect, test } from 'vitest'
import { readText } from '../../src/main/readers/text/index.ts'
import { recognise } from '../../src/main/recognition/index.ts'
import { doubtBelow, type Report } from '../../src/shared/data/report.ts'
import { type Edition, formCells, tableKeys } from '../../src/shared/form/index.ts'
import { barDump, blankDump, lineDump, pipeDump, ruledDump, separatedDump, tabDump, tsvDump } from './dumps.ts'
import { type LaidTable, layTable } from './layout.ts'

/** Every cell another number, so that no mistake can hide; rows add up, so that nothing is doubted for its sum. */
function numbered(edition: Edition): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  let sum = 0
  tableKeys
    .flatMap(key => formCells(key, edition))
    .forEach(({ key, column }, at) => {
      numbers.set(key, column.key === 'total' ? sum : 7 + at * 3)
      sum = column.key === 'total' || key.startsWith('disclosure') ? 0 : sum + 7 + at * 3
    })
  return numbers
}

const headings = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
]

async function readDump(
  edition: Edition,
  dump: (table: LaidTable) => string,
  change = (text: string) => text,
): Promise<Report> {
  const values = numbered(edition)
  const tables = tableKeys.map((key, at) => {
    const table = layTable(key, edition, place =>
      String(values.get(`${key}/${place.split('/')[0]}/${place.split('/')[1]}`)),
    )
    return `${headings[at]}\n${dump(table)}\n`
  })
  const text = [
    `某某县${edition === '2021' ? 2023 : 2019}年政府信息公开工作年度报告`,
    '一、总体情况',
    '全年收到政府信息公开申请17件，均已办结。',
    ...tables,
    '五、存在的主要问题及改进情况',
    '公开不够及时，下一步加强培训。',
    '六、其他需要报告的事项',
    '本年度未收取信息处理费。',
  ].join('\n')
  const { document } = await readText(new TextEncoder().encode(change(text)), 'dump.txt')
  if (!document) throw new Error('nothing was read')
  return recognise(document, 'dump.txt').report
}

const read = (report: Report) =>
  new Map(report.tables.flatMap(table => table.cells.map(cell => [`${table.key}/${cell.row}/${cell.column}`, cell])))

const shapes: readonly (readonly [string, (table: LaidTable) => string])[] = [
  ['cells behind tabs', tabDump],
  ['a cell a line', table => lineDump(table)],
  ['a cell a line, no empty lines', table => lineDump(table, '')],
  ['rows between bars', pipeDump],
  ['rows of cells parted by tabs', tsvDump],
  ['rows of cells parted by blanks', blankDump],
  [
    'blanks also behind the numbering',
    table => blankDump(table).replace(/(?<=^|\s)(\d\.|（[一二三四五六七]）)/g, '$1 '),
  ],
  ['rows of cells parted by commas', table => separatedDump(table, ',')],
  ['rows of cells parted by semicolons', table => separatedDump(table, ';')],
  ['rows between rules, long cells on several lines', ruledDump],
  ['bars between cells and none around', barDump],
]

describe.each(shapes)('%s', (_, dump) => {
  test.each<Edition>(['2021', '2019'])('every cell of the %s edition is found, and none is doubtful', async edition => {
    const report = await readDump(edition, dump)
    const cells = read(report)
    const wrong = [...numbered(edition)].filter(([key, value]) => cells.get(key)?.value !== value)
    expect(wrong).toEqual([])
    expect(report.tables.map(table => table.edition)).toEqual([edition, edition, edition])
    expect([...cells.values()].filter(cell => cell.confidence < doubtBelow)).toEqual([])
    expect(report.sections.map(section => section.text)).toEqual([
      '全年收到政府信息公开申请17件，均已办结。',
      '',
      '',
      '',
      '公开不够及时，下一步加强培训。',
      '本年度未收取信息处理费。',
    ])
  })
})

describe('lines that lost something', () => {
  const loseCell = (row: string) => (table: LaidTable) =>
    lineDump({
      ...table,
      cells: table.cells.map(cell => (cell.key === `${row}/research` ? { ...cell, text: '' } : cell)),
    })

  test('a row with fewer figures than are due is left absent, its neighbours are read', async () => {
    const cells = read(await readDump('2021', loseCell('granted')))
    expect(cells.get('requests/granted/individual')).toMatchObject({ state: 'absent', value: null, confidence: 0 })
    expect(cells.get('requests/granted/total')?.state).toBe('absent')
    expect(cells.get('requests/partiallyGranted/individual')?.value).toBe(
      numbered('2021').get('requests/partiallyGranted/individual'),
    )
  })

  test('digits run together are left absent', async () => {
    const glue = (text: string) =>
      text.replace(
        /(一、本年新收政府信息公开申请数量)\n((?:\d+\n){7})/,
        (_, label, figures) => `${label}\n${figures.replace(/\n/g, '')}\n`,
      )
    const report = await readDump('2021', table => lineDump(table, ''), glue)
    const row = report.tables.flatMap(table => table.cells).filter(cell => cell.row === 'newRequests')
    expect(row.map(cell => cell.state)).toEqual(Array(7).fill('absent'))
  })

  test('a row that only looks complete because of a stray number is doubtful', async () => {
    const stray = (text: string) => text.replace('\n（二）部分公开', '\n4\n（二）部分公开')
    const cells = read(await readDump('2021', loseCell('granted'), stray))
    expect(cells.get('requests/granted/research')?.confidence).toBeLessThan(doubtBelow)
  })

  test('a page number between two rows belongs to neither', async () => {
    const number = (text: string) => text.replace('\n（七）总计', '\n— 4 —\n（七）总计')
    const report = await readDump('2021', table => lineDump(table, ''), number)
    const key = 'requests/other.other/total'
    expect(read(report).get(key)?.value).toBe(numbered('2021').get(key))
  })

  test('the end of a page in the middle of a table between bars is no end of the table', async () => {
    const page = (text: string) => text.replace('\n|  |  | 3.危及', '\n\n- 3 -\n\f\n|  |  | 3.危及')
    const cells = read(await readDump('2021', pipeDump, page))
    const wrong = [...numbered('2021')].filter(([key, value]) => cells.get(key)?.value !== value)
    expect(wrong).toEqual([])
  })

  test('a figure and its unit behind a blank are one cell, and a row of such is no row of others', async () => {
    const unit = (text: string) => text.replace(/(?<=\d)(?=\s|$)/g, ' 件')
    const cells = read(await readDump('2021', blankDump, unit))
    expect(cells.get('requests/granted/research')?.raw).toBe(`${numbered('2021').get('requests/granted/research')}件`)
  })

  test('总计 printed before all other heads makes counting worthless', async () => {
    const first = (table: LaidTable) =>
      blankDump({
        ...table,
        cells: table.cells
          .map(cell =>
            cell.text === '总计' && cell.kind === 'head' && table.columns === 10 ? { ...cell, column: 3 } : cell,
          )
          .toSorted((a, b) => a.row - b.row || a.column - b.column || (a.text === '总计' ? -1 : 0)),
      })
    const cells = [...read(await readDump('2021', first)).values()].filter(cell => cell.row === 'granted')
    expect(cells.filter(cell => cell.confidence >= doubtBelow)).toEqual([])
  })

  test('every cell says in which line of the text it stands', async () => {
    const report = await readDump('2021', table => lineDump(table, ''))
    const anchors = report.tables.flatMap(table => table.cells.map(cell => cell.anchor?.block))
    expect(new Set(anchors).size).toBe(200)
  })
})
