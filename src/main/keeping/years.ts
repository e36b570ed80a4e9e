import { currentOf } from '../../shared/current/current.ts'
import type { ArchiveRecord, RecordId } from '../../shared/data/record.ts'
import type { Report } from '../../shared/data/report.ts'
import type { Archive } from '../archive/model.ts'
import type { Index } from '../index/model.ts'

/** Finds the report of the year before, which the checks between years need. */

type Years = Pick<Index, 'yearBefore'>

/** The record with the same organization's report for the year before; null where there is none. */
export function yearBefore(index: Years, record: ArchiveRecord): RecordId | null {
  const { organization, year } = currentOf(record).report
  return organization === null || year === null ? null : index.yearBefore(organization, year)
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
