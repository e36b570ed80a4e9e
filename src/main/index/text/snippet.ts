import { fold } from './fold.ts'

/** The piece of text shown with a hit, and where the searched words stand in it. */

/** Characters of text shown with a hit, and how many of them stand before the first mark. */
const longest = 90
const before = 28

type Range = readonly [number, number]

/** Where the folded words stand in a text: ranges of the original, in order, overlapping ones joined. */
export function marksIn(text: string, words: readonly string[]): readonly Range[] {
  const folded = fold(text)
  const found: [number, number][] = []
  for (const word of words) {
    if (word === '') continue
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      found.push([folded.starts[at] ?? 0, folded.ends[at + word.length - 1] ?? text.length])
    }
  }
  const joined: [number, number][] = []
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

/** Moves a cut off the middle of a surrogate pair. */
function whole(text: string, at: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at)) && /[\uD800-\uDBFF]$/.test(text.slice(0, at)) ? at - 1 : at
}

/** The text around the first mark on one line, an ellipsis where it is cut, and the marks that can be seen in it. */
export function snippet(text: string, words: readonly string[]): { text: string; marks: readonly Range[] } {
  const marks = marksIn(text, words)
  const first = marks[0]?.[0] ?? 0
  const fits = text.length <= longest
  const from = fits ? 0 : whole(text, Math.max(0, Math.min(first - before, text.length - longest)))
  const to = fits ? text.length : whole(text, Math.min(text.length, from + longest))
  const lead = from > 0 ? '…' : ''
  const shift = lead.length - from
  return {
    text: `${lead}${text.slice(from, to).replace(/\s/g, ' ')}${to < text.length ? '…' : ''}`,
    marks: marks
      .filter(([start, end]) => end > from && start < to)
      .map(([start, end]) => [Math.max(start, from) + shift, Math.min(end, to) + shift]),
  }
}
