/**
 * Tokens of folded text. ASCII words and numbers stay whole; every other run of letters, digits and marks is cut into overlapping
 * pairs of characters, and its last character stands alone too, so that any single character is the beginning of some token.
 */

/** Longer ASCII runs (hashes, encoded data) are not stored; a record that has one is a candidate for every ASCII word. */
const longestWord = 64
/** Stands for the long runs of a record: a private-use character, which is no letter and so never part of a run. */
export const longRun = '\ue000'

const runs = /[a-z0-9]+|(?:(?![\0-\x7f])[\p{L}\p{N}\p{M}])+/gu

export type WordRun = { readonly text: string; readonly ascii: boolean; readonly start: number; readonly end: number }

/** Runs of word characters, with their places in the text. */
export function runsOf(folded: string): readonly WordRun[] {
  return [...folded.matchAll(runs)].map(match => ({
    text: match[0],
    ascii: match[0].charCodeAt(0) < 128,
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** A token as FTS5 takes it literally. */
export const quoted = (token: string): string => `"${token.replaceAll('"', '""')}"`

/** Overlapping pairs, by code point. Empty for one character. */
export function pairs(text: string): readonly string[] {
  const characters = [...text]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** Units of the code point at a place. */
const step = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

/** The distinct tokens of folded text: `words` are whole ASCII words, `pieces` the rest. */
export function tokensOf(folded: string): { words: ReadonlySet<string>; pieces: ReadonlySet<string> } {
  const words = new Set<string>()
  const pieces = new Set<string>()
  // No list of runs and pairs: a report has 10,000 of them, and this was a fifth of the time to index it.
  for (const [run] of folded.matchAll(runs)) {
    if (run.charCodeAt(0) < 128) {
      if (run.length > longestWord) pieces.add(longRun)
      else words.add(run)
      continue
    }
    let at = 0
    for (let next = step(run, at); next < run.length; ) {
      const end = next + step(run, next)
      pieces.add(run.slice(at, end))
      at = next
      next = end
    }
    pieces.add(run.slice(at))
  }
  return { words, pieces }
}
