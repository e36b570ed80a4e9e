import { z } from 'zod'
import { bodyKin, bodyName, nameDistance } from '../../shared/bodyName.ts'
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
  /**
   * The records of an organization in `year`, the one imported last first; `from` is the year that asks. Where nobody has its very name,
   * the one body that could be the same under another name (某县人民政府办公室, 某县人民政府), unless a body of `from` has a nearer name.
   */
  readonly ofYear: (organization: string, year: number, from: number) => readonly RecordId[]
  /** The records of a year that are of the organization, or of a body that could be the same. */
  readonly kinOfYear: (organization: string, year: number) => readonly RecordId[]
  /** Stores a row and answers with its number, which body and tokens share. */
  readonly put: (row: CatalogueRow) => number
  readonly clear: () => void
}

const yearKey = (organization: string, year: number) => `${year} ${bodyKin(organization)}`

/** Null for a row without organization or year, and for one of which nothing was read. */
function kinKey({ organization, year, status }: CatalogueRow): string | null {
  return organization === null || year === null || status === 'unread' ? null : yearKey(organization, year)
}

export function openRows(database: Database): Rows {
  const numbers = new Map<RecordId, number>()
  const rows = new Map<number, CatalogueRow>()
  /** Numbers by year and what the names of one body have in common. */
  const bodies = new Map<string, Set<number>>()
  let order: CatalogueRow[] | null = null
  let next = 1
  const file = (number: number, before: CatalogueRow | null, row: CatalogueRow): void => {
    const [old, now] = [before && kinKey(before), kinKey(row)]
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

  const nameOf = (row: CatalogueRow): string => row.organization ?? ''
  /** The one imported last first. */
  const kin = (organization: string, year: number): readonly CatalogueRow[] =>
    [...(bodies.get(yearKey(organization, year)) ?? [])]
      .flatMap(number => rows.get(number) ?? [])
      .sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1))

  return {
    get: id => rows.get(numbers.get(id) ?? -1) ?? null,
    byNumber: number => rows.get(number) ?? null,
    ofYear: (organization, year, from) => {
      const here = kin(organization, from)
      const near = kin(organization, year).flatMap(row => {
        const distance = nameDistance(organization, nameOf(row))
        // Another body of this year is nearer to it: then it is that one's.
        const taken = here.some(other => nameDistance(nameOf(other), nameOf(row)) < distance)
        return taken ? [] : [{ row, distance }]
      })
      const least = Math.min(...near.map(item => item.distance))
      const nearest = near.filter(item => item.distance === least).map(item => item.row)
      return new Set(nearest.map(row => bodyName(nameOf(row)))).size === 1 ? nearest.map(row => row.id) : []
    },
    kinOfYear: (organization, year) => kin(organization, year).map(row => row.id),
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
