import { currentOf } from '../../shared/current/current.ts'
import { openCounts } from '../../shared/current/review.ts'
import { missingParts } from '../../shared/inspecting/inspect.ts'
import { searchableOf, sortedAs } from '../index/text/searchable.ts'
import type { FileReading, Prepared } from './job.ts'

/** What archive and index need of a reading. Pure, and run in the worker: it costs more than storing it. */
export function prepare(
  { document, report, messages }: Pick<FileReading, 'document' | 'report' | 'messages'>,
  name: string,
): Prepared {
  const extraction = { reader: '', at: '', document, report, messages }
  const current = currentOf({ extraction, revisions: [] })
  const names = { organization: report?.organization ?? null, title: report?.title ?? null }
  return {
    searchable: searchableOf({ provenance: { name }, extraction }, names),
    sorted: sortedAs(names, name),
    open: openCounts(current),
    missing: missingParts(current.report),
  }
}
