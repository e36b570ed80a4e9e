import { join } from 'node:path'
import type { JournalEntry, Verified } from '../../../shared/data/journal.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { durableWrite } from '../../disk/durable.ts'
import type { FileLayer } from '../../disk/files.ts'
import { logFolder } from '../layout.ts'
import { closeLine, type JournalEnd, journalFile, journalName, journalYears, truncateFile } from './files.ts'
import { hashHolds, parseEntry } from './lines.ts'
import { readLines, readPart, sizeOf } from './reading.ts'
import { readSummary, summaryFile, summedEntry } from './summary.ts'

/** What is known of the journal after opening: its end, not its lines. */
export type LoadedJournal = {
  readonly last: JournalEntry | null
  /** Where the last entry's line begins. */
  readonly lastStart: number
  /** The file to append to and its length, null while there is none. */
  readonly end: JournalEnd | null
  readonly verified: Verified | null
  /** A summary stands at the end already; without one the next opening would read everything again. */
  readonly summed: boolean
  readonly notes: readonly Message[]
}

/** How the process before ended: after a crash an unfinished last line is no damage. */
export type Opening = { readonly repair: boolean; readonly afterCrash: boolean }

const nowInName = () => new Date().toISOString().replace(/[:.]/g, '-')

export function verifiedBy(entry: JournalEntry): Verified | null {
  const { at, event } = entry
  if (event.kind !== 'verify') return null
  const since = event.round?.begunAt ?? new Date(Date.parse(at) - event.milliseconds).toISOString()
  return { since, at, whole: event.damaged === 0 }
}

/**
 * Reads the journal from where its summary ends. Broken lines at the very end are what a crash in the middle of an append leaves:
 * nobody was ever told that they were written. They are moved to `log/torn-<time>.txt`, and a note says so. After a clean closing
 * the same lines are damage: they are moved to `log/damaged-<time>.txt`, which verification reports. A broken line anywhere else
 * stays, and verification names it.
 */
export async function loadJournal(files: FileLayer, folder: string, opening: Opening): Promise<LoadedJournal> {
  const years = await journalYears(files, folder)
  const notes: Message[] = []
  const summary = await readSummary(files, folder)
  const summed = summary && (await summedEntry(files, folder, summary))
  const from = summary && summed ? { year: summary.year, length: summary.length } : { year: 0, length: 0 }
  let last = summed?.entry ?? null
  let lastStart = summed?.start ?? 0
  let verified = (summed && summary?.verified) ?? null
  let end: JournalEnd | null = summed ? from : null
  let found = summed !== null
  for (const year of years) {
    if (year < from.year) continue
    const path = journalFile(folder, year)
    const size = (await sizeOf(files, path)) ?? 0
    let length = size
    let cut: number | null = null
    let open = false
    await readLines(files, path, year === from.year ? from.length : 0, size, line => {
      const entry = parseEntry(line.bytes.toString('utf8'))
      // A whole entry that lost its line break only (an editor may strip it) is not torn: its hash proves it.
      if (!entry || !(line.ended || hashHolds(entry))) {
        cut ??= line.start
        return
      }
      cut = null
      open = !line.ended
      last = entry
      lastStart = line.start
      found ||= entry.hash === summary?.hash
      verified = verifiedBy(entry) ?? verified
    })
    if (year === years.at(-1)) {
      if (cut !== null) {
        length = cut
        if (opening.repair) notes.push(await moveAside(files, folder, year, cut, size, opening.afterCrash))
      } else if (open && opening.repair) {
        await closeLine(files, path)
        length++
      }
    }
    end = { year, length }
  }
  if (summary && !found) notes.push(await keepProof(files, folder, opening.repair))
  const upToDate = last === null || (summary !== null && summary.hash === (last as JournalEntry).hash)
  return { last, lastStart, end, verified, summed: upToDate, notes }
}

async function moveAside(
  files: FileLayer,
  folder: string,
  year: number,
  cut: number,
  size: number,
  afterCrash: boolean,
): Promise<Message> {
  const path = journalFile(folder, year)
  const name = `${afterCrash ? 'torn' : 'damaged'}-${nowInName()}.txt`
  await durableWrite(files, join(logFolder(folder), name), await readPart(files, path, cut, size - cut))
  await truncateFile(files, path, cut)
  const params = { file: journalName(year), torn: `log/${name}` }
  return message(afterCrash ? 'archive.tornLine' : 'archive.journalEndDamaged', params)
}

/** The summary names an entry that is gone. It stays as the proof until somebody has looked. */
async function keepProof(files: FileLayer, folder: string, repair: boolean): Promise<Message> {
  const name = `damaged-${nowInName()}.json`
  if (repair) await files.rename(summaryFile(folder), join(logFolder(folder), name))
  return message('archive.journalEndDamaged', { file: 'log', torn: repair ? `log/${name}` : 'log/summary.json' })
}
