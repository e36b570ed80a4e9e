import { canonicalJson } from '../../shared/canonical.ts'
import type { CatalogueRow } from '../../shared/data/catalogue.ts'
import type { ArchiveRecord } from '../../shared/data/record.ts'
import type { Database } from './database.ts'
import { kinOf } from './known.ts'
import { sortKey } from './order.ts'
import { whoOf } from './row.ts'
import { yearOrder } from './rows.ts'
import { searchedOf, unpackPlaces } from './search/places.ts'
import { foldText } from './text/fold.ts'
import { quoted, tokensOf } from './text/tokens.ts'

/**
 * What of a record the index holds otherwise than the record tells: its line in the catalogue, where that stands and whose year before it
 * is, its text, or the tokens it is found by.
 */
export const indexParts = ['row', 'order', 'text', 'tokens'] as const
export type IndexPart = (typeof indexParts)[number]

/** Tokens looked for of each report, spread over all it has; the table of tokens as a whole is checked by `brokenTables`. */
const sampled = 8

function holdsTokens(database: Database, number: number, text: string): boolean {
  const { words, pieces } = tokensOf(text)
  const all = [...words, ...pieces]
  const some = all.filter((_, index) => index % Math.ceil(all.length / sampled) === 0)
  if (some.length === 0) return true
  const wanted = some.map(quoted).join(' AND ')
  return database.first('SELECT 1 FROM token WHERE token MATCH ? AND rowid = ?', wanted, number) !== null
}

function samePlaces(packed: unknown, places: ReturnType<typeof searchedOf>['places']): boolean {
  if (!(packed instanceof Uint8Array)) return false
  try {
    return canonicalJson(unpackPlaces(packed)) === canonicalJson(places)
  } catch {
    // Bytes that were not packed here.
    return false
  }
}

function isKnown(database: Database, number: number, record: ArchiveRecord): boolean {
  const found = database.first('SELECT id, kin, year, organization, importedAt FROM known WHERE number = ?', number)
  const who = whoOf(record)
  const { id, year, organization, importedAt } = who
  return canonicalJson(found) === canonicalJson({ id, kin: kinOf(who), year, organization, importedAt })
}

/** Compares what the index holds of a record, `stored` being its line there, with what the record gives: every column, every character. */
export function differingParts(
  database: Database,
  record: ArchiveRecord,
  stored: CatalogueRow | null,
  expected: CatalogueRow,
): readonly IndexPart[] {
  const place = database.first('SELECT number, sortKey, yearOrder, folded FROM report WHERE id = ?', record.id)
  if (!stored || !place) return indexParts
  const number = Number(place.number)
  const parts: IndexPart[] = []
  if (canonicalJson(stored) !== canonicalJson(expected)) parts.push('row')
  const { sortKey: key, yearOrder: order, folded } = place
  const ordered = key === sortKey(expected.name) && order === yearOrder(expected.year)
  if (!ordered || folded !== foldText(expected.name) || !isKnown(database, number, record)) parts.push('order')
  const { places, outside, text } = searchedOf(record, expected)
  const body = database.first('SELECT text, outside, places FROM body WHERE number = ?', number)
  const same = body?.text === text && Number(body.outside) === outside && samePlaces(body.places, places)
  if (!same) parts.push('text')
  if (!holdsTokens(database, number, text)) parts.push('tokens')
  return parts
}

const part = (columns: string, table: string) =>
  `(SELECT ${columns} FROM ${table} WHERE number > ? AND number <= ?) AS ${table}`

/** Tables that must tell the same, asked for the numbers above one and up to another, twice in this order; a row is a fault. */
const disagreements = [
  [
    'known and report differ',
    `SELECT 1 FROM ${part('number, id', 'report')} FULL JOIN ${part('number, id', 'known')} USING (number, id)
     WHERE report.id IS NULL OR known.id IS NULL`,
  ],
  [
    'body and report differ',
    `SELECT 1 FROM ${part('number, id', 'report')} FULL JOIN ${part('number, stamp', 'body')} USING (number)
     WHERE report.id IS NULL OR body.stamp IS NULL`,
  ],
] as const

/** The same of the sums. */
const tallyDiffers = [
  'tally and report differ',
  `SELECT 1 FROM (SELECT yearOrder, status, reports, open FROM tally WHERE reports <> 0 OR open <> 0) AS told
     FULL JOIN (SELECT yearOrder, status, count(*) AS reports, sum(errors + warnings + hints) AS open FROM report GROUP BY 1, 2) AS real
     USING (yearOrder, status, reports, open) WHERE told.reports IS NULL OR real.reports IS NULL`,
] as const

function faultIn(database: Database, above: number, upTo: number): string | null {
  for (const [fault, question] of disagreements) if (database.first(question, above, upTo, above, upTo)) return fault
  return null
}

const tallyFault = (database: Database): string | null => (database.first(tallyDiffers[1]) ? tallyDiffers[0] : null)

/** So many lines of each table are compared in one go: some milliseconds. */
const linesAtOnce = 200

/** A part of what the tables tell of each other. `next`: the line to go on after, null at the end. */
export type LinesChecked = { readonly next: number | null; readonly fault: string | null }

/** Compares the tables with each other above a line, a few lines at a time, and the sums at the end. */
export function checkLines(database: Database, after: number): LinesChecked {
  const first = ['known', 'report', 'body'].flatMap(table => {
    const least = database.first(`SELECT min(number) AS number FROM ${table} WHERE number > ?`, after)?.number
    return least === null || least === undefined ? [] : [Number(least)]
  })
  if (first.length === 0) return { next: null, fault: tallyFault(database) }
  // Numbers need not follow each other.
  const above = Math.min(...first) - 1
  return { next: above + linesAtOnce, fault: faultIn(database, above, above + linesAtOnce) }
}

/** What SQLite itself finds wrong with its tables and the full text; null for nothing. */
export function brokenTables(database: Database, writable: boolean): string | null {
  try {
    const found = database.all('PRAGMA quick_check(3)').map(row => String(row.quick_check))
    if (found.join() !== 'ok') return found.join('; ')
    // A command of FTS5, which asks for a database that may be written.
    if (writable) database.run("INSERT INTO token (token) VALUES ('integrity-check')")
    return faultIn(database, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) ?? tallyFault(database)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
