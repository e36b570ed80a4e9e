import { currentOf } from '../../shared/current.ts'
import type { ArchiveRecord, RecordId } from '../../shared/record.ts'
import type { Report } from '../../shared/report.ts'
import type { Archive } from '../archive/model.ts'
import type { Index } from '../index/model.ts'

type Years = Pick<Index, 'ofYear'>

/** The record of the same organization some years away, as the index knows it. Null for a record without organization or year. */
export function yearsAway(index: Years, record: ArchiveRecord, by: number): RecordId | null {
  const { organization, year } = currentOf(record).report
  const found = organization === null || year === null ? null : index.ofYear(organization, year + by)
  return found === record.id ? null : found
}

/** The report of the same organization for the year before, as it stands; null where there is none or it cannot be read. */
export async function previousReport(
  archive: Pick<Archive, 'record'>,
  index: Years,
  record: ArchiveRecord,
): Promise<Report | null> {
  const id = yearsAway(index, record, -1)
  const found = id === null ? null : await archive.record(id)
  return found?.ok ? currentOf(found.value).report : null
}
