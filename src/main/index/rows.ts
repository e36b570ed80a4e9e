import { z } from 'zod'
import type { CatalogueRow } from '../../shared/data/catalogue.ts'
import { sourceFormats } from '../../shared/data/document.ts'
import { type RecordId, recordStatuses } from '../../shared/data/record.ts'
import type { Database, SqlRow } from './database.ts'
import { sortKey } from './order.ts'
import { foldText } from './text/fold.ts'
import type { Sorted } from './text/searchable.ts'

/** Catalogue rows in the database: their columns, their order, reading and writing them. */

const text = z.string()
const whole = z.number().int()
const columns = z.object({
  id: text,
  name: text,
  title: text.nullable(),
  organization: text.nullable(),
  year: whole.nullable(),
  publishedOn: text.nullable(),
  status: z.enum(recordStatuses),
  errors: whole,
  warnings: whole,
  hints: whole,
  format: z.enum(sourceFormats),
  bytes: whole,
  fileName: text,
  importedAt: text,
  reviewer: text.nullable(),
  newRequests: z.number().nullable(),
  concluded: z.number().nullable(),
  carriedForward: z.number().nullable(),
})
const names = columns.keyof().options

/** The columns of a catalogue row, to be selected from `report`. */
export const rowColumns = names.join(', ')
/** Catalogue order: name, then year (none last), then id, so that it is total and stable. */
export const catalogueOrder = 'sortKey, yearOrder, id'
/** Stands for “no year” where years are compared in the database. */
const noYear = 9999
export const yearOrder = (year: number | null): number => year ?? noYear
export const yearOf = (order: number): number | null => (order === noYear ? null : order)

/** A row as the database gives it. Throws where it is none: the index is then damaged. */
export const readRow = (stored: SqlRow): CatalogueRow => columns.parse(stored)

/** The catalogue's rows. They stay in the database: opening 100,000 of them costs what opening one does. */
export type Rows = {
  readonly get: (id: RecordId) => CatalogueRow | null
  readonly byNumber: (number: number) => CatalogueRow | null
  /** Stores a row under the number that body and tokens share; its place in the order is not made again where it is given. */
  readonly put: (number: number, row: CatalogueRow, sorted?: Sorted) => void
  readonly clear: () => void
}

const open = ({ errors, warnings, hints }: CatalogueRow): number => errors + warnings + hints

export function openRows(database: Database): Rows {
  const count = (row: CatalogueRow, reports: 1 | -1): void =>
    database.run(
      `INSERT INTO tally VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET reports = reports + excluded.reports, open = open + excluded.open`,
      yearOrder(row.year),
      row.status,
      reports,
      reports * open(row),
    )
  const stored = ['number', 'sortKey', 'yearOrder', 'folded', ...names]
  const insert = `INSERT OR REPLACE INTO report (${stored.join(', ')}) VALUES (${stored.map(() => '?').join(', ')})`
  const one = (where: string, value: string | number) =>
    database.first(`SELECT ${rowColumns}, sortKey, folded FROM report WHERE ${where} = ?`, value)
  const row = (found: SqlRow | null) => found && readRow(found)

  return {
    get: id => row(one('id', id)),
    byNumber: number => row(one('number', number)),
    put: (number, given, sorted) => {
      const cells = columns.parse(given)
      const found = one('number', number)
      const before = row(found)
      if (before) count(before, -1)
      count(given, 1)
      const same = found !== null && before?.name === given.name
      const key = same ? String(found.sortKey) : sorted?.name === given.name ? sorted.key : sortKey(given.name)
      const folded = same ? String(found.folded) : foldText(given.name)
      database.run(insert, number, key, yearOrder(given.year), folded, ...names.map(name => cells[name]))
    },
    clear: () => {
      database.run('DELETE FROM report')
      database.run('DELETE FROM tally')
    },
  }
}
