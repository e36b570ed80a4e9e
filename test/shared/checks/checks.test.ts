import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../src/shared/checks/index.ts'
import type { Report } from '../../../src/shared/report.ts'
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
})
