import type { ArchiveRecord, Extraction } from '../../../shared/data/record.ts'
import type { Detail } from '../model.ts'
import { withReadingFacts } from './readingFacts.ts'

/**
 * The form of a record. Form 2 holds nothing that only one computer needs to know (see `local/`). A record of form 1 came with an archive of
 * schema 1 or 2, or comes in a bag that such an archive made.
 */
export const recordForm = 2

/** A reading without the details of its messages, and these. */
export function withoutDetails(extraction: Extraction): {
  readonly extraction: Extraction
  readonly details: readonly Detail[]
} {
  const details = extraction.messages.flatMap(({ code, detail }) => (detail === undefined ? [] : [{ code, detail }]))
  const messages = extraction.messages.map(({ detail: _, ...message }) => message)
  return { extraction: { ...extraction, messages }, details }
}

export type Upgraded = {
  readonly record: ArchiveRecord
  readonly path: string | null
  readonly details: readonly Detail[]
}

/**
 * A record of form 1 in form 2. The journal proves the outcome and a record is brought back from an old copy through it, so what it gives for
 * a record may never change again.
 */
export function upgraded(record: ArchiveRecord): Upgraded {
  if (record.schema === recordForm) return { record, path: null, details: [] }
  const { path = null, ...provenance } = record.provenance
  const { extraction, details } = withoutDetails(record.extraction)
  const before = record.earlier?.map(item => ({ ...item, ...withoutDetails(item.extraction) }))
  const earlier = before?.map(({ details: _, ...item }) => ({ ...item, extraction: withReadingFacts(item.extraction) }))
  const next: ArchiveRecord = {
    ...record,
    schema: recordForm,
    provenance,
    extraction: withReadingFacts(extraction),
    ...(earlier ? { earlier } : {}),
  }
  return { record: next, path, details: [...(before ?? []).flatMap(item => item.details), ...details] }
}
