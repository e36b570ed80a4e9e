/** What a person typed into the search bar, understood. */
export type ParsedQuery = {
  /** Words and phrases that must all occur in a report, as typed, in order, without repeats. */
  readonly words: readonly string[]
  /** Words and phrases that must not occur. */
  readonly excluded: readonly string[]
}

/** More words than anyone types; the rest of a pasted page is left out of the search. */
const mostWords = 32

const opening = new Map([
  ['"', '"'],
  ['“', '”'],
  ['”', '”'],
  ['＂', '＂'],
])
const minus = /^[-－−]/u
const space = /\s/u

type Piece = { readonly text: string; readonly excluded: boolean }

/** Reads one phrase or word at `start`; `end` is where the next one may begin. An unclosed quote runs to the end of the line. */
function pieceAt(text: string, start: number): { piece: Piece; end: number } {
  const excluded = minus.test(text.slice(start))
  let position = excluded ? start + 1 : start
  const close = opening.get(text[position] ?? '')
  if (close !== undefined) {
    // Input methods put “ and ” in at will, so either kind of closing mark ends a curly phrase.
    const ends = [close, ...(close === '”' ? ['“'] : [])].map(mark => text.indexOf(mark, position + 1))
    const found = ends.filter(index => index >= 0)
    const stop = found.length > 0 ? Math.min(...found) : text.length
    return { piece: { text: text.slice(position + 1, stop).trim(), excluded }, end: stop + 1 }
  }
  const from = position
  while (position < text.length && !space.test(text[position] ?? '') && !opening.has(text[position] ?? '')) position++
  return { piece: { text: text.slice(from, position), excluded }, end: Math.max(position, start + 1) }
}

/**
 * Words are divided by white space; “…” or "…" keeps a phrase together; a word or phrase with - before it is excluded.
 * Total: every text gives an answer, a lone quote or minus gives no word.
 */
export function parseQuery(text: string): ParsedQuery {
  const words = new Set<string>()
  const excluded = new Set<string>()
  let position = 0
  while (position < text.length && words.size + excluded.size < mostWords) {
    if (space.test(text[position] ?? '')) {
      position++
      continue
    }
    const { piece, end } = pieceAt(text, position)
    if (piece.text !== '') (piece.excluded ? excluded : words).add(piece.text)
    position = end
  }
  return { words: [...words], excluded: [...excluded] }
}
