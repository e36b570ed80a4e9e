import { z } from 'zod'
import type { JournalEntry } from '../../../shared/data/journal.ts'
import { recordIdPattern } from '../layout.ts'
import { hashOf } from '../revisions.ts'

/** Stands before the first entry. */
export const noHash = '0'.repeat(64)

const about = { record: z.string().regex(recordIdPattern), name: z.string() }

// Enough for every reader of a line whose bytes were damaged and that is still JSON.
const event = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('ingest'), ...about, fileName: z.string(), sha256: z.string() }),
  z.looseObject({ kind: z.literal('refuse'), fileName: z.string(), problem: z.looseObject({ code: z.string() }) }),
  z.looseObject({
    kind: z.literal('revise'),
    ...about,
    revision: z.number(),
    why: z.string(),
    change: z.looseObject({ kind: z.enum(['cell', 'confirm', 'verdict', 'field', 'status']) }),
    revisionHash: z.string(),
  }),
  z.looseObject({ kind: z.literal('verify'), damaged: z.number() }),
  z.looseObject({ kind: z.literal('reread'), ...about, seal: z.string() }),
  z.looseObject({ kind: z.literal('migrate'), ...about, recordHash: z.string(), seal: z.string() }),
  z.looseObject({ kind: z.literal('export'), format: z.string(), name: z.string(), records: z.number() }),
  z.looseObject({ kind: z.literal('inspect'), report: z.string(), records: z.number(), seal: z.string() }),
  // Of a record with its seal, of an original with its SHA-256.
  z.looseObject({ kind: z.literal('repair'), ...about, seal: z.string().optional(), sha256: z.string().optional() }),
])

const line = z.looseObject({
  number: z.number().int().positive(),
  at: z.string(),
  who: z.string(),
  event,
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
