import type { Suspect } from '../../../shared/checks/index.ts'
import { type Current, currentOf } from '../../../shared/current.ts'
import type { CellKey, TableKey } from '../../../shared/form/index.ts'
import type { ArchiveRecord } from '../../../shared/record.ts'
import { type Waiting, withWaiting } from './changes.ts'
import { agreeingCells, type Judged, judgeSums, suspectsOf } from './judge.ts'
import { type Line, reviewLines } from './lines.ts'
import { cellLooks, type Look } from './looks.ts'

/** What follows from the record and the changes still under way to the disk. */
export type Derived = {
  /** The record with the waiting changes as revisions. */
  readonly shown: ArchiveRecord
  readonly current: Current
  readonly judged: ReadonlyMap<TableKey, readonly Judged[]>
  readonly suspects: ReadonlyMap<TableKey, readonly Suspect[]>
  readonly lines: readonly Line[]
  readonly looks: ReadonlyMap<CellKey, Look>
  readonly agreeing: ReadonlySet<CellKey>
}

/** Checks run here live, on what is on the screen. `before` keeps what did not change identical. */
export function derive(record: ArchiveRecord, waiting: readonly Waiting[], before: Derived | null): Derived {
  let shown = record
  let current = currentOf(record)
  for (const change of waiting) {
    shown = withWaiting(shown, change, current)
    current = currentOf(shown)
  }
  const { tables } = current.report
  const judged = new Map(tables.map(table => [table.key, judgeSums(table, current)]))
  const suspects = new Map(tables.map(table => [table.key, suspectsOf(table, current)]))
  const agreeing = new Set(
    tables.flatMap(table => [...agreeingCells(judged.get(table.key) ?? [], suspects.get(table.key) ?? [])]),
  )
  const looks = cellLooks(current, suspects, before?.looks ?? new Map())
  for (const [key, look] of looks) if (look.state !== 'number' || look.doubtful) agreeing.delete(key)
  return { shown, current, judged, suspects, lines: reviewLines(current, judged, suspects), looks, agreeing }
}
