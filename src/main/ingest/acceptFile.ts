import { stat } from 'node:fs/promises'
import { currentOf } from '../../shared/current/current.ts'
import type { ImportItem } from '../../shared/data/importing.ts'
import type { ArchiveRecord } from '../../shared/data/record.ts'
import { type ImportEnd, importEnd } from '../../shared/facts/importEnd.ts'
import { recordName } from '../../shared/facts/recordName.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { recordForm } from '../archive/index.ts'
import type { Archive, KeptSource } from '../archive/model.ts'
import type { FileReading, Prepared, SourceOpened } from './job.ts'
import type { Pool } from './pool.ts'
import { openProblem, unreadFile } from './problems.ts'

/** The way of one file into the archive. */

export type Accepting = {
  readonly archive: Archive
  readonly pool: Pool
  /** Version of readers and recognition, written into the extraction. */
  readonly version: string
  /** Adds the record of a file that was read. */
  readonly add: (
    record: ArchiveRecord,
    state: ImportEnd,
    path: string,
    prepared: Prepared | undefined,
  ) => Promise<Outcome<ArchiveRecord>>
  /** A source was kept, opened and recorded, each at its time. */
  readonly proved?: (
    record: ArchiveRecord,
    kept: KeptSource,
    at: ProvedAt,
    opened: SourceOpened,
    missing: number,
  ) => void
  /** Hears how a file ended and how long it took, in milliseconds. */
  readonly ended?: (item: ImportItem, ms: number) => void
}

export type ProvedAt = { readonly source: string; readonly record: string }

type Progress = (change: Partial<ImportItem>) => void

function newRecord(kept: KeptSource, item: ImportItem, modifiedAt: string | null, reading: FileReading, by: Accepting) {
  const at = new Date().toISOString()
  const { format, document, report, messages } = reading
  const record: ArchiveRecord = {
    schema: recordForm,
    id: kept.id,
    source: { sha256: kept.sha256, bytes: kept.bytes, format },
    provenance: { name: item.name, modifiedAt, importedAt: at, importedBy: by.archive.who() },
    extraction: { reader: by.version, at, document, report, messages },
    revisions: [],
  }
  return record
}

function outcomeOf(reading: FileReading): { readonly state: ImportEnd; readonly errors: number } {
  return { state: importEnd(reading), errors: reading.report ? (reading.prepared?.open.errors ?? 0) : 0 }
}

type KeptReading =
  | { readonly kind: 'read'; readonly reading: FileReading }
  /** The copy in the archive is not what was copied: recording that as the report's reading would be false for ever. */
  | { readonly kind: 'damaged'; readonly problem: Message }
  | { readonly kind: 'cancelled' }

async function readKept(
  kept: KeptSource,
  item: ImportItem,
  by: Accepting,
  progress: Progress,
  signal: AbortSignal,
): Promise<KeptReading> {
  const job = { path: kept.path, name: item.name, purpose: 'archive' } as const
  const answer = await by.pool.read(job, step => progress({ step }), signal)
  const damaged = (detail: string): KeptReading => ({
    kind: 'damaged',
    problem: message('ingest.damagedCopy', { file: item.name }, null, detail),
  })
  switch (answer.kind) {
    case 'cancelled':
      return answer
    case 'failed':
      return { kind: 'read', reading: unreadFile(kept, answer.problem) }
    case 'unopened':
      return damaged(answer.code)
    case 'done': {
      const { reading } = answer
      return reading.sha256 === kept.sha256 ? { kind: 'read', reading } : damaged(reading.sha256)
    }
  }
}

/** A file that could not be taken in: no record, but a line in the journal. */
async function refuse(item: ImportItem, problem: Message, by: Accepting): Promise<Partial<ImportItem>> {
  const written = await by.archive.addJournal({ kind: 'refuse', fileName: item.name, problem })
  return { state: 'failed', messages: written.ok ? [problem] : [problem, written.problem] }
}

function describe(record: ArchiveRecord): Partial<ImportItem> {
  const { year } = currentOf(record).report
  return { record: record.id, recordName: recordName(record), year, format: record.source.format }
}

/** Same bytes, same record: one file is never read twice at a time, the second waits and is then a duplicate. */
const inHand = new Map<string, Promise<unknown>>()

async function readAndAdd(kept: KeptSource, item: ImportItem, by: Accepting, progress: Progress, signal: AbortSignal) {
  const keptAt = new Date().toISOString()
  const modified = await stat(item.path).then(
    found => found.mtime.toISOString(),
    () => null,
  )
  const read = await readKept(kept, item, by, progress, signal)
  if (read.kind === 'cancelled') return { state: 'cancelled' } as const
  if (read.kind === 'damaged') return refuse(item, read.problem, by)
  const { reading } = read
  progress({ step: 'check', format: reading.format })
  const outcome = outcomeOf(reading)
  const { opened, prepared } = reading
  const added = await by.add(newRecord(kept, item, modified, reading, by), outcome.state, item.path, prepared)
  if (!added.ok) return { state: 'failed', messages: [...reading.messages, added.problem] } as const
  const at = { source: keptAt, record: new Date().toISOString() }
  if (opened) by.proved?.(added.value, kept, at, opened, prepared?.missing ?? 0)
  return { ...describe(added.value), ...outcome, messages: reading.messages }
}

/**
 * Takes in one file: kept first, then read from the kept copy, then recorded. Answers with what its line in the queue becomes.
 * Whatever happens, the original file is untouched.
 */
export async function acceptFile(
  item: ImportItem,
  by: Accepting,
  progress: Progress,
  signal: AbortSignal,
): Promise<Partial<ImportItem>> {
  const entry = await stat(item.path).catch((error: NodeJS.ErrnoException) => error.code ?? String(error))
  if (typeof entry === 'string') return refuse(item, openProblem(entry, item.name), by)
  // A folder is in the queue only when it could not be listed.
  if (entry.isDirectory()) return refuse(item, openProblem('EACCES', item.name), by)
  progress({ bytes: entry.size })
  const keeping = await by.archive.keepSource(item.path, signal)
  if (signal.aborted) return { state: 'cancelled' }
  if (!keeping.ok) return refuse(item, keeping.problem, by)
  const kept = keeping.value
  const key = `${by.archive.folder}/${kept.id}`
  let known = kept.record
  while (inHand.has(key)) {
    await inHand.get(key)
    const made = await by.archive.record(kept.id)
    known = made.ok ? made.value : known
  }
  const mended = known && kept.mended ? [message('ingest.sourceMended', { name: recordName(known) })] : []
  if (known && item.record === known.id && !known.extraction.report) {
    // Tried again: the source is kept and its record says why it could not be read; a record is never read anew.
    return { ...describe(known), state: 'failed', messages: [...known.extraction.messages, ...mended] }
  }
  if (known) return { ...describe(known), state: 'duplicate', messages: mended }
  const work = readAndAdd(kept, item, by, progress, signal).finally(() => inHand.delete(key))
  inHand.set(key, work)
  return work
}
