import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractOutput, extractStatus } from '../../src/shared/extract/output.ts'
import { formCells } from '../../src/shared/form/index.ts'
import { message } from '../../src/shared/messages/index.ts'
import { cellSchema, extractSchema } from './extractSchema.ts'
import { agreeingReport, anyEdition, figures, withCells } from './reports.ts'

const file = { file: '甲.docx', sha256: 'a'.repeat(64), format: 'docx', messages: [] } as const

describe('the output of extract', () => {
  it('is what the documentation says, for any report', () => {
    fc.assert(
      fc.property(anyEdition, figures, fc.nat(30), (edition, figure, wrong) => {
        const report = withCells(agreeingReport(edition, figure), 'requests', item =>
          item.column === 'total' && item.value === wrong ? { value: wrong + 1 } : null,
        )
        const output = extractOutput({ ...file, report }, 'zh')
        const parsed = extractSchema.parse(JSON.parse(JSON.stringify(output)))
        for (const table of parsed.report?.tables ?? []) {
          const due = formCells(table.key, table.edition).map(({ row, column }) => `${row.key}/${column.key}`)
          expect(table.cells.map(item => `${item.row}/${item.column}`)).toEqual(due)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('has its members in the documented order', () => {
    const output = extractOutput({ ...file, report: agreeingReport('2021', () => 1) }, 'zh')
    expect(Object.keys(output)).toEqual(Object.keys(extractSchema.shape))
    expect(Object.keys(output.report?.tables[0]?.cells[0] ?? {})).toEqual(Object.keys(cellSchema.shape))
  })

  it('names a failed sum with its figures, its cells and who is suspected', () => {
    const report = withCells(
      agreeingReport('2021', () => 1),
      'requests',
      item => (item.row === 'unavailable.notHeld' && item.column === 'individual' ? { value: 6, raw: '6' } : null),
    )
    const { findings, status } = extractOutput({ ...file, report }, 'en')
    expect(status).toBe('ok')
    expect(findings.map(finding => finding.rule)).toEqual(['E1', 'E2'])
    expect(findings[0]).toMatchObject({
      printed: 6,
      expected: 11,
      suspects: ['requests/unavailable.notHeld/individual'],
    })
    expect(findings[0]?.cells[0]).toBe('requests/unavailable.notHeld/total')
  })

  it('is partial when a table is missing, has no cell in the source, or something went wrong', () => {
    const whole = agreeingReport('2021', () => 1)
    const cut = { ...whole, tables: whole.tables.slice(1) }
    const empty = withCells(whole, 'proceedings', () => ({ state: 'absent', value: null, raw: null }))
    const problem = message('read.crashed', { file: '甲' })
    const warning = message('read.otherFormat', { extension: '.doc', format: 'HTML', formatEnglish: 'HTML' })
    expect(extractStatus({ report: cut, messages: [] })).toBe('partial')
    expect(extractStatus({ report: empty, messages: [] })).toBe('partial')
    expect(extractStatus({ report: whole, messages: [problem] })).toBe('partial')
    expect(extractStatus({ report: whole, messages: [warning] })).toBe('ok')
  })

  it('of a file that failed has no report, no findings, and the reason', () => {
    const output = extractOutput(
      { ...file, sha256: null, format: 'unknown', report: null, messages: [message('read.empty', { file: '甲' })] },
      'zh',
    )
    expect(extractSchema.parse(output)).toMatchObject({ status: 'failed', report: null, findings: [] })
    expect(output.messages[0]?.text).toContain('空文件')
  })
})
