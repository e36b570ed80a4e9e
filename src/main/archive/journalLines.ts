import { z } from 'zod'
import { type JournalEntry, journalKinds } from '../../shared/journal.ts'
import { hashOf } from './revisions.ts'

/** Stands before the first entry. */
export const noHash = '0'.repeat(64)

const line = z.looseObject({
  number: z.number().int().positive(),
  at: z.string(),
  who: z.string(),
  event: z.looseObject({ kind: z.enum(journalKinds) }),
  previous: z.string(),
  hash: z.string(),
})

/** One line of a journal file as an entry, null when it is none. What is in the event is vouched for by its hash, see `hashHolds`. */
export function parseEntry(text: string): JournalEntry | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  // The shape that everything relies on was checked; the event was written by us from a typed value.
  return line.safeParse(value).success ? (value as JournalEntry) : null
}

/** Whether an entry is what was written. */
export function hashHolds(entry: JournalEntry): boolean {
  const { hash, ...body } = entry
  return hashOf(body) === hash
}
