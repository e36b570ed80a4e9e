import { basename } from 'node:path'
import type { JournalEntry } from '../../shared/journal.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import type { RecordId } from '../../shared/record.ts'
import type { FileLayer } from './files.ts'
import { journalFile, journalYears } from './journalFiles.ts'
import { hashHolds, noHash, parseEntry, splitLines } from './journalLines.ts'

/** What verification keeps of a record: enough to compare it with its source and the journal, small enough for all records. */
export type Seen = {
  readonly name: string
  readonly sha256: string
  readonly hash: string
  readonly revisions: readonly string[]
}

const recordPath = (id: RecordId) => `records/${id.slice(0, 2)}/${id}.json`

/** Every line of every journal file: is it what was written, and does it follow the one before? */
export async function checkJournal(files: FileLayer, folder: string): Promise<readonly Message[]> {
  const problems: Message[] = []
  let number = 0
  let previous = noHash
  for (const year of await journalYears(files, folder)) {
    const path = journalFile(folder, year)
    const file = `log/${basename(path)}`
    for (const [index, line] of splitLines(await files.readFile(path)).entries()) {
      const entry = parseEntry(line.text)
      const follows = entry?.number === number + 1 && entry.previous === previous
      if (!entry || !follows || !hashHolds(entry))
        problems.push(message('archive.journalLine', { file, line: index + 1 }))
      if (!entry) continue
      number = entry.number
      previous = entry.hash
    }
  }
  return problems
}

/** Journal and records, against each other. `known` are the entries from before the records were read, `all` those after. */
export function compare(
  seen: ReadonlyMap<RecordId, Seen>,
  damaged: ReadonlySet<RecordId>,
  known: readonly JournalEntry[],
  all: readonly JournalEntry[],
): readonly Message[] {
  const problems: Message[] = []
  for (const { number, event } of known) {
    if (event.kind !== 'ingest' && event.kind !== 'revise') continue
    if (damaged.has(event.record)) continue
    const record = seen.get(event.record)
    const file = recordPath(event.record)
    if (event.kind === 'ingest') {
      if (!record) problems.push(message('archive.recordMissing', { name: event.name, file }))
      else if (event.recordHash !== undefined && event.recordHash !== record.hash)
        problems.push(message('archive.recordAltered', { name: record.name, file }))
    } else if (record && record.revisions[event.revision - 1] !== event.revisionHash)
      problems.push(
        message('archive.revisionDiffers', { name: event.name, revision: event.revision, entry: number, file }),
      )
  }
  const ingested = new Set<RecordId>()
  const revised = new Map<RecordId, Set<number>>()
  for (const { event } of all) {
    if (event.kind === 'ingest') ingested.add(event.record)
    if (event.kind !== 'revise') continue
    const numbers = revised.get(event.record) ?? new Set()
    revised.set(event.record, numbers.add(event.revision))
  }
  for (const [id, record] of seen) {
    const place = { name: record.name, file: recordPath(id) }
    if (!ingested.has(id)) problems.push(message('archive.recordNotInJournal', place))
    for (const index of record.revisions.keys())
      if (!revised.get(id)?.has(index + 1))
        problems.push(message('archive.revisionNotInJournal', { ...place, revision: index + 1 }))
  }
  return problems
}
