import { dirname } from 'node:path'
import type { JournalEntry, JournalEvent } from '../../shared/journal.ts'
import { closeQuietly, syncFolder, writeAll } from './durable.ts'
import type { FileLayer } from './files.ts'
import { journalFile, type LoadedJournal } from './journalFiles.ts'
import { noHash } from './journalLines.ts'
import { makeQueue } from './queue.ts'
import { hashOf } from './revisions.ts'

/** When and by whom; an entry about a revision carries the revision's own. */
type Stamp = { readonly at: string; readonly who: string }

/**
 * The open journal: appends one line at a time, each on disk before the next begins.
 *
 * It is also the write-ahead log of the records. A record's new file is finished beside the old one, then the entry is appended
 * and on disk, then the file is renamed into place, all before the next entry may begin. So a record is never ahead of the
 * journal, and after a crash only the very last entry can speak of a record that was not put in place; `undoUnfinished` takes it
 * out again (nobody was told that it was written). No opening has to compare more than one record.
 */
export type Journal = {
  readonly entries: () => readonly JournalEntry[]
  /**
   * Appends an entry, then runs `commit`, and takes the entry back if that fails: both happen or neither. Throws the operating
   * system's error.
   */
  readonly append: (event: JournalEvent, stamp: Stamp, commit?: () => Promise<void>) => Promise<JournalEntry>
  /** Runs work while nothing is being appended. */
  readonly still: <T>(work: () => Promise<T>) => Promise<T>
  /** False after a failed append whose remains could not be removed yet. */
  readonly clean: () => boolean
}

class ChangedOutside extends Error {
  readonly code = 'ESTALE'
}

export function openJournal(files: FileLayer, folder: string, loaded: LoadedJournal): Journal {
  const entries = [...loaded.entries]
  const queue = makeQueue()
  let end = loaded.last
  let clean = true

  async function write(entry: JournalEntry, commit: () => Promise<void>): Promise<void> {
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
      end = { year, length: length + bytes.length }
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

  return {
    entries: () => entries,
    append: (event, stamp, commit = async () => undefined) =>
      queue.run(async () => {
        const last = entries.at(-1)
        const body = { number: (last?.number ?? 0) + 1, ...stamp, event, previous: last?.hash ?? noHash }
        const entry: JournalEntry = { ...body, hash: hashOf(body) }
        await write(entry, commit)
        entries.push(entry)
        return entry
      }),
    still: queue.run,
    clean: () => clean,
  }
}
