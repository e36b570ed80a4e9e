import { describe, expect, test } from 'vitest'
import { makeEntryPlaces, recordOf } from '../../../src/main/archive/journal/entryPlaces.ts'
import type { JournalEvent } from '../../../src/shared/data/journal.ts'
import { message } from '../../../src/shared/messages/index.ts'
import { chained, ingested, revised, verified } from './entries.ts'

const problem = message('archive.fileIsFolder', { file: 'x.pdf' })
const refused: JournalEvent = { kind: 'refuse', fileName: 'x.pdf', problem }

describe('the places of the journal’s entries', () => {
  test('tell of each where it stands and what it is asked by', () => {
    const places = makeEntryPlaces()
    expect(places.count()).toBe(0)
    const entries = chained(ingested, revised(1), verified(1), refused)
    const by = ['李明', '王芳', '李明', '许砚']
    // A file of more than 4 GB: longer than 32 bits tell.
    const starts = [0, 100, 5_000_000_000, 7]
    for (const [index, entry] of entries.entries())
      places.push({ ...entry, who: by[index] ?? '' }, 2026 + index, starts[index] ?? 0, 50 + index)
    expect(places.count()).toBe(4)
    const all = [0, 1, 2, 3]
    expect(all.map(places.number)).toEqual([1, 2, 3, 4])
    expect(all.map(places.at)).toEqual(entries.map(entry => Date.parse(entry.at)))
    expect(all.map(places.kind)).toEqual(['ingest', 'revise', 'verify', 'refuse'])
    expect(all.map(places.who)).toEqual(by)
    expect(all.map(places.place)).toEqual(
      all.map(index => ({ year: 2026 + index, start: starts[index], length: 50 + index })),
    )
    expect(all.map(index => places.isOf(index, ingested.record))).toEqual([true, true, false, false])
  })

  test('tell records apart that have half of their id in common', () => {
    const places = makeEntryPlaces()
    const ids = ['0123456789abcdef', '0123456700000000', '0000000089abcdef', 'fedcba9876543210']
    for (const entry of chained(...ids.map(record => ({ ...ingested, record })))) places.push(entry, 2026, 0, 1)
    for (const [index, id] of ids.entries())
      expect(ids.map((_, at) => places.isOf(at, id))).toEqual(ids.map((_, at) => at === index))
  })

  test('are as many as there are entries, each of whoever made it', () => {
    const places = makeEntryPlaces()
    const [entry] = chained(ingested)
    if (!entry) throw new Error('one entry')
    const by = (number: number) => ['李明', '王芳', '许砚'][number % 3] ?? ''
    // More than 16 bits count: people are counted, not entries.
    for (let number = 1; number <= 70_000; number++)
      places.push({ ...entry, number, who: by(number) }, 2026, number * 10, 9)
    expect([places.count(), places.number(69_999), places.place(1500).start]).toEqual([70_000, 70_000, 15_010])
    expect([0, 1, 2, 69_998, 69_999].map(places.who)).toEqual([1, 2, 3, 69_999, 70_000].map(by))
  })
})

test('an entry is of the record its event names, if it names one', () => {
  expect(chained(ingested, revised(1), verified(1)).map(recordOf)).toEqual([ingested.record, ingested.record, null])
})
