import type { Database } from '../database.ts'
import { longRun, pairs, quoted, runsOf, type WordRun } from '../text/tokens.ts'

/** Which reports may hold what is searched: found by their words, to be proved on their text. */

/** More known words than this for one part of a number or word: every report is a candidate, the text decides. */
const mostWords = 400

/** Whole ASCII words of the archive that a run may be a part of; null for too many to name. */
function wordsWith(database: Database, run: WordRun, word: string): readonly string[] | null {
  const before = run.start > 0 ? '' : '%'
  const after = run.end < word.length ? '' : '%'
  const rows = database.all(
    // A run has no wildcard in it: it is made of a–z and 0–9.
    'SELECT text FROM word WHERE text LIKE ? LIMIT ?',
    `${before}${run.text}${after}`,
    mostWords + 1,
  )
  return rows.length > mostWords ? null : rows.map(row => String(row.text))
}

/** The condition of one run as an FTS5 expression; null where it cannot narrow anything down. */
function runCondition(database: Database, run: WordRun, word: string): string | null {
  if (run.ascii) {
    const known = wordsWith(database, run, word)
    return known && `(${[...known, longRun].map(quoted).join(' OR ')})`
  }
  const tokens = pairs(run.text)
  // One character begins a pair or stands at the end of a run, and there it is a token of its own.
  return tokens.length === 0 ? `${quoted(run.text)}*` : `(${tokens.map(quoted).join(' AND ')})`
}

/**
 * Numbers of the reports that may hold all of these folded words: never too few, now and then too many (pairs in another order).
 * Null: every report.
 */
export function candidateNumbers(database: Database, words: readonly string[]): readonly number[] | null {
  const conditions = new Set<string>()
  for (const word of words) {
    for (const run of runsOf(word)) {
      const condition = runCondition(database, run, word)
      if (condition !== null) conditions.add(condition)
    }
  }
  if (conditions.size === 0) return null
  const rows = database.all('SELECT rowid AS number FROM token WHERE token MATCH ?', [...conditions].join(' AND '))
  return rows.map(row => Number(row.number))
}
