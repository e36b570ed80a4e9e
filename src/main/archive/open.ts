import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import { makeFolder } from './durable.ts'
import { errorCode, type FileLayer, ifPresent, listFolder } from './files.ts'
import { archiveSchema, type Head, newHead, readHead, writeHead } from './head.ts'
import type { Holder } from './holder.ts'
import { type LoadedJournal, loadJournal } from './journalFiles.ts'
import { logFolder, makeLayout, recordsFolder, sourcesFolder } from './layout.ts'
import { type Lock, takeLock } from './lock.ts'
import { detailOf, writeProblem } from './problems.ts'
import { openRecords } from './records.ts'
import { sweepTemps } from './sweep.ts'
import { undoUnfinished } from './unfinished.ts'

/** An archive folder made ready: its head and journal read and, where this process may write, repaired after a crash. */
export type Ready = {
  readonly head: Head
  readonly journal: LoadedJournal
  /** Null when only reading is possible, for the reason given. */
  readonly lock: Lock | null
  readonly readOnly: Message | null
}

/** Creates a folder and those above it. Asks first: what `mkdir` says about a folder that is there differs between systems. */
async function makeFolders(files: FileLayer, path: string): Promise<void> {
  if ((await ifPresent(files.stat(path))) !== null) return
  if (dirname(path) !== path) await makeFolders(files, dirname(path))
  await makeFolder(files, path)
}

function localTime(iso: string): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  const two = (value: number) => String(value).padStart(2, '0')
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`
}

function heldMessage(by: Holder): Message {
  const code = by.host === hostname() ? 'archive.heldByOther' : 'archive.heldElsewhere'
  return message(code, { pid: by.pid, host: by.host, since: localTime(by.since) })
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
): Promise<Outcome<Head>> {
  let read = await readHead(files, folder)
  // Another process that holds the lock may be creating the archive this very moment.
  for (let attempt = 0; read.ok && read.value === null && reason !== null && !lock && attempt < 20; attempt++) {
    if (!reason.code.startsWith('archive.held')) break
    await wait(50)
    read = await readHead(files, folder)
  }
  if (!read.ok) return read
  if (read.value) return success(read.value)
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
  if (written.ok) return success(head)
  return failure(message('archive.cannotCreate', { folder }, null, written.problem.detail ?? written.problem.code))
}

/** Puts right what a crash left: unfinished files, a torn journal line, an entry whose record was not put in place. */
async function repair(files: FileLayer, folder: string, lock: Lock): Promise<LoadedJournal> {
  await makeLayout(files, folder)
  await sweepTemps(files, folder)
  const journal = await loadJournal(files, folder, true)
  return lock.afterCrash ? await undoUnfinished(files, folder, journal, openRecords(files, folder)) : journal
}

/** Opens or creates the folder. Nothing is changed unless this process got the lock. */
export async function makeReady(
  files: FileLayer,
  folder: string,
  options: { readonly version: string; readonly readOnly: boolean },
): Promise<Outcome<Ready>> {
  let lock: Lock | null = null
  let reason: Message | null = null
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
    if (look.value && look.value.schema > archiveSchema)
      reason = message('archive.newerVersion', { schema: look.value.schema })
    else ({ lock, reason } = await lockOrReason(files, folder))
  }
  const leave = async <T>(outcome: T): Promise<T> => {
    await lock?.release()
    return outcome
  }
  const head = await headOrNew(files, folder, options.version, lock, reason)
  if (!head.ok) return leave(head)
  if (head.value.schema > archiveSchema) reason = message('archive.newerVersion', { schema: head.value.schema })
  if (lock) {
    try {
      return success({ head: head.value, journal: await repair(files, folder, lock), lock, readOnly: null })
    } catch (error) {
      reason = writeProblem(error, folder)
      // What was not repaired now must be at the next opening.
      if (lock.afterCrash) lock.abandon()
      else await lock.release()
    }
  }
  try {
    const journal = await loadJournal(files, folder, false)
    const readOnly = reason ?? message('archive.openedToRead')
    return success({ head: head.value, journal, lock: null, readOnly })
  } catch (error) {
    if (errorCode(error) === null) throw error
    return failure(message('archive.cannotOpen', { folder }, null, detailOf(error)))
  }
}
