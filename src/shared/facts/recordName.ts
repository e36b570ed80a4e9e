import { currentOf } from '../current/current.ts'
import type { ArchiveRecord } from '../data/record.ts'
import type { Report } from '../data/report.ts'

/** The name by which a person knows a report, wherever it is told of: as the report stands now, what a person corrected included. */

const printed = (text: string | null): string | null => text?.trim() || null

/** Its body, else its title, else its file. @param report as it stands; null where none could be read. */
export function reportName(report: Pick<Report, 'organization' | 'title'> | null, fileName: string): string {
  return printed(report?.organization ?? null) ?? printed(report?.title ?? null) ?? fileName
}

/** The same for a whole record. */
export function recordName(record: ArchiveRecord): string {
  return reportName(currentOf(record).report, record.provenance.name)
}

/** A name in a sentence about one of several years: 清河区人民政府 2023. */
export const nameAndYear = (name: string, year: number | null): string => (year === null ? name : `${name} ${year}`)
