import type { VerifyReport } from '../../../shared/data/journal.ts'
import type { RecordId } from '../../../shared/data/record.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { errorCode, type FileLayer, ifPresent } from '../../disk/files.ts'
import { detailOf } from '../../disk/problems.ts'
import { headProblem } from '../head/head.ts'
import { inspectionIds, inspectionProblem } from '../inspections/inspections.ts'
import type { Journal } from '../journal/journal.ts'
import { startJournalCheck } from '../journal/sealsByRecord.ts'
import { recordFile, sourceFile } from '../layout.ts'
import type { RecordStore } from '../records/records.ts'
import { sourceNames } from '../sources/sourceList.ts'
import { examineRecords } from './examineRecords.ts'
import { foreignFileProblems } from './foreignFiles.ts'
import { sealOf, sourceProblem } from './oneFile.ts'

/** Verification at once: everything in the archive against what the journal sealed. */

export type Verification = {
  readonly files: FileLayer
  readonly folder: string
  readonly records: RecordStore
  readonly journal: Journal
  /** Sources of imports under way: their records are still to come. */
  readonly importing: ReadonlySet<string>
  readonly progress: (done: number, of: number) => void
  readonly signal: AbortSignal
}

/**
 * Reads everything again and says what is not as it was written. Changes nothing. The journal is read first: it tells the seal of
 * every record, so a record is whole when its file's bytes give that seal. Only those that do not are taken apart.
 */
export async function verifyArchive(work: Verification): Promise<Outcome<VerifyReport>> {
  const { files, folder, records, journal, importing, progress, signal } = work
  const at = { files, folder }
  const started = performance.now()
  const startedAt = new Date().toISOString()
  const problems: Message[] = []
  const cancelled = () => failure(message('archive.verifyCancelled'))
  try {
    const journalCheck = startJournalCheck()
    // Work may go on meanwhile: a record read later than this can only know more than these entries tell.
    const until = await journal.still(() => journal.lines(journalCheck.line))
    const ids = await records.ids()
    const names = await sourceNames(files, folder)
    const reports = new Set([...(await inspectionIds(files, folder)), ...journalCheck.inspections.keys()])
    const of = ids.length + names.length + reports.size + 1
    let done = 0
    const suspects = new Set<RecordId>()
    const there = new Set<RecordId>(ids)
    for (const id of ids) {
      if (signal.aborted) return cancelled()
      const told = journalCheck.records.get(id)
      if (!told?.seal || (await sealOf(at, id)) !== told.seal) suspects.add(id)
      progress(++done, of)
    }
    for (const id of journalCheck.records.keys()) if (!there.has(id)) suspects.add(id)
    const present = new Set(names)
    const altered: Message[] = []
    const withoutRecord: string[] = []
    const buffer = Buffer.alloc(1024 * 1024)
    for (const sha256 of names) {
      const problem = await sourceProblem(at, sha256, journalCheck, buffer, signal)
      if (problem === 'cancelled') return cancelled()
      if (problem) altered.push(problem)
      else if (!there.has(sha256.slice(0, 16)) && !importing.has(sha256)) withoutRecord.push(sha256)
      progress(++done, of)
    }
    const doubtful: string[] = []
    for (const id of reports) {
      if (signal.aborted) return cancelled()
      if (await inspectionProblem(files, folder, id, journalCheck.inspections.get(id) ?? null)) doubtful.push(id)
      progress(++done, of)
    }
    const isThere = async (path: string) => (await ifPresent(files.stat(path))) !== null
    await journal.still(async () => {
      await journal.lines(journalCheck.line, until)
      for (const id of suspects) {
        const seal = journalCheck.records.get(id)?.seal
        if (seal && (await sealOf(at, id)) === seal) suspects.delete(id)
      }
      problems.push(...altered)
      for (const sha256 of withoutRecord)
        if (!(await isThere(recordFile(folder, sha256.slice(0, 16)))))
          problems.push(message('archive.sourceWithoutRecord', { source: sha256.slice(0, 16) }))
      for (const [id, { name, sha256 }] of journalCheck.records)
        if (sha256 !== null && !present.has(sha256) && !(await isThere(sourceFile(folder, sha256))))
          problems.push(message('archive.sourceMissing', { name, source: id }))
      for (const id of doubtful) {
        const problem = await inspectionProblem(files, folder, id, journalCheck.inspections.get(id) ?? null)
        if (problem) problems.push(problem)
      }
      problems.push(...journalCheck.problems, ...(await examineRecords(suspects, records, journal)))
    })
    problems.push(...(await headProblem(files, folder)), ...(await foreignFileProblems(files, folder)))
    progress(of, of)
    return success({
      startedAt,
      milliseconds: Math.round(performance.now() - started),
      sources: names.length,
      records: ids.length,
      journalEntries: journalCheck.entries(),
      inspections: reports.size,
      problems,
    })
  } catch (error) {
    if (errorCode(error) === null) throw error
    return failure(message('archive.cannotOpen', { folder }, null, detailOf(error)))
  }
}
