import { describe, expect, it } from 'vitest'
import { checkReport, type RuleCode } from '../../../../src/shared/checks/index.ts'
import type { Report, ReportSection } from '../../../../src/shared/data/report.ts'
import type { SectionKey } from '../../../../src/shared/form/index.ts'
import { findingText } from '../../../../src/shared/words/findingText.ts'
import { agreeingReport } from '../../reports.ts'

const plain = agreeingReport('2021', () => 1)
const asked: ReadonlySet<RuleCode> = new Set(['S6'])
const ids = (report: Report) => checkReport(report, { asked }).map(finding => finding.id)
const change = (key: SectionKey, changed: Partial<ReportSection>, report: Report = plain): Report => ({
  ...report,
  sections: report.sections.map(section => (section.key === key ? { ...section, ...changed } : section)),
})
const headed = (heading: string, key: SectionKey = 'problems') => change(key, { heading })
const said = (text: string, key: SectionKey) => change(key, { text })
const text = (report: Report, language: 'zh' | 'en') => {
  const [finding] = checkReport(report, { asked })
  if (!finding) throw new Error('there is something to say')
  return findingText(finding, report, language)
}
/** The same report of another year. */
const inYear = (report: Report, year: number): Report => ({ ...report, year, title: null })

describe('S3, the six headings', () => {
  it.each([['五、存在的主要问题及改进情况'], ['五、 存在的主要问题及改进情况：'], ['五. 存在的主要问题及改进情况']])(
    '%s is the form’s',
    heading => {
      expect(ids(headed(heading))).toEqual([])
    },
  )

  it('may have any comma inside', () => {
    expect(ids(headed('四、政府信息公开行政复议，行政诉讼情况', 'proceedings'))).toEqual([])
  })

  it.each([
    ['五、当前存在的主要问题及下步改进措施', '措辞'],
    ['五、存在的问题', '措辞'],
    ['六、存在的主要问题及改进情况', '序号'],
    ['（五）存在的主要问题及改进情况', '序号'],
    ['存在的主要问题及改进情况', '序号'],
    ['第五部分：存在的主要问题及改进情况', '序号'],
    ['四、存在问题', '措辞、序号'],
  ])('%s is not, by its %s', (heading, fault) => {
    expect(ids(headed(heading))).toEqual(['S3:problems'])
    expect(text(headed(heading), 'zh')).toEqual({
      title: `标题${fault}与格式不同，应为“五、存在的主要问题及改进情况”`,
      detail: `标题印作“${heading}”，格式规定为“五、存在的主要问题及改进情况”，${fault}不同。`,
      word: '版式',
    })
  })

  it('stand in the form’s order', () => {
    const [one, two, ...others] = plain.sections
    if (!one || !two) throw new Error('there are six')
    const swapped = { ...plain, sections: [two, one, ...others] }
    expect(ids(swapped)).toEqual(['S3:overview'])
    expect(text(swapped, 'en').detail).toBe('The heading of “1. Overview” differs from the form in its place.')
  })

  it('may all be without a number, as those of a list, or one of them numbered by its list', () => {
    const bare = (heading: string) => heading.replace(/^.、/, '')
    const all = { ...plain, sections: plain.sections.map(one => ({ ...one, heading: bare(one.heading) })) }
    expect(ids(all)).toEqual([])
    expect(ids(headed('1、总体情况', 'overview'))).toEqual([])
    expect(ids(headed('2、总体情况', 'overview'))).toEqual(['S3:overview'])
    const digits = plain.sections.map((one, at) => ({ ...one, heading: `${at + 1}、${bare(one.heading)}` }))
    expect(ids({ ...plain, sections: digits })).toHaveLength(6)
    const [first, second] = digits
    if (!first || !second) throw new Error('there are six')
    expect(ids({ ...plain, sections: [first, second, ...plain.sections.slice(2)] })).toEqual([
      'S3:overview',
      'S3:disclosure',
    ])
  })

  it('are those of 2019 and later, and of reports in this form', () => {
    const wrong = headed('五、问题')
    const old = { ...agreeingReport('2019', () => 1), sections: wrong.sections }
    expect(ids(inYear(old, 2019))).toEqual(['S3:problems'])
    expect(ids(inYear(old, 2018))).toEqual([])
    expect(ids({ ...wrong, form: 'other' })).toEqual([])
    expect(ids({ ...wrong, year: null, title: null })).toEqual([])
  })
})

describe('S4, the five aspects of section 一', () => {
  it('names those that are missing', () => {
    const lacking = said('（一）主动公开。公布。\n（二）依申请公开。答复。\n（三）平台建设。网站。', 'overview')
    expect(ids(lacking)).toEqual(['S4:overview'])
    expect(text(lacking, 'zh')).toMatchObject({ title: '总体情况没有找到政府信息管理、监督保障', word: '内容' })
    expect(text(lacking, 'en').detail).toContain('not found: management of information, supervision and support')
  })

  it('takes sub-headings by what they mean, and text only by the form’s own words', () => {
    const four = '（一）主动公开。公布。\n（二）依申请公开。答复。\n（三）信息管理。先审后发。\n（四）平台建设。网站。'
    expect(ids(said(`${four}\n（五）强化考核。通报。`, 'overview'))).toEqual([])
    expect(ids(said(`${four}群众监督。`, 'overview'))).toEqual(['S4:overview'])
    expect(ids(said(`${four}监督保障有力。`, 'overview'))).toEqual([])
  })

  it('says nothing of a section that was not read, of years before the form, and of other forms', () => {
    const poor = said('工作平稳。', 'overview')
    expect(ids(poor)).toEqual(['S4:overview'])
    expect(ids(said(' \n', 'overview'))).toEqual([])
    expect(ids({ ...poor, form: 'other' })).toEqual([])
    expect(ids(inYear(poor, 2021))).toEqual(['S4:overview'])
    expect(ids(inYear(poor, 2020))).toEqual([])
    expect(ids({ ...poor, year: null, title: null })).toEqual([])
    const none = { ...plain, sections: plain.sections.filter(one => one.key !== 'overview') }
    expect(ids(none)).toEqual(['F1:section/overview'])
  })
})

describe('S6, problems and improvements in section 五', () => {
  it.each([
    ['存在问题：更新不及时。', '改进情况'],
    ['下一步将加强培训。', '存在的问题'],
    ['', '存在的问题和改进情况'],
    ['时效性有待进一步加强，深度还需要提升。', '改进情况'],
    ['没有发现问题。今后继续抓好落实。', '存在的问题'],
  ])('“%s” lacks %s', (words, lacking) => {
    const report = said(words, 'problems')
    expect(ids(report)).toEqual(['S6:problems'])
    expect(text(report, 'zh').title).toBe(`第五部分没有找到${lacking}`)
  })

  it('is content with both, of any year', () => {
    const both = said('问题：更新不及时。措施：按月检查。', 'problems')
    expect(ids(both)).toEqual([])
    const poor = { ...agreeingReport('2019', () => 1), sections: said('无', 'problems').sections }
    expect(ids(poor)).toEqual(['S6:problems'])
    // It says nothing unless it is asked.
    expect(checkReport(poor)).toEqual([])
    expect(ids({ ...poor, form: 'other' })).toEqual([])
    expect(text(poor, 'en').title).toBe('Not found in part 5: problems and improvements')
  })
})

describe('S8, the processing fee in section 六', () => {
  it('is spoken of, also where none was taken', () => {
    expect(ids(said('未收取信息处理费。', 'other'))).toEqual([])
    const silent = said('无其他事项。', 'other')
    expect(ids(silent)).toEqual(['S8:other'])
    expect(text(silent, 'zh')).toMatchObject({ title: '第六部分没有找到信息处理费', word: '内容' })
    expect(text(silent, 'en').word).toBe('Content')
    expect(ids({ ...silent, form: 'other' })).toEqual([])
    expect(ids(inYear(silent, 2021))).toEqual(['S8:other'])
    expect(ids(inYear(silent, 2020))).toEqual([])
  })

  it('was not more than was asked for', () => {
    const amounts = (asked: string, taken: string) => said(`应收信息处理费${asked}，实际收取${taken}。`, 'other')
    expect(ids(amounts('900元', '900元'))).toEqual([])
    expect(ids(amounts('900元', '901元'))).toEqual(['S8:other/amounts'])
    expect(ids(amounts('0.12万元', '1,200元'))).toEqual([])
    expect(ids(amounts('0.12万元', '1,200.5元'))).toEqual(['S8:other/amounts'])
    const wrong = amounts('900元', '1200元')
    const [finding] = checkReport(wrong)
    const section = wrong.sections.find(one => one.key === 'other')
    expect(finding).toMatchObject({ severity: 'warning', section: 'other', printed: 1200, expected: 900 })
    expect(section?.text.slice(finding?.passage?.start, finding?.passage?.end)).toBe('实际收取1200元')
    expect(text(wrong, 'zh').detail).toBe('第六部分写实收 1,200 元，多于应收的 900 元。')
    expect(text(wrong, 'en').title).toBe('Processing fee: 1,200 yuan taken, 900 asked for')
  })
})
