import type { Extraction, FieldValue, Revised, Revision } from '../data/record.ts'
import { findCell, type Reading, type Report, type ReportField, reportFields, sameReading } from '../data/report.ts'
import { type CellKey, cellKey } from '../form/index.ts'

/** What people decided about a record, laid beside what readers found before and after. */

/** What a person decided, and what the machine had read when they did. */
type Decision<Value> = { readonly value: Value; readonly seen: Value; readonly revision: number }

/**
 * What stands by a person's word, whatever the machine reads: what they typed, what they confirmed having seen, and, once they marked
 * the report as reviewed, all of it. Without a newer reading only what was typed matters: the rest is what the machine reads.
 */
export type Decisions = {
  readonly cells: ReadonlyMap<CellKey, Decision<Reading>>
  readonly fields: ReadonlyMap<ReportField, Decision<FieldValue>>
}

/** Where a newer reading differs from what a person had decided. The person's value stays in force. */
export type Disagreement =
  | {
      readonly kind: 'cell'
      readonly cell: CellKey
      readonly before: Reading
      readonly person: Reading
      readonly machine: Reading
    }
  | {
      readonly kind: 'field'
      readonly field: ReportField
      readonly before: FieldValue
      readonly person: FieldValue
      readonly machine: FieldValue
    }

const absent: Reading = { state: 'absent', value: null, raw: null }

/** What the machine reads in a cell; `absent` where it found no table. */
export function readingIn(report: Report | null, cell: CellKey): Reading {
  const { state, value, raw } = (report && findCell(report, cell)) ?? absent
  return { state, value, raw }
}

/** Fields are plain values and compare as such. */
const fieldIn = (report: Report | null, field: ReportField): FieldValue => report?.[field] ?? null

/** The extraction that a revision was made over. */
function seenAt(record: Revised, revision: number): Extraction {
  return (record.earlier ?? []).find(item => revision <= item.revisions)?.extraction ?? record.extraction
}

/** Whether a revision takes a correction back to what the machine had read: then the cell follows the machine again. */
const takesBack = ({ act }: Revision, same: boolean) => act === 'undo' && same

export function decisionsOf(record: Revised): Decisions {
  const cells = new Map<CellKey, Decision<Reading>>()
  const fields = new Map<ReportField, Decision<FieldValue>>()
  /** What holds only as long as it is confirmed or the report is marked as reviewed. */
  const confirmed = new Map<CellKey, Decision<Reading>>()
  let vouched: Decisions | null = null
  for (const revision of record.revisions) {
    const { change, number } = revision
    const over = seenAt(record, number)
    const newer = over !== record.extraction
    const inForce = (cell: CellKey) => (cells.get(cell) ?? confirmed.get(cell))?.value ?? readingIn(over.report, cell)
    switch (change.kind) {
      case 'cell': {
        const seen = readingIn(over.report, change.cell)
        if (takesBack(revision, sameReading(change.after, seen))) cells.delete(change.cell)
        else cells.set(change.cell, { value: change.after, seen, revision: number })
        break
      }
      case 'field': {
        const seen = fieldIn(over.report, change.field)
        if (takesBack(revision, change.after === seen)) fields.delete(change.field)
        else fields.set(change.field, { value: change.after, seen, revision: number })
        break
      }
      case 'confirm':
        for (const cell of change.cells) {
          const known = cells.get(cell)
          if (known && change.after) cells.set(cell, { ...known, seen: readingIn(over.report, cell), revision: number })
          // What they saw stays, though the machine may read the cell otherwise by now.
          if (change.after && (newer || confirmed.has(cell)))
            confirmed.set(cell, { value: inForce(cell), seen: readingIn(over.report, cell), revision: number })
          else confirmed.delete(cell)
        }
        break
      case 'status':
        vouched = change.after === 'reviewed' && newer ? allOf(over.report, number) : null
        break
      case 'verdict':
        break
    }
  }
  return {
    cells: new Map([...(vouched?.cells ?? []), ...confirmed, ...cells]),
    fields: new Map([...(vouched?.fields ?? []), ...fields]),
  }
}

/** Everything that the machine had read of a report which a person then marked as reviewed. */
function allOf(report: Report | null, revision: number): Decisions {
  const cells = (report?.tables ?? []).flatMap(table =>
    table.cells.map((cell): [CellKey, Decision<Reading>] => {
      const key = cellKey(table.key, cell.row, cell.column)
      const seen = readingIn(report, key)
      return [key, { value: seen, seen, revision }]
    }),
  )
  const fields = reportFields.map((field): [ReportField, Decision<FieldValue>] => {
    const seen = fieldIn(report, field)
    return [field, { value: seen, seen, revision }]
  })
  return { cells: new Map(cells), fields: new Map(report ? fields : []) }
}

/** What a person decided over an earlier reading, where the newest one says neither that nor what the earlier one said. */
export function disagreementsOf(record: Revised, decided: Decisions): readonly Disagreement[] {
  const last = record.earlier?.at(-1)?.revisions ?? 0
  if (last === 0) return []
  const { report } = record.extraction
  const found: Disagreement[] = []
  for (const [field, { value: person, seen: before, revision }] of decided.fields) {
    const machine = fieldIn(report, field)
    if (revision <= last && machine !== before && machine !== person)
      found.push({ kind: 'field', field, before, person, machine })
  }
  for (const [cell, { value: person, seen: before, revision }] of decided.cells) {
    const machine = readingIn(report, cell)
    if (revision <= last && !sameReading(machine, before) && !sameReading(machine, person))
      found.push({ kind: 'cell', cell, before, person, machine })
  }
  return found
}
