import { describe, expect, test } from 'vitest'
import { hashHolds, noHash, parseEntry } from '../../../src/main/archive/journal/lines.ts'
import { chained, ingested, rehashed, revised, verified } from './entries.ts'

const about = { record: ingested.record, name: '清河区' }
const change = { kind: 'field', field: 'year' }

/** An event of each kind with what every reader of it relies on, and nothing else. */
const events = {
  ingest: { ...about, fileName: 'a.txt', sha256: 'a' },
  refuse: { fileName: 'a.txt', problem: { code: 'read.empty' } },
  revise: { ...about, revision: 1, why: '', change, revisionHash: 'b' },
  verify: { damaged: 0 },
  reread: { ...about, seal: 'c' },
  export: { format: 'bag', name: '包', records: 1 },
  inspect: { report: 'r', records: 1, seal: 'd' },
  repair: about,
} as const

const outer = { number: 1, at: '2026-01-02T03:04:05.000Z', who: '李明', previous: noHash, hash: 'e' }
const parsed = (value: unknown) => parseEntry(JSON.stringify(value))

const without = (value: object, key: string) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))

describe('a line of the journal', () => {
  for (const [kind, event] of Object.entries(events))
    test(`is an entry of the kind ${kind} with all that is asked of one, and none without any of it`, () => {
      const entry = { ...outer, event: { kind, ...event } }
      expect(parsed(entry)).toEqual(entry)
      // What a later version adds does not matter.
      const more = { ...entry, event: { ...entry.event, later: 1 }, later: 1 }
      expect(parsed(more)).toEqual(more)
      for (const key of Object.keys(event)) {
        expect([key, parsed({ ...outer, event: { kind, ...without(event, key) } })]).toEqual([key, null])
        expect([key, parsed({ ...outer, event: { kind, ...event, [key]: true } })]).toEqual([key, null])
      }
    })

  test('is none without any of what every entry has', () => {
    const entry = { ...outer, event: { kind: 'verify', damaged: 0 } }
    for (const key of Object.keys(entry)) {
      expect([key, parsed(without(entry, key))]).toEqual([key, null])
      expect([key, parsed({ ...entry, [key]: true })]).toEqual([key, null])
    }
    for (const number of [0, -1, 1.5, '1']) expect(parsed({ ...entry, number })).toBeNull()
  })

  test('is none of a kind that nobody knows, of a record that cannot be, or of such a change', () => {
    expect(parsed({ ...outer, event: { kind: 'other', ...events.verify } })).toBeNull()
    for (const record of ['', 'A'.repeat(16), 'a'.repeat(15), 'a'.repeat(17)])
      expect(parsed({ ...outer, event: { kind: 'reread', ...events.reread, record } })).toBeNull()
    const revise = (kind: string) => parsed({ ...outer, event: { kind: 'revise', ...events.revise, change: { kind } } })
    expect(['cell', 'confirm', 'verdict', 'field', 'status'].map(revise)).not.toContain(null)
    expect(revise('')).toBeNull()
    expect(parsed({ ...outer, event: { kind: 'refuse', ...events.refuse, problem: {} } })).toBeNull()
  })

  test('may tell of a repair with a seal or a SHA-256', () => {
    const repair = (more: object) => parsed({ ...outer, event: { kind: 'repair', ...about, ...more } })
    expect(repair({ seal: 'a', generation: '2026-01-01' })).not.toBeNull()
    expect(repair({ sha256: 'a', was: 'missing' })).not.toBeNull()
    expect([repair({ seal: 1 }), repair({ sha256: 1 })]).toEqual([null, null])
  })

  test('is none where it is no JSON, or JSON of something else', () => {
    for (const text of ['', '{', 'null', '7', '[]', '"a"', '\0\0']) expect(parseEntry(text)).toBeNull()
  })

  test('holds when its hash is that of all the rest of it', () => {
    expect(noHash).toMatch(/^0{64}$/)
    for (const entry of chained(ingested, revised(1), verified(1))) {
      expect(hashHolds(entry)).toBe(true)
      expect(hashHolds({ ...entry, who: '别人' })).toBe(false)
      expect(hashHolds({ ...entry, hash: noHash })).toBe(false)
      expect(hashHolds(rehashed(entry, { who: '别人' }))).toBe(true)
    }
  })
})
