import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openIndex } from '../../src/main/index/index.ts'
import { yearBefore } from '../../src/main/keeping/years.ts'
import type { ArchiveRecord } from '../../src/shared/data/record.ts'
import { sampleRecord } from './samples.ts'

describe('the report of the year before', () => {
  it('is the one imported last where a body has two of that year, whichever was indexed first', () => {
    // A sample is imported so many seconds after the hour as its number says.
    const [earlier, later, after] = [1, 2, 3].map(number =>
      sampleRecord({ number, name: '清河区教育委员会', year: number === 3 ? 2023 : 2022 }),
    )
    if (!earlier || !later || !after) throw new Error('three samples')
    for (const order of [
      [earlier, later, after],
      [later, earlier, after],
      [after, later, earlier],
    ]) {
      const index = openIndex(null, 'test')
      for (const record of order) index.put(record, 1)
      expect(yearBefore(index, after)).toBe(later.id)
    }
  })
})

/** Names of one body and of others, in a few years: enough for every way in which one report may stand before another. */
const names = [
  '桐坞县',
  '桐坞县人民政府',
  '云岭市桐坞县人民政府',
  '桐坞县人民政府办公室',
  '清河区人民政府',
  '云岭市清河区人民政府',
  null,
]
const reports = fc.array(
  fc.record({
    number: fc.integer({ min: 1, max: 9 }),
    name: fc.constantFrom(...names),
    year: fc.constantFrom(2021, 2022, 2023, null),
    read: fc.boolean(),
  }),
  { maxLength: 14 },
)

describe('the reports to be counted anew', () => {
  it('are those that bear a name that is answered, whatever came in or got another name or year', () => {
    fc.assert(
      fc.property(reports, told => {
        const index = openIndex(null, 'test')
        const records = new Map<string, ArchiveRecord>()
        const standing = () => new Map([...records].map(([id, record]) => [id, yearBefore(index, record)]))
        for (const each of told) {
          const record = sampleRecord(each)
          const before = standing()
          const again = new Set(index.announceAmong(record).flatMap(index.reportsOf))
          records.set(record.id, record)
          for (const [id, previous] of standing()) {
            if (id === record.id || !before.has(id) || !records.get(id)?.extraction.report) continue
            const moved = previous !== before.get(id) || previous === record.id
            if (moved) expect(again).toContain(id)
          }
        }
        index.close()
      }),
      { numRuns: 300 },
    )
  })

  it('are none where a further report of a name comes in that nobody looks back on', () => {
    const index = openIndex(null, 'test')
    for (let number = 1; number < 9; number++)
      expect(index.announceAmong(sampleRecord({ number, name: '桐坞县人民政府' }))).toEqual([])
  })

  it('are the next year of the body, by one name however many reports bear it, when its year before comes in', () => {
    const index = openIndex(null, 'test')
    for (let number = 1; number < 5; number++)
      index.announce(sampleRecord({ number, name: '桐坞县人民政府', year: 2024 }))
    const among = index.announceAmong(sampleRecord({ number: 9, name: '桐坞县人民政府', year: 2023 }))
    expect(among).toEqual([{ organization: '桐坞县人民政府', year: 2024 }])
    expect(among.flatMap(index.reportsOf)).toHaveLength(4)
  })
})
