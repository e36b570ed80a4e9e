import { currentOf } from '../../../shared/current/current.ts'
import type { JournalEvent, Restored } from '../../../shared/data/journal.ts'
import type { ArchiveRecord, Extraction, RecordId } from '../../../shared/data/record.ts'
import { type ImportEnd, importEnd } from '../../../shared/facts/importEnd.ts'
import { recordName, reportName } from '../../../shared/facts/recordName.ts'
import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import type { FileLayer } from '../../disk/files.ts'
import { writing } from '../../disk/problems.ts'
import type { Journal } from '../journal/journal.ts'
import { readLocal, tryKeepLocal } from '../local/local.ts'
import type { Reread, RestoredFrom, Revise } from '../model.ts'
import { brokenRevision, makeRevision, recordHash } from '../revisions.ts'
import { sourceIsKept } from '../sources/sources.ts'
import { recordForm, withoutDetails } from './form.ts'
import { migrateRecord } from './migrate.ts'
import { withReading } from './newReading.ts'
import type { RecordStore, Stored } from './records.ts'
import { recover } from './recovery.ts'

/** Every change of a record: checked, written, and told in the journal. */

type Stamp = { readonly at: string; readonly who: string }

export type RecordWork = {
  readonly files: FileLayer
  readonly folder: string
  readonly records: RecordStore
  readonly journal: Journal
  readonly stamp: () => Stamp
  /** False once nothing may be written any more. */
  readonly mayWrite: () => boolean
}

/** What changes records, each with its journal entry. Calls for one record must not overlap. */
export type RecordWrites = {
  /** A record with its seal. A damaged one is put right first, where that is possible. */
  readonly stored: (id: RecordId) => Promise<Outcome<Stored>>
  readonly repair: (id: RecordId) => Promise<Outcome<Stored>>
  /** `path`: where its file lay; kept beside the record, like the details of its messages. */
  readonly add: (record: ArchiveRecord, state: ImportEnd, path: string | null) => Promise<Outcome<ArchiveRecord>>
  /** A record of another archive, with its revisions. */
  readonly restore: (record: ArchiveRecord, from: RestoredFrom) => Promise<Outcome<ArchiveRecord>>
  readonly revise: (wanted: Revise) => Promise<Outcome<ArchiveRecord>>
  readonly replaceExtraction: (id: RecordId, extraction: Extraction) => Promise<Outcome<Reread>>
}

export function recordWrites({ files, folder, records, journal, stamp, mayWrite }: RecordWork): RecordWrites {
  /** Writes a record and its journal entry: both or neither. */
  async function writeBoth(
    record: ArchiveRecord,
    event: (seal: string) => JournalEvent,
    when: Stamp,
  ): Promise<Outcome<ArchiveRecord>> {
    const both = () =>
      records.write(record, async (place, seal) => {
        await journal.append(event(seal), when, place)
      })
    const written = await writing(folder, both, recordName(record))
    return written.ok ? success(record) : written
  }

  async function repair(id: RecordId): Promise<Outcome<Stored>> {
    const looked = await writing(folder, () => recover(files, folder, journal, id))
    if (!looked.ok) return looked
    const found = looked.value
    if (!found.ok) return found
    const { record, seal, name, day } = found.value
    const both = async () => {
      await records.write(record)
      await journal.append({ kind: 'repair', record: id, name, seal, generation: day }, stamp())
    }
    const written = await writing(folder, both, name)
    if (!written.ok || record.schema === recordForm) return written.ok ? success({ record, seal }) : written
    // It was damaged when all others were brought to this form.
    return await writing(
      folder,
      () => migrateRecord({ record, seal }, { files, folder, records, journal, stamp }),
      name,
    )
  }

  async function stored(id: RecordId): Promise<Outcome<Stored>> {
    const read = await records.read(id)
    if (read.ok) return read.value ? success(read.value) : failure(message('archive.recordUnknown', { id }))
    if (read.problem.code !== 'archive.damagedRecord' || !mayWrite()) return read
    const repaired = await repair(id)
    return repaired.ok ? repaired : read
  }

  async function add(
    record: ArchiveRecord,
    state: ImportEnd,
    restored: Restored | null,
  ): Promise<Outcome<ArchiveRecord>> {
    const name = recordName(record)
    if (!record.source.sha256.startsWith(record.id))
      throw new Error(`record ${record.id} is not named after its source`)
    const present = await records.read(record.id)
    if (!present.ok) return present
    if (present.value) return failure(message('archive.recordPresent', { name: recordName(present.value.record) }))
    const source = await sourceIsKept(files, folder, record.source.sha256, name)
    if (!source.ok) return source
    const event = (seal: string): JournalEvent => ({
      kind: 'ingest',
      record: record.id,
      name,
      fileName: record.provenance.name,
      sha256: record.source.sha256,
      state,
      recordHash: recordHash(record),
      seal,
      ...(restored ? { restored } : {}),
    })
    return await writeBoth(record, event, stamp())
  }

  return {
    stored,
    repair,
    add: async (given, state, path) => {
      const { extraction, details } = withoutDetails(given.extraction)
      const added = await add({ ...given, extraction, revisions: [] }, state, null)
      if (added.ok) await tryKeepLocal(files, folder, given.id, { path, details })
      return added
    },
    restore: async (given, from) => {
      if (brokenRevision(given) !== null) throw new Error(`the revisions of record ${given.id} are no chain`)
      const restored = {
        ...from,
        revisions: given.revisions.length,
        lastHash: given.revisions.at(-1)?.hash ?? null,
      }
      return await add(given, importEnd(given.extraction), restored)
    },
    revise: async wanted => {
      const read = await stored(wanted.id)
      if (!read.ok) return read
      const { record, seal: sealBefore } = read.value
      if (wanted.base !== record.revisions.length)
        return failure(message('archive.recordMovedOn', { name: recordName(record) }))
      const when = stamp()
      const { act, reverses, why, change } = wanted
      const revision = makeRevision(record, { ...when, act, reverses, why, change })
      const next: ArchiveRecord = { ...record, revisions: [...record.revisions, revision] }
      const { report } = currentOf(next)
      const event = (seal: string): JournalEvent => ({
        kind: 'revise',
        record: record.id,
        name: reportName(report, record.provenance.name),
        year: report.year,
        revision: revision.number,
        act,
        change,
        why,
        revisionHash: revision.hash,
        reverses,
        seal,
        sealBefore,
      })
      return await writeBoth(next, event, when)
    },
    replaceExtraction: async (id, given) => {
      const read = await stored(id)
      if (!read.ok) return read
      const { extraction, details } = withoutDetails(given)
      const { record, seal: sealBefore } = read.value
      const reread = withReading(record, extraction)
      const event = (seal: string): JournalEvent => ({
        kind: 'reread',
        record: id,
        name: recordName(reread.record),
        before: record.extraction.reader,
        after: extraction.reader,
        disagreements: reread.disagreements.length,
        recordHash: recordHash(reread.record),
        seal,
        sealBefore,
      })
      const written = await writeBoth(reread.record, event, stamp())
      if (!written.ok) return written
      const path = (await readLocal(files, folder, id))?.path ?? null
      await tryKeepLocal(files, folder, id, { path, details })
      return success(reread)
    },
  }
}
