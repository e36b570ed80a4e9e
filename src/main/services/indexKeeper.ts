import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import type { ArchiveRecord, RecordId } from '../../shared/record.ts'
import type { Report } from '../../shared/report.ts'
import type { Archive } from '../archive/model.ts'
import type { Index } from '../index/model.ts'
import { changedRecord, closeQuietly, openAnew, openFor, storedFor } from './indexOpening.ts'
import { previousReport, touchedBy, yearsAway } from './years.ts'

/** Records read and indexed before other work gets a turn. */
const chunk = 16

export type Rebuilt = { readonly records: number; readonly problems: readonly Message[] }
type Indexing = { readonly done: number; readonly of: number }

/** Keeps the index in step with the archive: it is caught up when opened, follows every write, and is rebuilt when it cannot be trusted. */
export type IndexKeeper = {
  /** Asks the index. One that turns out to be damaged is rebuilt, and the answer says so. */
  readonly ask: <T>(work: (index: Index) => T) => Outcome<T>
  /** Runs a write of the archive and indexes the record it gives. */
  readonly follow: (write: () => Promise<Outcome<ArchiveRecord>>) => Promise<Outcome<ArchiveRecord>>
  /** The report of the same organization for the year before, as it stands. */
  readonly previousOf: (record: ArchiveRecord) => Promise<Report | null>
  /** Null unless the index is being filled: lists are incomplete until then. */
  readonly indexing: () => Indexing | null
  /** Resolves when the index holds the whole archive. */
  readonly ready: () => Promise<void>
  readonly rebuild: () => Promise<Rebuilt>
  /** Takes over what another process has written. False: that process has not indexed all of it yet, so ask again. */
  readonly catchUp: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/** @param onRecounted hears of a record whose findings were counted again because the year before it changed. */
export async function createIndexKeeper(
  archive: Archive,
  onProgress: () => void,
  onRecounted: (id: RecordId) => void,
): Promise<IndexKeeper> {
  const opened = await openFor(archive)
  let index = opened.index
  let own = opened.own
  let filling: Indexing | null = null
  let work: Promise<Rebuilt> = Promise.resolve({ records: 0, problems: [] })
  let closed = false
  let repaired = false
  let writes = 0
  /** Records indexed by a write while the index is being filled: what was read of them before is older. */
  const fresh = new Set<RecordId>()
  /** How often a record was written, so that counting anew never puts an older state back. */
  const stamps = new Map<RecordId, number>()

  /** A record that cannot be shown is named and the others go on; an error of the database itself ends the filling. */
  const putOrName = (record: ArchiveRecord, problems: Message[]): boolean => {
    try {
      index.put(record, 0)
      return true
    } catch (error) {
      if (!(error instanceof Error) || ('code' in error && error.code === 'ERR_SQLITE_ERROR')) throw error
      problems.push(message('index.recordUnreadable', { record: record.id }, null, error.stack ?? error.message))
      return false
    }
  }

  const fill = async (ids: readonly RecordId[]): Promise<Rebuilt> => {
    const problems: Message[] = []
    let records = 0
    for (let start = 0; start < ids.length && !closed; start += chunk) {
      filling = { done: start, of: ids.length }
      onProgress()
      const part = ids.slice(start, start + chunk)
      const read = await Promise.all(part.map(async id => ({ id, found: await archive.record(id) })))
      if (closed) break
      index.batch(() => {
        for (const { id, found } of read) {
          if (!found.ok) problems.push(message('index.recordUnreadable', { record: id }, null, found.problem.code))
          else if (fresh.has(id) || putOrName(found.value, problems)) records++
        }
      })
      await new Promise(resolve => setImmediate(resolve))
    }
    return { records, problems }
  }

  /** Counts a record's findings again, with the report of the year before; nothing happens when it was written meanwhile. */
  const recount = async (id: RecordId): Promise<void> => {
    const stamp = stamps.get(id)
    const found = await archive.record(id)
    const previous = found.ok ? await previousReport(archive, index, found.value) : null
    if (found.ok && !closed && stamps.get(id) === stamp) index.put(found.value, 0, previous)
  }

  /** Rows are filled in any order, so reports that follow another year are counted once all are there. */
  const recountYears = async (ids: readonly RecordId[]): Promise<void> => {
    const known = new Set(ids)
    for (const id of ids) {
      if (closed) return
      const row = index.row(id)
      if (row?.organization == null || row.year === null) continue
      if (index.ofYear(row.organization, row.year - 1, row.year).length > 0) await recount(id)
      const { now, next } = touchedBy(index, row)
      for (const other of [...now, ...next]) if (!known.has(other)) await recount(other)
    }
  }

  const rebuildAll = async (): Promise<Rebuilt> => {
    const entry = archive.lastEntry()
    index.clear()
    const ids = await archive.recordIds()
    const rebuilt = await fill(ids)
    await recountYears(ids)
    if (!closed) index.setLastEntry(entry)
    return rebuilt
  }

  const catchUp = async (): Promise<Rebuilt> => {
    const entry = archive.lastEntry()
    const seen = index.lastEntry()
    const ids = await archive.recordIds()
    const indexed = index.counts().records
    const changed = new Set((await archive.entriesAfter(seen)).flatMap(item => changedRecord(item) ?? []))
    // Nothing happened since: asking for each of 100,000 rows would hold up the window that is just opening.
    if (seen <= entry && changed.size === 0 && indexed === ids.length) return upTo(entry)
    const known = new Set(ids)
    // A journal shorter than the index, or rows without a record: the archive is not the one that was indexed.
    const strange = seen > entry || indexed > ids.length || ids.filter(id => index.row(id)).length !== indexed
    if (strange || indexed === 0) return rebuildAll()
    for (const id of [...changed]) if (!known.has(id)) changed.delete(id)
    for (const id of ids) if (!index.row(id)) changed.add(id)
    const caught = await fill([...changed])
    await recountYears([...changed])
    upTo(entry)
    return caught
  }

  /** Notes up to which entry of the journal the index goes. */
  const upTo = (entry: number): Rebuilt => {
    if (!closed && own && index.lastEntry() < entry) index.setLastEntry(entry)
    return { records: 0, problems: [] }
  }

  /** One filling after the other; a failure inside it leaves an index that is rebuilt at the next start. */
  const run = (task: () => Promise<Rebuilt>): Promise<Rebuilt> => {
    const started = work.then(async () => {
      fresh.clear()
      filling = { done: 0, of: 0 }
      try {
        return await task()
      } finally {
        filling = null
        onProgress()
      }
    })
    work = started.catch(() => ({ records: 0, problems: [] }))
    return started
  }

  const repair = (error: unknown): Message => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    if (!repaired && !closed) {
      repaired = true
      void run(async () => {
        closeQuietly(index)
        index = openAnew(archive)
        own = true
        return rebuildAll()
      }).catch(() => undefined)
    }
    return message('index.damaged', {}, null, detail)
  }

  /** The reports whose year before a record may be or take away, by what the index says of it. */
  const touched = (id: RecordId): ReturnType<typeof touchedBy> => touchedBy(index, index.row(id))

  run(catchUp).catch((error: unknown) => repair(error))

  return {
    ask: asked => {
      try {
        return success(asked(index))
      } catch (error) {
        return failure(repair(error))
      }
    },
    follow: async write => {
      writes++
      try {
        const written = await write()
        if (!written.ok) return written
        const { id } = written.value
        if (filling) fresh.add(id)
        stamps.set(id, (stamps.get(id) ?? 0) + 1)
        // While other writes are under way the last entry may be theirs, whose record is not indexed yet.
        const entry = filling || writes > 1 ? 0 : archive.lastEntry()
        try {
          const before = touched(id)
          index.put(written.value, 0)
          const after = touched(id)
          const itself = yearsAway(index, written.value, -1).length > 0 ? [id] : []
          // Who stands in for whom changes only with a record's name and year, not with its figures.
          const others = after.body === before.body ? [] : [...before.now, ...after.now].filter(other => other !== id)
          for (const each of new Set([...itself, ...others, ...before.next, ...after.next])) {
            if (closed || filling) break
            await recount(each)
            if (each !== id) onRecounted(each)
          }
          if (entry > index.lastEntry()) index.setLastEntry(entry)
        } catch (error) {
          // The record is safe on disk; only the index has to be made anew.
          repair(error)
        }
        return written
      } finally {
        writes--
      }
    },
    previousOf: record => previousReport(archive, index, record),
    indexing: () => filling,
    ready: async () => {
      await work
    },
    rebuild: () => run(rebuildAll),
    catchUp: async () => {
      if (closed) return true
      if (own) {
        await run(catchUp).catch((error: unknown) => repair(error))
        return true
      }
      // Rows are held in memory: the writer's index shows what it has taken up since only when it is opened anew.
      const stored = await storedFor(archive)
      if (!stored) return false
      closeQuietly(closed ? stored : index)
      if (!closed) index = stored
      return true
    },
    close: async () => {
      closed = true
      await work
      closeQuietly(index)
    },
  }
}
