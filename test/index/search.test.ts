import { describe, expect, it } from 'vitest'
import { openIndex } from '../../src/main/index/index.ts'
import type { SearchQuery } from '../../src/shared/data/catalogue.ts'
import type { Block } from '../../src/shared/data/document.ts'
import { marked, paragraph, sampleRecord } from './samples.ts'

const query = (text: string, more: Partial<SearchQuery> = {}): SearchQuery => ({
  ...{ text, years: [], statuses: [], offset: 0, limit: 50 },
  ...more,
})

const grid: Block = {
  kind: 'grid',
  rows: 1,
  columns: 2,
  page: 4,
  cells: [
    { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '商业\n企业', page: 4 },
    { row: 0, column: 1, rowSpan: 1, columnSpan: 1, text: '2861', page: 5 },
  ],
}

function filled() {
  const index = openIndex(null, 'test')
  const headed = [
    paragraph('清河区年度报告', 1),
    { kind: 'heading', level: 1, text: '一、总体情况', page: 1 } as const,
    paragraph('全年受理 315 件，按三审三校办理。', 2),
    grid,
  ]
  const first = sampleRecord({ number: 1, name: '清河区人民政府', file: '报送件A.docx', blocks: headed })
  const { report } = first.extraction
  const sections = [{ key: 'overview' as const, heading: '一、总体情况', text: '', anchor: { block: 1 } }]
  index.put({ ...first, extraction: { ...first.extraction, report: report && { ...report, sections } } }, 1)
  index.put(
    sampleRecord({ number: 2, name: '望溪区人民政府', year: 2022, blocks: [paragraph('三审三校，三审三校')] }),
    2,
  )
  index.put(
    marked(sampleRecord({ number: 3, name: '桐坞县', year: null, blocks: [paragraph('只有三审')] }), 'reviewed'),
    3,
  )
  return index
}

describe('a search', () => {
  it('gives the place: block, cell, page, section, and the words marked', () => {
    const [group] = filled().search(query('商业企业')).groups
    expect(group?.hits).toEqual([
      { block: 3, row: 0, column: 0, page: 4, section: '一、总体情况', text: '商业 企业', marks: [[0, 5]] },
    ])
    const [before] = filled().search(query('年度报告')).groups
    expect(before?.hits).toMatchObject([{ block: 0, section: null, page: 1 }])
  })

  it('finds one Han character, at the end of a text too', () => {
    expect(filled().search(query('校')).reports).toBe(2)
    expect(filled().search(query('审')).reports).toBe(3)
    expect(filled().search(query('告')).reports).toBe(1)
  })

  it('finds a part of a number, and a number beside Han characters', () => {
    expect(
      filled()
        .search(query('286'))
        .groups.map(group => group.hits[0]?.column),
    ).toEqual([1])
    expect(filled().search(query('受理315件')).reports).toBe(1)
    expect(filled().search(query('31件')).reports).toBe(0)
  })

  it('finds organization and file name, which are no place in the source', () => {
    const result = filled().search(query('报送件'))
    expect(result).toMatchObject({ reports: 1, hits: 0, groups: [{ hits: [], hitCount: 0 }] })
    expect(
      filled()
        .search(query('人民政府 315'))
        .groups[0]?.hits.map(hit => hit.block),
    ).toEqual([2])
  })

  it('counts years and statuses, each without its own condition', () => {
    const { reports, facets } = filled().search(query('三审', { years: [2022, null], statuses: ['pending'] }))
    expect(reports).toBe(1)
    expect(facets.years).toEqual([
      { year: 2023, count: 1 },
      { year: 2022, count: 1 },
    ])
    expect(facets.statuses).toEqual([
      { status: 'pending', count: 1 },
      { status: 'reviewed', count: 1 },
    ])
  })

  it('gives pages of reports, those with most places first', () => {
    const index = filled()
    const all = index.search(query('三审')).groups.map(group => group.record.name)
    expect(all).toEqual(['清河区人民政府', '望溪区人民政府', '桐坞县'])
    expect(index.search(query('三审', { offset: 1, limit: 1 })).groups.map(group => group.record.name)).toEqual([
      all[1],
    ])
  })

  it('follows a corrected name and forgets the old one', () => {
    const index = filled()
    const record = sampleRecord({ number: 2, name: '望溪区人民政府', year: 2022 })
    const base = { number: 1, at: record.extraction.at, who: '甲', why: '', act: 'edit', reverses: null } as const
    const change = { kind: 'field', field: 'organization', before: '望溪区人民政府', after: '落霞镇' } as const
    index.put({ ...record, revisions: [{ ...base, change, previous: '', hash: '' }] }, 9)
    expect(index.search(query('望溪')).reports).toBe(0)
    expect(index.search(query('落霞')).groups[0]?.record.reviewer).toBe('甲')
    expect(index.counts().records).toBe(3)
  })

  it('finds nothing for nothing, and reports without a word for an exclusion alone', () => {
    expect(filled().search(query('  ')).reports).toBe(0)
    expect(
      filled()
        .search(query('-三校'))
        .groups.map(group => group.record.name),
    ).toEqual(['桐坞县'])
  })

  it('takes a whole pasted page for a phrase', () => {
    const page = '政府信息公开'.repeat(80)
    const index = openIndex(null, 'test')
    index.put(sampleRecord({ number: 1, name: 'x', blocks: [paragraph(page)] }), 1)
    expect(index.search(query(page)).reports).toBe(1)
    expect(index.search(query(`${page}又`)).reports).toBe(0)
  })

  it('finds a part of a very long run of letters and digits', () => {
    const index = openIndex(null, 'test')
    const digest = '9f3c71ae04e1'.repeat(20)
    index.put(sampleRecord({ number: 1, name: 'x', blocks: [paragraph(`摘要 ${digest}`)] }), 1)
    index.put(sampleRecord({ number: 2, name: 'y', blocks: [paragraph('71ae 之外')] }), 2)
    expect(index.search(query('c71ae04')).groups.map(group => group.record.name)).toEqual(['x'])
    expect(index.search(query('71ae')).reports).toBe(2)
  })

  it('finds a digit that stands in more numbers than can be named one by one', () => {
    const index = openIndex(null, 'test')
    const numbers = Array.from({ length: 700 }, (_, at) => `1${at}`).join('、')
    index.put(sampleRecord({ number: 1, name: 'x', blocks: [paragraph(numbers)] }), 1)
    index.put(sampleRecord({ number: 2, name: 'y', file: 'y.doc', blocks: [paragraph('无数字')] }), 2)
    expect(index.search(query('1')).groups.map(group => group.record.name)).toEqual(['x'])
    expect(index.search(query('1699')).hits).toBe(1)
    expect(index.search(query('169')).hits).toBe(1)
  })

  it('shows only the first places of a report that has very many, and counts them all', () => {
    const index = openIndex(null, 'test')
    const blocks = Array.from({ length: 45 }, (_, at) => paragraph(`第${at}段公开`))
    index.put(sampleRecord({ number: 1, name: 'x', blocks }), 1)
    const [group] = index.search(query('公开')).groups
    expect([group?.hits.length, group?.hitCount]).toEqual([20, 45])
  })
})
