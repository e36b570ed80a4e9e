import type { Anchor } from '../../../shared/data/document.ts'
import type { Cell, OtherUnit, ReportTable } from '../../../shared/data/report.ts'
import { type Edition, formTable, type TableKey } from '../../../shared/form/index.ts'
import type { Weighing } from '../../../shared/trace/steps.ts'
import { type CellReading, readCell } from '../cells/cellState.ts'
import { confidences } from '../cells/confidence.ts'
import type { PlacedCell } from '../cells/tableRows.ts'
import type { FoundCell } from '../fit/columns.ts'

/** The official table with every cell of its edition, out of what was found. */

/** What was found for a cell; `label` is how surely its row is that row, `unit` another unit than the form's. */
export type Find = FoundCell & { readonly label: number; readonly unit?: OtherUnit }

/** What was found, by row and column key. */
export type Finds = ReadonlyMap<string, Find>

export const findKey = (row: string, column: string): string => `${row}/${column}`

function absent(row: string, column: string): Cell {
  return { row, column, state: 'absent', value: null, raw: null, confidence: 0, alternatives: [], anchor: null }
}

/**
 * How sure a cell is: the least of what its text, its witnesses, its row's label, its unit and its reader deserve.
 * @param note hears each of them, where the reading is traced
 */
export function weigh(
  { confidence, label, unit }: Find,
  cell: PlacedCell,
  reading: CellReading,
  note?: (of: Weighing, value: number) => void,
): number {
  // A cell that reaches in from the row above (or over several) says the same for each of them: somebody has to look.
  const merged = !cell.begins || cell.rowSpan > 1 ? confidences.merged : 1
  const pictured = cell.image && reading.state === 'blank' ? confidences.pictured : 1
  const otherUnit = unit ? confidences.torn : 1
  note?.('most', confidences.sure)
  note?.('text', reading.confidence)
  note?.('witnesses', confidence)
  note?.('label', label)
  note?.('reader', cell.confidence)
  note?.('unit', otherUnit)
  note?.('merged', merged)
  note?.('picture', pictured)
  return Math.min(confidences.sure, reading.confidence, confidence, label, cell.confidence, otherUnit, merged, pictured)
}

function cellOf(row: string, column: string, found: Find | undefined): Cell {
  if (!found?.cell) return absent(row, column)
  const { cell, rival } = found
  const reading = readCell(cell.text)
  const confidence = weigh(found, cell, reading)
  const other = rival ? readCell(rival.text).value : null
  const alternatives =
    other === null || other === reading.value
      ? reading.alternatives
      : [{ value: other, confidence: confidences.otherReading }, ...reading.alternatives]
  return {
    row,
    column,
    state: reading.state,
    value: reading.value,
    raw: reading.raw,
    confidence,
    alternatives,
    anchor: cell.anchor,
    ...(found.unit ? { unit: found.unit } : {}),
  }
}

/** Another reading of a cell, with where it is printed. */
export type Rival = { readonly value: number; readonly raw: string; readonly anchor: Anchor }

/** What the other way of reading a row found, by row and column key, where it found a number. */
export function rivalsOf(finds: Finds): ReadonlyMap<string, Rival> {
  const rivals = new Map<string, Rival>()
  for (const [key, { rival }] of finds) {
    const reading = rival ? readCell(rival.text) : null
    if (rival && reading?.state === 'number' && reading.value !== null && reading.raw !== null)
      rivals.set(key, { value: reading.value, raw: reading.raw, anchor: rival.anchor })
  }
  return rivals
}

/** The whole official table, every cell of the edition in order. */
export function makeTable(
  key: TableKey,
  edition: Edition,
  finds: Finds,
  rowAnchors: Readonly<Record<string, Anchor>>,
  columnAnchors: Readonly<Record<string, Anchor>>,
): ReportTable {
  const cells = formTable(key, edition).rows.flatMap(row =>
    row.columns.map(column => cellOf(row.key, column.key, finds.get(findKey(row.key, column.key)))),
  )
  return { key, edition, cells, rowAnchors, columnAnchors }
}
