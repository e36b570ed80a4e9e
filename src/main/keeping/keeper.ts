import type { ArchiveRecord, RecordId } from '../../shared/data/record.ts'
import type { Report } from '../../shared/data/report.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import type { Archive } from '../archive/model.ts'
import type { Index, Named, ReadyEntry } from '../index/model.ts'
import { indexFiller, type Rebuilt } from './filling.ts'
import { changedRecord, closeQuietly, openAnew, openFor, storedFor } from './opening.ts'
import { recounting } from './recounting.ts'
import { previousReport } from './years.ts'

/** Keeps the index in step with the archive. */

export type { Rebuilt } from './filling.ts'

/** The part of a filling's time that goes into learning whose reports there are. */
const announcing = 0.15
const nothing: Rebuilt = { records: 0, problems: [] }

export type Following = { readonly counting: 'now' | 'soon'; readonly ready?: ReadyEntry }

type Indexing = { readonly done: number; readonly of: number }

/** Keeps the index in step with the archive: it is caught up when opened, follows every write, and is rebuilt when it cannot be trusted. */
export type IndexKeeper = {
  /** Asks the index. One that turns out to be damaged is rebuilt, and the answer says so. */
  readonly ask: <T>(work: (index: Index) => T) => Outcome<T>
  /**
   * Runs a write of the archive and indexes the record it gives, with what is `ready` of it. Other reports whose findings change by it are
   * counted before this resolves; with `soon`, for one write of many, `settled` waits for them.
   */
  readonly follow: (write: () => Promise<Outcome<ArchiveRecord>>, how?: Following) => Promise<Outcome<ArchiveRecord>>
  /** Resolves when every report whose findings another one changed is counted. */
  readonly settled: () => Promise<void>
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
  let running = false
  let work: Promise<Rebuilt> = Promise.resolve(nothing)
  let closed = false
  let repaired = false
  let writes = 0
  const stamps = new Map<RecordId, number>()
  const stamp = (id: RecordId): number => stamps.get(id) ?? 0
  const written = (id: RecordId): void => void stamps.set(id, stamp(id) + 1)
  const filler = indexFiller({ archive, index: () => index, ended: () => closed, stamp })

  const progress = (done: number, of: number): void => {
    filling = { done: Math.round(done), of }
    onProgress()
  }

  const recounts = recounting({
    index: () => index,
    count: async id => {
      // What a filling has read of it is counted with an older state of the year before.
      written(id)
      await filler.put([id], () => undefined)
      onRecounted(id)
    },
    ended: () => closed,
    onSettled: () => {
      if (!running && writes === 0) upTo(archive.lastEntry())
    },
    onError: error => repair(error),
  })

  /** Makes known whose reports these are, then puts them, in the order that this gives. */
  const fill = async (
    ids: readonly RecordId[],
    inOrder: () => readonly RecordId[],
    among?: (names: readonly Named[]) => void,
  ): Promise<Rebuilt> => {
    const of = ids.length
    const { problems } = await filler.announce(ids, done => progress(done * announcing, of), among)
    const put = await filler.put(inOrder(), done => progress(of * announcing + done * (1 - announcing), of))
    return { records: put.records, problems: [...problems, ...put.problems] }
  }

  const rebuildAll = async (): Promise<Rebuilt> => {
    const entry = archive.lastEntry()
    index.clear()
    const rebuilt = await fill(await archive.recordIds(), () => index.byBody())
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
    const behind = [...changed]
    const names = new Map<string, Named>()
    const among = (found: readonly Named[]): void => {
      for (const name of found) names.set(`${name.year} ${name.organization}`, name)
    }
    const caught = await fill(behind, () => behind, among)
    const others = new Set([...names.values()].flatMap(index.reportsOf).filter(id => !changed.has(id)))
    await filler.put([...others], () => undefined)
    upTo(entry)
    return caught
  }

  /** Notes up to which entry of the journal the index goes. */
  const upTo = (entry: number): Rebuilt => {
    if (!closed && own && index.lastEntry() < entry) index.setLastEntry(entry)
    return nothing
  }

  /** One filling after the other; a failure inside it leaves an index that is rebuilt at the next start. */
  const run = (task: () => Promise<Rebuilt>): Promise<Rebuilt> => {
    const started = work.then(async () => {
      running = true
      try {
        return await task()
      } finally {
        running = false
        filling = null
        onProgress()
      }
    })
    work = started.catch(() => nothing)
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

  /**
   * Puts the state that a write has just given; nothing happens when it was written again meanwhile, for then that write puts it. Answers
   * with the names whose reports have to be counted anew.
   */
  const putNow = async (record: ArchiveRecord, ready: ReadyEntry | undefined): Promise<readonly Named[]> => {
    const seen = stamp(record.id)
    const among = index.announceAmong(record)
    const previous = await filler.previousOf(record)
    if (closed || seen !== stamp(record.id)) return among
    index.put(record, 0, previous, ready)
    filler.remember(record)
    return among
  }

  run(catchUp).catch((error: unknown) => repair(error))

  return {
    ask: asked => {
      try {
        return success(asked(index))
      } catch (error) {
        return failure(repair(error))
      }
    },
    follow: async (write, { counting, ready } = { counting: 'now' }) => {
      writes++
      try {
        const result = await write()
        if (!result.ok) return result
        const { id } = result.value
        written(id)
        // While other writes are under way the last entry may be theirs, whose record is not indexed yet.
        const entry = running || writes > 1 || recounts.waiting() ? 0 : archive.lastEntry()
        try {
          const among = await putNow(result.value, ready)
          if (counting === 'now') await recounts.now(among, id)
          else recounts.soon(among)
          if (entry > index.lastEntry() && !recounts.waiting()) index.setLastEntry(entry)
        } catch (error) {
          // The record is safe on disk; only the index has to be made anew.
          repair(error)
        }
        return result
      } finally {
        writes--
      }
    },
    settled: recounts.settled,
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
      // Opened anew, for the writer may have made its index anew: then this one's file is no longer the one it writes.
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
