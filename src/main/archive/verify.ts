import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { VerifyReport } from '../../shared/journal.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import type { RecordId } from '../../shared/record.ts'
import { closeQuietly } from './durable.ts'
import { errorCode, type FileLayer, listFolder } from './files.ts'
import type { Journal } from './journal.ts'
import { sha256Pattern, shardPattern, sourceFile, sourcesFolder } from './layout.ts'
import { detailOf } from './problems.ts'
import { type RecordStore, recordName } from './records.ts'
import { recordHash } from './revisions.ts'
import { checkJournal, compare, type Seen } from './verifyJournal.ts'

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
