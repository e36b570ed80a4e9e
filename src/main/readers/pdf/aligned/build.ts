import { limits } from '../limits.ts'
import type { Run, RunLine } from '../lines/runs.ts'
import type { Rules } from '../model.ts'
import { coverage } from '../ruled/mergedLines.ts'
import { edgesOf, headTracks } from './edges.ts'
import { type AlignedFrame, covers, framed } from './framed.ts'
import { bandedRows, type Row, rowsOf } from './rows.ts'
import { isBody, labelTracks, overlaps, type Track, tracksOf } from './tracks.ts'

/** Makes a table of lines of text whose values stand in columns. */

/** More than any page of print holds: made-up files must not take quadratic time. */
const mostLines = 400

const mostRuns = 6_000

/**
 * Makes a table of lines of text. `rules` are ruling lines among them: where they part rows they are believed. null where the
 * text does not make a table beyond doubt, or where columns or rows would overlap.
 */
export function buildAligned(
  lines: readonly RunLine[],
  rules: Rules,
  columns: readonly number[] | null,
): AlignedFrame | null {
  if (lines.length > mostLines || lines.reduce((sum, line) => sum + line.runs.length, 0) > mostRuns) return null
  const body = lines.filter(isBody)
  const tracks = columns ? trackBetween(columns, body) : tracksOf(body)
  if (!tracks) return null
  const numbers = tracks.filter(track => track.value)
  const words = tracks.filter(track => !track.value)
  if (numbers.length < 2 && !(columns && numbers.length > 0)) return null
  const first = words[0] ? numbers.find(track => track.from >= (words[0]?.to ?? 0)) : numbers[0]
  if (!first) return null
  const labelArea = areaBefore(first, words, lines)
  const labels = labelArea ? labelTracks(labelArea, lines) : []
  const label = labels.at(-1) ?? null
  const numbersFrom = Math.max(label?.to ?? Number.NEGATIVE_INFINITY, first.from - 1)
  const parted = partedBy(rules, label ?? first)
  const banded = bandedRows(lines, numbersFrom, levelsUnder(rules, first.from, numbers.at(-1)?.to ?? first.to))
  const rows = banded?.rows ?? rowsOf({ lines, label, numbersFrom, parted })
  if (!rows) return null
  const others = tracks.filter(track => !labels.includes(track) && track.from >= (label?.to ?? track.from))
  // Only the lowest heads are those of single columns.
  const heads = rows.filter((row, at) => row.kind === 'head' && rows[at + 1]?.kind !== 'head').flatMap(row => row.lines)
  const all = columns ? tracks : headTracks([...labels, ...others], heads)
  const xs = columns ? withCuts(columns, labels) : edgesOf(all, lines, rules)
  const ys = banded?.ys ?? rowEdges(rows, lines, rules)
  if (rows.length * (xs.length - 1) > limits.slotsPerFrame) return null
  return framed({
    xs,
    ys,
    rows,
    lines,
    rules,
    labelEdge: label ? labels.length - 1 : 0,
    numbers,
    banded: banded !== null,
    mixed: isMixed(tracks, body),
  })
}

function trackBetween(columns: readonly number[], body: readonly RunLine[]): readonly Track[] {
  return columns.slice(1).map((to, index) => {
    const from = columns[index] ?? to
    const runs = body.flatMap(line => line.runs).filter(run => inside(run, from, to))
    return { from, to, value: runs.filter(run => run.value).length * 2 > runs.length }
  })
}

/** Where a column of labels between two lines holds the labels of groups too, it is two. */
function withCuts(columns: readonly number[], labels: readonly Track[]): readonly number[] {
  const [from, to] = [labels[0]?.from ?? 0, labels.at(-1)?.to ?? 0]
  if (columns.some(edge => edge > from + 2 && edge < to - 2)) return columns
  const cuts = labels.slice(1).map(track => track.from)
  return [...columns, ...cuts].sort((a, b) => a - b)
}

function inside(run: Run, from: number, to: number): boolean {
  const middle = (run.box[0] + run.box[2]) / 2
  return middle >= from && middle < to
}

/** What stands left of the numbers, in all lines: labels wrapped onto lines without numbers reach farther. */
function areaBefore(first: Track, words: readonly Track[], lines: readonly RunLine[]): Track | null {
  const before = words.filter(track => track.to <= first.from)
  if (before.length === 0) return null
  const runs = lines.flatMap(line => line.runs).filter(run => run.box[2] <= first.from && !run.value)
  const from = Math.min(...before.map(track => track.from), ...runs.map(run => run.box[0]))
  return { from, to: Math.max(...before.map(track => track.to), ...runs.map(run => run.box[2])), value: false }
}

/** Heights at which ruling lines run under the numbers from end to end. */
function levelsUnder(rules: Rules, from: number, to: number): readonly number[] {
  const heights = [...new Set(rules.horizontal.map(rule => rule.at))].sort((a, b) => a - b)
  return heights.filter(at => {
    const own = rules.horizontal.filter(rule => rule.at === at)
    return coverage(own, from, to) >= 0.8
  })
}

function partedBy(rules: Rules, track: Track): (y: number, other: number) => boolean {
  const across = rules.horizontal.filter(rule => coverage([rule], track.from, track.to) >= covers).map(rule => rule.at)
  return (y, other) => across.some(at => (at > y && at < other) || (at > other && at < y))
}

/** Between two rows: on a ruling line where there is one, else half way. */
function rowEdges(rows: readonly Row[], lines: readonly RunLine[], rules: Rules): readonly number[] {
  const size = Math.max(...lines.map(line => line.size))
  const between = (above: number, below: number) =>
    rules.horizontal.map(rule => rule.at).find(at => at > above && at < below) ?? (above + below) / 2
  // Lines of text stand at least an em apart: nothing of the next one falls inside.
  const top = (rows[0]?.top ?? 0) - 0.6 * size
  const bottom = (rows.at(-1)?.bottom ?? 0) + 0.6 * size
  return [top, ...rows.slice(1).map((row, index) => between(rows[index]?.bottom ?? 0, row.top)), bottom]
}

function isMixed(tracks: readonly Track[], body: readonly RunLine[]): boolean {
  const runs = body.flatMap(line => line.runs).filter(run => run.value)
  return tracks.some(track => !track.value && runs.some(run => overlaps(run, track)))
}
