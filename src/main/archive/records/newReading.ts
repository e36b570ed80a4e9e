import { currentOf } from '../../../shared/current/current.ts'
import type { ArchiveRecord, Extraction } from '../../../shared/data/record.ts'
import type { Reread } from '../model.ts'

/**
 * Puts a new reading in the place of the old one. What a person decided stays in force; a reading that they decided over is kept, so
 * that it stays provable and both can be compared.
 */
export function withReading(record: ArchiveRecord, extraction: Extraction): Reread {
  const { extraction: old, earlier = [], revisions, ...facts } = record
  const since = revisions.length > (earlier.at(-1)?.revisions ?? 0)
  const kept = since ? [...earlier, { extraction: old, revisions: revisions.length }] : earlier
  const next: ArchiveRecord = {
    ...facts,
    extraction,
    ...(kept.length > 0 ? { earlier: kept } : {}),
    revisions,
  }
  return { record: next, disagreements: currentOf(next).disagreements }
}
