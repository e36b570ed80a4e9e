import { currentOf, sameReading } from '../../shared/current.ts'
import type { CellKey } from '../../shared/form/index.ts'
import type { ArchiveRecord, Extraction, FieldValue } from '../../shared/record.ts'
import { findCell, type Reading, type ReportField } from '../../shared/report.ts'

/** Where a new reading differs from what stood there when a person changed it. The person's value stays in force. */
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

export type Reread = { readonly record: ArchiveRecord; readonly disagreements: readonly Disagreement[] }

const absent: Reading = { state: 'absent', value: null, raw: null }

/** What a person's first change of each cell and fact was made over, against what the machine reads now. */
function disagreementsOf(record: ArchiveRecord, extraction: Extraction): readonly Disagreement[] {
  const { report } = currentOf(record)
  const found: Disagreement[] = []
  const seen = new Set<string>()
  for (const { change } of record.revisions) {
    if (change.kind === 'cell' && !seen.has(change.cell)) {
      seen.add(change.cell)
      const machine = (extraction.report && findCell(extraction.report, change.cell)) ?? absent
      const person = findCell(report, change.cell) ?? change.after
      if (!sameReading(machine, change.before) && !sameReading(machine, person))
        found.push({
          kind: 'cell',
          cell: change.cell,
          before: change.before,
          person: plain(person),
          machine: plain(machine),
        })
    }
    if (change.kind === 'field' && !seen.has(change.field)) {
      seen.add(change.field)
      const machine = extraction.report?.[change.field] ?? null
      const person = report[change.field]
      if (machine !== change.before && machine !== person)
        found.push({ kind: 'field', field: change.field, before: change.before, person, machine })
    }
  }
  return found
}

const plain = ({ state, value, raw }: Reading): Reading => ({ state, value, raw })

/**
 * Puts a new reading in the place of the old one. Revisions are applied to it as they stand, so the person wins; the old reading is
 * kept where revisions were made over it, so that they stay provable.
 */
export function withReading(record: ArchiveRecord, extraction: Extraction): Reread {
  const { extraction: old, earlier = [], revisions, ...facts } = record
  const kept = revisions.length > 0 ? [...earlier, { extraction: old, revisions: revisions.length }] : earlier
  const next: ArchiveRecord = {
    ...facts,
    extraction,
    ...(kept.length > 0 ? { earlier: kept } : {}),
    revisions,
  }
  return { record: next, disagreements: disagreementsOf(record, extraction) }
}
