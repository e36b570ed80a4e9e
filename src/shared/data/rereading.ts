import { currentOf } from '../current/current.ts'
import { readingIn } from '../current/decisions.ts'
import { type CellKey, cellKey, tableKeys } from '../form/index.ts'
import type { Message } from '../messages/model.ts'
import type { ArchiveRecord, FieldValue, RecordId } from './record.ts'
import { type Reading, type Report, type ReportField, reportFields, sameReading } from './report.ts'

/** What a report says otherwise once its source was read again, with what a person decided in force on both sides. */
export type ReadingChanges = {
  readonly cells: readonly { readonly cell: CellKey; readonly before: Reading; readonly after: Reading }[]
  readonly fields: readonly { readonly field: ReportField; readonly before: FieldValue; readonly after: FieldValue }[]
  /** Sections whose heading or prose is another. */
  readonly sections: number
}

/** What reading a kept source again gives. */
export type Rereading = ReadingChanges & {
  /** Versions of readers and recognition. */
  readonly readers: { readonly before: string; readonly after: string }
  /** False: no report was read from it; what is there stays. */
  readonly read: boolean
  readonly messages: readonly Message[]
  /** The record with its new reading, null while it was only looked at. */
  readonly record: ArchiveRecord | null
  /** Places where the new reading differs from what a person had decided; the person's value stays, and they become findings. */
  readonly kept: number
}

/** Which records are read again. `older`: those read by other readers than today's. */
export const rereadScopes = ['older', 'all'] as const
export type RereadScope = (typeof rereadScopes)[number]

/** One record that would change. */
export type RereadRow = {
  readonly id: RecordId
  readonly name: string
  readonly year: number | null
  readonly cells: number
  readonly fields: number
  readonly sections: number
  readonly kept: number
  /** Open questions before and after. */
  readonly open: { readonly before: number; readonly after: number }
}

/** What a look at all of them found. Nothing is changed before it is taken. */
export type RereadPreview = {
  readonly readers: string
  readonly looked: number
  /** Read as before. */
  readonly same: number
  /** Only places in the source or confidence differ: taken along with everything else. */
  readonly placesOnly: number
  /** Could not be read now; what is there stays. */
  readonly unread: number
  readonly records: number
  readonly cells: number
  readonly fields: number
  readonly kept: number
}

export type RereadTaken = { readonly taken: number; readonly kept: number; readonly problems: readonly Message[] }

/** Every cell that one of two reports has, in official order. */
function cellsOf(before: Report, after: Report): readonly CellKey[] {
  const tables = [...before.tables, ...after.tables]
  const keys = tableKeys.flatMap(key =>
    tables
      .filter(table => table.key === key)
      .flatMap(table => table.cells.map(cell => cellKey(key, cell.row, cell.column))),
  )
  return [...new Set(keys)]
}

/** What would be another in the record as it stands. */
export function readingChanges(before: ArchiveRecord, after: ArchiveRecord): ReadingChanges {
  const [old, now] = [currentOf(before).report, currentOf(after).report]
  const cells = cellsOf(old, now).flatMap(cell => {
    const change = { cell, before: readingIn(old, cell), after: readingIn(now, cell) }
    return sameReading(change.before, change.after) ? [] : [change]
  })
  const fields = reportFields.flatMap(field => {
    const change = { field, before: old[field], after: now[field] }
    return change.before === change.after ? [] : [change]
  })
  const prose = ({ sections }: Report) =>
    new Map(sections.map(({ key, heading, text }) => [key, `${heading}\n${text}`]))
  const [oldProse, nowProse] = [prose(old), prose(now)]
  const keys = new Set([...oldProse.keys(), ...nowProse.keys()])
  return { cells, fields, sections: [...keys].filter(key => oldProse.get(key) !== nowProse.get(key)).length }
}

export const changesAnything = ({ cells, fields, sections }: ReadingChanges): boolean =>
  cells.length > 0 || fields.length > 0 || sections > 0
