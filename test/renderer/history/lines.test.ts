import { describe, expect, it } from 'vitest'
import { batchStates, daysOf } from '../../../src/renderer/history/journal/lines.ts'
import { since } from '../../../src/renderer/history/journal/wanted.ts'
import type { JournalEntry, JournalEvent } from '../../../src/shared/data/journal.ts'
import { message } from '../../../src/shared/messages/index.ts'

const ingest = (state: 'archived' | 'warned' | 'failed'): JournalEvent => ({
  kind: 'ingest',
  record: '00000000000000aa',
  name: '云岭市清河区人民政府',
  fileName: '清河区.pdf',
  sha256: '0'.repeat(64),
  state,
})
const refuse: JournalEvent = {
  kind: 'refuse',
  fileName: '附件.zip',
  problem: message('read.empty', { file: '附件.zip' }),
}
const verify: JournalEvent = { kind: 'verify', sources: 3, records: 3, damaged: 0, milliseconds: 10 }

/** Newest first, as the journal gives them; times are local. */
const journal = (...list: readonly (readonly [day: number, hour: number, who: string, event: JournalEvent])[]) =>
  list.map(
    ([day, hour, who, event], index): JournalEntry => ({
      number: list.length - index,
      at: new Date(2024, 2, day, hour).toISOString(),
      who,
      event,
      previous: '',
      hash: '',
    }),
  )

describe('the timeline', () => {
  it('groups entries by local calendar day, newest first', () => {
    const days = daysOf(journal([18, 0, '陆知远', verify], [17, 23, '陆知远', verify], [17, 1, '许砚', verify]))
    expect(days.map(day => [day.day, day.lines.map(line => line.key)])).toEqual([
      ['2024-03-18', [3]],
      ['2024-03-17', [2, 1]],
    ])
  })

  it('puts files that came in one after the other into one line', () => {
    const [day] = daysOf(
      journal([18, 9, '陆知远', ingest('archived')], [18, 9, '陆知远', refuse], [18, 8, '陆知远', ingest('failed')]),
    )
    expect(day?.lines).toHaveLength(1)
    const line = day?.lines[0]
    expect(line?.kind === 'batch' && batchStates(line.files)).toEqual({ archived: 1, warned: 0, failed: 1, refused: 1 })
  })

  it('keeps apart imports of different people, of different days, and with something between', () => {
    const lines = daysOf(
      journal(
        [18, 9, '陆知远', ingest('archived')],
        [18, 8, '许砚', ingest('archived')],
        [18, 7, '许砚', verify],
        [18, 6, '许砚', ingest('archived')],
        [17, 9, '许砚', ingest('archived')],
      ),
    ).flatMap(day => day.lines)
    expect(lines.map(line => (line.kind === 'batch' ? line.files.length : 'verify'))).toEqual([1, 1, 'verify', 1, 1])
  })

  it('has no day for an empty journal', () => {
    expect(daysOf([])).toEqual([])
  })
})

describe('the span of time', () => {
  const now = new Date(2024, 2, 3, 15, 30)
  it('begins at local midnight of today, six days before, or the first of the month', () => {
    expect(since('today', now)).toBe(new Date(2024, 2, 3).toISOString())
    expect(since('week', now)).toBe(new Date(2024, 1, 26).toISOString())
    expect(since('month', now)).toBe(new Date(2024, 2, 1).toISOString())
    expect(since('all', now)).toBeNull()
  })
})
