import { describe, expect, it } from 'vitest'
import { type CheckContext, checkReport } from '../../../src/shared/checks/index.ts'
import { isBelowLawmaking } from '../../../src/shared/checks/lawmaking.ts'
import { yearInTitle } from '../../../src/shared/checks/titleYear.ts'
import type { Cell, Report } from '../../../src/shared/data/report.ts'
import { agreeingReport, withCells } from '../reports.ts'

const plain = agreeingReport('2021', () => 1)
const ofYear = (report: Report, year: number): Report => ({
  ...report,
  year,
  title: `云岭市清河区人民政府${year}年政府信息公开工作年度报告`,
  period: { from: `${year}-01-01`, to: `${year}-12-31` },
})
type Table = 'disclosure' | 'requests' | 'proceedings'
const put = (report: Report, table: Table, row: string, column: string, value: number | Partial<Cell>): Report =>
  withCells(report, table, cell =>
    cell.row === row && cell.column === column
      ? typeof value === 'number'
        ? { value, raw: String(value) }
        : value
      : null,
  )
const ids = (report: Report, context?: CheckContext) => checkReport(report, context).map(item => item.id)
const figuresOf = (report: Report, context: CheckContext, id: string) => {
  const found = checkReport(report, context).find(item => item.id === id)
  return found && [found.printed, found.expected, found.severity]
}
const blank = { state: 'blank', value: null, raw: '' } as const

/** Last year as it must have been for this year to follow from it. */
const before = withCells(ofYear(plain, 2022), 'requests', cell => {
  const now = plain.tables.find(table => table.key === 'requests')?.cells
  const over = now?.find(item => item.row === 'carriedOver' && item.column === cell.column)
  return cell.row === 'carriedForward' ? { value: over?.value ?? 0 } : null
})
const previous = put(
  put(before, 'disclosure', 'regulations', 'inForce', 2),
  'disclosure',
  'normativeDocuments',
  'inForce',
  2,
)

describe('this year against last year', () => {
  it('has nothing to say where the years follow from each other, nor without the other year', () => {
    expect(ids(plain, { previous })).toEqual([])
    expect(ids(plain, { previous: null, next: null })).toEqual([])
    expect(ids(put(plain, 'disclosure', 'regulations', 'inForce', 40))).toEqual([])
  })

  it('Y1 compares what was carried over, column by column, where both are numbers', () => {
    const other = put(previous, 'requests', 'carriedForward', 'individual', 4)
    expect(ids(plain, { previous: other })).toEqual(['Y1:requests/carriedOver/individual'])
    expect(figuresOf(plain, { previous: other }, 'Y1:requests/carriedOver/individual')).toEqual([1, 4, 'warning'])
    expect(ids(plain, { previous: put(other, 'requests', 'carriedForward', 'individual', blank) })).toEqual([])
  })

  it('Y1 is seen from the earlier report too', () => {
    const next = put(ofYear(plain, 2024), 'requests', 'carriedOver', 'business', 9)
    const found = checkReport(plain, { next }).filter(item => item.cells.includes('requests/carriedForward/business'))
    expect(found.map(item => [item.id, item.printed, item.expected])).toEqual([
      ['Y1:requests/carriedForward/business', 2, 9],
    ])
  })

  it('Y2 follows documents in force from year to year', () => {
    const wrong = put(plain, 'disclosure', 'normativeDocuments', 'inForce', 5)
    expect(figuresOf(wrong, { previous }, 'Y2:disclosure/normativeDocuments')).toEqual([5, 2, 'warning'])
    expect(ids(put(wrong, 'disclosure', 'normativeDocuments', 'repealed', blank), { previous })).not.toContain(
      'Y2:disclosure/normativeDocuments',
    )
  })

  it('Y2 says nothing after a report of the 2019 form, whose 对外公开总数量 is something else', () => {
    const old = ofYear(
      agreeingReport('2019', () => 1),
      2020,
    )
    const first = ofYear(put(plain, 'disclosure', 'regulations', 'inForce', 77), 2021)
    expect(ids(first, { previous: old }).filter(id => id.startsWith('Y2'))).toEqual([])
  })

  it('takes no report of any other year for last year', () => {
    const odd = put(previous, 'requests', 'carriedForward', 'individual', 4)
    expect(ids(plain, { previous: { ...odd, year: 2021 } })).toEqual([])
    expect(ids(plain, { previous: { ...odd, year: null } })).toEqual([])
  })

  it.each([
    [0, 3, false],
    [1, 6, false],
    [3, 19, false],
    [0, 20, true],
    [4, 20, false],
    [3, 20, true],
    [20, 3, true],
    [100, 20, false],
    [100, 500, false],
    [100, 501, true],
  ])('Y4 from %i to %i decisions: %s', (from, to, found) => {
    const last = put(previous, 'disclosure', 'penalties', 'decisions', from)
    const now = put(plain, 'disclosure', 'penalties', 'decisions', to)
    expect(ids(now, { previous: last })).toEqual(found ? ['Y4:disclosure/penalties/decisions'] : [])
  })
})

describe('documents of one year', () => {
  it('Y3 wants no more made than are in force or were repealed', () => {
    const wrong = put(plain, 'disclosure', 'normativeDocuments', 'issued', 4)
    expect(ids(wrong)).toEqual(['Y3:disclosure/normativeDocuments'])
    expect(figuresOf(wrong, {}, 'Y3:disclosure/normativeDocuments')).toEqual([4, 3, 'warning'])
    expect(ids(put(plain, 'disclosure', 'normativeDocuments', 'issued', 3))).toEqual([])
  })
})

describe('the form', () => {
  it('F4 compares the year of the title with the period, and with the year on file where none is stated', () => {
    const titled = (title: string) => ({ ...ofYear(plain, 2023), title })
    expect(ids(titled('清河区2022年政府信息公开工作年度报告'))).toEqual(['F4:year'])
    expect(ids({ ...titled('清河区二〇二三年政府信息公开工作年度报告') })).toEqual([])
    expect(ids({ ...titled('清河区2022年政府信息公开工作年度报告'), period: null })).toEqual(['F4:year'])
    expect(ids({ ...titled('清河区政府信息公开工作年度报告') })).toEqual([])
  })

  it('F4 says nothing of a title with two years, wherever the other one stands', () => {
    for (const title of [
      '清河区2022—2023年政府信息公开工作年度报告',
      '清河区2022年、2023年政府信息公开工作年度报告',
      '（2022年修订）清河区2023年政府信息公开工作年度报告',
      '清河区2023年政府信息公开工作年度报告（2022年修订）',
    ])
      expect([title, ids({ ...ofYear(plain, 2023), title })]).toEqual([title, []])
  })

  it('F5 says that towns, streets and county departments make no 规章', () => {
    const town = { ...plain, organization: '云岭市清河区柳塘镇人民政府' }
    expect(ids(town)).toEqual(['F5:disclosure/regulations'])
    const none = withCells(town, 'disclosure', cell => (cell.row === 'regulations' ? { value: 0, raw: '0' } : null))
    expect(ids(none)).toEqual([])
    const named = {
      ...plain,
      organization: '水利局',
      kind: 'department',
      region: { code: '500108', name: '清河区', level: 'county' },
    }
    expect(ids(named as Report)).toEqual(['F5:disclosure/regulations'])
  })

  it.each([
    ['云岭市清河区柳塘镇人民政府', true],
    ['青禾县望溪乡人民政府', true],
    ['云岭市清河区东门街道办事处', true],
    ['桐坞县水利局', true],
    ['云岭市清河区人民政府办公室', true],
    ['云岭市清河区发展和改革委员会', true],
    ['云岭市清河区人民政府', false],
    ['桐坞县人民政府', false],
    ['云岭市人民政府', false],
    ['云岭市水利局', false],
    ['青山自治区财政厅', false],
    ['云岭高新区管理委员会', false],
    ['', false],
  ])('knows of %s whether it is below lawmaking: %s', (name, below) => {
    expect(isBelowLawmaking(name)).toBe(below)
  })

  it('F6 names tables of the 2019 form in reports of 2021 and later', () => {
    const old = agreeingReport('2019', () => 1)
    expect(ids(ofYear(old, 2020))).toEqual([])
    expect(ids(ofYear(old, 2021))).toEqual(['F6:disclosure', 'F6:requests'])
  })

  it('F4 goes by the period that a section states where recognition found none, else by the year on file', () => {
    const report = (text: string, year: number | null = 2021): Report => ({
      ...plain,
      year,
      period: null,
      title: '清河区2023年政府信息公开工作年度报告',
      sections: plain.sections.map(section => (section.key === 'overview' ? { ...section, text } : section)),
    })
    const expected = (of: Report) => checkReport(of).flatMap(item => (item.rule === 'F4' ? [item.expected] : []))
    expect(expected(report(''))).toEqual([2021])
    expect(expected(report('', null))).toEqual([])
    expect(expected(report('', 2023))).toEqual([])
    expect(expected(report('统计期限自2022年1月1日起'))).toEqual([2022])
    expect(expected(report('数据期限为2022年1月1日至12月31日'))).toEqual([2022])
    expect(expected(report('本报告数据的期限从2023年1月1日起'))).toEqual([])
    expect(expected(report('统计期限为上一个年度，即2022年1月1日'))).toEqual([2022])
    const stated = { ...report('统计期限自2023年1月1日起'), period: { from: '2022-01-01', to: '2022-12-31' } }
    expect(expected(stated)).toEqual([2022])
    expect(expected(report('期限。2022年1月1日'))).toEqual([2021])
    expect(expected(report('2022年1月1日'))).toEqual([2021])
    expect(checkReport(report(''))[0]).toMatchObject({ id: 'F4:year', severity: 'warning', printed: 2023, cells: [] })
    expect(expected({ ...report(''), title: null })).toEqual([])
  })

  it.each([
    ['清河区2023年报告', 2023],
    ['清河区 ２０２３ 年报告', 2023],
    ['清河区二〇二三年报告', 2023],
    ['清河区二○二三年报告', 2023],
    ['清河区二零二三年报告', 2023],
    ['2023年清河区2023年报告', 2023],
    ['二〇二三年清河区2023年报告', 2023],
    ['2022年清河区2023年报告', null],
    ['清河区12023年报告', null],
    ['清河区1923年报告', null],
    ['清河区2023报告', null],
    ['清河区二三年报告', null],
    ['', null],
  ])('the year in the title “%s” is %s', (title, year) => {
    expect(yearInTitle(title)).toBe(year)
  })

  it('Y1 to Y3 name their cells, the printed one first, and Y4 all figures that tell a body’s size', () => {
    const far = withCells(
      withCells(ofYear(plain, 2022), 'requests', cell => ({ value: (cell.value ?? 0) * 100 })),
      'disclosure',
      () => ({ value: 100 }),
    )
    const found = checkReport(plain, { previous: far })
    expect(found.filter(item => item.rule === 'Y4').map(item => [item.cells, item.table, item.severity])).toEqual([
      [['requests/newRequests/total'], 'requests', 'warning'],
      [['requests/concluded/total'], 'requests', 'warning'],
      [['disclosure/licensing/decisions'], 'disclosure', 'warning'],
      [['disclosure/penalties/decisions'], 'disclosure', 'warning'],
      [['disclosure/coercion/decisions'], 'disclosure', 'warning'],
      [['disclosure/fees/amount'], 'disclosure', 'warning'],
    ])
    const y2 = ['inForce', 'issued', 'repealed'].map(column => `disclosure/regulations/${column}`)
    expect(found.find(item => item.id === 'Y2:disclosure/regulations')).toMatchObject({
      table: 'disclosure',
      cells: y2,
    })
    const [y1] = found.filter(item => item.rule === 'Y1')
    expect(y1).toMatchObject({ table: 'requests', cells: ['requests/carriedOver/individual'], severity: 'warning' })
    expect(found.filter(item => item.rule === 'Y1')).toHaveLength(7)
    const [y3] = checkReport(put(plain, 'disclosure', 'regulations', 'issued', 4))
    const y3Cells = ['issued', 'repealed', 'inForce'].map(column => `disclosure/regulations/${column}`)
    expect(y3).toMatchObject({ id: 'Y3:disclosure/regulations', table: 'disclosure', cells: y3Cells })
  })

  it('says nothing of years where a figure of one of them is missing', () => {
    for (const [row, column] of [
      ['regulations', 'inForce'],
      ['regulations', 'issued'],
      ['regulations', 'repealed'],
    ] as const) {
      const wrong = put(put(plain, 'disclosure', 'regulations', 'issued', 9), 'disclosure', row, column, blank)
      expect([column, ids(wrong, { previous }).filter(id => /^Y[23]:disclosure.regulations/.test(id))]).toEqual([
        column,
        [],
      ])
    }
    const noLast = put(previous, 'disclosure', 'regulations', 'inForce', blank)
    expect(ids(put(plain, 'disclosure', 'regulations', 'issued', 9), { previous: noLast })).toEqual([
      'Y3:disclosure/regulations',
    ])
    const nowBlank = put(plain, 'disclosure', 'penalties', 'decisions', blank)
    const lastHigh = put(previous, 'disclosure', 'penalties', 'decisions', 500)
    expect(ids(nowBlank, { previous: lastHigh })).toEqual(['F2:disclosure/penalties'])
    const notCarried = put(plain, 'requests', 'carriedOver', 'individual', blank)
    expect(ids(notCarried, { previous }).filter(id => id.startsWith('Y1'))).toEqual([])
    const lastBlank = put(previous, 'disclosure', 'penalties', 'decisions', blank)
    expect(ids(put(plain, 'disclosure', 'penalties', 'decisions', 500), { previous: lastBlank })).toEqual([])
  })

  it('Y4 says nothing without last year, and F6 of what has no year', () => {
    expect(ids(put(plain, 'disclosure', 'penalties', 'decisions', 500))).toEqual([])
    const old = agreeingReport('2019', () => 1)
    expect(ids({ ...old, year: null, title: null })).toEqual([])
    const fourth = {
      ...plain,
      tables: plain.tables.map(
        table => ({ ...table, edition: table.key === 'proceedings' ? '2019' : '2021' }) as const,
      ),
    }
    expect(ids(fourth)).toEqual([])
    expect(checkReport(ofYear(old, 2022))[0]).toMatchObject({
      id: 'F6:disclosure',
      table: 'disclosure',
      severity: 'warning',
    })
  })
})
