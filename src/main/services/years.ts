import type { CatalogueRow } from '../../shared/catalogue.ts'
import { currentOf } from '../../shared/current.ts'
import type { ArchiveRecord, RecordId } from '../../shared/record.ts'
import type { Report } from '../../shared/report.ts'
import type { Archive } from '../archive/model.ts'
import type { Index } from '../index/model.ts'

type Years = Pick<Index, 'ofYear' | 'kinOfYear'>

/** The records of the same organization some years away, newest first. None for a record without organization or year. */
export function yearsAway(index: Years, record: ArchiveRecord, by: number): readonly RecordId[] {
  const { organization, year } = currentOf(record).report
  return organization === null || year === null ? [] : index.ofYear(organization, year + by, year)
}

/**
 * The records whose year before may be another one when a body has or loses a report: those of the next year, and those of the same
 * year, for a body under another name may have stood in for it. `body` is whose report of which year it is.
 */
export function touchedBy(
  index: Years,
  row: Pick<CatalogueRow, 'organization' | 'year'> | null,
): { readonly body: string; readonly now: readonly RecordId[]; readonly next: readonly RecordId[] } {
  const { organization = null, year = null } = row ?? {}
  if (organization === null || year === null) return { body: '', now: [], next: [] }
  const [now, next] = [index.kinOfYear(organization, year), index.kinOfYear(organization, year + 1)]
  return { body: `${year} ${organization}`, now, next }
}

/** The record with the same organization's report for the year before; null where there is none. */
export function yearBefore(index: Years, record: ArchiveRecord): RecordId | null {
  return yearsAway(index, record, -1)[0] ?? null
}

/** The report of the same organization for the year before, as it stands; null where there is none or it cannot be read. */
export async function previousReport(
  archive: Pick<Archive, 'record'>,
  index: Years,
  record: ArchiveRecord,
): Promise<Report | null> {
  return await currentReport(archive, yearBefore(index, record))
}

/** A record's report as it stands; null for none and for one that cannot be read. */
export async function currentReport(archive: Pick<Archive, 'record'>, id: RecordId | null): Promise<Report | null> {
  const found = id === null ? null : await archive.record(id)
  return found?.ok ? currentOf(found.value).report : null
}
