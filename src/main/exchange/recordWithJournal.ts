import { setTimeout as wait } from 'node:timers/promises'
import type { JournalEntry } from '../../shared/data/journal.ts'
import type { ArchiveRecord, RecordId } from '../../shared/data/record.ts'
import type { Message } from '../../shared/messages/index.ts'
import { type Outcome, success } from '../../shared/outcome.ts'
import { differences, type Sealed, sealedJson } from '../archive/index.ts'
import type { Archive } from '../archive/model.ts'

/** What the journal tells of a record, for exporting and inspecting it. */

const pageSize = 1000

/** Everything the journal tells of one record, oldest first. */
export async function journalOf(archive: Pick<Archive, 'journal'>, record: RecordId): Promise<readonly JournalEntry[]> {
  const found: JournalEntry[] = []
  const query = { limit: pageSize, kinds: [], who: [], since: null, record, text: '' }
  for (let before: number | null = null; ; ) {
    const { entries } = await archive.journal({ ...query, before })
    found.push(...entries)
    const last = entries.at(-1)
    if (!last || entries.length < pageSize) return found.reverse()
    before = last.number
  }
}

export type RecordWithJournal = {
  readonly record: ArchiveRecord
  readonly sealed: Sealed
  readonly entries: readonly JournalEntry[]
  /** Where the two do not bear each other out. */
  readonly differences: readonly Message[]
}

/** An edit takes a few milliseconds; so often both are read again while the journal moves on, or another process may be between the two. */
const mostLooks = 20
const looksAtRest = 3

/** A record and what the journal tells of it, of one moment: an edit between two looks would pass for damage. */
export async function recordWithJournal(archive: Archive, id: RecordId): Promise<Outcome<RecordWithJournal>> {
  for (let look = 1; ; look++) {
    const before = archive.lastEntry()
    const read = await archive.record(id)
    if (!read.ok) return read
    const record = read.value
    const entries = await journalOf(archive, id)
    const sealed = sealedJson(record)
    const found = differences(record, sealed.seal, entries)
    const refreshed = found.length > 0 ? await archive.refresh() : null
    if (refreshed && !refreshed.ok) return refreshed
    // An entry that is being written counts once its record is in place, and the record was perhaps read in between.
    if (found.length > 0) await archive.settled()
    const moved = archive.lastEntry() !== before
    const again = moved ? look < mostLooks : archive.readOnly !== null && look < looksAtRest
    if (found.length === 0 || !again) return success({ record, sealed, entries, differences: found })
    if (!moved) await wait(20)
  }
}
