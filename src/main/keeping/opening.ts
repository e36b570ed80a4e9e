import { join } from 'node:path'
import type { JournalEntry } from '../../shared/data/journal.ts'
import type { RecordId } from '../../shared/data/record.ts'
import type { Archive } from '../archive/model.ts'
import { openIndex, openStoredIndex, removeIndex } from '../index/index.ts'
import type { Index } from '../index/model.ts'

/** Which index a process works with: the archive's own file, or one of its own in memory. */

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
      return event.record
    case 'repair':
      return 'generation' in event ? event.record : null
    // A new form says the same.
    case 'migrate':
    case 'refuse':
    case 'verify':
    case 'inspect':
    case 'export':
      return null
  }
}

/** `own` false: the writer's index, which that process keeps. */
export type Held = { readonly index: Index; readonly own: boolean }

/** The writer's index, only to be read; null while it does not hold the whole archive. An opened one shows the archive as it was then. */
export async function storedFor(archive: Archive): Promise<Index | null> {
  const stored = openStoredIndex(indexFile(archive), archive.id)
  if (!stored) return null
  const behind = (await archive.entriesAfter(stored.lastEntry())).some(entry => changedRecord(entry) !== null)
  if (!behind && stored.counts().records === (await archive.recordIds()).length) return stored
  closeQuietly(stored)
  return null
}

/**
 * Only the process that may write the archive writes its index. Any other reads the stored one while it is up to date, else keeps its
 * own in memory.
 */
export async function openFor(archive: Archive): Promise<Held> {
  if (!archive.readOnly) return { index: openIndex(indexFile(archive), archive.id), own: true }
  const stored = await storedFor(archive)
  return stored ? { index: stored, own: false } : { index: openIndex(null, archive.id), own: true }
}
