import { join } from 'node:path'
import type { JournalEntry } from '../../shared/journal.ts'
import type { RecordId } from '../../shared/record.ts'
import type { Archive } from '../archive/model.ts'
import { openIndex, openStoredIndex, removeIndex } from '../index/index.ts'
import type { Index } from '../index/model.ts'

const indexFile = (archive: Archive) => join(archive.folder, 'index.sqlite')

export function closeQuietly(index: Index): void {
  try {
    index.close()
  } catch {
    // A damaged file may not even close; it is thrown away anyhow.
  }
}

/** An empty index: its file made anew, or in memory where the file may not be written or is held by another process. */
export function openAnew(archive: Archive): Index {
  if (archive.readOnly) return openIndex(null, archive.id)
  try {
    removeIndex(indexFile(archive))
    return openIndex(indexFile(archive), archive.id)
  } catch {
    return openIndex(null, archive.id)
  }
}

/** The record that an entry changed, null for entries about none. */
export function changedRecord({ event }: JournalEntry): RecordId | null {
  switch (event.kind) {
    case 'ingest':
    case 'revise':
    case 'reread':
    case 'repair':
      return event.record
    case 'refuse':
    case 'verify':
    case 'export':
      return null
  }
}

/** `own` false: the writer's index, which that process keeps. */
type Opened = { readonly index: Index; readonly own: boolean }

/**
 * Only the process that may write the archive writes its index. Any other reads the stored one while it is up to date, else keeps its
 * own in memory.
 */
export async function openFor(archive: Archive): Promise<Opened> {
  const file = indexFile(archive)
  if (!archive.readOnly) return { index: openIndex(file, archive.id), own: true }
  const stored = openStoredIndex(file, archive.id)
  if (stored) {
    const behind = (await archive.entriesAfter(stored.lastEntry())).some(entry => changedRecord(entry) !== null)
    if (!behind && stored.counts().records === (await archive.recordIds()).length) return { index: stored, own: false }
    stored.close()
  }
  return { index: openIndex(null, archive.id), own: true }
}
