import type { ReportTable } from '../../../shared/data/report.ts'
import { tableNumbers } from '../../../shared/facts/tableNumbers.ts'
import { type CellKey, findFormCell, splitCellKey } from '../../../shared/form/index.ts'
import type { Message } from '../../../shared/messages/index.ts'

/** The readings that a cell's reading was preferred to because the sums agree with it (“8 / 6”); null where nothing was chosen so. */
export function chosenOver(messages: readonly Message[], tables: readonly ReportTable[], cell: CellKey): string | null {
  const key = splitCellKey(cell)?.table
  const form = findFormCell(cell, tables.find(table => table.key === key)?.edition ?? '2021')
  if (!key || !form) return null
  const about = messages.find(
    ({ code, params }) =>
      code === 'recognition.chosenBySums' &&
      params.table === tableNumbers[key] &&
      params.row === form.row.label &&
      params.column === form.column.label,
  )
  return about ? String(about.params.others ?? '') : null
}
