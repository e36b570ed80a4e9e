import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../../src/shared/checks/index.ts'
import type { Report } from '../../../../src/shared/data/report.ts'
import { findingText } from '../../../../src/shared/words/findingText.ts'
import { agreeingReport } from '../../reports.ts'

const plain = agreeingReport('2021', () => 0)
const ids = (change: Partial<Report>) => checkReport({ ...plain, ...change }).map(finding => finding.id)
const detail = (change: Partial<Report>, language: 'zh' | 'en') => {
  const report = { ...plain, ...change }
  const [finding] = checkReport(report)
  return finding && findingText(finding, report, language).detail
}
const county = { code: '530000', name: '云岭市清河区', level: 'county' } as const

describe('T1, a report published late', () => {
  it.each([
    ['department', '2024-01-31', []],
    ['department', '2024-02-01', ['T1:publishedOn']],
    ['government', '2024-03-31', []],
    ['government', '2024-04-01', ['T1:publishedOn']],
    ['government', '2025-01-02', ['T1:publishedOn']],
  ] as const)('a %s on %s: %j', (kind, publishedOn, due) => {
    expect(ids({ kind, publishedOn, region: county })).toEqual(due)
  })

  it('is not decided without a date, without a kind, or for bodies that the article does not name', () => {
    const late = '2024-07-01'
    expect(ids({ kind: 'department', publishedOn: null })).toEqual([])
    expect(ids({ kind: null, publishedOn: late })).toEqual([])
    for (const kind of ['office', 'town', 'other'] as const) expect(ids({ kind, publishedOn: late })).toEqual([])
    expect(ids({ kind: 'government', publishedOn: late, region: { ...county, level: 'town' } })).toEqual([])
    expect(ids({ kind: 'government', publishedOn: late, region: null })).toEqual(['T1:publishedOn'])
  })

  it('is not decided by what was only guessed, or is no date', () => {
    const late = { kind: 'department', publishedOn: '2024-07-01' } as const
    expect(ids(late)).toEqual(['T1:publishedOn'])
    for (const fact of ['kind', 'publishedOn', 'year'] as const) expect(ids({ ...late, unsure: [fact] })).toEqual([])
    expect(ids({ ...late, unsure: ['title'] })).toEqual(['T1:publishedOn'])
    expect(ids({ ...late, publishedOn: '2024年7月' })).toEqual([])
    expect(ids({ ...late, publishedOn: 'x2024-07-01' })).toEqual([])
    expect(ids({ ...late, publishedOn: '2024-07-011' })).toEqual([])
  })

  it('goes by the period of the figures where the report tells it', () => {
    const period = { from: '2022-01-01', to: '2022-12-31' }
    const early = { kind: 'department', publishedOn: '2024-01-20', title: null } as const
    expect(ids(early)).toEqual([])
    expect(ids({ ...early, period })).toEqual(['T1:publishedOn'])
    expect(ids({ ...early, period, unsure: ['period'] })).toEqual([])
    expect(ids({ ...early, year: null })).toEqual([])
  })

  it('is told with the day on which it was due, and the article', () => {
    const late = { kind: 'department', publishedOn: '2024-02-20' } as const
    expect(detail(late, 'zh')).toBe(
      '发布日期为 2024-02-20，《条例》第四十九条要求政府部门在 1 月 31 日前公布上一年度报告，应不晚于 2024-01-31。',
    )
    const government = { kind: 'government', publishedOn: '2024-05-20' } as const
    expect(detail(government, 'zh')).toContain('县级以上政府在 3 月 31 日前')
    expect(detail(late, 'en')).toContain('departments publish by 31 January')
    expect(detail(government, 'en')).toContain('governments publish by 31 March of the next year, here 2024-03-31')
    expect(checkReport({ ...plain, ...late })[0]).toMatchObject({ severity: 'warning', table: null, section: null })
  })
})

describe('T2, a report dated before its period ends', () => {
  it.each([
    ['2023-12-30', ['T2:publishedOn']],
    ['2023-12-31', []],
    ['2024-01-01', []],
    ['2023-01-19', ['T2:publishedOn']],
  ])('of 2023 on %s: %j', (publishedOn, due) => {
    expect(ids({ publishedOn })).toEqual(due)
  })

  it('goes by the period, and is not decided by a guess', () => {
    const half = { from: '2023-01-01', to: '2023-11-30' }
    expect(ids({ publishedOn: '2023-12-01', period: half })).toEqual([])
    expect(ids({ publishedOn: '2023-11-29', period: half })).toEqual(['T2:publishedOn'])
    expect(ids({ publishedOn: '2023-11-29', unsure: ['publishedOn'] })).toEqual([])
    expect(ids({ publishedOn: null })).toEqual([])
  })

  it('is told with both days', () => {
    expect(detail({ publishedOn: '2023-06-01' }, 'zh')).toBe(
      '发布日期为 2023-06-01，报告的统计期限到 2023-12-31 为止，全年数据此时还不齐。',
    )
    expect(detail({ publishedOn: '2023-06-01' }, 'en')).toContain('ends on 2023-12-31')
  })
})
