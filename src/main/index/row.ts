import { currentOf } from '../../shared/current/current.ts'
import { noneOpen, type OpenCounts, openCounts } from '../../shared/current/review.ts'
import type { CatalogueRow } from '../../shared/data/catalogue.ts'
import type { ArchiveRecord } from '../../shared/data/record.ts'
import { findCell, type Report } from '../../shared/data/report.ts'
import { reportName } from '../../shared/facts/recordName.ts'
import { cellKey } from '../../shared/form/index.ts'
import type { Who } from './known.ts'

/** Makes the catalogue's row of a record. */

function requestTotal(report: Report, row: string): number | null {
  const cell = findCell(report, cellKey('requests', row, 'total'))
  return cell?.state === 'number' ? cell.value : null
}

/**
 * What lists show of a record; `previous` is the report of the year before, for the checks between years. A source that nobody
 * has read (未读出) has no findings: there is nothing to judge yet. `counted` are the open findings of the bare reading, where somebody
 * has counted them.
 */
export function catalogueRow(
  record: ArchiveRecord,
  previous: Report | null = null,
  counted: OpenCounts | null = null,
): CatalogueRow {
  const current = currentOf(record)
  const { report } = current
  const fresh = previous === null && record.revisions.length === 0 ? counted : null
  const open = current.status === 'unread' ? noneOpen : (fresh ?? openCounts(current, { previous }))
  return {
    id: record.id,
    name: reportName(report, record.provenance.name),
    title: report.title,
    organization: report.organization,
    year: report.year,
    publishedOn: report.publishedOn,
    status: current.status,
    ...open,
    // A newer reader may know a format that was unknown when the source came in.
    format: record.extraction.document?.format ?? record.source.format,
    bytes: record.source.bytes,
    fileName: record.provenance.name,
    importedAt: record.provenance.importedAt,
    reviewer: record.revisions.at(-1)?.who ?? null,
    newRequests: requestTotal(report, 'newRequests'),
    concluded: requestTotal(report, 'concluded'),
    carriedForward: requestTotal(report, 'carriedForward'),
  }
}

/** What other records' checks between years need of a record, without counting anything. */
export function whoOf(record: ArchiveRecord): Who {
  const { report, status } = currentOf(record)
  const { id, provenance } = record
  return { id, organization: report.organization, year: report.year, status, importedAt: provenance.importedAt }
}
