import type { JournalLine } from '../../../src/main/archive/journal/journal.ts'
import { noHash } from '../../../src/main/archive/journal/lines.ts'
import { hashOf } from '../../../src/main/archive/revisions.ts'
import type { JournalEntry, JournalEvent } from '../../../src/shared/data/journal.ts'

/** An entry as somebody would forge it who knows how its hash is made. */
export function rehashed(entry: JournalEntry, change: Partial<Omit<JournalEntry, 'hash'>>): JournalEntry {
  const { hash: _, ...rest } = entry
  const body = { ...rest, ...change }
  return { ...body, hash: hashOf(body) }
}

/** The entries of these events, numbered and chained as the journal writes them. */
export function chained(...events: readonly JournalEvent[]): JournalEntry[] {
  const entries: JournalEntry[] = []
  for (const [index, event] of events.entries()) {
    const stamp = { at: `2026-01-02T03:04:0${index % 10}.000Z`, who: 'tester' }
    const body = { number: index + 1, ...stamp, event, previous: entries.at(-1)?.hash ?? noHash }
    entries.push({ ...body, hash: hashOf(body) })
  }
  return entries
}

export const textOf = (entries: readonly JournalEntry[]): string =>
  entries.map(entry => `${JSON.stringify(entry)}\n`).join('')

/** Entries as whoever listens to the journal is given them, all of the file of one year. */
export function linesOf(entries: readonly JournalEntry[], year = 2026): JournalLine[] {
  let start = 0
  return entries.map((entry, index) => {
    const bytes = Buffer.from(JSON.stringify(entry))
    const line = { entry, bytes, year, start, line: index + 1 }
    start += bytes.length + 1
    return line
  })
}

const id = 'a'.repeat(16)
const seals = ['1', '2', '3', '4'].map(digit => digit.repeat(64))

/** The seal a record has after so many changes, in the events below. */
export const sealAfter = (changes: number): string => seals[changes] ?? ''

export const ingested: JournalEvent & { readonly kind: 'ingest' } = {
  ...{ kind: 'ingest', record: id, name: '清河区', fileName: 'a.txt', sha256: 'a'.repeat(64), state: 'archived' },
  seal: sealAfter(0),
}

/** The `number`-th change of the record that `ingested` tells of. */
export const revised = (number: number): JournalEvent & { readonly kind: 'revise' } => ({
  ...{ kind: 'revise', record: id, name: '清河区', year: 2023, revision: number, act: 'edit', why: '对着原件看过' },
  change: { kind: 'field', field: 'year', before: 2023, after: 2000 + number },
  ...{ reverses: null, revisionHash: 'b'.repeat(64), seal: sealAfter(number), sealBefore: sealAfter(number - 1) },
})

export const verified = (sources: number, damaged = 0): JournalEvent & { readonly kind: 'verify' } => ({
  ...{ kind: 'verify', sources, records: 0, damaged, milliseconds: 1000 },
})
