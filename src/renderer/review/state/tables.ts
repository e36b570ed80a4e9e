import type { Current } from '../../../shared/current/current.ts'
import type { ArchiveRecord } from '../../../shared/data/record.ts'
import type { ReportTable } from '../../../shared/data/report.ts'
import { editionOfYear } from '../../../shared/facts/edition.ts'
import type { Edition, TableKey } from '../../../shared/form/index.ts'
import { type FormLayout, formLayout } from '../../../shared/form/layout.ts'

/** The edition in which a table that was not found is typed by hand; the same rule as `currentOf`. */
export function editionByHand(record: ArchiveRecord): Edition {
  return editionOfYear(record.extraction.report?.year ?? null)
}

export function tableFound(current: Current, key: TableKey): ReportTable | null {
  const table = current.report.tables.find(item => item.key === key)
  return table?.cells.some(cell => cell.state !== 'absent') ? table : null
}

/** The printed layout of a table: of its own edition, or of the one it is typed in by hand. */
export function layoutOf(record: ArchiveRecord, current: Current, key: TableKey): FormLayout {
  const table = current.report.tables.find(item => item.key === key)
  return formLayout(key, table?.edition ?? editionByHand(record))
}
