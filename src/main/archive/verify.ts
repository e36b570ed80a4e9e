import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import type { JournalEntry, VerifyReport } from '../../shared/journal.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import type { RecordId } from '../../shared/record.ts'
import { closeQuietly } from './durable.ts'
import { errorCode, type FileLayer, listFolder } from './files.ts'
import type { Journal } from './journal.ts'
import { journalFile, journalYears } from './journalFiles.ts'
import { hashHolds, noHash, parseEntry, splitLines } from './journalLines.ts'
import { sha256Pattern, shardPattern, sourceFile, sourcesFolder } from './layout.ts'
import { detailOf } from './problems.ts'
import { type RecordStore, recordName } from './records.ts'
import { recordHash } from './revisions.ts'

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

/** What verification keeps of a record: enough to compare it with its source and the journal, small enough for all records. */
type Seen = {
  readonly name: string
  readonly sha256: string
  readonly hash: string
  readonly revisions: readonly string[]
}

const recordPath = (id: RecordId) => `records/${id.slice(0, 2)}/${id}.json`

async function sourceNames(files: FileLayer, folder: string): Promise<readonly string[]> {
  const names: string[] = []
  for (const shard of await listFolder(files, sourcesFolder(folder)))
    if (shardPattern.test(shard.name))
      for (const entry of await listFolder(files, join(sourcesFolder(folder), shard.name)))
        if (sha256Pattern.test(entry.name)) names.push(entry.name)
  return names.sort()
}

async function hashFile(files: FileLayer, path: string, buffer: Buffer, signal: AbortSignal): Promise<string | null> {
  const hash = createHash('sha256')
  const file = await files.open(path, 'r')
  try {
    for (;;) {
      if (signal.aborted) return null
      const got = await file.read(buffer, 0, buffer.length)
      if (got === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, got))
    }
  } finally {
    await closeQuietly(file)
  }
}

/** Every line of every journal file: is it what was written, and does it follow the one before? */
async function checkJournal(files: FileLayer, folder: string): Promise<readonly Message[]> {
  const problems: Message[] = []
  let number = 0
  let previous = noHash
  for (const year of await journalYears(files, folder)) {
    const path = journalFile(folder, year)
    const file = `log/${basename(path)}`
    for (const [index, line] of splitLines(await files.readFile(path)).entries()) {
      const entry = parseEntry(line.text)
      const follows = entry?.number === number + 1 && entry.previous === previous
      if (!entry || !follows || !hashHolds(entry))
        problems.push(message('archive.journalLine', { file, line: index + 1 }))
      if (!entry) continue
      number = entry.number
      previous = entry.hash
    }
  }
  return problems
}

/** Journal and records, against each other. `known` are the entries from before the records were read, `all` those after. */
function compare(
  seen: ReadonlyMap<RecordId, Seen>,
  damaged: ReadonlySet<RecordId>,
  known: readonly JournalEntry[],
  all: readonly JournalEntry[],
): readonly Message[] {
  const problems: Message[] = []
  for (const { number, event } of known) {
    if (event.kind !== 'ingest' && event.kind !== 'revise') continue
    if (damaged.has(event.record)) continue
    const record = seen.get(event.record)
    const file = recordPath(event.record)
    if (event.kind === 'ingest') {
      if (!record) problems.push(message('archive.recordMissing', { name: event.name, file }))
      else if (event.recordHash !== undefined && event.recordHash !== record.hash)
        problems.push(message('archive.recordAltered', { name: record.name, file }))
    } else if (record && record.revisions[event.revision - 1] !== event.revisionHash)
      problems.push(
        message('archive.revisionDiffers', { name: event.name, revision: event.revision, entry: number, file }),
      )
  }
  const ingested = new Set<RecordId>()
  const revised = new Map<RecordId, Set<number>>()
  for (const { event } of all) {
    if (event.kind === 'ingest') ingested.add(event.record)
    if (event.kind !== 'revise') continue
    const numbers = revised.get(event.record) ?? new Set()
    revised.set(event.record, numbers.add(event.revision))
  }
  for (const [id, record] of seen) {
    const place = { name: record.name, file: recordPath(id) }
    if (!ingested.has(id)) problems.push(message('archive.recordNotInJournal', place))
    for (const index of record.revisions.keys())
      if (!revised.get(id)?.has(index + 1))
        problems.push(message('archive.revisionNotInJournal', { ...place, revision: index + 1 }))
  }
  return problems
}

/** Reads everything again and says what is not as it was written. Changes nothing. */
export async function verifyArchive(work: Verification): Promise<Outcome<VerifyReport>> {
  const { files, folder, records, journal, importing, progress, signal } = work
  const started = performance.now()
  const startedAt = new Date().toISOString()
  const problems: Message[] = []
  // One whose import ended while verification ran.
  const isRecord = async (id: RecordId) => {
    const read = await records.read(id)
    return read.ok && read.value !== null
  }
  const cancelled = () => failure(message('archive.verifyCancelled'))
  try {
    // Work may go on meanwhile: a record read later than this can only know more than these entries say.
    const known = await journal.still(async () => [...journal.entries()])
    const ids = await records.ids()
    const names = await sourceNames(files, folder)
    const of = ids.length + names.length + 1
    let done = 0
    const seen = new Map<RecordId, Seen>()
    const damaged = new Set<RecordId>()
    const namesBySource = new Map<string, string>()
    for (const id of ids) {
      if (signal.aborted) return cancelled()
      const read = await records.read(id)
      if (!read.ok) {
        damaged.add(id)
        problems.push(read.problem)
      } else if (read.value) {
        const name = recordName(read.value)
        const { sha256 } = read.value.source
        namesBySource.set(sha256, name)
        seen.set(id, {
          name,
          sha256,
          hash: recordHash(read.value),
          revisions: read.value.revisions.map(item => item.hash),
        })
      }
      progress(++done, of)
    }
    const present = new Set(names)
    const buffer = Buffer.alloc(1024 * 1024)
    for (const sha256 of names) {
      const source = sha256.slice(0, 16)
      const name = namesBySource.get(sha256)
      try {
        const found = await hashFile(files, sourceFile(folder, sha256), buffer, signal)
        if (found === null) return cancelled()
        if (found !== sha256) problems.push(message('archive.sourceAltered', { name: name ?? source, source }))
        else if (name === undefined && !damaged.has(source) && !importing.has(sha256) && !(await isRecord(source)))
          problems.push(message('archive.sourceWithoutRecord', { source }))
      } catch (error) {
        if (errorCode(error) === null) throw error
        problems.push(message('archive.sourceUnreadable', { name: name ?? source, source }, null, detailOf(error)))
      }
      progress(++done, of)
    }
    for (const record of seen.values())
      if (!present.has(record.sha256) && !(await sourceIsThere(files, folder, record.sha256)))
        problems.push(message('archive.sourceMissing', { name: record.name, source: record.sha256.slice(0, 16) }))
    const { lines, all } = await journal.still(async () => ({
      lines: await checkJournal(files, folder),
      all: [...journal.entries()],
    }))
    problems.push(...lines, ...compare(seen, damaged, known, all))
    progress(of, of)
    return success({
      startedAt,
      milliseconds: Math.round(performance.now() - started),
      sources: names.length,
      records: ids.length,
      journalEntries: all.length,
      problems,
    })
  } catch (error) {
    if (errorCode(error) === null) throw error
    return failure(message('archive.cannotOpen', { folder }, null, detailOf(error)))
  }
}

// A source that was imported while verification ran.
async function sourceIsThere(files: FileLayer, folder: string, sha256: string): Promise<boolean> {
  try {
    await files.stat(sourceFile(folder, sha256))
    return true
  } catch (error) {
    if (errorCode(error) === null) throw error
    return false
  }
}
