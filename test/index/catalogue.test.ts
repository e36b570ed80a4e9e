import { describe, expect, it } from 'vitest'
import { openIndex } from '../../src/main/index/index.ts'
import type { CatalogueQuery } from '../../src/shared/data/catalogue.ts'
import { marked, sampleRecord, withBlank } from './samples.ts'

const all: CatalogueQuery = {
  ...{ text: '', years: [], statuses: [], sort: 'name', descending: false, offset: 0, limit: 100 },
}

function filled() {
  const index = openIndex(null, 'test')
  index.put(sampleRecord({ number: 1, name: '望溪区', year: 2022 }), 1)
  index.put(sampleRecord({ number: 2, name: '清河区', year: 2023 }), 2)
  index.put(withBlank(sampleRecord({ number: 3, name: '清河区', year: 2022 })), 3)
  index.put(sampleRecord({ number: 4, name: null, year: null, file: '扫描件.pdf', read: false }), 4)
  index.put(marked(sampleRecord({ number: 5, name: '白鹭县', year: 2021 }), 'reviewed'), 5)
  return index
}
const named = (rows: readonly { name: string; year: number | null }[]) => rows.map(row => `${row.name} ${row.year}`)

describe('the catalogue', () => {
  it('is in pinyin order, then by year, reports without a year last', () => {
    const order = ['白鹭县 2021', '清河区 2022', '清河区 2023', '扫描件.pdf null', '望溪区 2022']
    expect(named(filled().list(all).rows)).toEqual(order)
  })

  it('sorts by anything else with catalogue order deciding, whichever way', () => {
    const index = filled()
    const years = ['清河区 2023', '清河区 2022', '望溪区 2022', '白鹭县 2021', '扫描件.pdf null']
    expect(named(index.list({ ...all, sort: 'year', descending: true }).rows)).toEqual(years)
    expect(index.list({ ...all, sort: 'year' }).rows.at(-1)?.year).toBe(null)
    expect(named(index.list({ ...all, sort: 'findings', descending: true }).rows)[0]).toBe('清河区 2022')
    expect(index.list({ ...all, sort: 'status' }).rows.map(row => row.status)).toEqual([
      ...['pending', 'pending', 'pending', 'reviewed', 'unread'],
    ])
  })

  it('counts what fits, what there is, and facets without their own condition', () => {
    const page = filled().list({ ...all, text: '河', years: [2022], limit: 1 })
    expect(page).toMatchObject({ matching: 1, total: 5, openFindings: 1 })
    expect(page.byStatus).toEqual({ pending: 1, reviewing: 0, reviewed: 0, unread: 0 })
    expect(page.facets.years).toEqual([
      { year: 2023, count: 1 },
      { year: 2022, count: 1 },
    ])
    expect(
      filled()
        .list({ ...all, years: [null] })
        .rows.map(row => row.status),
    ).toEqual(['unread'])
  })

  it('says nothing about findings of a source that nobody has read', () => {
    const [row] = filled().list({ ...all, statuses: ['unread'] }).rows
    expect(row).toMatchObject({ errors: 0, warnings: 0, hints: 0, newRequests: null, name: '扫描件.pdf' })
  })

  it('gives pages that together are the whole', () => {
    const index = filled()
    const pages = [0, 2, 4].flatMap(offset => index.list({ ...all, offset, limit: 2 }).rows)
    expect(pages).toEqual(index.list(all).rows)
  })

  it('keeps its order while names change one by one', () => {
    const index = filled()
    index.list(all)
    const names = ['云亭镇', '安远县', '清河区', '落霞镇', '桐坞县']
    const fresh = openIndex(null, 'test')
    for (const [at, name] of names.entries()) {
      for (const each of [index, fresh]) each.put(sampleRecord({ number: at + 1, name, year: 2020 + at }), 9)
    }
    expect(index.list(all).rows).toEqual(fresh.list(all).rows)
  })
})

describe('the next report with open findings', () => {
  it('is found in catalogue order, around the end, and never the one at hand', () => {
    const index = openIndex(null, 'test')
    const [a, b, c] = ['安', '白', '曹'].map((name, at) => sampleRecord({ number: at + 1, name }))
    if (!a || !b || !c) throw new Error('three samples')
    for (const record of [withBlank(a), b, withBlank(c)]) index.put(record, 1)
    expect(index.nextOpen(null)).toBe(a.id)
    expect(index.nextOpen(a.id)).toBe(c.id)
    expect(index.nextOpen(b.id)).toBe(c.id)
    expect(index.nextOpen(c.id)).toBe(a.id)
    index.put(marked(withBlank(c), 'reviewed'), 2)
    expect(index.nextOpen(a.id)).toBe(null)
  })
})
