import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { CopyReport } from '../../../shared/data/longWork.ts'
import type { RecordId } from '../../../shared/data/record.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome } from '../../../shared/outcome.ts'
import { makeFolders, removeQuietly } from '../../disk/durable.ts'
import { errorCode, type FileLayer, ifPresent } from '../../disk/files.ts'
import { detailOf, writeProblem } from '../../disk/problems.ts'
import { inspectionProblem } from '../inspections/inspections.ts'
import { recordOf } from '../journal/entryPlaces.ts'
import { journalName, journalYears } from '../journal/files.ts'
import type { Journal } from '../journal/journal.ts'
import { startJournalCheck } from '../journal/sealsByRecord.ts'
import { headName, inspectionFile, inspectionPath, makeLayout, recordFile, recordPath, sourceFile } from '../layout.ts'
import type { CopyPurpose } from '../model.ts'
import type { RecordStore } from '../records/records.ts'
import { checkSeal } from '../seal.ts'
import { sourceNames } from '../sources/sourceList.ts'
import { examineRecords } from '../verification/examineRecords.ts'
import { holdsWholeCopy, readMark, whyNotInto, writeMark } from './backupMark.ts'
import { incomingFolder, sayReady, takeIncoming } from './incoming.ts'
import { withTargetLocked } from './lockedTarget.ts'
import { type BytesWritten, copyVerified, holdsSame, NotCopied, writeVerified } from './verifiedCopy.ts'

/** Copying a whole archive: of a running one into a backup, and of a backup into a folder. */

export type CopyWork = {
  readonly files: FileLayer
  readonly folder: string
  readonly id: string
  readonly records: RecordStore
  readonly journal: Journal
  /** For an archive that another process may be writing: takes over what it has stored meanwhile. */
  readonly refresh: (() => Promise<unknown>) | null
  readonly purpose: CopyPurpose
  readonly progress: (done: number, of: number) => void
  readonly signal: AbortSignal
}

/** So often a record that another process is writing is looked at again. */
const mostRounds = 20

class Cancelled extends Error {}

type Copier = {
  readonly source: (sha256: string, name: string) => Promise<void>
  /** False: the record is not what the journal told last. */
  readonly record: (id: RecordId, seal: string | null) => Promise<boolean>
  /** The same for a report of 四性检测. */
  readonly inspection: (id: string, seal: string) => Promise<boolean>
  readonly file: (name: string, length?: number) => Promise<void>
  readonly problems: Message[]
  readonly report: () => Pick<CopyReport, 'copied' | 'present' | 'bytes' | 'problems'>
}

/** What is said of a source that was left out. */
const leftOut = {
  missing: 'archive.sourceMissing',
  unreadable: 'archive.sourceUnreadable',
  altered: 'archive.sourceAltered',
} as const

/** `staged`: what replaces something waits in `incoming/` until all has come. */
function makeCopier({ files, folder, records }: CopyWork, to: string, staged: boolean): Copier {
  const problems: Message[] = []
  const sums = { copied: 0, present: 0, bytes: 0 }
  const count = (put: BytesWritten) => {
    if (put === null) sums.present++
    else {
      sums.copied++
      sums.bytes += put
    }
  }
  /** What waits there for a file that needs no replacing (any more) must not take its place later. */
  async function putNamed(
    name: string,
    put: (path: string) => Promise<BytesWritten>,
    same: () => Promise<boolean>,
  ): Promise<void> {
    const waiting = join(incomingFolder(to), name)
    if (!staged) return count(await put(join(to, name)))
    if (!(await same())) return count(await put(waiting))
    await removeQuietly(files, waiting)
    count(null)
  }
  const put = (name: string, content: Buffer) =>
    putNamed(
      name,
      path => writeVerified(files, path, content),
      async () => (await ifPresent(files.readFile(join(to, name))))?.equals(content) ?? false,
    )
  return {
    problems,
    report: () => ({ ...sums, problems }),
    source: async (sha256, name) => {
      try {
        count(await copyVerified(files, sourceFile(folder, sha256), sourceFile(to, sha256), { expected: sha256 }))
      } catch (error) {
        if (!(error instanceof NotCopied)) throw error
        problems.push(message(leftOut[error.why], { name, source: sha256.slice(0, 16) }, null, error.message))
      }
    },
    record: async (id, seal) => {
      const content = await readOr(files, recordFile(folder, id))
      const checked = content instanceof Buffer ? checkSeal(content) : null
      // An archive of the first version bears no seals until it is opened to be written.
      const old = checked?.kind === 'none' && seal === null && (await records.read(id)).ok
      if (!(content instanceof Buffer) || !(old || checked?.kind === 'whole')) return false
      if (checked?.kind === 'whole' && seal !== null && checked.seal !== seal) return false
      await put(recordPath(id), content)
      return true
    },
    inspection: async (id, seal) => {
      const content = await readOr(files, inspectionFile(folder, id))
      if (!(content instanceof Buffer)) return false
      const checked = checkSeal(content)
      if (checked.kind !== 'whole' || checked.seal !== seal) return false
      await put(inspectionPath(id), content)
      return true
    },
    file: (name, length) => {
      const from = join(folder, name)
      return putNamed(
        name,
        path => copyVerified(files, from, path, length === undefined ? {} : { length }),
        () => holdsSame(files, from, join(to, name), length),
      )
    },
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

/** Copies everything of the archive but lock, index and generations; what was copied belongs together. */
async function copyAll(work: CopyWork, copier: Copier): Promise<void> {
  const { files, folder, journal, records, progress, signal } = work
  const journalCheck = startJournalCheck()
  let until = await journal.lines(journalCheck.line)
  const ids = new Set([...(await records.ids()), ...journalCheck.records.keys()])
  const sources = new Map((await sourceNames(files, folder)).map(sha256 => [sha256, sha256.slice(0, 16)]))
  for (const { sha256, name } of journalCheck.records.values()) if (sha256 !== null) sources.set(sha256, name)
  const of = ids.size + sources.size + journalCheck.inspections.size + 1
  let done = 0
  const step = () => {
    if (signal.aborted) throw new Cancelled()
    progress(++done, of)
  }
  for (const [sha256, name] of sources) {
    await copier.source(sha256, name)
    step()
  }
  let unsettled = new Set<RecordId>()
  for (const id of ids) {
    if (!(await copier.record(id, journalCheck.records.get(id)?.seal ?? null))) unsettled.add(id)
    step()
  }
  const reports = new Set<string>()
  const copyReports = async (each: () => void) => {
    for (const [id, seal] of journalCheck.inspections) {
      if (reports.has(id)) continue
      if (await copier.inspection(id, seal)) reports.add(id)
      each()
    }
  }
  await copyReports(step)
  // What changed meanwhile, and then at once what tells of it.
  await journal.still(async () => {
    for (let round = 0; ; round++) {
      await work.refresh?.()
      const changed = new Set(unsettled)
      const before = until
      until = await journal.lines(line => {
        journalCheck.line(line)
        const id = line.entry && recordOf(line.entry)
        if (id) changed.add(id)
      }, until)
      unsettled = new Set()
      for (const id of changed) {
        const told = journalCheck.records.get(id)
        if (told?.sha256 && !sources.has(told.sha256)) await copier.source(told.sha256, told.name)
        if (!(await copier.record(id, told?.seal ?? null))) unsettled.add(id)
      }
      await copyReports(() => undefined)
      const moved = before?.year !== until?.year || before?.length !== until?.length
      // Nobody else writes: what does not fit now never will.
      const settled = unsettled.size === 0 && reports.size === journalCheck.inspections.size
      if (settled || work.refresh === null || round >= (moved ? 20 : 1) * mostRounds) break
      // The writer is between its journal and the record, or was faster than this look at both.
      if (!moved) await wait(20)
    }
    copier.problems.push(...journalCheck.problems, ...(await examineRecords(unsettled, records, journal)))
    for (const [id, seal] of journalCheck.inspections) {
      const problem = reports.has(id) ? null : await inspectionProblem(files, folder, id, seal)
      if (problem) copier.problems.push(problem)
    }
    for (const year of await journalYears(files, folder))
      if (until && year <= until.year)
        await copier.file(journalName(year), year === until.year ? until.length : undefined)
    const head = await files.readFile(join(folder, headName))
    if (checkSeal(head).kind === 'broken') copier.problems.push(message('archive.headAltered', { folder }))
    else await copier.file(headName)
  })
  progress(of, of)
}

/**
 * Copies an archive into a folder. What is there already with the same bytes is not written again; what is written is read back and
 * compared; a run that was cut off goes on. Until a run is finished, what an earlier one had finished stays as it was.
 */
export async function copyArchive(work: CopyWork, target: string): Promise<Outcome<CopyReport>> {
  const { files, id, purpose } = work
  const to = resolve(target)
  try {
    const refused = await whyNotInto(files, work, to, purpose)
    if (refused) return failure(refused)
    await makeFolders(files, to)
    return await withTargetLocked(files, to, async () => {
      if ((await readMark(files, to)) === null) await writeMark(files, to, { archive: id, finishedAt: null })
      await makeLayout(files, to)
      const staged = await holdsWholeCopy(files, to)
      const copier = makeCopier(work, to, staged)
      await copyAll(work, copier)
      if (staged) {
        await sayReady(files, to)
        await takeIncoming(files, to)
      }
      const finishedAt = new Date().toISOString()
      await writeMark(files, to, { archive: id, finishedAt })
      return { folder: to, finishedAt, ...copier.report() }
    })
  } catch (error) {
    if (error instanceof Cancelled)
      return failure(message(purpose === 'backup' ? 'archive.backupCancelled' : 'archive.restoreCancelled'))
    return failure(writeProblem(error, to))
  }
}
