import type { Change, RecordStatus, Revised, Revision, Verdict } from '../data/record.ts'
import { type Cell, type Reading, type Report, type ReportTable, sameReading } from '../data/report.ts'
import { editionOfYear } from '../facts/edition.ts'
import { type CellKey, cellKey, formCells, type TableKey, tableKeys } from '../form/index.ts'
import { type Disagreement, decisionsOf, disagreementsOf } from './decisions.ts'

/** A record as it stands: the extraction with its revisions applied. */
export type Current = {
  readonly report: Report
  /** What the machine had read, for every corrected cell. */
  readonly corrected: ReadonlyMap<CellKey, Reading>
  readonly confirmed: ReadonlySet<CellKey>
  readonly verdicts: ReadonlyMap<string, { readonly verdict: Verdict; readonly cells: readonly CellKey[] }>
  readonly status: RecordStatus
  /** Where the source was read again and differs from what a person had decided before; the person's word stands. */
  readonly disagreements: readonly Disagreement[]
}

const emptyReport: Report = {
  title: null,
  organization: null,
  year: null,
  publishedOn: null,
  region: null,
  sections: [],
  tables: [],
  fieldAnchors: {},
  kind: null,
  period: null,
  documentNumber: null,
  unsure: [],
}

/** A table with every cell absent, into which a person can type a table that the machine did not find. */
export function absentTable(key: TableKey, edition: ReportTable['edition']): ReportTable {
  const cells = formCells(key, edition).map(
    ({ row, column }): Cell => ({
      row: row.key,
      column: column.key,
      state: 'absent',
      value: null,
      raw: null,
      confidence: 1,
      alternatives: [],
      anchor: null,
    }),
  )
  return { key, edition, cells, rowAnchors: {}, columnAnchors: {} }
}

/** Applies the record's revisions in order. Status: what a person set last; else 核对中 once anyone changed anything; else 待核 or 未读出. */
export function currentOf(record: Revised): Current {
  const base = record.extraction.report ?? emptyReport
  const confirmed = new Set<CellKey>()
  const verdicts = new Map<string, { verdict: Verdict; cells: readonly CellKey[] }>()
  let status: RecordStatus = record.extraction.report ? 'pending' : 'unread'
  const decided = decisionsOf(record)
  for (const { change } of record.revisions) {
    if (change.kind !== 'status' && status === 'pending') status = 'reviewing'
    switch (change.kind) {
      case 'confirm':
        for (const cell of change.cells) change.after ? confirmed.add(cell) : confirmed.delete(cell)
        break
      case 'verdict':
        if (change.after) verdicts.set(change.finding, { verdict: change.after, cells: change.cells })
        else verdicts.delete(change.finding)
        break
      case 'status':
        status = change.after
        break
      case 'cell':
      case 'field':
        break
    }
  }
  const corrected = new Map<CellKey, Reading>()
  const tables = tableKeys.flatMap(key => {
    const typed = [...decided.cells.keys()].some(cell => cell.startsWith(`${key}/`))
    const edition = editionOfYear(base.year)
    const table = base.tables.find(item => item.key === key) ?? (typed ? absentTable(key, edition) : null)
    if (!table) return []
    const cells = table.cells.map(cell => {
      const id = cellKey(key, cell.row, cell.column)
      const reading = decided.cells.get(id)?.value
      if (!reading || sameReading(reading, cell)) return cell
      corrected.set(id, { state: cell.state, value: cell.value, raw: cell.raw })
      // What a person typed is in the form's unit.
      const { unit: _, ...read } = cell
      return { ...read, ...reading, confidence: 1 }
    })
    return [{ ...table, cells }]
  })
  const fields = Object.fromEntries([...decided.fields].map(([field, { value }]) => [field, value]))
  // What a person set is sure. Records of earlier versions say nothing of what is unsure.
  const unsure = (base.unsure ?? []).filter(fact => !(fact in fields))
  const report: Report = { ...base, ...fields, tables, unsure }
  return { report, corrected, confirmed, verdicts, status, disagreements: disagreementsOf(record, decided) }
}

/** Whether a cell was confirmed and no newer reading asks anew. */
export function standsConfirmed(current: Current, cell: CellKey): boolean {
  return current.confirmed.has(cell) && !current.disagreements.some(item => item.kind === 'cell' && item.cell === cell)
}

/** The change that takes `change` back. */
export function reverseOf(change: Change): Change {
  switch (change.kind) {
    case 'cell':
      return { ...change, before: change.after, after: change.before }
    case 'confirm':
      return { ...change, before: change.after, after: change.before }
    case 'verdict':
      return { ...change, before: change.after, after: change.before }
    case 'field':
      return { ...change, before: change.after, after: change.before }
    case 'status':
      return { ...change, before: change.after, after: change.before }
  }
}

function stacks(revisions: readonly Revision[]): { done: Revision[]; undone: Revision[] } {
  const done: Revision[] = []
  const undone: Revision[] = []
  for (const revision of revisions) {
    switch (revision.act) {
      case 'edit':
      case 'restore':
        done.push(revision)
        undone.length = 0
        break
      case 'undo':
        done.pop()
        undone.push(revision)
        break
      case 'redo':
        undone.pop()
        done.push(revision)
        break
    }
  }
  return { done, undone }
}

/** The revision that Ctrl+Z takes back (an edit, a restore or a redo), null when there is none. */
export function undoTarget(revisions: readonly Revision[]): Revision | null {
  return stacks(revisions).done.at(-1) ?? null
}

/** The undo that Ctrl+Y takes back, null when there is none; any new edit clears it. */
export function redoTarget(revisions: readonly Revision[]): Revision | null {
  return stacks(revisions).undone.at(-1) ?? null
}
