import type { CatalogueRow, SearchGroup, SearchHit, SearchQuery, SearchResult } from '../../shared/catalogue.ts'
import { parseQuery } from '../../shared/query.ts'
import { candidateNumbers } from './candidates.ts'
import { facetsOf, fitting } from './catalogue.ts'
import type { Database, SqlRow } from './database.ts'
import { foldText } from './fold.ts'
import { unpackPlaces } from './places.ts'
import type { Rows } from './rows.ts'
import { snippet } from './snippet.ts'

/** Places shown of one report; `hitCount` says how many there are. */
const mostHits = 20

type Words = { readonly wanted: readonly string[]; readonly unwanted: readonly string[] }

/** Ordinals (lines of the searched text) at which any of the words stands, ascending. */
function linesWith(text: string, words: readonly string[]): readonly number[] {
  const starts = new Set<number>()
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; ) {
      starts.add(text.lastIndexOf('\n', at) + 1)
      const end = text.indexOf('\n', at)
      at = end < 0 ? -1 : text.indexOf(word, end)
    }
  }
  let line = 0
  let passed = 0
  return [...starts]
    .sort((a, b) => a - b)
    .map(start => {
      for (let at = text.indexOf('\n', passed); at >= 0 && at < start; at = text.indexOf('\n', passed)) {
        line++
        passed = at + 1
      }
      return line
    })
}

type Match = { readonly number: number; readonly row: CatalogueRow; readonly lines: readonly number[] }

/** Every report whose text holds all wanted words and none of the unwanted: candidates from the index, judged by their text. */
function matches(database: Database, rows: Rows, words: Words): readonly Match[] {
  const found: Match[] = []
  const judge = (number: number, text: string, outer: number): void => {
    const row = rows.byNumber(number)
    if (!row) return
    if (!words.wanted.every(word => text.includes(word)) || words.unwanted.some(word => text.includes(word))) return
    found.push({ number, row, lines: linesWith(text, words.wanted).filter(line => line >= outer) })
  }
  const candidates = candidateNumbers(database, words.wanted)
  const columns = 'number, text, outside'
  const bodies: Iterable<SqlRow> =
    candidates === null || candidates.length * 2 > rows.all().length
      ? database.each(`SELECT ${columns} FROM body`)
      : candidates.flatMap(number => database.all(`SELECT ${columns} FROM body WHERE number = ?`, number))
  const wanted = candidates && new Set(candidates)
  for (const body of bodies) {
    const number = Number(body.number)
    if (!wanted || wanted.has(number)) judge(number, String(body.text), Number(body.outside))
  }
  return found
}

function hitsOf(database: Database, match: Match, words: Words): readonly SearchHit[] {
  const body = database.first('SELECT places FROM body WHERE number = ?', match.number)
  if (!(body?.places instanceof Uint8Array)) return []
  const places = unpackPlaces(body.places)
  return match.lines.slice(0, mostHits).flatMap(line => {
    const place = places[line]
    return place ? [{ ...place, ...snippet(place.text, words.wanted) }] : []
  })
}

/** Most places first, then the newest year, then catalogue order. */
function byRelevance(a: Match, b: Match): number {
  return b.lines.length - a.lines.length || (b.row.year ?? 0) - (a.row.year ?? 0)
}

/**
 * Reports that hold all the words: the same ones that plain substring search over the folded text finds. A report whose
 * name, title or file name alone holds the words is found with no places.
 */
export function searchReports(database: Database, rows: Rows, query: SearchQuery): SearchResult {
  const started = performance.now()
  const parsed = parseQuery(query.text)
  const folded = (words: readonly string[]) => [...new Set(words.map(foldText))].filter(word => word !== '')
  const words = { wanted: folded(parsed.words), unwanted: folded(parsed.excluded) }
  const order = new Map(rows.all().map((row, index) => [row.id, index]))
  const all = words.wanted.length + words.unwanted.length === 0 ? [] : matches(database, rows, words)
  const kept = new Set(
    fitting(
      all.map(match => match.row),
      query,
    ),
  )
  const fits = all
    .filter(match => kept.has(match.row))
    .sort((a, b) => byRelevance(a, b) || (order.get(a.row.id) ?? 0) - (order.get(b.row.id) ?? 0))
  const groups = fits.slice(query.offset, query.offset + query.limit).map(
    (match): SearchGroup => ({
      record: match.row,
      hits: hitsOf(database, match, words),
      hitCount: match.lines.length,
    }),
  )
  return {
    groups,
    reports: fits.length,
    hits: fits.reduce((sum, match) => sum + match.lines.length, 0),
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
    words: parsed.words,
    facets: facetsOf(
      all.map(match => match.row),
      query,
    ),
  }
}
