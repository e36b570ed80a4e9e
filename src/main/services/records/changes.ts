import type { WantedChange } from '../../../shared/api.ts'
import { currentOf, standsConfirmed } from '../../../shared/current/current.ts'
import type { ArchiveRecord, Change } from '../../../shared/data/record.ts'
import { findCell, type Reading, type Report } from '../../../shared/data/report.ts'
import { type CellKey, findFormCell, splitCellKey } from '../../../shared/form/index.ts'

/** Changes of a record as the window asks for them, made from the record as it stands. */

function readingOf(report: Report, cell: CellKey): Reading {
  const found = findCell(report, cell)
  return found
    ? { state: found.state, value: found.value, raw: found.raw }
    : { state: 'absent', value: null, raw: null }
}

/** A cell of the edition the report's table has; for a table that was not found, of either edition. */
function isCellOf(report: Report, cell: CellKey): boolean {
  const table = report.tables.find(item => item.key === splitCellKey(cell)?.table)
  if (table) return findFormCell(cell, table.edition) !== null
  return findFormCell(cell, '2021') !== null || findFormCell(cell, '2019') !== null
}

function fits(record: ArchiveRecord, report: Report, wanted: WantedChange): boolean {
  switch (wanted.kind) {
    case 'cell':
      return isCellOf(report, wanted.cell) && (wanted.after.state === 'number') === (wanted.after.value !== null)
    case 'confirm':
    case 'verdict':
      return wanted.cells.every(cell => isCellOf(report, cell))
    case 'field':
      return wanted.after === null || (typeof wanted.after === 'number') === (wanted.field === 'year')
    case 'status':
      return wanted.after !== 'unread' || record.extraction.report === null
  }
}

/**
 * The whole change for a wanted one: `before` is what the record holds now. Null when the change does not fit the record: a cell
 * that its form does not have, a number without a value, a word for a year.
 */
export function wholeChange(record: ArchiveRecord, wanted: WantedChange): Change | null {
  const current = currentOf(record)
  if (!fits(record, current.report, wanted)) return null
  switch (wanted.kind) {
    case 'cell':
      return { ...wanted, before: readingOf(current.report, wanted.cell) }
    case 'confirm': {
      // Only the cells that change, so that taking the change back restores exactly what was.
      const holds = (cell: CellKey) => (wanted.after ? standsConfirmed(current, cell) : current.confirmed.has(cell))
      const cells = wanted.cells.filter(cell => holds(cell) !== wanted.after)
      // Confirmed before a newer reading said otherwise: taking this back leaves it confirmed.
      const again = cells.length > 0 && cells.every(cell => current.confirmed.has(cell))
      return { ...wanted, cells: [...new Set(cells)], before: again }
    }
    case 'verdict':
      return { ...wanted, before: current.verdicts.get(wanted.finding)?.verdict ?? null }
    case 'field':
      return { ...wanted, before: current.report[wanted.field] }
    case 'status':
      return { ...wanted, before: current.status }
  }
}
