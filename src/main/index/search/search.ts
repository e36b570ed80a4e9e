import { z } from 'zod'
import type { SearchGroup, SearchHit, SearchQuery, SearchResult } from '../../../shared/data/catalogue.ts'
import { parseQuery } from '../../../shared/data/query.ts'
import { type RecordStatus, recordStatuses } from '../../../shared/data/record.ts'
import { countRows } from '../catalogue.ts'
import type { Database } from '../database.ts'
import type { Rows } from '../rows.ts'
import { foldText } from '../text/fold.ts'
import { snippet } from '../text/snippet.ts'
import { candidateNumbers } from './candidates.ts'
import { unpackPlaces } from './places.ts'
import { facetsOf, fits } from './tally.ts'

/** Full-text search over all reports. */

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

/** A report that holds the words, with what it is sorted and counted by; its row is read only when it is shown. */
type Match = {
  readonly number: number
  readonly year: number | null
  readonly status: RecordStatus
  /** Catalogue order, as SQLite compares it: no key holds a surrogate, so code units compare as UTF-8 does. */
  readonly key: string
  readonly id: string
  readonly lines: readonly number[]
}

const body = z.object({
  number: z.number().int(),
  text: z.string(),
  outside: z.number().int(),
  year: z.number().int().nullable(),
  status: z.enum(recordStatuses),
  key: z.string(),
  id: z.string(),
})

const bodies = `SELECT report.number, text, outside, year, status, sortKey AS key, id FROM body JOIN report USING (number)`

/** The searched texts of the candidates, one after the other: those of a large archive do not fit into memory together. */
function* bodiesOf(database: Database, candidates: readonly number[] | null): Iterable<z.infer<typeof body>> {
  const many = candidates === null || candidates.length * 2 > countRows(database).records
  if (many) {
    const wanted = candidates && new Set(candidates)
    for (const row of database.each(bodies)) if (!wanted || wanted.has(Number(row.number))) yield body.parse(row)
    return
  }
  for (const number of candidates) {
    const row = database.first(`${bodies} WHERE report.number = ?`, number)
    if (row) yield body.parse(row)
  }
}

/** Every report whose text holds all wanted words and none of the unwanted: candidates from the index, judged by their text. */
function matches(database: Database, words: Words): readonly Match[] {
  const found: Match[] = []
  for (const { text, outside, ...judged } of bodiesOf(database, candidateNumbers(database, words.wanted))) {
    if (!words.wanted.every(word => text.includes(word)) || words.unwanted.some(word => text.includes(word))) continue
    found.push({ ...judged, lines: linesWith(text, words.wanted).filter(line => line >= outside) })
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
  const [before, after] = [a.key + a.id, b.key + b.id]
  return b.lines.length - a.lines.length || (b.year ?? 0) - (a.year ?? 0) || (before < after ? -1 : 1)
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
  const all = words.wanted.length + words.unwanted.length === 0 ? [] : matches(database, words)
  const fitting = all.filter(match => fits(match, query)).sort(byRelevance)
  const groups = fitting.slice(query.offset, query.offset + query.limit).flatMap((match): readonly SearchGroup[] => {
    const record = rows.byNumber(match.number)
    return record ? [{ record, hits: hitsOf(database, match, words), hitCount: match.lines.length }] : []
  })
  return {
    groups,
    reports: fitting.length,
    hits: fitting.reduce((sum, match) => sum + match.lines.length, 0),
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
    words: parsed.words,
    facets: facetsOf(
      all.map(({ year, status }) => ({ year, status, reports: 1, open: 0 })),
      query,
    ),
  }
}
