import { createHash } from 'node:crypto'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import type { RecordId } from '../../shared/record.ts'
import { durableWrite, makeFolder, removeQuietly, renameDurably, syncFolder, tempBeside, writeNew } from './durable.ts'
import { errorCode, type FileLayer, ifPresent, listFolder } from './files.ts'
import type { Journal } from './journal.ts'
import { journalName, journalYears } from './journalFiles.ts'
import { recordOf } from './journalPlaces.ts'
import { headName, makeLayout, recordFile, recordPath, sourceFile } from './layout.ts'
import { detailOf, writeProblem } from './problems.ts'
import type { RecordStore } from './records.ts'
import { checkSeal, sealedJson } from './seal.ts'
import { sourceNames } from './sourceList.ts'

/**
 * A backup is an archive folder itself: it can be opened to be read. `backup.json` says whose it is, and lets a later run go on.
 * What is there already with the same bytes is not written again; what is written is read back and compared. Damaged files are
 * never copied, so that a good copy from before stays.
 */
export const markName = 'backup.json'
const markSchema = z.object({ archive: z.string(), finishedAt: z.string().nullable() })

export type BackupReport = {
  readonly copied: number
  /** Objects that were there already. */
  readonly present: number
  readonly bytes: number
  readonly problems: readonly Message[]
}

export type BackupWork = {
  readonly files: FileLayer
  readonly folder: string
  readonly id: string
  readonly records: RecordStore
  readonly journal: Journal
  readonly progress: (done: number, of: number) => void
  readonly signal: AbortSignal
}

async function makeFolders(files: FileLayer, path: string): Promise<void> {
  if ((await ifPresent(files.stat(path))) !== null) return
  if (dirname(path) !== path) await makeFolders(files, dirname(path))
  await makeFolder(files, path)
}

const within = (outer: string, inner: string) => !relative(outer, inner).startsWith('..')

async function prepare(work: BackupWork, to: string): Promise<Message | null> {
  const { files, folder, id } = work
  if (within(folder, to) || within(to, folder)) return message('archive.backupInside', { folder: to })
  await makeFolders(files, to)
  const bytes = await ifPresent(files.readFile(join(to, markName)))
  if (bytes === null && (await listFolder(files, to)).length > 0)
    return message('archive.backupNotEmpty', { folder: to })
  if (bytes !== null) {
    const checked = checkSeal(bytes)
    const mark = checked.kind === 'whole' ? markSchema.safeParse(JSON.parse(checked.text)) : null
    if (!mark?.success || mark.data.archive !== id) return message('archive.backupNotEmpty', { folder: to })
  } else await durableWrite(files, join(to, markName), sealedJson({ archive: id, finishedAt: null }).bytes)
  await makeLayout(files, to)
  return null
}

class NotWritten extends Error {
  readonly code = 'EIO'
}

/** Copies into a backup (or out of one): everything of the archive except lock, index and generations. */
export async function copyArchive(work: BackupWork, target: string): Promise<Outcome<BackupReport>> {
  const { files, folder, journal, records, progress, signal } = work
  const to = resolve(target)
  const problems: Message[] = []
  let copied = 0
  let present = 0
  let bytes = 0

  async function put(path: string, content: Buffer): Promise<void> {
    const there = await ifPresent(files.readFile(path))
    if (there?.equals(content)) {
      present++
      return
    }
    await makeFolder(files, dirname(path))
    const temp = tempBeside(path)
    await writeNew(files, temp, content)
    // Read back before it takes the place of what was there.
    if (!(await files.readFile(temp)).equals(content)) {
      await removeQuietly(files, temp)
      throw new NotWritten(path)
    }
    await renameDurably(files, temp, path)
    await syncFolder(files, dirname(path))
    copied++
    bytes += content.length
  }

  async function putRecord(id: RecordId): Promise<void> {
    const content = await readOr(files, recordFile(folder, id))
    if (content instanceof Buffer && checkSeal(content).kind === 'whole') await put(recordFile(to, id), content)
    else
      problems.push(
        message(
          'archive.damagedRecord',
          { file: recordPath(id) },
          null,
          String(content instanceof Buffer ? '' : content),
        ),
      )
  }

  async function putSource(sha256: string): Promise<void> {
    const path = sourceFile(to, sha256)
    const source = sha256.slice(0, 16)
    const content = await readOr(files, sourceFile(folder, sha256))
    if (content instanceof Buffer && createHash('sha256').update(content).digest('hex') === sha256)
      await put(path, content)
    else problems.push(message('archive.sourceAltered', { name: source, source }))
  }

  try {
    const refused = await prepare(work, to)
    if (refused) return failure(refused)
    const since = journal.last()
    const ids = await records.ids()
    const names = await sourceNames(files, folder)
    const of = ids.length + names.length + 1
    let done = 0
    for (const sha256 of names) {
      if (signal.aborted) return failure(message('archive.backupCancelled'))
      await putSource(sha256)
      progress(++done, of)
    }
    for (const id of ids) {
      if (signal.aborted) return failure(message('archive.backupCancelled'))
      await putRecord(id)
      progress(++done, of)
    }
    // What changed meanwhile, and then at once what tells of it.
    await journal.still(async () => {
      for (const entry of await journal.after(since)) {
        const id = recordOf(entry)
        if (id === null) continue
        if (entry.event.kind === 'ingest') await putSource(entry.event.sha256)
        await putRecord(id)
      }
      for (const year of await journalYears(files, folder))
        await put(join(to, journalName(year)), await files.readFile(join(folder, journalName(year))))
      const head = await files.readFile(join(folder, headName))
      if (checkSeal(head).kind === 'whole') await put(join(to, headName), head)
      else problems.push(message('archive.headAltered', { folder }))
    })
    const mark = { archive: work.id, finishedAt: new Date().toISOString() }
    await durableWrite(files, join(to, markName), sealedJson(mark).bytes)
    progress(of, of)
    return success({ copied, present, bytes, problems })
  } catch (error) {
    return failure(writeProblem(error, to))
  }
}

async function readOr(files: FileLayer, path: string): Promise<Buffer | string> {
  try {
    return await files.readFile(path)
  } catch (error) {
    if (errorCode(error) === null) throw error
    return detailOf(error)
  }
}
