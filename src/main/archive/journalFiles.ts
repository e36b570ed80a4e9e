import { join } from 'node:path'
import type { JournalEntry } from '../../shared/journal.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { durableWrite } from './durable.ts'
import { type FileLayer, listFolder } from './files.ts'
import { hashHolds, parseEntry, splitLines } from './journalLines.ts'
import { logFolder } from './layout.ts'

/** What the journal's files hold. */
export type LoadedJournal = {
  readonly entries: readonly JournalEntry[]
  /** The file to append to and its length, null while there is none. */
  readonly last: { readonly year: number; readonly length: number } | null
  readonly notes: readonly Message[]
}

const filePattern = /^(\d{4})\.jsonl$/
export const journalFile = (folder: string, year: number) =>
  join(logFolder(folder), `${String(year).padStart(4, '0')}.jsonl`)

/** The years that have a journal file, oldest first. */
export async function journalYears(files: FileLayer, folder: string): Promise<readonly number[]> {
  const names = (await listFolder(files, logFolder(folder))).map(entry => filePattern.exec(entry.name)?.[1])
  return names
    .filter(year => year !== undefined)
    .map(Number)
    .sort((a, b) => a - b)
}

/** Cuts a file off and has that on disk. */
export async function truncateFile(files: FileLayer, path: string, length: number): Promise<void> {
  const file = await files.open(path, 'r+')
  try {
    await file.truncate(length)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function closeLine(files: FileLayer, path: string): Promise<void> {
  const file = await files.open(path, 'a')
  try {
    await file.write(Buffer.from('\n'), 0, 1)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Reads the journal. Broken lines at the very end are what a crash in the middle of an append leaves: nobody was ever told that
 * they were written. They are moved to `log/torn-<time>.txt`, and a note says so. A broken line anywhere else was damaged later;
 * it stays, and verification names it.
 */
export async function loadJournal(files: FileLayer, folder: string, repair: boolean): Promise<LoadedJournal> {
  const entries: JournalEntry[] = []
  const notes: Message[] = []
  const years = await journalYears(files, folder)
  let last: LoadedJournal['last'] = null
  for (const year of years) {
    const path = journalFile(folder, year)
    const bytes = await files.readFile(path)
    const lines = splitLines(bytes)
    const parsed = lines.map(line => {
      const entry = parseEntry(line.text)
      // A whole entry that lost its line break only (an editor may strip it) is not torn: its hash proves it.
      return entry && (line.ended || hashHolds(entry)) ? entry : null
    })
    let length = bytes.length
    if (year === years.at(-1)) {
      let good = parsed.length
      while (good > 0 && parsed[good - 1] === null) good--
      const cut = lines[good]?.start
      if (cut !== undefined) {
        if (repair) {
          const torn = `torn-${new Date().toISOString().replace(/[:.]/g, '-')}.txt`
          await durableWrite(files, join(logFolder(folder), torn), bytes.subarray(cut))
          await truncateFile(files, path, cut)
          notes.push(message('archive.tornLine', { file: `log/${year}.jsonl`, torn: `log/${torn}` }))
        }
        length = cut
      } else if (repair && lines.at(-1)?.ended === false) {
        await closeLine(files, path)
        length++
      }
    }
    for (const entry of parsed) if (entry) entries.push(entry)
    last = { year, length }
  }
  return { entries, last, notes }
}
