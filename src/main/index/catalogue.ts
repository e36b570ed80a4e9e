import { z } from 'zod'
import type { CataloguePage, CatalogueQuery, CatalogueSort } from '../../shared/data/catalogue.ts'
import { type RecordId, type RecordStatus, recordStatuses } from '../../shared/data/record.ts'
import type { Database } from './database.ts'
import { catalogueOrder, readRow, rowColumns, yearOf, yearOrder } from './rows.ts'
import { type Conditions, facetsOf, fits, type Group } from './search/tally.ts'
import { foldText } from './text/fold.ts'

/** Lists of the catalogue: filtered, ordered and counted in the database. */

/** What each order compares first; catalogue order decides wherever it does not. Null only for a report without a year: last either way. */
const sortTerms: Readonly<Record<Exclude<CatalogueSort, 'name'>, string>> = {
  year: 'year',
  status: `CASE status ${recordStatuses.map((status, at) => `WHEN '${status}' THEN ${at}`).join(' ')} END`,
  findings: 'errors * 1000000 + warnings * 1000 + hints',
  format: 'format',
  importedAt: 'importedAt',
}

function orderOf({ sort, descending }: Pick<CatalogueQuery, 'sort' | 'descending'>): string {
  const way = descending ? 'DESC' : 'ASC'
  if (sort === 'name') return catalogueOrder.replaceAll(/\w+/g, column => `${column} ${way}`)
  return `${sortTerms[sort]} ${way} NULLS LAST, ${catalogueOrder}`
}

type Clause = { readonly sql: string; readonly values: readonly (string | number)[] }

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** Conditions on year and status as SQL; each list empty for all. */
function conditionsOf({ years, statuses }: Conditions): readonly Clause[] {
  return [
    ...(years.length === 0 ? [] : [{ sql: `yearOrder IN (${marks(years)})`, values: years.map(yearOrder) }]),
    ...(statuses.length === 0 ? [] : [{ sql: `status IN (${marks(statuses)})`, values: statuses }]),
  ]
}

const whereOf = (clauses: readonly Clause[]): Clause => ({
  sql: clauses.length === 0 ? '' : `WHERE ${clauses.map(clause => clause.sql).join(' AND ')}`,
  values: clauses.flatMap(clause => clause.values),
})

const group = z.object({
  yearOrder: z.number().int(),
  status: z.enum(recordStatuses),
  reports: z.number().int(),
  open: z.number().int(),
})

/** Reports and open findings per year and status: of all, from the table that is kept for it, or of those with a part of a name. */
function groupsOf(database: Database, named: readonly Clause[]): readonly Group[] {
  const where = whereOf(named)
  const found =
    named.length === 0
      ? database.all('SELECT yearOrder, status, reports, open FROM tally WHERE reports > 0')
      : database.all(
          `SELECT yearOrder, status, count(*) AS reports, sum(errors + warnings + hints) AS open
           FROM report ${where.sql} GROUP BY yearOrder, status`,
          ...where.values,
        )
  return found.map(each => {
    const { yearOrder: order, ...counts } = group.parse(each)
    return { year: yearOf(order), ...counts }
  })
}

const sumOf = (groups: readonly Group[], key: 'reports' | 'open'): number =>
  groups.reduce((sum, each) => sum + each[key], 0)

/** How many reports there are, and how many of them await a person. */
export function countRows(database: Database): { readonly records: number; readonly open: number } {
  const groups = groupsOf(database, [])
  const waiting = groups.filter(({ status }) => status === 'pending' || status === 'reviewing')
  return { records: sumOf(groups, 'reports'), open: sumOf(waiting, 'reports') }
}

export function listRows(database: Database, query: CatalogueQuery): CataloguePage {
  const part = foldText(query.text)
  const named = part === '' ? [] : [{ sql: 'instr(folded, ?) > 0', values: [part] }]
  const groups = groupsOf(database, named)
  const matching = groups.filter(each => fits(each, query))
  const count = (status: RecordStatus) =>
    sumOf(
      matching.filter(each => each.status === status),
      'reports',
    )
  const where = whereOf([...named, ...conditionsOf(query)])
  const rows = database.all(
    `SELECT ${rowColumns} FROM report ${where.sql} ORDER BY ${orderOf(query)} LIMIT ? OFFSET ?`,
    ...where.values,
    query.limit,
    query.offset,
  )
  return {
    rows: rows.map(readRow),
    matching: sumOf(matching, 'reports'),
    total: countRows(database).records,
    openFindings: sumOf(matching, 'open'),
    byStatus: {
      pending: count('pending'),
      reviewing: count('reviewing'),
      reviewed: count('reviewed'),
      unread: count('unread'),
    },
    facets: facetsOf(groups, query),
  }
}

/** The next record in catalogue order that still has open findings; reports marked 已核 are done with. Never `after` itself. */
export function nextOpenRow(database: Database, after: RecordId | null): RecordId | null {
  const open = `SELECT id FROM report WHERE status <> 'reviewed' AND errors + warnings + hints > 0`
  const inOrder = `ORDER BY ${catalogueOrder} LIMIT 1`
  const place = after === null ? null : database.first(`SELECT ${catalogueOrder} FROM report WHERE id = ?`, after)
  const next =
    place &&
    database.first(
      `${open} AND (${catalogueOrder}) > (?, ?, ?) ${inOrder}`,
      ...[String(place.sortKey), Number(place.yearOrder), String(place.id)],
    )
  const found = next ?? database.first(`${open} AND id IS NOT ? ${inOrder}`, after)
  return found ? String(found.id) : null
}
