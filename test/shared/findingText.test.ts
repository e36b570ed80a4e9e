import { describe, expect, it } from 'vitest'
import { checkReport, type Finding } from '../../src/shared/checks/index.ts'
import { findingText } from '../../src/shared/findingText.ts'
import type { Report } from '../../src/shared/report.ts'
import { agreeingReport, withCells } from './reports.ts'

const whole = agreeingReport('2021', () => 1)

function first(report: Report, rule: Finding['rule']): Finding {
  const found = checkReport(report).find(finding => finding.rule === rule)
  if (!found) throw new Error(`no ${rule}`)
  return found
}

const at = (
  table: 'disclosure' | 'requests' | 'proceedings',
  row: string,
  column: string,
  value: number | null,
  raw: string,
) =>
  withCells(whole, table, cell =>
    cell.row === row && cell.column === column ? { state: value === null ? 'blank' : 'number', value, raw } : null,
  )

const zh = (report: Report, rule: Finding['rule']) => findingText(first(report, rule), report, 'zh')
const en = (report: Report, rule: Finding['rule']) => findingText(first(report, rule), report, 'en')

describe('a finding in words', () => {
  it('names table, row, sum and total of a row', () => {
    const report = at('requests', 'unavailable.notHeld', 'total', 11, '11')
    expect(zh(report, 'E1')).toEqual({
      title: '（四）1 一行合计不符，少 5',
      detail: '表三（四）1 一行六列之和 6，总计印作 11。',
      word: '合计',
    })
    expect(en(report, 'E1').detail).toBe(
      'The six columns of “Not held” in table 3 add up to 6, the total is printed as 11.',
    )
  })

  it('names table, column, sum and total of a column', () => {
    const report = at('requests', 'concluded', 'individual', 1000, '1000')
    expect(zh(report, 'E2')).toMatchObject({
      title: '自然人一列合计不符，少 979',
      detail: '表三自然人一列（一）至（六）之和 21，（七）印作 1,000。',
    })
    expect(zh(report, 'E3')).toMatchObject({ detail: '表三自然人一列，一加二为 23，（七）加四印作 1,002。' })
    expect(en(report, 'E2').title).toBe('Individuals: sum does not agree, short by 979')
  })

  it('says when the parts are more than the total', () => {
    const report = at('proceedings', 'review', 'total', 2, '2')
    expect(zh(report, 'E4')).toMatchObject({
      title: '行政复议合计不符，多 2',
      detail: '表四行政复议四种结果之和 4，总计印作 2。',
    })
    expect(en(report, 'E4').title).toContain('over by 2')
  })

  it('names a missing table and a missing part', () => {
    const report = { ...whole, tables: whole.tables.filter(table => table.key !== 'proceedings') }
    expect(zh(report, 'F1')).toEqual({
      title: '没有找到表四',
      detail: '表四“政府信息公开行政复议、行政诉讼情况”没有找到，可对着原件手工录入。',
      word: '缺表',
    })
    const shorter = { ...whole, sections: whole.sections.filter(section => section.key !== 'other') }
    expect(zh(shorter, 'F1')).toMatchObject({ title: '没有找到“六、其他需要报告的事项”', word: '版式' })
    expect(en(shorter, 'F1').title).toBe('“6. Other matters” was not found')
  })

  it('names the cells without a number, and what stands there instead', () => {
    const report = at('disclosure', 'regulations', 'repealed', null, '')
    expect(zh(report, 'F2')).toEqual({
      title: '规章·本年废止件数，空白',
      detail: '表二规章 一行，本年废止件数，应有数字处为空白。',
      word: '空白',
    })
    const dashes = withCells(whole, 'requests', cell =>
      cell.row === 'notProcessed.excessive' ? { state: 'dash', value: null, raw: '——' } : null,
    )
    expect(zh(dashes, 'F2').title).toBe('（五）4 有 7 格为横线')
    const absent = withCells(whole, 'proceedings', cell =>
      cell.row === 'review' && cell.column !== 'total' ? { state: 'absent', value: null, raw: null } : null,
    )
    expect(zh(absent, 'F2').title).toBe('行政复议 有 4 格原件没有')
    expect(en(absent, 'F2').detail).toContain('Upheld, Corrected, Other outcome, Pending')
  })

  it('quotes what is printed where a whole number is due', () => {
    const report = withCells(whole, 'requests', cell =>
      cell.row === 'granted' && cell.column === 'individual' ? { state: 'text', value: null, raw: '约30' } : null,
    )
    expect(zh(report, 'F3')).toMatchObject({
      title: '（一）·自然人，数字有疑',
      detail: '表三（一） 一行，自然人印作“约30”，应为不小于 0 的整数。',
    })
    expect(en(report, 'F3').detail).toContain('Individuals “约30”')
  })

  it('wears the words of the style: no semicolons, no codes, no exclamation marks', () => {
    const broken = withCells(whole, 'requests', cell =>
      cell.column === 'total'
        ? { value: 3, raw: '3' }
        : cell.row === 'granted'
          ? { state: 'blank', value: null }
          : null,
    )
    const findings = checkReport({ ...broken, sections: [] })
    expect(findings.length).toBeGreaterThan(20)
    for (const finding of findings) {
      const text = findingText(finding, broken, 'zh')
      expect(Object.values(text).join('')).not.toMatch(/[;；!！]|[EF]\d|undefined|null/)
      expect(Object.values(findingText(finding, broken, 'en')).join('')).not.toMatch(/\p{Script=Han}|undefined|null/u)
    }
  })
})
