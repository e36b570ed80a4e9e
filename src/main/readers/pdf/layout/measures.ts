import { limits } from '../limits.ts'
import type { TextLine } from '../lines/text.ts'

/** What the text of a document usually looks like. Paragraphs and headings are told by how they differ from it. */
export type Measures = {
  readonly size: number
  /** Where lines begin and end that are neither indented nor short. */
  readonly left: number
  readonly right: number
  /** From one baseline to the next inside a paragraph. */
  readonly pitch: number
}

function commonest(values: ReadonlyMap<number, number>): number | undefined {
  return [...values].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
}

function tally(values: Iterable<readonly [number, number]>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const [value, weight] of values) counts.set(value, (counts.get(value) ?? 0) + weight)
  return counts
}

/** Where most full lines end. A mark may hang out beyond, and a line may end one character early: so not the farthest end. */
function usualRight(body: readonly TextLine[], size: number): number {
  const ends = body.map(line => line.box[2]).sort((a, b) => a - b)
  let best = { count: 0, end: 0 }
  for (const end of ends) {
    const count = ends.filter(one => one <= end && one > end - size).length
    if (count >= best.count) best = { count, end }
  }
  return best.end
}

/** Takes the measures of the running text; `pages` are the lines of each page in reading order. */
export function measuresOf(pages: readonly (readonly TextLine[])[]): Measures {
  const all = pages.flat()
  const size = commonest(tally(all.map(line => [line.size, line.text.length] as const))) ?? 12
  const body = all.filter(line => Math.abs(line.size - size) < 0.1 * size).slice(0, limits.measuredLines)
  const enough = Math.max(2, body.length * 0.08)
  const near = (x: number) => body.filter(line => Math.abs(line.box[0] - x) <= 2).length
  const lefts = body.map(line => line.box[0]).filter(x => near(x) >= enough)
  const pitches = pages.flatMap(lines =>
    lines.flatMap((line, index): (readonly [number, number])[] => {
      const next = lines[index + 1]
      if (!next) return []
      const step = Math.round((next.baseline - line.baseline) * 2) / 2
      return step > 0.9 * size && step < 3 * size ? [[step, 1]] : []
    }),
  )
  return {
    size,
    left: Math.min(...(lefts.length > 0 ? lefts : body.map(line => line.box[0]))),
    right: usualRight(body, size),
    pitch: commonest(tally(pitches)) ?? size * 1.6,
  }
}
