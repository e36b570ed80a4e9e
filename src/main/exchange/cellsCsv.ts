import { currentOf } from '../../shared/current/current.ts'
import type { ArchiveRecord } from '../../shared/data/record.ts'
import { cellKey } from '../../shared/form/index.ts'

/**
 * Cells as CSV (RFC 4180: CRLF, quotes doubled), one cell a line. A text that a spreadsheet would take for a formula gets an apostrophe
 * before it (OWASP, CSV injection); `value` holds numbers alone and is left as it is.
 */

const columns = [
  ...['id', 'organization', 'year', 'title', 'publishedOn', 'regionCode', 'region', 'status'],
  ...['table', 'edition', 'row', 'column', 'state', 'value', 'raw', 'machine', 'confidence'],
] as const

function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (values: readonly (string | number | null)[]): string => `${values.map(field).join(',')}\r\n`

/** The byte order mark tells spreadsheets that it is UTF-8. */
export const csvHead = `\ufeff${line(columns)}`

/** Every cell of a record as it stands; `machine` is what had been read where a person corrected it. */
export function cellsCsv(record: ArchiveRecord): string {
  const { report, corrected, status } = currentOf(record)
  const { organization, year, title, publishedOn, region } = report
  const about = [record.id, organization, year, title, publishedOn, region?.code ?? null, region?.name ?? null, status]
  return report.tables
    .flatMap(({ key, edition, cells }) =>
      cells.map(cell => {
        const before = corrected.get(cellKey(key, cell.row, cell.column))
        const machine = before ? (before.raw ?? before.state) : null
        const { row, column, state, value, raw, confidence } = cell
        return line([...about, key, edition, row, column, state, value, raw, machine, confidence])
      }),
    )
    .join('')
}
