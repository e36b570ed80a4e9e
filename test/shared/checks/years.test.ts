import { describe, expect, it } from 'vitest'
import { type CheckContext, checkReport } from '../../../src/shared/checks/index.ts'
import { isBelowLawmaking } from '../../../src/shared/checks/lawmaking.ts'
import type { Cell, Report } from '../../../src/shared/report.ts'
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
})
