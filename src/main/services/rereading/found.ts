import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ArchiveRecord, RecordId } from '../../../shared/record.ts'
import type { RereadRow } from '../../../shared/rereading.ts'
import type { Archive } from '../../archive/model.ts'

/** What a look at one record found, and what it looked at: a record that moved on is looked at again. */
export type Found = {
  readonly id: RecordId
  readonly stamp: string
  readonly kind: 'same' | 'places' | 'changed' | 'worse'
  readonly row: RereadRow | null
}

const head = z.object({ readers: z.string() })
const line = z.looseObject({ id: z.string(), stamp: z.string(), kind: z.enum(['same', 'places', 'changed', 'worse']) })

/** What a look depends on: the reading that is there, and what a person made of it. */
export const stampOf = ({ extraction, revisions }: ArchiveRecord) =>
  `${extraction.reader} ${extraction.at} ${revisions.length}`

/** What was found so far, so that a look that was stopped, also by closing the application, goes on where it was. */
export type FoundStore = {
  readonly known: (record: ArchiveRecord) => Found | null
  readonly add: (found: Found) => void
}

/**
 * `rereading.jsonl` in the archive's folder: derived, thrown away when the readers change or it cannot be read. An archive that may
 * only be read is looked at without it.
 */
export function openFound(archive: Archive, readers: string): FoundStore {
  const file = join(archive.folder, 'rereading.jsonl')
  const kept = archive.readOnly === null
  const all = new Map<RecordId, Found>()
  const begin = () => kept && writeFileSync(file, `${JSON.stringify({ readers })}\n`)
  try {
    const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n')
    if (head.parse(JSON.parse(first)).readers !== readers) begin()
    else
      for (const text of lines.filter(Boolean)) {
        const found = line.parse(JSON.parse(text))
        // The row was written by us from a typed value.
        all.set(found.id, found as unknown as Found)
      }
  } catch {
    // Not there, or cut off in the middle of a line: what is known so far is as good as nothing known.
    all.clear()
    begin()
  }
  return {
    known: record => {
      const found = all.get(record.id)
      return found?.stamp === stampOf(record) ? found : null
    },
    add: found => {
      all.set(found.id, found)
      if (kept) appendFileSync(file, `${JSON.stringify(found)}\n`)
    },
  }
}
