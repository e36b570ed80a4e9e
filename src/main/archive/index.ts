import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { currentOf } from '../../shared/current.ts'
import type { JournalEntry, JournalEvent, VerifyReport } from '../../shared/journal.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import type { ArchiveRecord, Extraction, RecordId } from '../../shared/record.ts'
import { type BackupReport, copyArchive, markName } from './backup.ts'
import { removeLeftLying, removeQuietly } from './durable.ts'
import { type FileLayer, realFiles } from './files.ts'
import { keepGeneration } from './generations.ts'
import { openHead, sealRule } from './head.ts'
import { openJournal } from './journal.ts'
import { loadJournal } from './journalLoading.ts'
import { sourceFile } from './layout.ts'
import type { Archive, Revise } from './model.ts'
import { makeReady } from './open.ts'
import { writing } from './problems.ts'
import { queryJournal } from './query.ts'
import { makeQueue, makeQueues } from './queue.ts'
import { openRecords, recordName, type Stored } from './records.ts'
import { recover } from './recovery.ts'
import { type Reread, withReading } from './reread.ts'
import { makeRevision, recordHash } from './revisions.ts'
import { copyIntoSources, readSourceFile, sourceIsKept } from './sources.ts'
import { verifyArchive } from './verify.ts'
import { verifySome } from './verifySome.ts'

export type { FileLayer } from './files.ts'
export { realFiles } from './files.ts'

function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    // A user without an entry in the system's list (containers).
    return process.env.USER ?? process.env.USERNAME ?? 'unknown'
  }
}

/**
 * Opens the archive in a folder, or creates one in an empty or new folder. If another process holds it, the folder cannot be
 * written or a newer version wrote it, it opens for reading only and `readOnly` says why. A folder that holds a damaged archive is
 * a problem; nothing in it is changed.
 */
export async function openArchive(
  folderGiven: string,
  options: { readonly version: string; readonly readOnly?: boolean; readonly files?: FileLayer },
): Promise<Outcome<Archive>> {
  const files = options.files ?? realFiles
  const folder = resolve(folderGiven)
  const ready = await makeReady(files, folder, { version: options.version, readOnly: options.readOnly ?? false })
  if (!ready.ok) return ready

  const { lock, readOnly } = ready.value
  const head = openHead(files, folder, ready.value.head)
  const journal = openJournal(files, folder, ready.value.journal)
  const records = openRecords(files, folder, sealRule(head.head()))
  const headQueue = makeQueue()
  const careQueue = makeQueue()
  const recordQueues = makeQueues()
  const importing = new Set<string>()
  const underWay = new Set<Promise<unknown>>()
  let closed: Message | null = null
  // What may take minutes is not waited for at closing; it goes on the next time.
  const closing = new AbortController()
  const untilClosed = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal])

  const who = () => head.head().settings.who || systemUser()
  const stamp = () => ({ at: new Date().toISOString(), who: who() })

  /** Runs what changes the archive, unless that is not allowed; `close` waits for it. */
  async function changing<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const barred = closed ?? readOnly
    if (barred) return failure(barred)
    const mine = work()
    underWay.add(mine)
    try {
      return await mine
    } finally {
      underWay.delete(mine)
    }
  }

  /** A record with its seal. A damaged one is put right first, where that is possible. */
  async function stored(id: RecordId): Promise<Outcome<Stored>> {
    const read = await records.read(id)
    if (read.ok) return read.value ? success(read.value) : failure(message('archive.recordUnknown', { id }))
    if (read.problem.code !== 'archive.damagedRecord' || closed || readOnly) return read
    const repaired = await repair(id)
    return repaired.ok ? repaired : read
  }

  async function repair(id: RecordId): Promise<Outcome<Stored>> {
    const found = await recover(files, folder, journal, id)
    if (!found.ok) return found
    const { record, seal, name, day } = found.value
    const written = await writing(folder, async () => {
      await records.write(record)
      await journal.append({ kind: 'repair', record: id, name, seal, generation: day }, stamp())
    })
    return written.ok ? success({ record, seal }) : written
  }

  const recordIn = (read: Outcome<Stored>): Outcome<ArchiveRecord> => (read.ok ? success(read.value.record) : read)

  async function readRecord(id: RecordId): Promise<Outcome<ArchiveRecord>> {
    const read = await records.read(id)
    if (read.ok) return read.value ? success(read.value.record) : failure(message('archive.recordUnknown', { id }))
    // Damaged: nothing may write it meanwhile.
    return recordIn(await recordQueues.run(id, () => stored(id)))
  }

  async function replaceExtraction(id: RecordId, extraction: Extraction): Promise<Outcome<Reread>> {
    const read = await stored(id)
    if (!read.ok) return read
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
    return written.ok ? success(reread) : written
  }

  /** Writes a record and its journal entry: both or neither. */
  async function writeBoth(
    record: ArchiveRecord,
    event: (seal: string) => JournalEvent,
    when: { at: string; who: string },
  ): Promise<Outcome<ArchiveRecord>> {
    const written = await writing(folder, () =>
      records.write(record, async (place, seal) => {
        await journal.append(event(seal), when, place)
      }),
    )
    return written.ok ? success(record) : written
  }

  async function addRecord(
    given: ArchiveRecord,
    state: 'archived' | 'warned' | 'failed',
  ): Promise<Outcome<ArchiveRecord>> {
    if (!given.source.sha256.startsWith(given.id)) throw new Error(`record ${given.id} is not named after its source`)
    const present = await records.read(given.id)
    if (!present.ok) return present
    if (present.value) return failure(message('archive.recordPresent', { name: recordName(present.value.record) }))
    const source = await sourceIsKept(files, folder, given.source.sha256, recordName(given))
    if (!source.ok) return source
    const record: ArchiveRecord = { ...given, revisions: [] }
    const event = (seal: string): JournalEvent => ({
      kind: 'ingest',
      record: record.id,
      name: recordName(record),
      fileName: record.provenance.name,
      sha256: record.source.sha256,
      state,
      recordHash: recordHash(record),
      seal,
    })
    return await writeBoth(record, event, stamp())
  }

  async function revise(wanted: Revise): Promise<Outcome<ArchiveRecord>> {
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
      name: report.organization ?? report.title ?? record.provenance.name,
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
  }

  const append = (event: JournalEvent): Promise<Outcome<JournalEntry>> =>
    writing(folder, () => journal.append(event, stamp()))

  return success({
    id: head.head().id,
    folder,
    readOnly,
    notes: ready.value.journal.notes,
    settings: () => head.head().settings,
    saveSettings: change => changing(() => headQueue.run(() => head.saveSettings(change))),
    who,
    keepSource: (path, signal) =>
      changing(async () => {
        const copy = await copyIntoSources(files, folder, path, signal, sha256 => importing.add(sha256))
        if (!copy.ok) return copy
        const id = copy.value.sha256.slice(0, 16)
        const record = await records.read(id)
        return record.ok ? success({ ...copy.value, id, record: record.value?.record ?? null }) : record
      }),
    sourcePath: sha256 => sourceFile(folder, sha256),
    readSource: sha256 => readSourceFile(files, folder, sha256),
    addRecord: async (record, state) => {
      const added = await changing(() => recordQueues.run(record.id, () => addRecord(record, state)))
      importing.delete(record.source.sha256)
      return added
    },
    record: readRecord,
    recordIds: records.ids,
    revise: wanted => changing(() => recordQueues.run(wanted.id, () => revise(wanted))),
    addJournal: event => changing(() => append(event)),
    journal: query => queryJournal(files, folder, journal, query),
    lastEntry: journal.last,
    entriesAfter: journal.after,
    verify: async (progress, signal) => {
      const seen = await verifyArchive({ files, folder, records, journal, importing, progress, signal })
      if (!seen.ok) return seen
      // What an opening to read found at the end of the journal stays outside what is read of it.
      const unread = readOnly ? ready.value.journal.notes.filter(note => note.code === 'archive.journalEndDamaged') : []
      const verified = success<VerifyReport>({ ...seen.value, problems: [...seen.value.problems, ...unread] })
      if (closed || readOnly || !verified.ok) return verified
      const { sources, records: count, milliseconds, problems } = verified.value
      const damaged = problems.filter(problem => problem.severity === 'error').length
      const entry = await changing(() => append({ kind: 'verify', sources, records: count, damaged, milliseconds }))
      return entry.ok ? verified : entry
    },
    lastVerified: journal.verified,
    verifySome: (milliseconds, signal) =>
      writing(folder, () =>
        verifySome({ files, folder, records, now: new Date(), keep: !readOnly && !closed, signal }, milliseconds),
      ),
    keepGeneration: signal =>
      changing(() =>
        careQueue.run(() =>
          keepGeneration(
            { files, folder, records, journal },
            new Date().toISOString().slice(0, 10),
            untilClosed(signal),
          ),
        ),
      ),
    repairRecord: id => changing(async () => recordIn(await recordQueues.run(id, () => repair(id)))),
    backup: (to, progress, signal) =>
      careQueue.run(() => copyArchive({ files, folder, id: head.head().id, records, journal, progress, signal }, to)),
    refresh: async () => {
      if (!readOnly) return success(false)
      const before = journal.last()
      const loaded = await writing(folder, () => loadJournal(files, folder, { repair: false, afterCrash: false }))
      if (!loaded.ok) return loaded
      journal.reload(loaded.value)
      return success(journal.last() !== before)
    },
    replaceExtraction: (id, extraction) =>
      changing(() => recordQueues.run(id, () => replaceExtraction(id, extraction))),
    close: async () => {
      if (closed) return
      closed = message('archive.closed')
      closing.abort()
      await Promise.allSettled(underWay)
      if (!readOnly) await journal.close()
      // A lock left behind makes the next opening look for what could not be cleaned up.
      const gone = await removeLeftLying(files, folder)
      if (journal.clean() && gone) await lock?.release()
      else lock?.abandon()
    },
  })
}

/**
 * Brings an archive back from a backup into a new or empty folder; a cut-off one goes on. What is damaged in the backup is left out
 * and named.
 */
export async function restoreBackup(
  from: string,
  folder: string,
  options: {
    readonly version: string
    readonly files?: FileLayer
    readonly progress: (done: number, of: number) => void
    readonly signal: AbortSignal
  },
): Promise<Outcome<BackupReport>> {
  const { version, files = realFiles, progress, signal } = options
  const opened = await openArchive(from, { version, readOnly: true, files })
  if (!opened.ok) return opened
  const backup = opened.value
  const copied = await backup.backup(folder, progress, signal)
  await backup.close()
  if (copied.ok) await removeQuietly(files, join(resolve(folder), markName))
  return copied
}
