import { describe, expect, it } from 'vitest'
import { checkReport, type Finding } from '../../src/shared/checks/index.ts'
import type { Report } from '../../src/shared/data/report.ts'
import { findingText } from '../../src/shared/words/findingText.ts'
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
    expect(zh(absent, 'F2').title).toBe('行政复议 有 4 格没有找到')
    expect(zh(absent, 'F2').detail).toMatch(/应有数字处没有找到格子。$/)
    expect(en(absent, 'F2').detail).toMatch(/; not found\.$/)
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

  it('names the year, the column and both figures where two years differ', () => {
    const report = agreeingReport('2021', () => 1)
    const other = (row: string, column: string, value: number) =>
      withCells({ ...report, year: 2022 }, row === 'carriedForward' ? 'requests' : 'disclosure', cell =>
        cell.row === row && cell.column === column ? { value } : null,
      )
    const inYears = (previous: Report, rule: Finding['rule'], language: 'zh' | 'en') => {
      const found = checkReport(report, { previous }).find(item => item.rule === rule)
      if (!found) throw new Error(`no ${rule}`)
      return findingText(found, report, language)
    }
    const carried = other('carriedForward', 'individual', 4)
    expect(inYears(carried, 'Y1', 'zh')).toEqual({
      title: '二·自然人，与 2022 年结转不符',
      detail: '表三二 一行自然人一列印作 1，2022 年报告结转下年度 4。',
      word: '跨年',
    })
    expect(inYears(carried, 'Y1', 'en').detail).toContain('1 is printed; the report of 2022 carried forward 4.')
    expect(inYears(other('regulations', 'inForce', 5), 'Y2', 'zh')).toMatchObject({
      title: '规章，现行有效与 2022 年接不上',
      detail: '表二规章 一行，现行有效件数印作 2，2022 年的现行有效加本年制发减本年废止为 5。',
    })
    expect(inYears(other('penalties', 'decisions', 3000), 'Y4', 'zh')).toMatchObject({
      title: '行政处罚·本年处理决定数量，不到上年五分之一',
      detail: '表二行政处罚 一行本年处理决定数量一列印作 1，2022 年为 3,000。',
    })
  })

  it('names documents that cannot all have been made', () => {
    const report = at('disclosure', 'normativeDocuments', 'issued', 9, '9')
    expect(zh(report, 'Y3')).toEqual({
      title: '行政规范性文件，制发多于有效加废止',
      detail: '表二行政规范性文件 一行，本年制发件数印作 9，现行有效加本年废止只有 3。',
      word: '合计',
    })
  })

  it('names the year, the power and the form that do not fit', () => {
    const titled = { ...whole, title: '清河区2022年政府信息公开工作年度报告' }
    expect(zh(titled, 'F4')).toMatchObject({ title: '题名写 2022 年，数据属 2023 年', word: '版式' })
    const town = { ...whole, organization: '柳塘镇人民政府' }
    expect(zh(town, 'F5').detail).toContain('本年制发件数、本年废止件数、现行有效件数不为 0')
    const old = { ...agreeingReport('2019', () => 1), year: 2023, title: null }
    expect(zh(old, 'F6').title).toBe('表二用的是 2019 版表样')
    expect(en(old, 'F6').title).toBe('Table 2 is the 2019 form')
  })

  it('names the unit that is not the form’s, and what the figure would be in that', () => {
    const report = withCells(whole, 'disclosure', cell =>
      cell.column === 'amount' ? { value: 4070, raw: '4070', unit: '元' } : null,
    )
    expect(zh(report, 'F7')).toEqual({
      title: '行政事业性收费，单位印作元',
      detail:
        '表二行政事业性收费 一行，表头印的单位是元，表样为万元（1 万元等于 10000 元）。印作 4070元，折合 0.407 万元；数字照原件保留。',
      word: '单位',
    })
    expect(en(report, 'F7').title).toBe('Administrative fees: printed in yuan')
  })

  it('quotes the prose and names both figures', () => {
    const sections = whole.sections.map(section =>
      section.key === 'overview'
        ? { ...section, text: '全年收到政府信息公开申请40件。行政事业性收费 3 万元。' }
        : section,
    )
    const report = { ...whole, sections }
    expect(zh(report, 'N1')).toEqual({
      title: '新收申请，正文 40，表格 132',
      detail: '正文“一、总体情况”写“收到政府信息公开申请40件”，按表三总计一列，新收申请为 132，正文或只计本级。',
      word: '正文',
    })
    expect(zh(report, 'N6').title).toBe('行政事业性收费，正文 3 万元，表格 1 万元')
    expect(en(report, 'N6').title).toContain('3 (10,000 yuan) in the prose')
  })

  it('wears the words of the style: no semicolons, no codes, no exclamation marks', () => {
    const broken = withCells(whole, 'requests', cell =>
      cell.column === 'total'
        ? { value: 3, raw: '3' }
        : cell.row === 'granted'
          ? { state: 'blank', value: null }
          : null,
    )
    const spoken =
      '收到政府信息公开申请40件，办结率30%。信息公开行政复议9件；行政事业性收费 3 万元。制定规范性文件“甲”等。不予公开申请200件。'
    const sections = whole.sections.filter(section => section.key === 'overview')
    const odd = {
      ...withCells(broken, 'disclosure', cell => (cell.column === 'issued' ? { value: 90 } : null)),
      ...{ title: '清河区2022年政府信息公开工作年度报告', organization: '柳塘镇人民政府' },
      sections: sections.map(section => ({ ...section, text: spoken })),
    }
    const previous = withCells({ ...whole, year: 2022 }, 'requests', () => ({ value: 900 }))
    const old = { ...agreeingReport('2019', () => 1), year: 2023 }
    const findings = [...checkReport(odd, { previous }), ...checkReport(old)]
    const rules = new Set(findings.map(finding => finding.rule))
    const wanted = ['E1', 'F1', 'F2', 'F4', 'F5', 'F6', 'Y1', 'Y2', 'Y3', 'Y4', 'N1', 'N2', 'N3', 'N5', 'N6'] as const
    expect(wanted.filter(rule => !rules.has(rule))).toEqual([])
    for (const finding of findings) {
      const text = findingText(finding, odd, 'zh')
      expect(Object.values(text).join('')).not.toMatch(/[;；!！]|[EF]\d|undefined|null/)
      expect(Object.values(findingText(finding, odd, 'en')).join('')).not.toMatch(/\p{Script=Han}|undefined|null/u)
    }
  })
})
