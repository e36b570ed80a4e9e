import type { CheckContext, Suspect } from '../../../shared/checks/index.ts'
import type { Current } from '../../../shared/current/current.ts'
import * as review from '../../../shared/current/review.ts'
import type { Reading } from '../../../shared/data/report.ts'
import { type CellKey, cellKey, formCells, splitCellKey, type TableKey, tableKeys } from '../../../shared/form/index.ts'

export type Tab = TableKey | 'text' | 'fields'
export const tabs: readonly Tab[] = ['disclosure', 'requests', 'proceedings', 'text', 'fields']

export type Settled = review.Answer | 'corrected'

/** What was corrected stays in the list, though nothing is asked about it any more. */
type Corrected = {
  readonly kind: 'corrected'
  readonly id: string
  readonly cells: readonly CellKey[]
  readonly settled: 'corrected'
  readonly before: Reading
  readonly after: Reading
}

/** One line of the review list and the tab it belongs to. */
export type Line = (review.ReviewItem | Corrected) & { readonly tab: Tab }

export type Severity = 'error' | 'warning' | 'hint'

export function severityOf(line: Line): Severity {
  return line.kind === 'corrected' ? 'warning' : review.severityOf(line)
}

/** The table a cell key belongs to. */
export function tableOf(cell: CellKey): TableKey {
  return splitCellKey(cell)?.table ?? 'requests'
}

const formOrder = new Map<CellKey, number>(
  (['2019', '2021'] as const).flatMap(edition =>
    tableKeys.flatMap((table, at) =>
      formCells(table, edition).map(({ key }, index): [CellKey, number] => [key, at * 1000 + index]),
    ),
  ),
)
const rank = { error: 0, warning: 1, hint: 2 } as const
const place = (line: Line) => (line.cells[0] ? (formOrder.get(line.cells[0]) ?? 0) : -1)

function correctedLines(current: Current): readonly Line[] {
  return [...current.corrected].flatMap(([cell, before]): readonly Line[] => {
    // A table typed by hand is no list of corrections.
    if (before.state === 'absent') return []
    const [table, row, column] = cell.split('/')
    const after = current.report.tables
      .find(item => item.key === table)
      ?.cells.find(item => item.row === row && item.column === column)
    if (!after) return []
    const base = { id: `corrected:${cell}`, tab: tableOf(cell), cells: [cell], settled: 'corrected' } as const
    return [{ ...base, kind: 'corrected', before, after }]
  })
}

function tabOf(item: review.ReviewItem): Tab {
  const [cell] = item.cells
  if (item.kind === 'doubt') return cell ? tableOf(cell) : 'requests'
  const [finding] = item.findings
  if (finding?.passage) return 'text'
  return finding?.table ?? (finding?.section ? 'text' : 'fields')
}

/** The list of what a person should look at: settled lines first, then errors, doubts and hints, each in the order of the form. */
export function reviewLines(current: Current, context: CheckContext): readonly Line[] {
  const items = review.reviewItems(current, context).map((item): Line => ({ ...item, tab: tabOf(item) }))
  return [...correctedLines(current), ...items].toSorted(
    (a, b) =>
      Number(a.settled === null) - Number(b.settled === null) ||
      (a.settled ? 0 : rank[severityOf(a)] - rank[severityOf(b)]) ||
      place(a) - place(b),
  )
}

/** The next (or the one before) unsettled line after the current one, going round; null when all are settled. */
export function nextLine(lines: readonly Line[], current: string | null, backwards: boolean): Line | null {
  const at = lines.findIndex(line => line.id === current)
  const order = backwards
    ? [...lines.slice(0, Math.max(at, 0)).toReversed(), ...lines.slice(Math.max(at, 0)).toReversed()]
    : [...lines.slice(at + 1), ...lines.slice(0, at + 1)]
  return order.find(line => line.settled === null) ?? null
}

/** Open lines of one tab. */
export function openIn(lines: readonly Line[], tab: Tab): number {
  return lines.filter(line => line.tab === tab && line.settled === null).length
}

/** Whether two cells only have to change places. */
export function areSwapped(suspects: readonly Suspect[], now: ReadonlyMap<CellKey, Reading>): boolean {
  const [a, b] = suspects
  const value = (cell: CellKey) => now.get(cell)?.value ?? 0
  return (
    suspects.length === 2 &&
    a !== undefined &&
    b !== undefined &&
    value(a.cell) === b.value &&
    value(b.cell) === a.value
  )
}

/** Used to name a cell's row in lists of several cells: whether all of them stand in one row. */
export function sameRow(cells: readonly CellKey[]): boolean {
  return new Set(cells.map(cell => cell.slice(0, cell.lastIndexOf('/')))).size === 1
}

/** The cell key of a table's cell. */
export function keyOf(table: TableKey, cell: { readonly row: string; readonly column: string }): CellKey {
  return cellKey(table, cell.row, cell.column)
}
