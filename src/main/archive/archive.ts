import { resolve } from 'node:path'
import type { JournalEntry, JournalEvent, VerifyReport } from '../../shared/data/journal.ts'
import type { ArchiveRecord, RecordId } from '../../shared/data/record.ts'
import { recordName } from '../../shared/facts/recordName.ts'
import { message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import { removeLeftLying } from '../disk/durable.ts'
import { type FileLayer, realFiles } from '../disk/files.ts'
import { writing } from '../disk/problems.ts'
import { makeQueue, makeQueues } from '../disk/queue.ts'
import { copyArchive } from './backup/copyArchive.ts'
import { readLastBackup, writeLastBackup } from './backup/lastBackup.ts'
import { restoreBackup as restore } from './backup/restore.ts'
import { openHead, sealRule } from './head/head.ts'
import { keepInspection, readInspection } from './inspections/inspections.ts'
import { openJournal } from './journal/journal.ts'
import { loadJournal } from './journal/loading.ts'
import { queryJournal } from './journal/query.ts'
import { sourceFile } from './layout.ts'
import { readLocal } from './local/local.ts'
import { isHeld } from './lock/lock.ts'
import type { Archive, Progress } from './model.ts'
import { createGate } from './opening/gate.ts'
import { makeReady } from './opening/open.ts'
import { keepGeneration } from './records/generations.ts'
import { openRecords, type Stored } from './records/records.ts'
import { recordWrites } from './records/writes.ts'
import { copyIntoSources, readSourceFile } from './sources/sources.ts'
import { systemUser } from './systemUser.ts'
import { openRounds } from './verification/round.ts'
import { verifyArchive } from './verification/verify.ts'

/** The archive as the rest of the application sees it: opening puts its parts together, and every change goes through here. */

/**
 * Opens the archive in a folder, or creates one in an empty or new folder. If another process holds it, the folder cannot be
 * written or a newer version wrote it, it opens for reading only and `readOnly` says why. A folder that holds a damaged archive is
 * a problem; nothing in it is changed.
 */
export async function openArchive(
  folderGiven: string,
  options: {
    readonly version: string
    readonly readOnly?: boolean
    readonly files?: FileLayer
    /** The time, for tests that let months pass. */
    readonly now?: () => Date
  },
): Promise<Outcome<Archive>> {
  const files = options.files ?? realFiles
  const now = options.now ?? (() => new Date())
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
  const { mayWrite, changing, untilClosed, close } = createGate(readOnly)
  let lastBackup = await readLastBackup(files, folder)

  const who = () => head.head().settings.who || systemUser()
  const stamp = () => ({ at: now().toISOString(), who: who() })
  const writes = recordWrites({ files, folder, records, journal, stamp, mayWrite })

  const recordIn = (read: Outcome<Stored>): Outcome<ArchiveRecord> => (read.ok ? success(read.value.record) : read)

  async function readRecord(id: RecordId): Promise<Outcome<ArchiveRecord>> {
    const read = await records.read(id)
    if (read.ok) return read.value ? success(read.value.record) : failure(message('archive.recordUnknown', { id }))
    // Damaged: nothing may write it meanwhile.
    return recordIn(await recordQueues.run(id, () => writes.stored(id)))
  }

  const append = (event: JournalEvent): Promise<Outcome<JournalEntry>> =>
    writing(folder, () => journal.append(event, stamp()))

  const noteRound = async (event: JournalEvent): Promise<void> => {
    await journal.append(event, stamp())
  }
  const rounds = await openRounds({ files, folder, records, journal, now, note: readOnly ? null : noteRound })

  async function refresh(): Promise<boolean> {
    if (!readOnly) return false
    const before = journal.last()
    journal.reload(await loadJournal(files, folder, { repair: false, afterCrash: false }))
    return journal.last() !== before
  }

  const copyTo: Archive['copyTo'] = (to, purpose, progress, signal) =>
    careQueue.run(() => {
      const work = {
        files,
        folder,
        id: head.head().id,
        records,
        journal,
        purpose,
        progress,
        signal: untilClosed(signal),
      }
      return copyArchive({ ...work, refresh: readOnly ? refresh : null }, to)
    })

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
        const { found, ...kept } = copy.value
        const { sha256 } = kept
        const id = sha256.slice(0, 16)
        const read = await records.read(id)
        if (!read.ok) return read
        const record = read.value?.record ?? null
        const mended = record && found !== 'whole' ? found : null
        if (record && mended) {
          const event = { kind: 'repair', record: id, name: recordName(record), sha256, was: mended } as const
          const noted = await append(event)
          if (!noted.ok) return noted
        }
        return success({ ...kept, id, record, mended })
      }),
    sourcePath: sha256 => sourceFile(folder, sha256),
    readSource: sha256 => readSourceFile(files, folder, sha256),
    addRecord: async (record, state, path = null) => {
      const added = await changing(() => recordQueues.run(record.id, () => writes.add(record, state, path)))
      importing.delete(record.source.sha256)
      return added
    },
    restore: async (record, from) => {
      const added = await changing(() => recordQueues.run(record.id, () => writes.restore(record, from)))
      importing.delete(record.source.sha256)
      return added
    },
    record: readRecord,
    recordIds: records.ids,
    local: id => readLocal(files, folder, id),
    revise: wanted => changing(() => recordQueues.run(wanted.id, () => writes.revise(wanted))),
    addJournal: event => changing(() => append(event)),
    journal: query => queryJournal(files, folder, journal, query),
    lastEntry: journal.last,
    entriesAfter: journal.after,
    settled: () => journal.still(async () => undefined),
    verify: async (progress, signal) => {
      const seen = await verifyArchive({ files, folder, records, journal, importing, progress, signal })
      if (!seen.ok) return seen
      // What an opening to read found at the end of the journal stays outside what is read of it.
      const unread = readOnly ? ready.value.journal.notes.filter(note => note.code === 'archive.journalEndDamaged') : []
      const verified = success<VerifyReport>({ ...seen.value, problems: [...seen.value.problems, ...unread] })
      if (!mayWrite() || !verified.ok) return verified
      const { sources, records: count, milliseconds, problems } = verified.value
      const damaged = problems.filter(problem => problem.severity === 'error').length
      const entry = await changing(() => append({ kind: 'verify', sources, records: count, damaged, milliseconds }))
      const restarted = entry.ok
        ? await careQueue.run(() => writing(folder, () => rounds.restart(verified.value.startedAt)))
        : entry
      return restarted.ok ? verified : restarted
    },
    lastVerified: journal.verified,
    verifySome: (milliseconds, signal) =>
      careQueue.run(() => writing(folder, () => rounds.some(milliseconds, untilClosed(signal)))),
    quietRound: rounds.under,
    keepInspection: (report, counted) =>
      changing(() => keepInspection({ files, folder, journal }, report, counted, stamp())),
    inspection: id => readInspection(files, folder, id),
    keepGeneration: signal =>
      changing(() =>
        careQueue.run(() =>
          keepGeneration({ files, folder, records, journal }, now().toISOString().slice(0, 10), untilClosed(signal)),
        ),
      ),
    repairRecord: id => changing(async () => recordIn(await recordQueues.run(id, () => writes.repair(id)))),
    copyTo,
    backup: async (to, progress, signal) => {
      const copied = await copyTo(to, 'backup', progress, signal)
      if (!copied.ok || !mayWrite()) return copied
      const { finishedAt: at, folder: where, problems } = copied.value
      const last = { at, folder: where, whole: problems.every(problem => problem.severity !== 'error') }
      const noted = await changing(() =>
        careQueue.run(() => writing(folder, () => writeLastBackup(files, folder, last))),
      )
      if (noted.ok) lastBackup = last
      return noted.ok ? copied : noted
    },
    lastBackup: () => lastBackup,
    refresh: () => writing(folder, refresh),
    replaceExtraction: (id, extraction) =>
      changing(() => recordQueues.run(id, () => writes.replaceExtraction(id, extraction))),
    close: async () => {
      if (!(await close())) return
      await careQueue.idle()
      if (!readOnly) await journal.close()
      // A lock left behind makes the next opening look for what could not be cleaned up.
      const gone = await removeLeftLying(files, folder)
      if (journal.clean() && gone) await lock?.release()
      else lock?.abandon()
    },
  })
}

/**
 * Brings an archive back from a backup into a new or empty folder and verifies it. What is damaged in the backup is left out and
 * named.
 */
export function restoreBackup(
  from: string,
  folder: string,
  options: {
    readonly version: string
    readonly files?: FileLayer
    readonly progress: Progress
    readonly signal: AbortSignal
  },
) {
  const { version, files = realFiles, progress, signal } = options
  const open = (path: string) => openArchive(path, { version, readOnly: true, files })
  return restore(from, folder, { files, open, progress, signal })
}

/** Whether a process holds the archive in a folder at this moment. */
export const archiveIsHeld = (folder: string): Promise<boolean> => isHeld(realFiles, resolve(folder))
