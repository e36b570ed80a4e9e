import { type Current, currentOf } from '../../../shared/current/current.ts'
import {
  agreeingCells,
  type JudgedSum,
  judgeSums,
  type Suspicion,
  suspicionsOf,
} from '../../../shared/current/judgedSums.ts'
import type { ArchiveRecord } from '../../../shared/data/record.ts'
import type { Report } from '../../../shared/data/report.ts'
import type { CellKey, TableKey } from '../../../shared/form/index.ts'
import { type Waiting, withWaiting } from './changes.ts'
import { type Line, reviewLines } from './lines.ts'
import { cellLooks, type Look } from './looks.ts'

/** What follows from the record and the changes still under way to the disk. */
export type Derived = {
  /** The record with the waiting changes as revisions. */
  readonly shown: ArchiveRecord
  readonly current: Current
  readonly judged: ReadonlyMap<TableKey, readonly JudgedSum[]>
  readonly suspicions: ReadonlyMap<TableKey, readonly Suspicion[]>
  readonly lines: readonly Line[]
  readonly looks: ReadonlyMap<CellKey, Look>
  readonly agreeing: ReadonlySet<CellKey>
}

/** Checks run here live, on what is on the screen and against the year before. `before` keeps what did not change identical. */
export function derive(
  record: ArchiveRecord,
  waiting: readonly Waiting[],
  before: Derived | null,
  previous: Report | null = null,
): Derived {
  let shown = record
  let current = currentOf(record)
  for (const change of waiting) {
    shown = withWaiting(shown, change, current)
    current = currentOf(shown)
  }
  const { tables } = current.report
  const judged = new Map(tables.map(table => [table.key, judgeSums(table, current)]))
  const suspicions = new Map(tables.map(table => [table.key, suspicionsOf(table, current)]))
  const agreeing = new Set(
    tables.flatMap(table => [...agreeingCells(judged.get(table.key) ?? [], suspicions.get(table.key) ?? [])]),
  )
  const looks = cellLooks(current, suspicions, before?.looks ?? new Map())
  for (const [key, look] of looks) if (look.state !== 'number' || look.doubtful) agreeing.delete(key)
  return {
    shown,
    current,
    judged,
    suspicions,
    lines: reviewLines(current, { previous }),
    looks,
    agreeing,
  }
}
