import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../src/shared/checks/index.ts'
import type { Report } from '../../../src/shared/data/report.ts'
import { agreeingReport, anyEdition, figures, withCells } from '../reports.ts'

const errors = (report: Report) => checkReport(report).filter(finding => finding.severity === 'error')
const rules = (report: Report) => checkReport(report).map(finding => finding.id)
const plain = agreeingReport('2021', (row, column) => (row.length * 7 + column.length) % 23)

describe('the sums printed on the form', () => {
  it('find nothing in any report that adds up, in either edition', () => {
    fc.assert(
      fc.property(anyEdition, figures, (edition, figure) => {
        expect(checkReport(agreeingReport(edition, figure))).toEqual([])
      }),
    )
  })

  it('name printed and expected, the printed one first among the cells', () => {
    const wrong = withCells(plain, 'requests', cell =>
      cell.row === 'granted' && cell.column === 'total' ? { value: (cell.value ?? 0) + 5 } : null,
    )
    const finding = errors(wrong).find(item => item.rule === 'E1')
    expect(finding?.cells[0]).toBe('requests/granted/total')
    expect((finding?.printed ?? 0) - (finding?.expected ?? 0)).toBe(5)
  })

  it('say nothing of a sum whose total is blank, and never read the blank as 0', () => {
    const wrong = withCells(plain, 'requests', cell =>
      cell.row === 'granted' && cell.column === 'total' ? { state: 'blank', value: null, raw: '' } : null,
    )
    expect(rules(wrong)).toContain('F2:requests/granted')
    expect(rules(wrong)).not.toContain('E1:requests/granted')
  })
})

describe('missing and odd content', () => {
  it('F1 names each missing table and section', () => {
    const wrong: Report = {
      ...plain,
      tables: plain.tables.filter(table => table.key !== 'proceedings'),
      sections: plain.sections.filter(section => section.key !== 'other'),
    }
    expect(rules(wrong)).toEqual(['F1:table/proceedings', 'F1:section/other'])
  })

  it('F2 gathers blanks, dashes and absent cells row by row', () => {
    const states = { research: 'blank', legalService: 'dash', business: 'absent' } as const
    const wrong = withCells(plain, 'requests', cell => {
      const state =
        cell.row === 'denied.otherLaw'
          ? Object.entries(states).find(([column]) => column === cell.column)?.[1]
          : undefined
      return state ? { state, value: null } : null
    })
    const finding = checkReport(wrong).find(item => item.rule === 'F2')
    expect(finding?.cells).toEqual([
      'requests/denied.otherLaw/business',
      'requests/denied.otherLaw/research',
      'requests/denied.otherLaw/legalService',
    ])
    expect(finding?.severity).toBe('warning')
  })

  it('F3 wants whole numbers, but lets a fee have decimals and a 2019 change be negative', () => {
    const half = withCells(plain, 'disclosure', cell => (cell.row === 'licensing' ? { value: 1.5 } : null))
    const fee = withCells(plain, 'disclosure', cell => (cell.row === 'fees' ? { value: 8205.1356 } : null))
    const negativeFee = withCells(plain, 'disclosure', cell => (cell.row === 'fees' ? { value: -1 } : null))
    const old = agreeingReport('2019', () => 3)
    const change = withCells(old, 'disclosure', cell => (cell.column === 'change' ? { value: -2 } : null))
    expect(rules(half)).toEqual(['F3:disclosure/licensing'])
    expect(rules(fee)).toEqual([])
    expect(rules(negativeFee)).toEqual(['F3:disclosure/fees'])
    expect(rules(change)).toEqual([])
  })

  it('F3 names prose in a cell', () => {
    const wrong = withCells(plain, 'disclosure', cell =>
      cell.row === 'penalties' ? { state: 'text', value: null, raw: '55（含自然失效29件）' } : null,
    )
    expect(rules(wrong)).toEqual(['F3:disclosure/penalties'])
  })

  it('F1 misses nothing in a document that is no report of this form, but a table that was found asks for the others', () => {
    const other: Report = { ...plain, form: 'other', tables: [], sections: [] }
    expect(rules(other)).toEqual([])
    expect(rules({ ...other, tables: plain.tables.slice(2) })).toEqual([
      ...['F1:table/disclosure', 'F1:table/requests'],
      ...['overview', 'disclosure', 'requests', 'proceedings', 'problems', 'other'].map(key => `F1:section/${key}`),
    ])
    const { form: _, ...official } = other
    expect(rules(official)).toHaveLength(9)
    const finding = checkReport(official)
    expect(finding[0]).toEqual({
      ...{ id: 'F1:table/disclosure', rule: 'F1', severity: 'warning', table: 'disclosure', section: null, cells: [] },
      ...{ printed: null, expected: null, suspects: [], passage: null },
    })
    expect(finding[3]).toMatchObject({
      id: 'F1:section/overview',
      section: 'overview',
      table: null,
      severity: 'warning',
    })
  })

  it('F1 counts a table none of whose cells was found as missing, and F2 then says no more of it', () => {
    const absent = withCells(plain, 'proceedings', () => ({ state: 'absent', value: null, raw: null }))
    expect(rules(absent)).toEqual(['F1:table/proceedings'])
    const one = withCells(absent, 'proceedings', cell =>
      cell.row === 'review' && cell.column === 'total' ? { state: 'number', value: 0, raw: '0' } : null,
    )
    expect(rules(one)).toEqual([
      ...['review', 'directLitigation', 'litigationAfterReview'].map(row => `F2:proceedings/${row}`),
    ])
  })

  it('F2 and F3 say which table and cells, in the order of the form', () => {
    const wrong = withCells(plain, 'requests', cell =>
      cell.row === 'denied.internal' && cell.column === 'research'
        ? { state: 'dash', value: null, raw: '/' }
        : cell.row === 'denied.internal' && cell.column === 'business'
          ? { state: 'text', value: null, raw: '见附件' }
          : null,
    )
    expect(checkReport(wrong).filter(finding => finding.severity === 'warning')).toMatchObject([
      { id: 'F2:requests/denied.internal', table: 'requests', cells: ['requests/denied.internal/research'] },
      { id: 'F3:requests/denied.internal', table: 'requests', cells: ['requests/denied.internal/business'] },
    ])
  })

  it('F3 takes no decimal for a change, and no number below 0 for a count', () => {
    const old = agreeingReport('2019', () => 3)
    const of = (column: string, value: number) =>
      rules(
        withCells(old, 'disclosure', cell => (cell.row === 'penalties' && cell.column === column ? { value } : null)),
      )
    expect(of('change', -2)).toEqual([])
    expect(of('change', 1.5)).toEqual(['F3:disclosure/penalties'])
    expect(of('change', -1.5)).toEqual(['F3:disclosure/penalties'])
    expect(of('previousItems', -2)).toEqual(['F3:disclosure/penalties'])
    expect(of('previousItems', 0)).toEqual([])
    const unheard = withCells(plain, 'disclosure', cell =>
      cell.row === 'fees' ? { column: 'unheard', value: 0.5 } : null,
    )
    expect(rules(unheard)).toContain('F3:disclosure/fees')
  })
})

describe('a failed sum', () => {
  it('is an error with its table, all its cells, and those most likely misread', () => {
    const wrong = withCells(plain, 'proceedings', cell =>
      cell.row === 'review' && cell.column === 'total' ? { value: (cell.value ?? 0) * 10, raw: '' } : null,
    )
    const [finding, ...others] = checkReport(wrong)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ id: 'E4:proceedings/review', rule: 'E4', severity: 'error', table: 'proceedings' })
    expect(finding?.cells).toEqual(
      ['total', 'upheld', 'corrected', 'other', 'pending'].map(key => `proceedings/review/${key}`),
    )
    expect(finding?.printed).toBe((finding?.expected ?? 0) * 10)
    expect(finding?.suspects).toEqual(['proceedings/review/total'])
  })

  it('comes before what is missing, and what is missing before what other years and the prose say', () => {
    const wrong = withCells(
      withCells(plain, 'proceedings', cell =>
        cell.row === 'review' && cell.column === 'total' ? { value: 999 } : null,
      ),
      'disclosure',
      cell => (cell.row === 'penalties' ? { state: 'blank', value: null, raw: '' } : null),
    )
    const text = '收到政府信息公开申请99999件。'
    const sections = wrong.sections.filter(section => section.key !== 'problems').map(section => ({ ...section, text }))
    const report: Report = { ...wrong, sections, title: '清河区2022年政府信息公开工作年度报告' }
    expect(rules(report).map(id => id.slice(0, 2))).toEqual(['E4', 'F1', 'F2', 'F4', 'S4', 'S8', 'N1', 'N1'])
  })
})
