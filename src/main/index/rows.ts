import { z } from 'zod'
import type { CatalogueRow } from '../../shared/catalogue.ts'
import { sourceFormats } from '../../shared/document.ts'
import { type RecordId, recordStatuses } from '../../shared/record.ts'
import { byName } from './catalogue.ts'
import type { Database } from './database.ts'

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
const names = Object.keys(columns.shape)
const numbered = columns.extend({ number: whole })

/** The catalogue's rows, on disk and in memory: 20,000 of them take some 10 MB, and sorting Chinese names is JavaScript's work. */
export type Rows = {
  readonly get: (id: RecordId) => CatalogueRow | null
  readonly byNumber: (number: number) => CatalogueRow | null
  /** All in catalogue order. */
  readonly all: () => readonly CatalogueRow[]
  /** The records of an organization and year, the one imported last first. */
  readonly ofYear: (organization: string, year: number) => readonly RecordId[]
  /** Stores a row and answers with its number, which body and tokens share. */
  readonly put: (row: CatalogueRow) => number
  readonly clear: () => void
}

const yearKey = (organization: string, year: number) => `${year} ${organization.replace(/\s+/g, '')}`

/** Null for a row without organization or year, and for one of which nothing was read. */
function bodyKey({ organization, year, status }: CatalogueRow): string | null {
  return organization === null || year === null || status === 'unread' ? null : yearKey(organization, year)
}

export function openRows(database: Database): Rows {
  const numbers = new Map<RecordId, number>()
  const rows = new Map<number, CatalogueRow>()
  /** Numbers by organization and year. */
  const bodies = new Map<string, Set<number>>()
  let order: CatalogueRow[] | null = null
  let next = 1
  const file = (number: number, before: CatalogueRow | null, row: CatalogueRow): void => {
    const [old, now] = [before && bodyKey(before), bodyKey(row)]
    if (old !== null && old !== now) bodies.get(old)?.delete(number)
    if (now !== null) bodies.set(now, (bodies.get(now) ?? new Set()).add(number))
  }
  for (const stored of database.each(`SELECT number, ${names.join(', ')} FROM report`)) {
    const { number, ...row } = numbered.parse(stored)
    numbers.set(row.id, number)
    rows.set(number, row)
    file(number, null, row)
    next = Math.max(next, number + 1)
  }
  const sql = `INSERT OR REPLACE INTO report (number, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`

  /** Puts a changed row in its place in the order without sorting everything again. */
  const reorder = (before: CatalogueRow | null, row: CatalogueRow): void => {
    if (!order) return
    if (before) {
      const at = order.indexOf(before)
      if (before.name === row.name && before.year === row.year) {
        order[at] = row
        return
      }
      order.splice(at, 1)
    }
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = order[middle]
      if (other && byName(other, row) < 0) low = middle + 1
      else high = middle
    }
    order.splice(low, 0, row)
  }

  return {
    get: id => rows.get(numbers.get(id) ?? -1) ?? null,
    byNumber: number => rows.get(number) ?? null,
    ofYear: (organization, year) => {
      const found = [...(bodies.get(yearKey(organization, year)) ?? [])].flatMap(number => rows.get(number) ?? [])
      return found.sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1)).map(row => row.id)
    },
    all: () => {
      order ??= [...rows.values()].sort(byName)
      return order
    },
    put: row => {
      const number = numbers.get(row.id) ?? next
      const cells = columns.parse(row)
      database.run(sql, number, ...Object.keys(columns.shape).map(name => cells[name as keyof typeof cells]))
      next = Math.max(next, number + 1)
      const before = rows.get(number) ?? null
      numbers.set(row.id, number)
      rows.set(number, row)
      file(number, before, row)
      reorder(before, row)
      return number
    },
    clear: () => {
      database.run('DELETE FROM report')
      numbers.clear()
      rows.clear()
      bodies.clear()
      order = null
      next = 1
    },
  }
}
