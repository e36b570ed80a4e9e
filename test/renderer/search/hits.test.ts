import { describe, expect, it } from 'vitest'
import { flatHits, otherReport } from '../../../src/renderer/search/hits.ts'
import type { CatalogueRow, SearchGroup, SearchHit, SearchResult } from '../../../src/shared/data/catalogue.ts'

const record: CatalogueRow = {
  id: '00000000000000aa',
  name: '云岭市清河区人民政府',
  title: null,
  organization: null,
  year: 2023,
  publishedOn: null,
  status: 'pending',
  errors: 0,
  warnings: 0,
  hints: 0,
  format: 'pdf',
  bytes: 1,
  fileName: 'a.pdf',
  importedAt: '2024-03-12T01:00:00Z',
  reviewer: null,
  newRequests: null,
  concluded: null,
  carriedForward: null,
}
const hit: SearchHit = { block: 1, row: null, column: null, page: null, section: null, text: '词', marks: [[0, 1]] }
const group = (hits: number): SearchGroup => ({ record, hits: Array(hits).fill(hit), hitCount: hits })
const result = (groups: readonly SearchGroup[]): SearchResult => ({
  groups,
  reports: groups.length,
  hits: 0,
  milliseconds: 1,
  words: ['词'],
  facets: { years: [], statuses: [] },
})

describe('going through hits', () => {
  const hits = flatHits(result([group(3), group(0), group(2)]))

  it('has a line for every hit, and one for a report that fits without a hit in its text', () => {
    expect(hits.map(item => [item.index, item.groupIndex, item.hit !== null])).toEqual([
      [0, 0, true],
      [1, 0, true],
      [2, 0, true],
      [3, 1, false],
      [4, 2, true],
      [5, 2, true],
    ])
  })

  it('goes to the first hit of the next or the previous report, and stays at the ends', () => {
    expect(otherReport(hits, 1, 1)).toBe(3)
    expect(otherReport(hits, 5, -1)).toBe(3)
    expect(otherReport(hits, 5, 1)).toBe(5)
    expect(otherReport(hits, 2, -1)).toBe(2)
  })

  it('has none where nothing was found', () => {
    expect(flatHits(null)).toEqual([])
    expect(otherReport([], 0, 1)).toBe(0)
  })
})
