import { canonicalJson } from '../../../shared/canonical.ts'
import type { ArchiveRecord, Extraction } from '../../../shared/data/record.ts'
import { changesAnything, type ReadingChanges, readingChanges } from '../../../shared/data/rereading.ts'
import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { withReading } from '../../archive/index.ts'
import type { Archive } from '../../archive/model.ts'
import type { FileReading, Job } from '../../ingest/job.ts'
import type { Pool } from '../../ingest/pool.ts'

/** Reading a kept source again. */

export type ReadingNeeds = { readonly archive: Archive; readonly pool: Pool; readonly readers: string }

/** Reads a kept source again in a worker, and makes sure that it is the one that was kept. */
export async function readSourceAgain(
  { archive, pool }: Pick<ReadingNeeds, 'archive' | 'pool'>,
  record: ArchiveRecord,
  signal: AbortSignal,
  how: Pick<Job, 'password' | 'trace'> = {},
): Promise<Outcome<FileReading>> {
  const { name } = record.provenance
  const { sha256 } = record.source
  const job = { path: archive.sourcePath(sha256), name, ...how }
  const answer = await pool.read(job, () => undefined, signal)
  switch (answer.kind) {
    case 'failed':
      return failure(answer.problem)
    case 'unopened':
      return failure(message('ingest.damagedCopy', { file: name }, null, answer.code))
    case 'cancelled':
      return failure(message('app.workStopped'))
    case 'done': {
      if (answer.reading.sha256 !== sha256)
        return failure(message('ingest.damagedCopy', { file: name }, null, answer.reading.sha256))
      return success(answer.reading)
    }
  }
}

/** What a kept source says when it is read again. A password goes to the worker and nowhere else. */
export async function readAgain(
  needs: ReadingNeeds,
  record: ArchiveRecord,
  signal: AbortSignal,
  password?: string,
): Promise<Outcome<Extraction>> {
  const read = await readSourceAgain(needs, record, signal, password === undefined ? {} : { password })
  if (!read.ok) return read
  const { document, report, messages } = read.value
  return success({ reader: needs.readers, at: new Date().toISOString(), document, report, messages })
}

/** What taking a new reading would do to a record. */
export type Judged = {
  /** worse: what could be read before cannot be read now; it is never taken. places: the values are the same. */
  readonly kind: 'same' | 'places' | 'changed' | 'worse'
  readonly changes: ReadingChanges
  readonly kept: number
  readonly next: ArchiveRecord
}

/** Compares a record with what it would be with a new reading. */
export function judge(record: ArchiveRecord, extraction: Extraction): Judged {
  const old = record.extraction
  const { record: next, disagreements } = withReading(record, extraction)
  const changes = readingChanges(record, next)
  const before = new Set(record.earlier ? withReading(record, old).disagreements.map(item => canonicalJson(item)) : [])
  const kept = disagreements.filter(item => !before.has(canonicalJson(item))).length
  const worse = (old.report !== null && !extraction.report) || (old.document !== null && !extraction.document)
  const content = ({ document, report, messages }: Extraction) => canonicalJson({ document, report, messages })
  const differs = changesAnything(changes) || kept > 0
  const kind = worse ? 'worse' : differs ? 'changed' : content(old) === content(extraction) ? 'same' : 'places'
  return { kind, changes, kept, next }
}
