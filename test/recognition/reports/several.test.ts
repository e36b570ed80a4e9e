import { describe, expect, test } from 'vitest'
import { recognise } from '../../../src/main/recognition/index.ts'
import type { Block } from '../../../src/shared/data/document.ts'
import {
  type SectionKey,
  sectionHeadings,
  sectionKeys,
  type TableKey,
  tableKeys,
} from '../../../src/shared/form/index.ts'
import { layTable, toGrid } from '../layout.ts'

/** Files that hold the reports of several bodies or years, and those that only look so. */

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const isTable = (key: SectionKey): key is TableKey => tableKeys.some(table => table === key)

/** The six parts as a body prints them, every figure the same. */
const parts = (figure: string, prose: string): readonly Block[] =>
  sectionKeys.flatMap(key => [
    paragraph(sectionHeadings[key].label),
    isTable(key) ? toGrid(layTable(key, '2021', () => figure)) : paragraph(prose),
  ])
const report = (head: string, figure: string, prose = `${head}的情况。`): readonly Block[] => [
  paragraph(head),
  paragraph('根据《中华人民共和国政府信息公开条例》编制本报告。'),
  ...parts(figure, prose),
]
const signed = (name: string): readonly Block[] => [paragraph(name), paragraph('2024年1月18日')]
const titled = (body: string, year = 2023) => `${body}${year}年政府信息公开工作年度报告`

function read(blocks: readonly Block[]) {
  const { report: found, messages } = recognise({ format: 'docx', title: null, blocks, pages: [] }, '年报.docx')
  const said = messages.find(item => item.code === 'recognition.severalReports')
  return { found, said, codes: messages.map(item => item.code) }
}

const [one, other, third] = ['桐坞县水利局', '桐坞县教育局', '桐坞县审计局']

describe('a file of several reports', () => {
  test('is noticed by the sections that begin again under another body’s title', () => {
    const { found, said, codes } = read([...report(titled(one), '1'), ...report(titled(other), '2')])
    expect(said?.params).toEqual({ file: '年报.docx', count: 2, names: `${one}、${other}` })
    expect(codes).toEqual(['recognition.severalReports'])
    expect(found.unsure).toEqual(expect.arrayContaining(['title', 'organization', 'year']))
  })

  test('gives the first, none of its cells sure and nothing of the second in it', () => {
    const { found } = read([
      ...report(titled(one), '1', '水利。'),
      ...signed(one),
      ...report(titled(other), '2', '教育。'),
    ])
    expect(found.organization).toBe(one)
    expect(found.tables.map(table => table.key)).toEqual([...tableKeys])
    const cells = found.tables.flatMap(table => table.cells)
    expect(new Set(cells.map(cell => cell.value))).toEqual(new Set([1]))
    expect(Math.max(...cells.map(cell => cell.confidence))).toBeLessThanOrEqual(0.5)
    expect(found.sections.map(section => section.text).join()).not.toMatch(/教育/)
  })

  test('is noticed where one title stands above all and each body has a short head', () => {
    const blocks = [paragraph(titled('桐坞县')), ...report('（一）水利局', '1'), ...report('（二）教育局', '2')]
    expect(read(blocks).said?.params).toMatchObject({ names: '水利局、教育局' })
  })

  test('is noticed behind a cover that lists the bodies', () => {
    const list = [paragraph('桐坞县部门年度报告汇编'), ...[one, other, third].map(paragraph)]
    const blocks = [...list, ...[one, other, third].flatMap((body, at) => report(titled(body), String(at)))]
    expect(read(blocks).said?.params).toMatchObject({ count: 3, names: `${one}、${other}、${third}` })
  })

  test('of one body names the years', () => {
    const { found, said } = read([...report(titled(one, 2022), '1'), ...report(titled(one, 2023), '2')])
    expect(said?.params).toMatchObject({ count: 2, names: '2022年、2023年' })
    expect(found.year).toBe(2022)
  })

  test('names three bodies and says how many there are', () => {
    const bodies = ['水利局', '教育局', '审计局', '统计局', '司法局'].map(name => `桐坞县${name}`)
    const { said } = read(bodies.flatMap((body, at) => report(titled(body), String(at))))
    expect(said?.params).toMatchObject({ count: 5, names: '桐坞县水利局、桐坞县教育局、桐坞县审计局……' })
  })

  test('is noticed where the title is cut over two lines', () => {
    const cut = (body: string) => [paragraph(body), paragraph('2023年政府信息公开工作年度报告')]
    const blocks = [...cut(one), ...parts('1', '水利。'), ...cut(other), ...parts('2', '教育。')]
    expect(read(blocks).said?.params).toMatchObject({ names: `${one}、${other}` })
  })

  test('without sections is noticed by a table that comes again under another body’s name', () => {
    const table = (figure: string) => toGrid(layTable('requests', '2021', () => figure))
    const blocks = [paragraph(titled('桐坞县')), paragraph(one), table('1'), paragraph(other), table('2')]
    const { found, said } = read(blocks)
    expect(said?.params).toMatchObject({ count: 2, names: `${one}、${other}` })
    expect(found.tables[0]?.cells.every(cell => cell.value === 1 && cell.confidence <= 0.5)).toBe(true)
  })
})

describe('one report', () => {
  const whole = report(titled(one), '1')
  test.each<readonly [string, readonly Block[]]>([
    ['alone', whole],
    [
      'behind a table of contents',
      [
        paragraph(titled(one)),
        ...sectionKeys.map((key, at) => paragraph(`${sectionHeadings[key].label}……${at + 1}`)),
        ...whole,
      ],
    ],
    [
      'behind a table of contents without page numbers',
      [paragraph(titled(one)), ...sectionKeys.map(key => paragraph(sectionHeadings[key].label)), ...whole],
    ],
    [
      'with last year’s table for comparison',
      [...whole, paragraph('2022年数据'), toGrid(layTable('requests', '2021', () => '7'))],
    ],
    ['printed twice', [...whole, ...signed(one), ...whole]],
    ['printed again under the shorter name', [...whole, ...report(titled('水利局'), '1')]],
    [
      'of a government, again under its office',
      [...report(titled('桐坞县人民政府'), '1'), ...report(titled('桐坞县人民政府办公室'), '1')],
    ],
    ['above a list of other bodies’ reports', [...whole, ...[other, third].map(body => paragraph(titled(body)))]],
    ['of several years’ titles beside it', [...[2021, 2022].map(year => paragraph(titled(one, year))), ...whole]],
    [
      'with an annex of another body’s list',
      [...whole, paragraph('附件'), paragraph(other), paragraph('受理机构：桐坞县教育局')],
    ],
    [
      'whose table goes on under 续表',
      [...whole, paragraph('续表'), toGrid(layTable('proceedings', '2021', () => '1'))],
    ],
  ])('%s is not called several', (_, blocks) => {
    expect(read(blocks).codes).not.toContain('recognition.severalReports')
  })
})

describe('a report of before 2019', () => {
  const old = (year: number) => [
    paragraph(titled(one, year)),
    ...['一、概述', '二、主动公开政府信息情况', '三、依申请公开政府信息情况'].flatMap(text => [
      paragraph(text),
      paragraph('略述如下，全年无变化。'),
    ]),
  ]

  test('is of another form, which had no such tables', () => {
    const { found, codes } = read(old(2018))
    expect(codes).toEqual(['recognition.beforeForm'])
    expect(found).toMatchObject({ form: 'other', year: 2018 })
  })

  test('is not meant where the tables are due', () => {
    const { found, codes } = read(old(2019))
    expect(new Set(codes)).toEqual(new Set(['recognition.tableMissing']))
    expect(found.form).toBeUndefined()
  })
})
