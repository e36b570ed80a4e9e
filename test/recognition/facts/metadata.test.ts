import { describe, expect, test } from 'vitest'
import { recognise } from '../../../src/main/recognition/index.ts'
import { checkReport } from '../../../src/shared/checks/index.ts'
import type { Block, SourceDocument } from '../../../src/shared/data/document.ts'

const paragraphs = (lines: readonly string[]): readonly Block[] => lines.map(text => ({ kind: 'paragraph', text }))

function report(lines: readonly string[], title: string | null = null) {
  const document: SourceDocument = {
    format: 'html',
    title,
    blocks: paragraphs([...lines, '一、总体情况', '略。']),
    pages: [],
  }
  return recognise(document, 'x.html').report
}

describe('title, body and year', () => {
  test.each([
    [['云岭市桐坞县人民政府2023年政府信息公开工作年度报告'], '云岭市桐坞县人民政府', 2023],
    [['云岭市桐坞县人民政府2023年', '政府信息公开工作年度报告'], '云岭市桐坞县人民政府', 2023],
    [['云岭市桐坞县人民政府办公室', '2024政府信息公开工作年度报告'], '云岭市桐坞县人民政府办公室', 2024],
    [['云岭市桐坞县', '人民政府办公室', '2022年度政府信息公开工作年度报告'], '云岭市桐坞县人民政府办公室', 2022],
    [['2023年桐坞县石桥镇人民政府信息公开工作年度报告'], '桐坞县石桥镇人民政府', 2023],
    [['桐坞县教育局关于2021年政府信息公开工作年度报告'], '桐坞县教育局', 2021],
    [['桐坞县财政局二〇二三年政府信息公开工作年度报告'], '桐坞县财政局', 2023],
    [['桐坞县财政局二○二三年度政府信息公开年报'], '桐坞县财政局', 2023],
    [['云岭市桐坞区', '2023年政府信息公开工作年度报告'], '云岭市桐坞区', 2023],
    [['（桐坞县司法局）2023年政府信息公开工作年度报告'], '桐坞县司法局', 2023],
    [['（桐坞县司法局）', '2023年政府信息公开工作年度报告'], '桐坞县司法局', 2023],
    [['2023年政府信息公开工作年度报告（桐坞县司法局）'], '桐坞县司法局', 2023],
    [['桐坞县司法局', '二〇二三年', '政府信息公开工作年度报告'], '桐坞县司法局', 2023],
    [['云岭市桐坞县人民政府', '二○二二年度', '政府信息公开工作年度报告'], '云岭市桐坞县人民政府', 2022],
    [['桐坞县民政局2020年政府信息公开工作情况报告'], '桐坞县民政局', 2020],
    [['桐坞县卫生健康委员会2023年政务信息公开工作年度报告'], '桐坞县卫生健康委员会', 2023],
  ])('%j', (lines, organization, year) => {
    expect(report(lines)).toMatchObject({ title: lines.join(''), organization, year })
  })

  test('bread crumbs, the preamble and file names are no title', () => {
    const found = report([
      '您当前的位置: 首页 > 政务公开 > 政府信息公开年报',
      '桐坞县司法局2023年政府信息公开工作年度报告.doc',
      '桐坞县司法局2023年政府信息公开工作年度报告',
      '根据《中华人民共和国政府信息公开条例》和《政府信息公开工作年度报告格式》编制本报告。',
    ])
    expect(found.title).toBe('桐坞县司法局2023年政府信息公开工作年度报告')
    expect(found.fieldAnchors.title).toEqual({ block: 2 })
  })

  test('the page title serves where the text has none, without the name of the site', () => {
    const found = report([], '桐坞县林业局2023年政府信息公开工作年度报告_桐坞县人民政府网')
    expect(found).toMatchObject({
      title: '桐坞县林业局2023年政府信息公开工作年度报告',
      organization: '桐坞县林业局',
      year: 2023,
    })
    expect(found.fieldAnchors.title).toBeUndefined()
  })

  test('of several years listed beside the report, its own period tells the title', () => {
    const found = report([
      '桐坞县2022年政府信息公开工作年度报告',
      '桐坞县2023年政府信息公开工作年度报告',
      '本报告所列数据的统计期限自2023年1月1日至2023年12月31日。',
    ])
    expect(found).toMatchObject({
      title: '桐坞县2023年政府信息公开工作年度报告',
      year: 2023,
      fieldAnchors: { year: { block: 1 } },
    })
  })

  test('a title that names nobody leaves it to the sentence that says who made the report', () => {
    const title = '2023年政府信息公开工作年度报告'
    expect(report([title, '本报告由桐坞县水利局编制。']).organization).toBe('桐坞县水利局')
    expect(report([title, '本报告由云岭市桐坞县人民政府办公室根据《条例》编制。']).organization).toBe(
      '云岭市桐坞县人民政府办公室',
    )
    expect(report([title, '发布机构：桐坞县水利局 发布日期：2024-01-09']).organization).toBe('桐坞县水利局')
    expect(report([title, '综合全县2023年度政府信息公开工作情况编制而成。']).organization).toBeNull()
    expect(report([title, '本报告由本机关编制。', '发布机构：区政府办公室']).organization).toBeNull()
  })

  test('a signature names the body', () => {
    const document: SourceDocument = {
      format: 'docx',
      title: null,
      blocks: paragraphs(['2023年政府信息公开工作年度报告', '一、总体情况', '略。', '桐坞县审计局', '2024年1月12日']),
      pages: [],
    }
    const { report: found } = recognise(document, '桐坞县水利局2020.docx')
    expect(found).toMatchObject({ organization: '桐坞县审计局', year: 2023, publishedOn: '2024-01-12' })
    expect(found.fieldAnchors).toMatchObject({ organization: { block: 3 }, publishedOn: { block: 4 } })
  })

  describe('a sentence before a name is not the name', () => {
    const title = '2023年政府信息公开工作年度报告'
    const below = (...lines: readonly string[]) => {
      const blocks = paragraphs([title, '一、总体情况', '略。', '二、其他需要报告的事项', ...lines])
      return recognise({ format: 'pdf', title: null, blocks, pages: [] }, 'x.pdf').report
    }

    test.each([
      [['如有疑问，请与淮安市洪泽区人民政府办公室联系。'], '淮安市洪泽区人民政府办公室'],
      [['如有疑问，', '请与淮安市洪泽区人民政府办公室', '联系。'], '淮安市洪泽区人民政府办公室'],
      [['请与桐坞县人民政府', '办公室联系。'], '桐坞县人民政府办公室'],
      [['请与桐坞县人民政府办公室', '2024年1月12日'], null],
      [['电话咨询桐坞县财政局'], null],
      [['可向淮安市洪泽区司法局'], null],
      [['并报淮安市人民政府'], null],
      [['材料交到淮安市人民政府', '2024年1月12日'], null],
    ])('%j names %s', (lines, name) => {
      const found = below(...lines)
      expect(found.organization).toBe(name)
      expect(found.unsure.includes('organization')).toBe(name !== null)
    })

    // These begin as sentences do, and are names.
    test.each(['如皋市财政局', '全椒县财政局', '本溪市财政局', '将乐县财政局', '和平县财政局', '特克斯县财政局'])(
      '%s is one',
      name => {
        expect(below(name, '2024年1月12日')).toMatchObject({ organization: name, unsure: [] })
      },
    )

    test('the whole 州 or county is none, whichever county has such a name', () => {
      expect(below('全州财政局', '2024年1月12日').organization).toBeNull()
      expect(below('全县财政局', '2024年1月12日').organization).toBeNull()
    })
  })

  test('a signature keeps what stands in brackets behind the name', () => {
    const lines = ['桐坞县财政局（本级机关）', '2024 年 1 月 1 2 日']
    const blocks = paragraphs(['2023年政府信息公开工作年度报告', '一、总体情况', '略。', ...lines])
    const { report: found } = recognise({ format: 'docx', title: null, blocks, pages: [] }, 'x.docx')
    expect(found).toMatchObject({
      organization: '桐坞县财政局(本级机关)',
      kind: 'department',
      publishedOn: '2024-01-12',
      unsure: [],
    })
  })

  test('a district gets its city only from the document’s own words', () => {
    const title = '清河区人民政府2023年政府信息公开工作年度报告'
    expect(report([title, '编发《云岭市清河区人民政府公报》12期。']).organization).toBe('云岭市清河区人民政府')
    expect(report([title, '编发公报12期。']).organization).toBe('清河区人民政府')
    expect(report([title, '《云岭市清河区人民政府公报》《江州市清河区人民政府公报》']).organization).toBe(
      '清河区人民政府',
    )
  })

  test('the year comes from the period where the title has none', () => {
    const title = '桐坞县政府信息公开工作年度报告'
    expect(report([title, '数据统计期限自2022年1月1日起至2022年12月31日止。']).year).toBe(2022)
    expect(report([title, '数据的统计期限自202411日起至20241231日止。']).year).toBe(2024)
    expect(report([title, '本报告依法编制。']).year).toBeNull()
  })

  test('the file’s name is evidence of nothing', () => {
    const document: SourceDocument = {
      format: 'docx',
      title: null,
      blocks: paragraphs(['会议纪要', '略。']),
      pages: [],
    }
    const { report: found, messages } = recognise(document, '桐坞县水利局2023年政府信息公开工作年度报告.docx')
    expect(found).toMatchObject({ title: null, organization: null, year: null, tables: [], sections: [] })
    expect(messages.map(item => item.code)).toEqual(['recognition.notAnnualReport'])
  })
})

test('a title inside a table is found where no line has one', () => {
  const cell = { row: 1, column: 2, rowSpan: 1, columnSpan: 1, text: '桐坞县气象局\n2023年政府信息公开工作年度报告' }
  const blocks: Block[] = [{ kind: 'grid', rows: 2, columns: 3, cells: [cell] }]
  const { report: found } = recognise({ format: 'docx', title: null, blocks, pages: [] }, 'x')
  expect(found).toMatchObject({ organization: '桐坞县气象局', year: 2023 })
  expect(found.fieldAnchors.title).toEqual({ block: 0, row: 1, column: 2 })
})

test('a university’s report with tables of its own is named as another form, even under the official title', () => {
  const rows = [
    ['信息公开申请', '件', '3'],
    ['主动公开信息', '条', '1200'],
    ['行政复议', '件', '0'],
    ['其他', '件', '0'],
    ['总计', '条', '1203'],
  ]
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
  )
  for (const title of ['云岭大学2022—2023学年信息公开工作年度报告', '云岭大学2023年政府信息公开工作年度报告']) {
    const blocks: Block[] = [
      ...paragraphs([title, '数据统计期限自2022年9月1日至2023年8月31日。', '一、概述', '略。']),
      { kind: 'grid', rows: 5, columns: 3, cells },
    ]
    const { report: found, messages } = recognise({ format: 'docx', title: null, blocks, pages: [] }, '云岭大学.docx')
    expect(found).toMatchObject({
      organization: '云岭大学',
      kind: 'other',
      tables: [],
      period: { from: '2022-09-01', to: '2023-08-31' },
    })
    expect(messages.map(item => item.code)).toEqual(['recognition.otherForm'])
  }
})

test('a university’s report, which uses another form, is named as one', () => {
  const blocks = paragraphs(['云岭大学2022—2023学年信息公开工作年度报告', '一、概述', '略。'])
  const { report: found, messages } = recognise({ format: 'docx', title: null, blocks, pages: [] }, '云岭大学.docx')
  expect(found.tables).toEqual([])
  expect(messages).toMatchObject([{ code: 'recognition.otherForm', params: { file: '云岭大学.docx' } }])
})

describe('the date of publication', () => {
  const title = '桐坞县2023年政府信息公开工作年度报告'
  test.each([
    ['发布日期:2024-01-10 10:26 信息来源:区政府办公室', '2024-01-10'],
    ['日期: 2025-01-26', '2025-01-26'],
    ['发布时间：2024年3月5日', '2024-03-05'],
    ['发布单位 区政府办公室 发布日期 2024-01-10', '2024-01-10'],
    ['公开日期：2024/1/9', '2024-01-09'],
    ['成文日期：二〇二四年一月十九日', '2024-01-19'],
    ['发布日期：2024 年 1 月 2 4 日', '2024-01-24'],
    ['２０２４ 年 1 月 ２4 日', '2024-01-24'],
    ['发布日期：2 0 2 4 年 1 月 1 0 日', '2024-01-10'],
    ['（二 〇 二 四 年 一 月 十 九 日）', '2024-01-19'],
  ])('“%s” says %s', (line, date) => {
    expect(report([title, line]).publishedOn).toBe(date)
  })

  test.each([
    '发布日期:2024-02-31',
    '发布日期：',
    '发布日期:2022-01-10',
    '今天是2026年3月1日',
    '自2023年1月1日至2023年12月31日',
  ])('“%s” says none', line => {
    expect(report([title, line]).publishedOn).toBeNull()
  })

  test('a table above the report (索引号) prints it in a cell of its own', () => {
    const cells = ['索引号', '1/2024-01', '发布日期', '2024-01-16'].map((text, column) => ({
      row: 0,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text,
    }))
    const blocks: Block[] = [{ kind: 'grid', rows: 1, columns: 4, cells }, ...paragraphs([title])]
    const { report: found } = recognise({ format: 'html', title: null, blocks, pages: [] }, 'x')
    expect(found.publishedOn).toBe('2024-01-16')
    expect(found.fieldAnchors.publishedOn).toEqual({ block: 0, row: 0, column: 3 })
  })
})

test('what is recognised as another form, or as no report, misses nothing of the official one', () => {
  const other = (lines: readonly string[]) =>
    recognise({ format: 'docx', title: null, blocks: paragraphs(lines), pages: [] }, 'x.docx').report
  for (const lines of [
    ['云岭大学2022—2023学年信息公开工作年度报告', '一、概述', '略。', '二、主动公开情况', '略。'],
    ['桐坞县召开培训会', '各乡镇参加。'],
    ['桐坞县2023年政府信息公开工作年度报告', '桐坞县2022年政府信息公开工作年度报告'],
  ]) {
    expect(other(lines).form).toBe('other')
    expect(checkReport(other(lines))).toEqual([])
  }
  const damaged = other(['桐坞县2023年政府信息公开工作年度报告', '一、总体情况', '略。'])
  expect(damaged.form).toBeUndefined()
  expect(checkReport(damaged).filter(finding => finding.rule === 'F1')).toHaveLength(8)
})
