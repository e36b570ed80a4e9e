import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../../src/shared/checks/index.ts'
import type { Cell, Report } from '../../../../src/shared/data/report.ts'
import { findingText } from '../../../../src/shared/words/findingText.ts'
import { agreeingReport, withCells } from '../../reports.ts'

type Value = number | 'dash' | 'blank'
const cellOf = (value: Value): Partial<Cell> =>
  typeof value === 'number'
    ? { state: 'number', value, raw: String(value) }
    : { state: value, value: null, raw: value === 'dash' ? '—' : '' }

/** A report with nothing in it but these cells; what E and F rules say of them is left out. */
function report(year: number, given: Readonly<Record<string, Value>>): Report {
  const empty = agreeingReport('2021', () => 0)
  const all = (['disclosure', 'requests', 'proceedings'] as const).reduce(
    (rest, table) =>
      withCells(rest, table, ({ row, column }) => {
        const value = given[`${table}/${row}/${column}`]
        return value === undefined ? null : cellOf(value)
      }),
    empty,
  )
  return { ...all, year, title: null }
}
const review = 'proceedings/review/total'
const after = 'proceedings/litigationAfterReview/total'
const direct = 'proceedings/directLitigation/total'
const found = (now: Report, last: Report | null, pattern = /^L|^Y/) =>
  checkReport(now, { previous: last }).flatMap(({ id, rule, printed, expected }) =>
    pattern.test(rule) ? [[id, printed, expected]] : [],
  )
const asked = { 'requests/newRequests/total': 5 }

describe('L1, lawsuits after a review', () => {
  it('are at most the reviews of this and of last year', () => {
    const last = report(2022, { ...asked, [review]: 2 })
    expect(found(report(2023, { ...asked, [review]: 3, [after]: 5 }), last)).toEqual([])
    expect(found(report(2023, { ...asked, [review]: 3, [after]: 6 }), last)).toEqual([['L1:proceedings', 6, 5]])
    expect(found(report(2023, { ...asked, [after]: 0 }), report(2022, asked))).toEqual([])
  })

  it('are not judged without the report of the year before, or where a figure is blank', () => {
    const wrong = report(2023, { ...asked, [review]: 1, [after]: 6 })
    expect(found(wrong, null)).toEqual([])
    expect(found(wrong, report(2021, asked))).toEqual([])
    expect(found(wrong, report(2022, { ...asked, [review]: 'blank' }))).toEqual([])
    expect(found(report(2023, { ...asked, [review]: 'blank', [after]: 6 }), report(2022, asked))).toEqual([])
  })

  it('are told with both figures', () => {
    const wrong = report(2023, { ...asked, [review]: 1, [after]: 6 })
    const finding = checkReport(wrong, { previous: report(2022, asked) }).find(one => one.rule === 'L1')
    if (!finding) throw new Error('there is one')
    expect(finding).toMatchObject({ severity: 'warning', table: 'proceedings', cells: [after, review] })
    expect(findingText(finding, wrong, 'zh').detail).toBe(
      '表四复议后起诉总计印作 6，本年与上年的行政复议总计合起来只有 1。',
    )
    expect(findingText(finding, wrong, 'en').title).toBe('6 lawsuits after review, only 1 reviews in two years')
  })
})

describe('L2, disputes without requests', () => {
  const none = report(2022, {})

  it('is said where table 四 has something and nobody asked in two years', () => {
    const wrong = report(2023, { [review]: 1, [direct]: 2 })
    expect(found(wrong, none)).toEqual([['L2:proceedings', 3, 0]])
    const finding = checkReport(wrong, { previous: none }).find(one => one.rule === 'L2')
    if (!finding) throw new Error('there is one')
    expect(finding).toMatchObject({ severity: 'warning', table: 'proceedings' })
    expect(finding.cells).toEqual([review, direct, 'requests/newRequests/total', 'requests/carriedOver/total'])
    expect(findingText(finding, wrong, 'zh').title).toBe('两年没有申请，表四却有 3')
    expect(findingText(finding, wrong, 'en').title).toBe('3 in table 4, no requests in two years')
  })

  it('is not said where there was a request, a table is blank, or last year is not at hand', () => {
    const wrong = { [review]: 1 }
    for (const row of ['newRequests', 'carriedOver']) {
      const one = { [`requests/${row}/total`]: 1 }
      expect(found(report(2023, { ...wrong, ...one }), none, /L2/)).toEqual([])
      expect(found(report(2023, wrong), report(2022, one), /L2/)).toEqual([])
    }
    expect(found(report(2023, wrong), report(2022, { 'requests/newRequests/total': 'blank' }), /L2/)).toEqual([])
    expect(found(report(2023, wrong), null)).toEqual([])
    expect(checkReport(report(2023, {}), { previous: none })).toEqual([])
  })
})

describe('Y5, documents in force that change by nothing', () => {
  const row = 'disclosure/normativeDocuments'
  const documents = (year: number, inForce: Value, issued: Value = 0, repealed: Value = 0) =>
    report(year, {
      ...{ [`${row}/inForce`]: inForce, [`${row}/issued`]: issued, [`${row}/repealed`]: repealed },
      // Nothing of the other row.
      'disclosure/regulations/inForce': 0,
    })
  const last = documents(2022, 88)

  it('is said instead of Y2 where nothing was issued or repealed', () => {
    expect(found(documents(2023, 88), last)).toEqual([])
    expect(found(documents(2023, 89), last)).toEqual([[`Y5:${row}`, 89, 88]])
    expect(found(documents(2023, 90, 1), last)).toEqual([[`Y2:${row}`, 90, 89]])
    expect(found(documents(2023, 88, 0, 1), last)).toEqual([[`Y2:${row}`, 88, 87]])
  })

  it('takes a dash for none, and a blank for nothing', () => {
    expect(found(documents(2023, 89, 'dash', 'dash'), last)).toEqual([[`Y5:${row}`, 89, 88]])
    expect(found(documents(2023, 89, 'dash', 0), last)).toEqual([[`Y5:${row}`, 89, 88]])
    expect(found(documents(2023, 89, 'blank', 0), last)).toEqual([])
    expect(found(documents(2023, 89), documents(2022, 'blank'))).toEqual([])
    expect(found(documents(2023, 'blank'), last)).toEqual([])
    expect(found(documents(2023, 89), null)).toEqual([])
  })

  it('is told with both years', () => {
    const wrong = documents(2023, 89)
    const finding = checkReport(wrong, { previous: last }).find(one => one.rule === 'Y5')
    if (!finding) throw new Error('there is one')
    expect(finding.cells).toEqual(['inForce', 'issued', 'repealed'].map(column => `${row}/${column}`))
    expect(findingText(finding, wrong, 'zh').detail).toBe(
      '表二行政规范性文件 一行，本年制发和废止都没有，现行有效件数印作 89，2022 年为 88。',
    )
    expect(findingText(finding, wrong, 'en').detail).toContain('“In force” is printed as 89; in 2022 it was 88.')
  })
})
