import type { CataloguePage, CatalogueQuery, CatalogueRow, CatalogueSort } from '../../shared/catalogue.ts'
import { type RecordId, type RecordStatus, recordStatuses } from '../../shared/record.ts'
import { foldText } from './fold.ts'

/** Pinyin order, the same on every machine whatever its language. */
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })

type Conditions = Pick<CatalogueQuery, 'years' | 'statuses'>

const fitsYear = (row: CatalogueRow, { years }: Conditions) => years.length === 0 || years.includes(row.year)
const fitsStatus = (row: CatalogueRow, { statuses }: Conditions) =>
  statuses.length === 0 || statuses.includes(row.status)

/** Rows that fit years and statuses. */
export function fitting(rows: readonly CatalogueRow[], conditions: Conditions): readonly CatalogueRow[] {
  return rows.filter(row => fitsYear(row, conditions) && fitsStatus(row, conditions))
}

/** Counts per year (newest first, reports without a year last) and per status, each without its own condition. */
export function facetsOf(rows: readonly CatalogueRow[], conditions: Conditions): CataloguePage['facets'] {
  const years = new Map<number | null, number>()
  for (const row of rows) if (fitsStatus(row, conditions)) years.set(row.year, (years.get(row.year) ?? 0) + 1)
  const statuses = new Map<RecordStatus, number>()
  for (const row of rows) if (fitsYear(row, conditions)) statuses.set(row.status, (statuses.get(row.status) ?? 0) + 1)
  return {
    years: [...years]
      .map(([year, count]) => ({ year, count }))
      .sort((a, b) => (b.year ?? Number.NEGATIVE_INFINITY) - (a.year ?? Number.NEGATIVE_INFINITY)),
    statuses: recordStatuses.flatMap(status => {
      const count = statuses.get(status)
      return count === undefined ? [] : [{ status, count }]
    }),
  }
}

/** Catalogue order: name, then year (none last), then id, so that it is total and stable. */
export function byName(a: CatalogueRow, b: CatalogueRow): number {
  return collator.compare(a.name, b.name) || (a.year ?? 9999) - (b.year ?? 9999) || (a.id < b.id ? -1 : 1)
}

/** Null where the row has nothing to sort by; such rows come last in either direction. */
const sortKeys: Readonly<Record<Exclude<CatalogueSort, 'name'>, (row: CatalogueRow) => number | string | null>> = {
  year: row => row.year,
  status: row => recordStatuses.indexOf(row.status),
  findings: row => row.errors * 1e6 + row.warnings * 1e3 + row.hints,
  format: row => row.format,
  importedAt: row => row.importedAt,
}

function compareKeys(a: number | string | null, b: number | string | null, direction: number): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -direction : direction
}

/** @param rows in catalogue order, which decides wherever the wanted order does not. */
function sorted(rows: readonly CatalogueRow[], query: CatalogueQuery): readonly CatalogueRow[] {
  if (query.sort === 'name') return query.descending ? rows.toReversed() : rows
  const keyOf = sortKeys[query.sort]
  const direction = query.descending ? -1 : 1
  return rows.toSorted((a, b) => compareKeys(keyOf(a), keyOf(b), direction))
}

/** @param rows all rows in catalogue order. */
export function listRows(rows: readonly CatalogueRow[], query: CatalogueQuery): CataloguePage {
  const part = foldText(query.text)
  const named = part === '' ? rows : rows.filter(row => foldText(row.name).includes(part))
  const matching = fitting(named, query)
  const count = (status: RecordStatus) => matching.filter(row => row.status === status).length
  return {
    rows: sorted(matching, query).slice(query.offset, query.offset + query.limit),
    matching: matching.length,
    total: rows.length,
    openFindings: matching.reduce((sum, row) => sum + row.errors + row.warnings + row.hints, 0),
    byStatus: {
      pending: count('pending'),
      reviewing: count('reviewing'),
      reviewed: count('reviewed'),
      unread: count('unread'),
    },
    facets: facetsOf(named, query),
  }
}

/** The next record in catalogue order that still has open findings; reports marked 已核 are done with. Never `after` itself. */
export function nextOpenRow(rows: readonly CatalogueRow[], after: RecordId | null): RecordId | null {
  const at = rows.findIndex(row => row.id === after)
  const inOrder = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))]
  const open = (row: CatalogueRow) => row.status !== 'reviewed' && row.errors + row.warnings + row.hints > 0
  return inOrder.find(open)?.id ?? null
}
