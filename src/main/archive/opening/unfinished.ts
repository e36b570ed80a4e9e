import { join } from 'node:path'
import type { JournalEntry } from '../../../shared/data/journal.ts'
import { message } from '../../../shared/messages/index.ts'
import { durableWrite } from '../../disk/durable.ts'
import { type FileLayer, ifPresent } from '../../disk/files.ts'
import { journalFile, journalName, truncateFile } from '../journal/files.ts'
import { type LoadedJournal, loadJournal } from '../journal/loading.ts'
import { readPart } from '../journal/reading.ts'
import { inspectionFile, logFolder } from '../layout.ts'
import type { RecordStore } from '../records/records.ts'

/** Takes back the one change that a crash may have left half done: its entry is in the journal, its file is not in place. */

async function isInPlace(
  files: FileLayer,
  folder: string,
  entry: JournalEntry,
  records: RecordStore,
): Promise<boolean> {
  const { event } = entry
  if (event.kind === 'inspect') return (await ifPresent(files.stat(inspectionFile(folder, event.report)))) !== null
  if (event.kind !== 'ingest' && event.kind !== 'revise' && event.kind !== 'reread' && event.kind !== 'migrate')
    return true
  // One that cannot be read now must not be taken for damaged: the entry would stay, and speak of what never was, for ever.
  const read = await records.readSurely(event.record)
  // A damaged record is not evidence that nothing was written: leave it to verification.
  if (!read.ok) return true
  if (event.kind === 'ingest') return read.value !== null
  if (event.kind === 'reread' || event.kind === 'migrate' || event.seal !== undefined)
    return read.value?.seal === event.seal
  return read.value?.record.revisions[event.revision - 1]?.hash === event.revisionHash
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
  const { last, lastStart, end } = loaded
  if (!last || !end || (await isInPlace(files, folder, last, records))) return loaded
  const path = journalFile(folder, end.year)
  const line = await readPart(files, path, lastStart, end.length - lastStart)
  const torn = `log/torn-${new Date().toISOString().replace(/[:.]/g, '-')}-${last.number}.txt`
  await durableWrite(files, join(logFolder(folder), torn.slice('log/'.length)), line)
  await truncateFile(files, path, lastStart)
  const again = await loadJournal(files, folder, { repair: true, afterCrash: true })
  const note = message('archive.tornLine', { file: journalName(end.year), torn })
  return { ...again, notes: [...loaded.notes, note, ...again.notes] }
}
