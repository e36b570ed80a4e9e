import { describe, expect, test } from 'vitest'
import { recognise } from '../../../src/main/recognition/index.ts'
import type { Block } from '../../../src/shared/data/document.ts'
import type { ReportSection } from '../../../src/shared/data/report.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

function sections(lines: readonly (string | Block)[]): readonly ReportSection[] {
  const blocks = lines.map(line => (typeof line === 'string' ? paragraph(line) : line))
  return recognise({ format: 'docx', title: null, blocks, pages: [] }, 'x.docx').report.sections
}

const six = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
]
const keys = ['overview', 'disclosure', 'requests', 'proceedings', 'problems', 'other']

test('six headings make six sections, each with its prose and its place', () => {
  const found = sections([
    '某某县2023年政府信息公开工作年度报告',
    ...six.flatMap((heading, at) => [heading, `甲${at}。`, `乙${at}。`]),
  ])
  expect(found).toEqual(
    six.map((heading, at) => ({
      ...{ key: keys[at], heading, text: `甲${at}。\n乙${at}。`, anchor: { block: 1 + at * 3 } },
      paragraphs: [
        { start: 0, anchor: { block: 2 + at * 3 } },
        { start: 4, anchor: { block: 3 + at * 3 } },
      ],
    })),
  )
})

test('the same numerals inside a section begin no new one', () => {
  const found = sections([
    six[0] ?? '',
    '一、加强组织领导。成立领导小组。',
    '二、主动公开政府信息',
    '三、规范依申请公开。全年收到申请。',
    ...six.slice(1),
    '（五）存在的主要问题及改进情况',
  ])
  expect(found.map(section => section.key)).toEqual(keys)
  expect(found.map(section => section.anchor?.block)).toEqual([0, 4, 5, 6, 7, 8])
  expect(found[0]?.text).toContain('二、主动公开政府信息\n三、规范依申请公开')
})

test('sub-headings of the first section that sound like the others stay in it', () => {
  const found = sections([
    six[0] ?? '',
    '（一）主动公开情况',
    '甲。',
    '（二）依申请公开情况。收到申请1件。',
    ...six.slice(1),
  ])
  expect(found[0]?.text).toBe('（一）主动公开情况\n甲。\n（二）依申请公开情况。收到申请1件。')
})

test('a table of contents is passed over', () => {
  const found = sections(['目录', ...six, ...six.flatMap(heading => [heading, '略。'])])
  expect(found.map(section => section.text)).toEqual(Array(6).fill('略。'))
})

test('prose behind the heading in the same paragraph belongs to the section', () => {
  expect(sections([...six.slice(0, 5), '六、其他需要报告的事项：无收费。'])[5]).toMatchObject({
    heading: '六、其他需要报告的事项',
    text: '无收费。',
  })
})

test('other wordings and numberings are known', () => {
  const wordings = [
    '1、 总体情况',
    '二、主动公开情况',
    '三、收到和处理公开申请情况',
    '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '五、当前存在的主要问题及下步改进措施',
    '六、需要报告的其他事项',
  ]
  const found = sections(wordings)
  expect(found.map(section => section.key)).toEqual(keys)
  expect(found.map(section => section.heading)).toEqual(['1、总体情况', ...wordings.slice(1)])
})

test.each([
  ['lost', (heading: string) => heading.replace(/^.、/, '')],
  ['in brackets', (heading: string) => heading.replace(/^(.)、/, '（$1）')],
  [
    'of digits',
    (heading: string) => heading.replace(/^.、/, mark => `${'一二三四五六'.indexOf(mark.charAt(0)) + 1}. `),
  ],
  ['without its point', (heading: string) => heading.replace('、', ' ')],
])('headings whose numbering is %s are found by their words', (_, change) => {
  const found = sections(six.map(change).flatMap((heading, at) => [heading, `甲${at}。`]))
  expect(found.map(section => section.key)).toEqual(keys)
  expect(found.map(section => section.text)).toEqual(keys.map((_key, at) => `甲${at}。`))
})

test('a missing section is missing, its neighbours keep their prose', () => {
  const found = sections([...six.slice(0, 4), ...six.slice(5), '无。'])
  expect(found.map(section => section.key)).toEqual(keys.filter(key => key !== 'problems'))
})

test('page numbers, converters’ marks and what a site prints below are no prose', () => {
  const found = sections([
    ...six,
    '[bookmark: _GoBack]未收取费用。',
    '— 4 —',
    '5',
    '扫一扫在手机打开当前页',
    '国务院部门网站',
  ])
  expect(found[5]?.text).toBe('未收取费用。')
})

test('tables are no prose', () => {
  const grid: Block = {
    kind: 'grid',
    rows: 1,
    columns: 1,
    cells: [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '格' }],
  }
  expect(sections([...six.slice(0, 2), '前。', grid, '后。', ...six.slice(2)])[1]?.text).toBe('前。\n后。')
})

describe('headings inside a table', () => {
  const rows = (lines: readonly (readonly string[])[]): Block => ({
    kind: 'grid',
    rows: lines.length,
    columns: 3,
    cells: lines.flatMap((line, row) =>
      line.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: line.length === 1 ? 3 : 1, text })),
    ),
  })

  test('begin sections where a whole page is laid out by one', () => {
    const found = sections([rows(six.flatMap((heading, at) => [[heading], [`甲${at}。`], ['行政许可', '3', '']]))])
    expect(found).toEqual(
      six.map((heading, at) => ({
        key: keys[at],
        heading,
        text: `甲${at}。`,
        anchor: { block: 0, row: at * 3, column: 0 },
        paragraphs: [{ start: 0, anchor: { block: 0, row: at * 3 + 1, column: 0 } }],
      })),
    )
  })

  test('begin sections between two tables in one grid, and its prose goes on behind', () => {
    const table = rows([['行政许可', '3', ''], [six[2] ?? ''], ['自然人', '1', '2']])
    const found = sections([six[0] ?? '', six[1] ?? '', '乙。', table, '丙。', ...six.slice(3)])
    expect(found.map(section => section.key)).toEqual(keys)
    expect(found[1]?.text).toBe('乙。')
    expect(found[2]).toMatchObject({ text: '丙。', anchor: { block: 3, row: 1, column: 0 } })
  })

  test('are told from the labels of the form', () => {
    const table = rows([
      ['三、本年度办理结果', '一、本年新收政府信息公开申请数量', '2'],
      ['三、本年度办理结果'],
      ['四、结转下年度继续办理'],
    ])
    expect(sections([...six.slice(0, 3), table, ...six.slice(3)]).map(section => section.anchor?.block)).toEqual([
      0, 1, 2, 4, 5, 6,
    ])
  })
})

describe('a document with headings but without title or tables', () => {
  test('is still taken for a report', () => {
    const { messages } = recognise({ format: 'docx', title: null, blocks: six.map(paragraph), pages: [] }, 'x.docx')
    expect(messages.map(item => item.code)).not.toContain('recognition.notAnnualReport')
    expect(messages).toHaveLength(3)
  })
})
