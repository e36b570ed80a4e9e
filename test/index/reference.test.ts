import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openIndex } from '../../src/main/index/index.ts'
import { sortKey } from '../../src/main/index/order.ts'
import { catalogueRow } from '../../src/main/index/row.ts'
import {
  type CataloguePage,
  type CatalogueQuery,
  type CatalogueRow,
  catalogueSorts,
} from '../../src/shared/data/catalogue.ts'
import { type ArchiveRecord, type RecordStatus, recordStatuses } from '../../src/shared/data/record.ts'
import { marked, sampleRecord, withBlank } from './samples.ts'

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })
const plain = (name: string) => name.normalize('NFKC').toLowerCase()
const byName = (a: CatalogueRow, b: CatalogueRow) =>
  collator.compare(plain(a.name), plain(b.name)) || (a.year ?? 9999) - (b.year ?? 9999) || (a.id < b.id ? -1 : 1)
const open = (row: CatalogueRow) => row.errors + row.warnings + row.hints

/** The catalogue as plain sorting and filtering of all rows gives it. */
function expectedPage(all: readonly CatalogueRow[], query: CatalogueQuery): CataloguePage {
  const named = all.filter(row => plain(row.name).includes(plain(query.text)))
  const fitsYear = (row: CatalogueRow) => query.years.length === 0 || query.years.includes(row.year)
  const fitsStatus = (row: CatalogueRow) => query.statuses.length === 0 || query.statuses.includes(row.status)
  const matching = named.filter(row => fitsYear(row) && fitsStatus(row))
  const keys = {
    year: (row: CatalogueRow) => row.year,
    status: (row: CatalogueRow) => recordStatuses.indexOf(row.status),
    findings: open,
    format: (row: CatalogueRow) => row.format,
    importedAt: (row: CatalogueRow) => row.importedAt,
  }
  const way = query.descending ? -1 : 1
  const ordered = matching.toSorted((a, b) => {
    if (query.sort === 'name') return way * byName(a, b)
    const [x, y] = [keys[query.sort](a), keys[query.sort](b)]
    if (x === y) return byName(a, b)
    if (x === null || y === null) return x === null ? 1 : -1
    return x < y ? -way : way
  })
  const count = (status: RecordStatus) => matching.filter(row => row.status === status).length
  const years = [...new Set(named.filter(fitsStatus).map(row => row.year))]
  const facet = named.filter(fitsYear)
  return {
    rows: ordered.slice(query.offset, query.offset + query.limit),
    matching: matching.length,
    total: all.length,
    openFindings: matching.reduce((sum, row) => sum + open(row), 0),
    byStatus: {
      ...{ pending: count('pending'), reviewing: count('reviewing') },
      ...{ reviewed: count('reviewed'), unread: count('unread') },
    },
    facets: {
      years: years
        .toSorted((a, b) => (b ?? -1) - (a ?? -1))
        .map(year => ({ year, count: named.filter(row => fitsStatus(row) && row.year === year).length })),
      statuses: recordStatuses
        .map(status => ({ status, count: facet.filter(row => row.status === status).length }))
        .filter(({ count: found }) => found > 0),
    },
  }
}

const names = [
  '重庆市长寿区',
  '重庆市',
  '沈阳市',
  '长沙县',
  '第2中学',
  '第10中学',
  '第０2中学',
  'ABC局',
  '清河区',
  '𠮷县',
  '',
]
const years = [2021, 2022, 2023, null]
const record = fc
  .record({
    number: fc.integer({ min: 1, max: 12 }),
    name: fc.constantFrom(...names),
    year: fc.constantFrom(...years),
    read: fc.boolean(),
    blank: fc.boolean(),
    mark: fc.constantFrom('reviewing' as const, 'reviewed' as const, null),
  })
  .map(({ blank, mark, ...sample }): ArchiveRecord => {
    const plainRecord = sampleRecord(sample)
    const read = blank ? withBlank(plainRecord) : plainRecord
    return mark ? marked(read, mark) : read
  })
const query = fc.record({
  text: fc.constantFrom('', '市', 'abc', '2中', '没有'),
  years: fc.subarray(years),
  statuses: fc.subarray([...recordStatuses]),
  sort: fc.constantFrom(...catalogueSorts),
  descending: fc.boolean(),
  offset: fc.integer({ min: 0, max: 4 }),
  limit: fc.integer({ min: 1, max: 20 }),
})

describe('the catalogue in the database', () => {
  it('answers as sorting and counting of all rows does, whatever was put and put again', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 20 }),
        fc.array(query, { minLength: 1, maxLength: 6 }),
        (puts, asked) => {
          const index = openIndex(null, 'test')
          const rows = new Map<string, CatalogueRow>()
          for (const each of puts) {
            index.put(each, 1)
            rows.set(each.id, catalogueRow(each))
          }
          for (const each of asked) expect(index.list(each)).toEqual(expectedPage([...rows.values()], each))
          index.close()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('finds the next open report as walking through all rows does', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 20 }), fc.nat({ max: 20 }), (puts, at) => {
        const index = openIndex(null, 'test')
        for (const each of puts) index.put(each, 1)
        const all = new Map(puts.map(each => [each.id, catalogueRow(each)]))
        const rows = [...all.values()].sort(byName)
        const after = puts[at]?.id ?? null
        const here = rows.findIndex(row => row.id === after)
        const around = [...rows.slice(here + 1), ...rows.slice(0, Math.max(here, 0))]
        const next = around.find(row => row.status !== 'reviewed' && open(row) > 0)?.id ?? null
        expect(index.nextOpen(after)).toBe(next)
        index.close()
      }),
      { numRuns: 60 },
    )
  })
})

describe('the key by which names are sorted', () => {
  it('orders as pinyin collation does, numbers by value, words with a sound of their own too', () => {
    const piece = fc.constantFrom(...[...'重庆沈阳藏文长行单仇解曾查县区第abzZ09２（)·、- 㐀𠮷'], '10', '007')
    const name = fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join(''))
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [x, y] = [sortKey(a), sortKey(b)]
        expect(x < y ? -1 : x > y ? 1 : 0).toBe(Math.sign(collator.compare(plain(a), plain(b))))
      }),
      { numRuns: 3000 },
    )
  })

  it('puts rare characters where collation does, each in a place of its own', () => {
    // 𠮷 has no sound in it: behind all that have one, before all that is Latin.
    const names = ['吉县', '急县', '做县', '𠮷县', 'abc']
    expect(names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual(names)
    expect(names.toSorted((a, b) => collator.compare(a, b))).toEqual(names)
    expect(sortKey('𠮷')).not.toBe(sortKey('𠮶'))
  })
})
