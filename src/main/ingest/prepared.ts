import { currentOf } from '../../shared/current.ts'
import { missingParts } from '../../shared/inspect.ts'
import { openCounts } from '../../shared/review.ts'
import { searchableOf } from '../index/searchable.ts'
import type { FileReading, Prepared } from './job.ts'

/** What archive and index need of a reading; undefined where no report was read. Pure, and run in the worker: it costs more than storing it. */
export function prepare(
  { document, report, messages }: Pick<FileReading, 'document' | 'report' | 'messages'>,
  name: string,
): Prepared | undefined {
  if (!report) return undefined
  const extraction = { reader: '', at: '', document, report, messages }
  const current = currentOf({ extraction, revisions: [] })
  return {
    searchable: searchableOf({ provenance: { name }, extraction }, report),
    open: openCounts(current),
    missing: missingParts(current.report),
  }
}
