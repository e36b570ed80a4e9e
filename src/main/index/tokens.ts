/**
 * Tokens of folded text. ASCII words and numbers stay whole; every other run of letters, digits and marks is cut into overlapping
 * pairs of characters, and its last character stands alone too, so that any single character is the beginning of some token.
 */

/** Longer ASCII runs (hashes, encoded data) are not stored; a record that has one is a candidate for every ASCII word. */
const longestWord = 64
/** Stands for the long runs of a record: a private-use character, which is no letter and so never part of a run. */
export const longRun = '\ue000'

const runs = /[a-z0-9]+|(?:(?![\0-\x7f])[\p{L}\p{N}\p{M}])+/gu

export type Run = { readonly text: string; readonly ascii: boolean; readonly start: number; readonly end: number }

/** Runs of word characters, with their places in the text. */
export function runsOf(folded: string): readonly Run[] {
  return [...folded.matchAll(runs)].map(match => ({
    text: match[0],
    ascii: match[0].charCodeAt(0) < 128,
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Overlapping pairs, by code point. Empty for one character. */
export function pairs(text: string): readonly string[] {
  const characters = [...text]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** The distinct tokens of folded text: `words` are whole ASCII words, `pieces` the rest. */
export function tokensOf(folded: string): { words: ReadonlySet<string>; pieces: ReadonlySet<string> } {
  const words = new Set<string>()
  const pieces = new Set<string>()
  for (const run of runsOf(folded)) {
    if (run.ascii) {
      if (run.text.length > longestWord) pieces.add(longRun)
      else words.add(run.text)
      continue
    }
    for (const pair of pairs(run.text)) pieces.add(pair)
    pieces.add([...run.text].at(-1) ?? '')
  }
  return { words, pieces }
}
