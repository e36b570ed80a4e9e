import { describe, expect, test } from 'vitest'
import type { JournalLine } from '../../../src/main/archive/journal/journal.ts'
import { type JournalCheck, startJournalCheck } from '../../../src/main/archive/journal/sealsByRecord.ts'
import type { JournalEntry, JournalEvent } from '../../../src/shared/data/journal.ts'
import { chained, ingested, linesOf, rehashed, revised, sealAfter, verified } from './entries.ts'

function hear(lines: readonly JournalLine[]): JournalCheck {
  const listener = startJournalCheck()
  for (const line of lines) listener.line(line)
  return listener
}

/** Numbers of the lines that are named. */
const named = (entries: readonly JournalEntry[], change: (lines: JournalLine[]) => JournalLine[] = lines => lines) =>
  hear(change(linesOf(entries))).problems.map(item => [item.code, item.params.file, item.params.line])

const broken = (line: number) => ['archive.journalLine', 'log/2026.jsonl', line]
const altered = (entry: number) => ({ code: 'archive.alteredBefore', params: { name: '清河区', entry } })

const reread = (before: number, after: number): JournalEvent & { readonly kind: 'reread' } => ({
  ...{ kind: 'reread', record: ingested.record, name: '清江区', before: 'a', after: 'b', disagreements: 0 },
  ...{ recordHash: 'c'.repeat(64), seal: sealAfter(after), sealBefore: sealAfter(before) },
})

describe('whoever listens to the journal', () => {
  test('has nothing to object to lines as they were written, and counts them', () => {
    const heard = hear(linesOf(chained(verified(1), verified(2), verified(3))))
    expect([heard.problems, heard.entries(), heard.records.size, heard.inspections.size]).toEqual([[], 3, 0, 0])
  })

  test('names the line after one that was rewritten with a hash of its own', () => {
    const [first, second, third, fourth] = chained(verified(1), verified(2), verified(3), verified(4))
    if (!first || !second || !third || !fourth) throw new Error('four entries')
    expect(named([first, rehashed(second, { event: verified(9) }), third, fourth])).toEqual([broken(3)])
    expect(named([rehashed(first, { who: '别人' }), second, third, fourth])).toEqual([broken(2)])
    // The last one has no line after it: its own hash is all that speaks for it.
    expect(named([first, second, third, rehashed(fourth, { event: verified(9) })])).toEqual([])
  })

  test('names a first line that claims one before it, and one with another number', () => {
    const [first, second] = chained(verified(1), verified(2))
    if (!first || !second) throw new Error('two entries')
    expect(named([rehashed(first, { previous: 'f'.repeat(64) })])).toEqual([broken(1)])
    expect(named([first, rehashed(second, { number: 3 })])).toEqual([broken(2)])
    expect(named([second])).toEqual([broken(1)])
  })

  test('names a line whose hash does not hold, and one that was written otherwise though it says the same', () => {
    const entries = chained(verified(1), verified(2), verified(3))
    const at = (index: number, change: (text: string) => string) => (lines: JournalLine[]) =>
      lines.map((line, place) => {
        if (place !== index) return line
        const bytes = Buffer.from(change(line.bytes.toString()))
        return { ...line, bytes, entry: JSON.parse(bytes.toString()) as JournalEntry }
      })
    expect(
      named(
        entries,
        at(1, text => text.replace('"sources":2', '"sources":7')),
      ),
    ).toEqual([broken(2)])
    expect(
      named(
        entries,
        at(1, text => text.replace('"sources":2', '"sources": 2')),
      ),
    ).toEqual([broken(2)])
  })

  test('names a line that is no entry and the one after it, and counts the others', () => {
    const [first, second, third, fourth] = linesOf(chained(verified(1), verified(2), verified(3), verified(4)))
    if (!first || !second || !third || !fourth) throw new Error('four lines')
    const heard = hear([first, { ...second, entry: null, bytes: Buffer.from('{') }, third, fourth])
    expect(heard.problems.map(item => item.params.line)).toEqual([2, 3])
    expect(heard.entries()).toBe(3)
  })

  test('names the file of the year the line stands in', () => {
    const [line] = linesOf(chained(verified(1)), 987)
    if (!line) throw new Error('one line')
    expect(hear([{ ...line, entry: null }]).problems).toMatchObject([{ params: { file: 'log/0987.jsonl', line: 1 } }])
  })
})

describe('what the journal tells of a record', () => {
  test('is its name, its original and the seal its file must bear, from its last entry', () => {
    expect(hear(linesOf(chained(ingested))).records.get(ingested.record)).toEqual({
      ...{ name: '清河区', sha256: ingested.sha256, seal: sealAfter(0) },
    })
    const heard = hear(linesOf(chained(ingested, revised(1), reread(1, 2), revised(3))))
    expect(heard.problems).toEqual([])
    expect(heard.records.get(ingested.record)).toEqual({
      ...{ name: '清河区', sha256: ingested.sha256, seal: sealAfter(3) },
    })
    expect(hear(linesOf(chained(ingested, reread(0, 1)))).records.get(ingested.record)?.name).toBe('清江区')
  })

  test('does not come from a line that was altered', () => {
    const [line] = linesOf(chained(ingested))
    if (!line?.entry) throw new Error('one line')
    const entry = { ...line.entry, event: { ...ingested, seal: sealAfter(3) } }
    const heard = hear([{ ...line, entry, bytes: Buffer.from(JSON.stringify(entry)) }])
    expect([heard.records.size, heard.entries(), heard.problems.length]).toEqual([0, 1, 1])
  })

  test('shows that its file was altered before a change or a new reading', () => {
    expect(hear(linesOf(chained(ingested, { ...revised(2), sealBefore: sealAfter(1) }))).problems).toMatchObject([
      altered(2),
    ])
    const renamed = hear(linesOf(chained(ingested, revised(1), reread(2, 3)))).problems
    // By the name it has had since.
    expect(renamed).toMatchObject([{ code: 'archive.alteredBefore', params: { name: '清江区', entry: 3 } }])
    const file = `records/aa/${ingested.record}.json`
    expect(hear(linesOf(chained(ingested, revised(2)))).problems).toMatchObject([{ params: { file } }])
  })

  test('says nothing of what was before where an older version wrote no seal', () => {
    const { seal: _, ...old } = ingested
    expect(hear(linesOf(chained(old))).records.get(ingested.record)?.seal).toBeNull()
    expect(hear(linesOf(chained(old, revised(2)))).problems).toEqual([])
    const { seal: __, ...unsealed } = revised(1)
    const heard = hear(linesOf(chained(ingested, unsealed)))
    expect([heard.problems, heard.records.get(ingested.record)?.seal]).toEqual([[], null])
  })

  test('is without an original where its import is not told', () => {
    const heard = hear(linesOf(chained(revised(1))))
    expect(heard.problems).toEqual([])
    expect(heard.records.get(ingested.record)).toEqual({ name: '清河区', sha256: null, seal: sealAfter(1) })
  })

  test('is not touched by entries of other kinds', () => {
    const repaired = {
      kind: 'repair',
      record: ingested.record,
      name: '别的',
      seal: sealAfter(3),
      generation: 'x',
    } as const
    const exported = { kind: 'export', format: 'bag', name: '包', records: 1, files: 1, bytes: 1 } as const
    const heard = hear(linesOf(chained(ingested, repaired, exported, verified(1))))
    expect([heard.problems, heard.entries()]).toEqual([[], 4])
    expect(heard.records.get(ingested.record)).toMatchObject({ name: '清河区', seal: sealAfter(0) })
  })
})

test('reports of inspections are told with their seals', () => {
  const inspected = {
    kind: 'inspect',
    report: '20260102-030405-0123abcd',
    cause: 'asked',
    records: 1,
    failed: 0,
  } as const
  const heard = hear(linesOf(chained({ ...inspected, unopened: 0, upTo: null, seal: sealAfter(2) })))
  expect([...heard.inspections]).toEqual([[inspected.report, sealAfter(2)]])
})
