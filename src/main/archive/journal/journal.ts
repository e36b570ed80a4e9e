import { dirname } from 'node:path'
import type { JournalEntry, JournalEvent, Verified } from '../../../shared/data/journal.ts'
import { closeQuietly, syncFolder, writeAll } from '../../disk/durable.ts'
import type { FileLayer } from '../../disk/files.ts'
import { makeQueue } from '../../disk/queue.ts'
import { hashOf } from '../revisions.ts'
import { type EntryPlaces, makeEntryPlaces } from './entryPlaces.ts'
import { type JournalEnd, journalFile, journalYears } from './files.ts'
import { noHash, parseEntry } from './lines.ts'
import { type LoadedJournal, verifiedBy } from './loading.ts'
import { readLines, readLinesBackwards, sizeOf } from './reading.ts'
import { type Summary, writeSummary } from './summary.ts'

/** The journal of an archive: appending entries, and reading them again. */

/** When and by whom; an entry about a revision carries the revision's own. */
type Stamp = { readonly at: string; readonly who: string }

/** A line of the journal as it stands in a file; `entry` is null for one that is none. */
export type JournalLine = {
  readonly entry: JournalEntry | null
  readonly bytes: Buffer
  readonly year: number
  readonly start: number
  /** Number of the line in its file. */
  readonly line: number
}

/**
 * The open journal: appends one line at a time, each on disk before the next begins. Its lines stay on disk; only the last few are
 * kept in memory.
 *
 * It is also the write-ahead log of the records. A record's new file is finished beside the old one, then the entry is appended
 * and on disk, then the file is renamed into place, all before the next entry may begin. So a record is never ahead of the
 * journal, and after a crash only the very last entry can speak of a record that was not put in place; `undoUnfinished` takes it
 * out again (nobody was told that it was written). No opening has to compare more than one record.
 */
export type Journal = {
  /** Number of the last entry, 0 for none. */
  readonly last: () => number
  readonly verified: () => Verified | null
  /** Entries after a number, oldest first. */
  readonly after: (number: number) => Promise<readonly JournalEntry[]>
  /** Every line up to the end (of the moment it begins), after `from` if given. */
  readonly lines: (visit: (line: JournalLine) => void, from?: JournalEnd | null) => Promise<JournalEnd | null>
  /** The places of all entries, made when first asked for. */
  readonly places: () => Promise<EntryPlaces>
  /**
   * Appends an entry, then runs `commit`, and takes the entry back if that fails: both happen or neither. Throws the operating
   * system's error.
   */
  readonly append: (event: JournalEvent, stamp: Stamp, commit?: () => Promise<void>) => Promise<JournalEntry>
  /** Runs work while nothing is being appended. */
  readonly still: <T>(work: () => Promise<T>) => Promise<T>
  /** False after a failed append whose remains could not be removed yet. */
  readonly clean: () => boolean
  /** Takes over what another process has appended. */
  readonly reload: (loaded: LoadedJournal) => void
  /** Writes the summary that makes the next opening quick. */
  readonly close: () => Promise<void>
}

class ChangedOutside extends Error {
  readonly code = 'ESTALE'
}

/** Entries kept in memory for whoever follows. */
const mostRecent = 256
/** Appends after which the summary is written again: what an opening after a crash reads at most. */
const summaryEvery = 1000

export function openJournal(files: FileLayer, folder: string, loaded: LoadedJournal): Journal {
  const queue = makeQueue()
  let { last, end, verified } = loaded
  let recent: JournalEntry[] = last ? [last] : []
  let places: Promise<EntryPlaces> | null = null
  let made: EntryPlaces | null = null
  let summed = last?.number ?? 0
  let changed = !loaded.summed
  let clean = true

  async function write(entry: JournalEntry, commit: () => Promise<void>): Promise<{ bytes: number; at: JournalEnd }> {
    // A clock that was wrong once must not make a later entry stand in an earlier file.
    const year = Math.max(new Date(entry.at).getUTCFullYear(), end?.year ?? 0)
    const length = end?.year === year ? end.length : 0
    const path = journalFile(folder, year)
    const bytes = Buffer.from(`${JSON.stringify(entry)}\n`)
    const file = await files.open(path, 'a')
    let touched = false
    try {
      const size = (await file.stat()).size
      if (size !== length) {
        if (clean) throw new ChangedOutside(`${path} has ${size} bytes instead of ${length}`)
        await file.truncate(length)
      }
      touched = true
      await writeAll(file, bytes)
      await file.sync()
      if (length === 0) await syncFolder(files, dirname(path))
      await commit()
      clean = true
      return { bytes: bytes.length, at: { year, length } }
    } catch (error) {
      if (touched) {
        clean = false
        if (length === 0) await files.unlink(path)
        else {
          await file.truncate(length)
          await file.sync()
        }
        clean = true
      }
      throw error
    } finally {
      await closeQuietly(file)
    }
  }

  async function sum(): Promise<void> {
    if (!last || !end || !changed || !clean) return
    const summary: Summary = { ...end, number: last.number, hash: last.hash, verified }
    await writeSummary(files, folder, summary)
    summed = last.number
    changed = false
  }

  async function lines(visit: (line: JournalLine) => void, from: JournalEnd | null = null): Promise<JournalEnd | null> {
    const until = end
    if (!until) return null
    for (const year of await journalYears(files, folder)) {
      if (year > until.year || (from && year < from.year)) continue
      const path = journalFile(folder, year)
      const stop = year === until.year ? until.length : ((await sizeOf(files, path)) ?? 0)
      let line = 0
      await readLines(files, path, from?.year === year ? from.length : 0, stop, ({ bytes, start }) =>
        visit({ entry: parseEntry(bytes.toString('utf8')), bytes, year, start, line: ++line }),
      )
    }
    return until
  }

  async function before(number: number): Promise<readonly JournalEntry[]> {
    const found: JournalEntry[] = []
    const until = end
    if (!until) return found
    for (const year of (await journalYears(files, folder)).toReversed()) {
      if (year > until.year) continue
      const path = journalFile(folder, year)
      const stop = year === until.year ? until.length : ((await sizeOf(files, path)) ?? 0)
      const went = await readLinesBackwards(files, path, stop, ({ bytes }) => {
        const entry = parseEntry(bytes.toString('utf8'))
        if (entry && entry.number <= number) return 'enough'
        if (entry) found.push(entry)
        return 'more'
      })
      if (went === 'enough') break
    }
    return found.reverse()
  }

  const makeAll = async (): Promise<EntryPlaces> => {
    const all = makeEntryPlaces()
    await lines(({ entry, bytes, year, start }) => {
      if (entry) all.push(entry, year, start, bytes.length)
    })
    made = all
    return all
  }

  return {
    last: () => last?.number ?? 0,
    verified: () => verified,
    after: async number => {
      if (number >= (last?.number ?? 0)) return []
      const first = recent[0]?.number
      // Asked after every change, for the last one or two of perhaps 100,000.
      if (first !== undefined && first <= number + 1)
        return recent.slice(recent.findLastIndex(item => item.number <= number) + 1)
      return await before(number)
    },
    lines,
    places: () => {
      // While it is made nothing may be appended, or that entry would be missing from it.
      places ??= queue.run(makeAll).catch(error => {
        places = null
        throw error
      })
      return places
    },
    append: (event, stamp, commit = async () => undefined) =>
      queue.run(async () => {
        const body = { number: (last?.number ?? 0) + 1, ...stamp, event, previous: last?.hash ?? noHash }
        const entry: JournalEntry = { ...body, hash: hashOf(body) }
        const { bytes, at } = await write(entry, commit)
        last = entry
        end = { year: at.year, length: at.length + bytes }
        verified = verifiedBy(entry) ?? verified
        changed = true
        recent.push(entry)
        if (recent.length > 2 * mostRecent) recent = recent.slice(-mostRecent)
        made?.push(entry, at.year, at.length, bytes - 1)
        if (entry.number - summed >= summaryEvery) await sum()
        return entry
      }),
    still: queue.run,
    clean: () => clean,
    reload: next => {
      ;({ last, end, verified } = next)
      recent = last ? [last] : []
      places = null
      made = null
    },
    close: () => queue.run(sum),
  }
}
