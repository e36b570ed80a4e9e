import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { makeFolders } from '../../disk/durable.ts'
import { errorCode, type FileLayer, listFolder } from '../../disk/files.ts'
import type { Holder } from '../../disk/holder.ts'
import { detailOf, writeProblem } from '../../disk/problems.ts'
import { holdsWholeCopy, readMark } from '../backup/backupMark.ts'
import { isReady } from '../backup/incoming.ts'
import { archiveSchema, type Head, newHead, readHead, restoreHead, sealRule, writeHead } from '../head/head.ts'
import { openJournal } from '../journal/journal.ts'
import { type LoadedJournal, loadJournal } from '../journal/loading.ts'
import { logFolder, makeLayout, recordsFolder, sourcesFolder } from '../layout.ts'
import { removeTemps } from '../lock/leftovers.ts'
import { type Lock, takeLock } from '../lock/lock.ts'
import { migrate } from '../migrations/index.ts'
import { openRecords } from '../records/records.ts'
import { systemUser } from '../systemUser.ts'
import { foreignFileProblems } from '../verification/foreignFiles.ts'
import { undoUnfinished } from './unfinished.ts'

/** An archive folder made ready: its head and journal read and, where this process may write, repaired after a crash. */
export type ReadyArchive = {
  readonly head: Head
  readonly journal: LoadedJournal
  /** Null when only reading is possible, for the reason given. */
  readonly lock: Lock | null
  readonly readOnly: Message | null
}

function localTime(iso: string): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  const two = (value: number) => String(value).padStart(2, '0')
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`
}

function heldMessage(by: Holder): Message {
  const [pid, since] = [by.pid, localTime(by.since)]
  if (by.host === hostname()) return message('archive.heldByOther', { pid, since })
  return message('archive.heldElsewhere', { pid, host: by.host, since })
}

/** Tries to become the writer. Whatever stands in the way is a reason to open for reading only. */
async function lockOrReason(files: FileLayer, folder: string): Promise<{ lock: Lock | null; reason: Message | null }> {
  try {
    const result = await takeLock(files, folder)
    return result.kind === 'mine' ? { lock: result, reason: null } : { lock: null, reason: heldMessage(result.by) }
  } catch (error) {
    return { lock: null, reason: writeProblem(error, folder) }
  }
}

async function hasContent(files: FileLayer, folder: string): Promise<boolean> {
  for (const path of [recordsFolder(folder), sourcesFolder(folder), logFolder(folder)])
    if ((await listFolder(files, path)).length > 0) return true
  return false
}

async function headOrNew(
  files: FileLayer,
  folder: string,
  version: string,
  lock: Lock | null,
  reason: Message | null,
): Promise<Outcome<{ readonly head: Head; readonly damage: Message | null }>> {
  let read = await readHead(files, folder)
  // Another process that holds the lock may be creating the archive this very moment.
  for (let attempt = 0; read.ok && read.value.head === null && reason !== null && !lock && attempt < 20; attempt++) {
    if (!reason.code.startsWith('archive.held')) break
    await wait(50)
    read = await readHead(files, folder)
  }
  if (!read.ok) return read
  const { head: found, damage } = read.value
  if (found) {
    const restored = damage && lock ? await restoreHead(files, folder, found) : success(undefined)
    return restored.ok ? success({ head: found, damage }) : restored
  }
  try {
    if (await hasContent(files, folder)) return failure(message('archive.headMissing', { folder }))
  } catch (error) {
    if (errorCode(error) === null) throw error
    return failure(message('archive.cannotOpen', { folder }, null, detailOf(error)))
  }
  if (!lock)
    return failure(
      reason
        ? message('archive.cannotCreate', { folder }, null, reason.detail ?? reason.code)
        : message('archive.noArchive', { folder }),
    )
  const head = newHead(version)
  const written = await writeHead(files, folder, head)
  if (written.ok) return success({ head, damage: null })
  return failure(message('archive.cannotCreate', { folder }, null, written.problem.detail ?? written.problem.code))
}

/** Puts right what a crash left: unfinished files, a torn journal line, an entry whose record was not put in place. */
async function repair(files: FileLayer, folder: string, lock: Lock, head: Head): Promise<LoadedJournal> {
  const { afterCrash } = lock
  await makeLayout(files, folder)
  await removeTemps(files, folder, afterCrash)
  const journal = await loadJournal(files, folder, { repair: true, afterCrash })
  if (!afterCrash) return journal
  return await undoUnfinished(files, folder, journal, openRecords(files, folder, sealRule(head)))
}

/** What there is to say at opening. A proof of damage is named at every opening, by the one that put it aside only once. */
async function allNotes(
  files: FileLayer,
  folder: string,
  damage: Message | null,
  notes: readonly Message[],
): Promise<readonly Message[]> {
  const strays = await foreignFileProblems(files, folder, 'atOpening')
  const named = new Set(strays.map(item => item.params.torn))
  return [
    ...(damage ? [damage] : []),
    ...notes.filter(note => note.params.torn === undefined || !named.has(note.params.torn)),
    ...strays,
  ]
}

/** Thrown out of a migration that could not be finished, with what to say. */
class Unfinished extends Error {
  readonly problem: Message
  /** Nothing of it is left in the journal that the next opening must take out. */
  readonly clean: boolean
  constructor(problem: Message, clean: boolean) {
    super(problem.code)
    this.problem = problem
    this.clean = clean
  }
}

/** Brings an archive of an older version up; the journal as it stands then. */
async function broughtUp(files: FileLayer, folder: string, found: Head, loaded: LoadedJournal) {
  if (found.schema === archiveSchema) return { head: found, journal: loaded }
  const journal = openJournal(files, folder, loaded)
  const who = found.settings.who || systemUser()
  const stamp = () => ({ at: new Date().toISOString(), who })
  const head = await migrate(files, folder, found, archiveSchema, { journal, stamp })
  if (!head.ok) throw new Unfinished(head.problem, journal.clean())
  await journal.close()
  const again = await loadJournal(files, folder, { repair: true, afterCrash: false })
  return { head: head.value, journal: { ...again, notes: [...loaded.notes, ...again.notes] } }
}

/** Makes an archive that this process may write ready for it. */
async function readyToWrite(
  files: FileLayer,
  folder: string,
  found: { readonly head: Head; readonly damage: Message | null },
  lock: Lock,
): Promise<ReadyArchive> {
  const loaded = await repair(files, folder, lock, found.head)
  const { head, journal } = await broughtUp(files, folder, found.head, loaded)
  const notes = await allNotes(files, folder, found.damage, journal.notes)
  return { head, journal: { ...journal, notes }, lock, readOnly: null }
}

/** Whether the folder is a backup, which is never written to except by the next backup. */
async function markIn(files: FileLayer, folder: string): Promise<Outcome<boolean>> {
  try {
    if ((await readMark(files, folder)) === null) return success(false)
    const whole = (await holdsWholeCopy(files, folder)) && !(await isReady(files, folder))
    return whole ? success(true) : failure(message('archive.backupUnfinished', { folder }))
  } catch (error) {
    if (errorCode(error) === null) throw error
    return failure(message('archive.cannotOpen', { folder }, null, detailOf(error)))
  }
}

/** For an opening that came to nothing: what a crash left and was not put right now must be at the next one. */
async function giveBack(lock: Lock): Promise<void> {
  if (lock.afterCrash) lock.abandon()
  else await lock.release()
}

/** Opens or creates the folder. Nothing is changed unless this process got the lock. */
export async function makeReady(
  files: FileLayer,
  folder: string,
  options: { readonly version: string; readonly readOnly: boolean },
): Promise<Outcome<ReadyArchive>> {
  let lock: Lock | null = null
  let reason: Message | null = null
  const mark = await markIn(files, folder)
  if (!mark.ok) return mark
  if (!options.readOnly) {
    try {
      await makeFolders(files, folder)
    } catch (error) {
      if (errorCode(error) === null) throw error
      return failure(message('archive.cannotCreate', { folder }, null, detailOf(error)))
    }
    // A damaged head bars the way before anything is touched.
    const look = await readHead(files, folder)
    if (!look.ok) return look
    const schema = look.value.head?.schema ?? archiveSchema
    if (mark.value) reason = message('archive.isBackup')
    else if (schema > archiveSchema) reason = message('archive.newerVersion', { schema })
    else ({ lock, reason } = await lockOrReason(files, folder))
  }
  const found = await headOrNew(files, folder, options.version, lock, reason)
  if (!found.ok) {
    if (lock) await giveBack(lock)
    return found
  }
  const { head, damage } = found.value
  if (head.schema > archiveSchema) reason = message('archive.newerVersion', { schema: head.schema })
  if (lock) {
    try {
      return success(await readyToWrite(files, folder, found.value, lock))
    } catch (error) {
      reason = error instanceof Unfinished ? error.problem : writeProblem(error, folder)
      if (error instanceof Unfinished && !error.clean) lock.abandon()
      else await giveBack(lock)
    }
  }
  try {
    const journal = await loadJournal(files, folder, { repair: false, afterCrash: false })
    const readOnly = reason ?? message('archive.openedToRead')
    const notes = await allNotes(files, folder, damage, journal.notes)
    return success({ head, journal: { ...journal, notes }, lock: null, readOnly })
  } catch (error) {
    if (errorCode(error) === null) throw error
    return failure(message('archive.cannotOpen', { folder }, null, detailOf(error)))
  }
}
