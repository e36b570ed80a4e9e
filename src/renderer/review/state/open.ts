import type { RecordView } from '../../../shared/api.ts'
import type { CellKey } from '../../../shared/form/index.ts'
import type { ReviewPlace } from '../../places.ts'
import { derive } from './derive.ts'
import { type Desk, namesOf } from './desk.ts'
import { type Line, type Tab, tableOf } from './lines.ts'
import { placeOfLine } from './passage.ts'
import { layoutOf, tableFound } from './tables.ts'

function firstPlace(lines: readonly Line[], at: ReviewPlace | null): { line: Line | null; cell: CellKey | null } {
  if (at?.kind === 'cell') {
    const line = lines.find(item => item.settled === null && item.cells.includes(at.cell)) ?? null
    return { line, cell: at.cell }
  }
  const line = lines.find(item => item.settled === null) ?? null
  return at === null ? { line, cell: line?.cells[0] ?? null } : { line: null, cell: null }
}

/** The desk as a record opens: at the place that was asked for, else at its first open finding. */
export function openDesk({ record, sourceIntact, previous }: RecordView, at: ReviewPlace | null): Desk {
  const derived = derive(record, [], null, previous)
  const { line, cell } = firstPlace(derived.lines, at)
  const found = derived.current.report.tables[0]?.key ?? 'requests'
  const wanted: Tab = cell
    ? tableOf(cell)
    : (line?.tab ?? (tableFound(derived.current, 'requests') ? 'requests' : found))
  const table = wanted === 'text' || wanted === 'fields' ? null : wanted
  const layout = table ? layoutOf(record, derived.current, table) : null
  const drawn = table !== null && tableFound(derived.current, table) !== null
  const first = layout?.cells.find(item => item.kind === 'number')?.id ?? null
  const focus = drawn ? (cell ?? (at === null ? first : null)) : null
  return {
    ...derived,
    record,
    sourceIntact,
    previous,
    waiting: [],
    saving: false,
    savedAt: null,
    problem: null,
    problemShown: false,
    tab: wanted,
    focus,
    named: namesOf(layout, focus),
    line: line?.id ?? null,
    draft: null,
    note: null,
    byHand: new Set(),
    target: at?.kind === 'block' ? at : line && !focus ? placeOfLine(line, derived.current.report) : null,
    history: null,
    rereading: false,
    tracing: false,
    notice: null,
    grab: focus ? 1 : 0,
  }
}
