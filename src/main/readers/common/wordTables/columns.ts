/**
 * Columns of a table from the edges of all its rows. In Word every row has its own edges; two edges are the same line when they lie
 * close together. The old TC description allows a difference of 3 twips for merged cells; rows edited by hand differ by more.
 */

/** No two edges further apart than this (1.8 mm) are ever taken for one line. */
const widestTolerance = 100
const narrowestTolerance = 10

/** The lines of the table, from left to right: edges that lie together are one line. */
export function linesOf(all: readonly (readonly number[])[]): readonly number[] {
  const rows = [...new Set(all)]
  const tolerance = toleranceOf(rows)
  const edges = [...new Set(rows.flat())].sort((one, other) => one - other)
  const lines: number[] = []
  for (const edge of edges) {
    const line = lines.at(-1)
    if (line === undefined || edge - line > tolerance) lines.push(edge)
  }
  return lines
}

/** A third of the narrowest cell, so that the two edges of one cell never fall together. */
function toleranceOf(rows: readonly (readonly number[])[]): number {
  let narrowest = Number.POSITIVE_INFINITY
  for (const edges of rows) {
    for (let index = 1; index < edges.length; index++) {
      const width = (edges[index] ?? 0) - (edges[index - 1] ?? 0)
      // Narrower cells are leftovers of merging; they hold nothing and must not make every line a line of its own.
      if (width > narrowestTolerance * 3) narrowest = Math.min(narrowest, width)
    }
  }
  return Math.min(widestTolerance, Math.max(narrowestTolerance, narrowest / 3))
}

/** The number of the line an edge lies on: the last one not to the right of it. */
export function lineOf(lines: readonly number[], edge: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((lines[middle] ?? 0) <= edge) low = middle
    else high = middle - 1
  }
  return low
}
