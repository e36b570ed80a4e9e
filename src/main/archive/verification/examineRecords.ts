import type { JournalEntry } from '../../../shared/data/journal.ts'
import type { ArchiveRecord, RecordId } from '../../../shared/data/record.ts'
import { recordName } from '../../../shared/facts/recordName.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { recordOf } from '../journal/entryPlaces.ts'
import type { Journal } from '../journal/journal.ts'
import { recordPath } from '../layout.ts'
import type { RecordStore } from '../records/records.ts'
import { recordHash } from '../revisions.ts'

/** Says of each of these records what exactly differs from what the journal tells. Called while nothing is appended. */
export async function examineRecords(
  suspects: ReadonlySet<RecordId>,
  records: RecordStore,
  journal: Journal,
): Promise<readonly Message[]> {
  const entries = new Map<RecordId, JournalEntry[]>()
  if (suspects.size > 0)
    await journal.lines(({ entry }) => {
      const record = entry && recordOf(entry)
      if (!entry || record === null || !suspects.has(record)) return
      const known = entries.get(record)
      if (known) known.push(entry)
      else entries.set(record, [entry])
    })
  const problems: Message[] = []
  for (const id of suspects) {
    const read = await records.read(id)
    const own = entries.get(id) ?? []
    if (!read.ok) problems.push(read.problem)
    else if (read.value) problems.push(...differences(read.value.record, read.value.seal, own))
    else if (own.length > 0)
      problems.push(message('archive.recordMissing', { name: nameIn(own, id), file: recordPath(id) }))
  }
  return problems
}

const nameIn = (entries: readonly JournalEntry[], id: RecordId): string => {
  const event = entries.at(-1)?.event
  return event && 'name' in event ? event.name : id
}

/** What of a record differs from what these entries, all there are about it, tell. */
export function differences(
  record: ArchiveRecord,
  seal: string | null,
  entries: readonly JournalEntry[],
): readonly Message[] {
  const problems: Message[] = []
  const place = { name: recordName(record), file: recordPath(record.id) }
  const revised = new Set<number>()
  let ingested = false
  let fixed: string | undefined
  let lastSeal: string | undefined
  for (const { event, number } of entries) {
    if (event.kind === 'ingest') {
      ingested = true
      fixed = event.recordHash
      lastSeal = event.seal
      const { revisions = 0, lastHash = null } = event.restored ?? {}
      // The last hash vouches for all before it: each revision carries the hash of the one before.
      if (revisions > 0 && record.revisions[revisions - 1]?.hash === lastHash)
        for (let number = 1; number <= revisions; number++) revised.add(number)
    } else if (event.kind === 'reread' || event.kind === 'migrate') {
      // The new form stands for the old one only where the entry ties it to what was told before.
      const tied = event.kind === 'reread' || fixed === undefined || event.recordHashBefore === fixed
      if (!tied) problems.push(message('archive.recordAltered', place))
      fixed = event.recordHash
      lastSeal = event.seal
    } else if (event.kind === 'revise') {
      lastSeal = event.seal
      revised.add(event.revision)
      if (record.revisions[event.revision - 1]?.hash !== event.revisionHash)
        problems.push(message('archive.revisionDiffers', { ...place, revision: event.revision, entry: number }))
    }
  }
  if (!ingested) problems.push(message('archive.recordNotInJournal', place))
  if (fixed !== undefined && fixed !== recordHash(record)) problems.push(message('archive.recordAltered', place))
  for (const index of record.revisions.keys())
    if (!revised.has(index + 1))
      problems.push(message('archive.revisionNotInJournal', { ...place, revision: index + 1 }))
  if (problems.length === 0 && lastSeal !== undefined && lastSeal !== seal)
    problems.push(message('archive.recordAltered', place))
  return problems
}
