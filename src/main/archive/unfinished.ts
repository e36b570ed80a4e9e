import { join } from 'node:path'
import type { JournalEntry } from '../../shared/journal.ts'
import { message } from '../../shared/messages/index.ts'
import { durableWrite } from './durable.ts'
import type { FileLayer } from './files.ts'
import { journalFile, type LoadedJournal, truncateFile } from './journalFiles.ts'
import { parseEntry, splitLines } from './journalLines.ts'
import { logFolder } from './layout.ts'
import type { RecordStore } from './records.ts'

async function isInPlace(entry: JournalEntry, records: RecordStore): Promise<boolean> {
  const { event } = entry
  if (event.kind !== 'ingest' && event.kind !== 'revise') return true
  const record = await records.read(event.record)
  // A damaged record is not evidence that nothing was written: leave it to verification.
  if (!record.ok) return true
  if (event.kind === 'ingest') return record.value !== null
  return record.value?.revisions[event.revision - 1]?.hash === event.revisionHash
}

/**
 * After a crash: takes the last journal entry out if the record it speaks of was not put in place (see `journal.ts`). The line is
 * kept in `log/torn-<time>.txt`. Never done after a clean closing, when such a difference is somebody's doing, for `verify` to find.
 */
export async function undoUnfinished(
  files: FileLayer,
  folder: string,
  loaded: LoadedJournal,
  records: RecordStore,
): Promise<LoadedJournal> {
  const entry = loaded.entries.at(-1)
  if (!entry || !loaded.last || (await isInPlace(entry, records))) return loaded
  const { year } = loaded.last
  const path = journalFile(folder, year)
  const bytes = await files.readFile(path)
  const line = splitLines(bytes).at(-1)
  if (!line || parseEntry(line.text)?.hash !== entry.hash) return loaded
  const torn = `torn-${new Date().toISOString().replace(/[:.]/g, '-')}-${entry.number}.txt`
  await durableWrite(files, join(logFolder(folder), torn), bytes.subarray(line.start))
  await truncateFile(files, path, line.start)
  return {
    entries: loaded.entries.slice(0, -1),
    last: { year, length: line.start },
    notes: [...loaded.notes, message('archive.tornLine', { file: `log/${year}.jsonl`, torn: `log/${torn}` })],
  }
}
