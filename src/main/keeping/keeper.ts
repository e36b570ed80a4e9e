import type { ArchiveRecord, RecordId } from '../../shared/data/record.ts'
import type { Report } from '../../shared/data/report.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import type { Archive } from '../archive/model.ts'
import type { Index, Named, ReadyEntry } from '../index/model.ts'
import { catchingUp } from './catchingUp.ts'
import { indexFiller, type Rebuilt } from './filling.ts'
import { closeQuietly, openAnew, openFor, storedFor } from './opening.ts'
import { recounting } from './recounting.ts'
import {
  cameFar,
  closed,
  far,
  fillingBegan,
  fillingEnded,
  type Indexing,
  type Keeping,
  mayNote,
  mayRepair,
  opened,
  repairBegan,
  writeBegan,
  writeEnded,
} from './state.ts'
import { previousReport } from './years.ts'

/** Keeps the index in step with the archive. */

export type { Rebuilt } from './filling.ts'

const nothing: Rebuilt = { records: 0, problems: [] }

export type Following = { readonly counting: 'now' | 'soon'; readonly ready?: ReadyEntry }

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
  let held = await openFor(archive)
  let now: Keeping = opened
  /** One filling after the other. */
  let work: Promise<Rebuilt> = Promise.resolve(nothing)
  const ended = (): boolean => now.kind === 'closed'
  /** How often each record was written. */
  const stamps = new Map<RecordId, number>()
  const stamp = (id: RecordId): number => stamps.get(id) ?? 0
  const written = (id: RecordId): void => void stamps.set(id, stamp(id) + 1)
  const index = (): Index => held.index
  const filler = indexFiller({ archive, index, ended, stamp })
  const progress = (done: number, of: number): void => {
    now = cameFar(now, done, of)
    onProgress()
  }
  const { rebuildAll, catchUp, upTo } = catchingUp({ archive, held: () => held, filler, progress, ended })

  /** A failure inside a filling leaves an index that is rebuilt at the next start. */
  const run = (task: () => Promise<Rebuilt>): Promise<Rebuilt> => {
    const started = work.then(async () => {
      now = fillingBegan(now)
      try {
        return await task()
      } finally {
        now = fillingEnded(now)
        onProgress()
      }
    })
    work = started.catch(() => nothing)
    return started
  }

  const repair = (error: unknown): Message => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    if (mayRepair(now)) {
      now = repairBegan(now)
      void run(async () => {
        closeQuietly(held.index)
        held = { index: openAnew(archive), own: true }
        return rebuildAll()
      }).catch(() => undefined)
    }
    return message('index.damaged', {}, null, detail)
  }

  const recounts = recounting({
    index,
    count: async id => {
      // What a filling has read of it is counted with an older state of the year before.
      written(id)
      await filler.put([id], () => undefined)
      onRecounted(id)
    },
    ended,
    onSettled: () => {
      if (mayNote(now, 0)) upTo(archive.lastEntry())
    },
    onError: repair,
  })

  /**
   * Puts the state that a write has just given; nothing happens when it was written again meanwhile, for then that write puts it. Answers
   * with the names whose reports have to be counted anew.
   */
  const putNow = async (record: ArchiveRecord, ready: ReadyEntry | undefined): Promise<readonly Named[]> => {
    const seen = stamp(record.id)
    const among = held.index.announceAmong(record)
    const previous = await filler.previousOf(record)
    if (ended() || seen !== stamp(record.id)) return among
    held.index.put(record, 0, previous, ready)
    filler.remember(record)
    return among
  }

  const follow: IndexKeeper['follow'] = async (write, { counting, ready } = { counting: 'now' }) => {
    now = writeBegan(now)
    try {
      const result = await write()
      if (!result.ok) return result
      const { id } = result.value
      written(id)
      const entry = mayNote(now, 1) && !recounts.waiting() ? archive.lastEntry() : 0
      try {
        const among = await putNow(result.value, ready)
        if (counting === 'now') await recounts.now(among, id)
        else recounts.soon(among)
        if (entry > held.index.lastEntry() && !recounts.waiting()) held.index.setLastEntry(entry)
      } catch (error) {
        // The record is safe on disk; only the index has to be made anew.
        repair(error)
      }
      return result
    } finally {
      now = writeEnded(now)
    }
  }

  run(catchUp).catch(repair)

  return {
    ask: asked => {
      try {
        return success(asked(held.index))
      } catch (error) {
        return failure(repair(error))
      }
    },
    follow,
    settled: recounts.settled,
    previousOf: record => previousReport(archive, held.index, record),
    indexing: () => far(now),
    ready: async () => {
      await work
    },
    rebuild: () => run(rebuildAll),
    catchUp: async () => {
      if (ended()) return true
      if (held.own) {
        await run(catchUp).catch(repair)
        return true
      }
      // Opened anew, for the writer may have made its index anew: then this one's file is no longer the one it writes.
      const stored = await storedFor(archive)
      if (!stored) return false
      closeQuietly(ended() ? stored : held.index)
      if (!ended()) held = { ...held, index: stored }
      return true
    },
    close: async () => {
      now = closed(now)
      await work
      closeQuietly(held.index)
    },
  }
}
