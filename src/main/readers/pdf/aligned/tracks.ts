import type { Run, RunLine } from '../lines/runs.ts'

/** A column as the text of the rows shows it: from the leftmost to the rightmost character in it. */
export type Track = { readonly from: number; readonly to: number; readonly value: boolean }

type Span = { from: number; to: number; values: number; runs: number }

/** In em: runs of two rows nearer than this stand in one column. */
const touching = 0.15
/** This part of a column must be values for it to count as one of numbers. */
const mostlyValues = 0.6

/** A row of the table's body: a number beside something else. */
export function isBody(line: RunLine): boolean {
  return line.runs.length > 1 && line.runs.some(run => run.value)
}

/**
 * The columns of the rows that have numbers. null where two numbers of one row would fall into one column: their columns
 * cannot be told by position alone.
 */
export function tracksOf(body: readonly RunLine[]): readonly Track[] | null {
  const size = Math.max(1, ...body.map(line => line.size))
  const runs = body.flatMap(line => line.runs).sort((a, b) => a.box[0] - b.box[0])
  const spans: Span[] = []
  for (const run of runs) {
    const span = spans.at(-1)
    if (span && run.box[0] <= span.to + touching * size) {
      span.to = Math.max(span.to, run.box[2])
      span.values += run.value ? 1 : 0
      span.runs += 1
    } else spans.push({ from: run.box[0], to: run.box[2], values: run.value ? 1 : 0, runs: 1 })
  }
  const tracks = spans.map(({ from, to, values, runs: count }) => ({ from, to, value: values >= mostlyValues * count }))
  const clash = body.some(line =>
    tracks.some(track => line.runs.filter(run => run.value && overlaps(run, track)).length > 1),
  )
  return clash ? null : tracks
}

export function overlaps(run: Run, track: { readonly from: number; readonly to: number }): boolean {
  return run.box[0] < track.to && run.box[2] > track.from
}

/**
 * Cuts a column of labels where a group's label stands left of its items' labels: few labels cross there, and on both sides
 * stand some that do not. Letters of one label set wide apart are no two labels.
 */
export function labelTracks(track: Track, lines: readonly RunLine[]): readonly Track[] {
  const rows = lines
    .map(line => ({ size: line.size, runs: line.runs.filter(run => overlaps(run, track)) }))
    .filter(row => row.runs.length > 0)
  const cuts: { at: number; width: number }[] = []
  const edges = [...new Set(rows.flatMap(row => row.runs.map(run => Math.round(run.box[2]))))].sort((a, b) => a - b)
  for (const edge of edges.slice(0, mostEdges)) {
    const at = edge + 1
    const left = rows.filter(row => row.runs.some(run => run.box[2] <= at) && !spaced(row.runs, at))
    const right = rows.filter(row => row.runs.some(run => run.box[0] >= at) && !spaced(row.runs, at))
    const crossing = rows.filter(row => row.runs.some(run => run.box[0] < at && run.box[2] > at))
    if (left.length < 2 || right.length < 3 || crossing.length > 0.4 * rows.length) continue
    const next = Math.min(...right.flatMap(row => row.runs.map(run => run.box[0]).filter(x => x >= at)))
    const width = next - edge
    const last = cuts.at(-1)
    if (width < 0.4 * (rows[0]?.size ?? 10)) continue
    // Further edges before the same next column: the last of them is the column's true end.
    if (last && Math.abs(last.at + last.width / 2 - next) < 2) cuts.pop()
    cuts.push({ at: edge + width / 2, width })
  }
  const bounds = [track.from, ...cuts.map(cut => cut.at), track.to]
  return bounds.slice(1).map((to, index) => ({ from: bounds[index] ?? to, to, value: false }))
}

const mostEdges = 200

function spaced(runs: readonly Run[], at: number): boolean {
  const before = runs.filter(run => run.box[2] <= at).at(-1)
  const after = runs.find(run => run.box[0] >= at)
  return before !== undefined && after !== undefined && before.text.length === 1 && after.text.length === 1
}
