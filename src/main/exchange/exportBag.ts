import type { RecordId } from '../../shared/data/record.ts'
import { recordName } from '../../shared/facts/recordName.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import type { Archive } from '../archive/model.ts'
import { errorCode, type FileLayer, realFiles } from '../disk/files.ts'
import { type BagWriting, type Written, writeBag } from './bag/write.ts'
import { bagInfo, described } from './bagInfo.ts'
import { premisDocument, premisEvents } from './record/events.ts'
import { recordLayout } from './record/layout.ts'
import { recordMetadata } from './record/metadata.ts'
import { recordWithJournal } from './recordWithJournal.ts'

/** Exporting records as a bag (BagIt) for other archives. */

export type BagProgress = (step: 'write' | 'check', done: number, of: number) => void

export type Exporting = {
  readonly archive: Archive
  readonly version: string
  readonly files?: FileLayer
  readonly progress?: BagProgress
  readonly signal: AbortSignal
}

export type ExportedBag = Written & {
  readonly records: number
  /** Reports that were left out because they are damaged, each with its reason. */
  readonly problems: readonly Message[]
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

/**
 * Writes records with their sources, metadata and history as a bag. A record or source that is damaged is left out and named; when
 * none is left, no bag is made.
 */
export async function exportBag(
  ids: readonly RecordId[],
  target: string,
  by: Exporting,
): Promise<Outcome<ExportedBag>> {
  const { archive, signal, files = realFiles, progress } = by
  const software = `Kaijuan ${by.version}`
  const problems: Message[] = []
  const reports: ReturnType<typeof described>[] = []

  async function putRecord(id: RecordId, writing: BagWriting): Promise<void> {
    const read = await recordWithJournal(archive, id)
    if (!read.ok) {
      problems.push(read.problem)
      return
    }
    const { record, entries, sealed } = read.value
    // What could not be proved here could not be restored anywhere.
    const [difference] = read.value.differences
    if (difference) {
      problems.push(difference)
      return
    }
    const layout = recordLayout(record)
    const left = () => problems.push(message('export.sourceLeftOut', { name: recordName(record) }))
    try {
      const { sha256 } = record.source
      if (!(await writing.put({ path: layout.source, copyOf: archive.sourcePath(sha256), sha256 }))) return void left()
    } catch (error) {
      // The source cannot be opened or read; a target that cannot be written fails again at once below.
      if (errorCode(error) === null || !(await unreadable(archive, record.source.sha256))) throw error
      return void left()
    }
    const context = { record, entries, software, checkedAt: new Date().toISOString(), checkedBy: archive.who() }
    const events = premisEvents(context)
    await writing.put({ path: layout.record, bytes: sealed.bytes })
    await writing.put({ path: layout.metadata, bytes: json(recordMetadata(record, layout.source, events, software)) })
    await writing.put({ path: layout.events, bytes: json(premisDocument(context)) })
    const lines = entries.map(entry => `${JSON.stringify(entry)}\n`).join('')
    await writing.put({ path: layout.journal, bytes: Buffer.from(lines) })
    reports.push(described(record))
  }

  if (ids.length === 0) return failure(message('export.nothing'))
  const written = await writeBag(
    target,
    async writing => {
      for (const [index, id] of ids.entries()) {
        if (signal.aborted) return failure(message('export.cancelled', { folder: target }))
        await putRecord(id, writing)
        progress?.('write', index + 1, ids.length)
      }
      const [first] = problems
      if (reports.length === 0) return failure(first ?? message('export.nothing'))
      return success(bagInfo(reports, { archive: archive.id, who: archive.who(), software, now: new Date() }))
    },
    { files, outside: archive.folder, signal, checking: (done, of) => progress?.('check', done, of) },
  )
  return written.ok ? success({ ...written.value, records: reports.length, problems }) : written
}

async function unreadable(archive: Archive, sha256: string): Promise<boolean> {
  return !(await archive.readSource(sha256)).ok
}
