import type { Inspection, Look } from '../../shared/data/inspection.ts'
import type { ArchiveRecord, RecordId } from '../../shared/data/record.ts'
import { inspect } from '../../shared/inspecting/inspect.ts'
import { type Outcome, success } from '../../shared/outcome.ts'
import { brokenRevision, hashFile } from '../archive/index.ts'
import type { Archive } from '../archive/model.ts'
import { errorCode, type FileLayer, realFiles } from '../disk/files.ts'
import { recordWithJournal } from './recordWithJournal.ts'

/** 四性检测 of one record: gathers what is to be judged. */

export type Inspecting = {
  readonly archive: Archive
  /** Opens the source now, in a worker; null when that failed. */
  readonly look: (record: ArchiveRecord, signal: AbortSignal) => Promise<Look | null>
  readonly files?: FileLayer
  readonly signal: AbortSignal
}

async function sourceFacts(files: FileLayer, path: string, signal: AbortSignal) {
  try {
    const { size, mode } = await files.stat(path)
    const sha256 = await hashFile(files, path, Buffer.alloc(256 * 1024), signal)
    return sha256 === null ? null : { bytes: size, sha256, readOnly: (mode & 0o222) === 0 }
  } catch (error) {
    if (errorCode(error) === null) throw error
    return null
  }
}

/** Gathers all facts about one record from the disk and judges them. Reads only. */
export async function inspectRecord(id: RecordId, by: Inspecting): Promise<Outcome<Inspection>> {
  const { archive, look, files = realFiles, signal } = by
  const read = await recordWithJournal(archive, id)
  if (!read.ok) return read
  const { record, entries, differences } = read.value
  return success(
    inspect({
      record,
      brokenRevision: brokenRevision(record),
      differences: differences.map(problem => problem.code),
      ingested: entries.some(entry => entry.event.kind === 'ingest'),
      source: await sourceFacts(files, archive.sourcePath(record.source.sha256), signal),
      look: await look(record, signal),
      now: new Date(),
    }),
  )
}
