import type { JournalEntry } from '../../../shared/data/journal.ts'
import type { ArchiveRecord, RecordId, Revision } from '../../../shared/data/record.ts'
import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import type { FileLayer } from '../../disk/files.ts'
import { recordOf } from '../journal/entryPlaces.ts'
import type { Journal } from '../journal/journal.ts'
import { recordPath } from '../layout.ts'
import { sealedJson } from '../seal.ts'
import { upgraded } from './form.ts'
import { copiesOf } from './generations.ts'

/** Brings a damaged record back from its older copies and the journal. */

export type Recovered = {
  readonly record: ArchiveRecord
  readonly seal: string
  readonly name: string
  readonly day: string
}

/** The revision an entry tells of, word for word; null for one of an older version, which did not tell all of it. */
function revisionOf({ at, who, event }: JournalEntry, previous: string): Revision | null {
  if (event.kind !== 'revise' || event.reverses === undefined) return null
  const { revision: number, why, act, reverses, change, revisionHash: hash } = event
  return { number, at, who, why, act, reverses, change, previous, hash }
}

/** Applies what the journal tells after a copy was made. Null where it cannot be followed. */
function replay(copy: ArchiveRecord, entries: readonly JournalEntry[]): ArchiveRecord | null {
  let record = copy
  for (const entry of entries) {
    if (entry.event.kind === 'repair') continue
    if (entry.event.kind === 'migrate') {
      record = upgraded(record).record
      continue
    }
    const revision = revisionOf(entry, record.revisions.at(-1)?.hash ?? copy.source.sha256)
    if (!revision) return null
    record = { ...record, revisions: [...record.revisions, revision] }
  }
  return record
}

/**
 * A record as it was last written, from a generation and the journal: the newest copy that the journal knows, with the revisions the
 * journal tells of since. Given only when it is byte for byte what the journal's last entry sealed.
 */
export async function recover(
  files: FileLayer,
  folder: string,
  journal: Journal,
  id: RecordId,
): Promise<Outcome<Recovered>> {
  const entries: JournalEntry[] = []
  await journal.lines(({ entry }) => {
    // That an original was put right tells nothing of the record.
    if (entry && recordOf(entry) === id && !(entry.event.kind === 'repair' && 'sha256' in entry.event))
      entries.push(entry)
  })
  const sealed = entries.map(({ event }) => ('seal' in event ? event.seal : undefined))
  const seal = sealed.at(-1)
  const event = entries.at(-1)?.event
  const name = event && 'name' in event ? event.name : id
  if (seal !== undefined)
    for await (const copy of copiesOf(files, folder, id)) {
      const at = sealed.lastIndexOf(copy.seal)
      if (at === -1) continue
      // The seal was checked, and the journal knows it: this is what the archive wrote itself.
      const record = replay(JSON.parse(copy.text) as ArchiveRecord, entries.slice(at + 1))
      if (record && sealedJson(record).seal === seal) return success({ record, seal, name, day: copy.day })
    }
  return failure(message('archive.notRecoverable', { name, file: recordPath(id) }))
}
