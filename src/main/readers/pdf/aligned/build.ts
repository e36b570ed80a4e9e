import type { Box } from '../../../../shared/document.ts'
import type { Rules } from '../drawing.ts'
import { type Frame, type FrameCell, fillFrame } from '../frame.ts'
import { limits } from '../limits.ts'
import { coverage } from '../lines.ts'
import { edgesOf, headTracks } from './edges.ts'
import { bandedRows, heightOf, type Row, rowsOf } from './rows.ts'
import type { Run, RunLine } from './runs.ts'
import { isBody, labelTracks, overlaps, type Track, tracksOf } from './tracks.ts'

/** A table whose borders were made out by how its text is aligned, and how sure each cell is. */
export type AlignedFrame = { readonly frame: Frame; readonly confidence: (cell: number) => number }

/** Everything agrees: each column has its number in this row, with clear room between. */
const agreed = 0.95
const usual = 0.8
const doubtful = 0.5

/** A ruling line counts from this part of a column's width on. */
const covers = 0.6
/** More than any page of print holds: made-up files must not take quadratic time. */
const mostLines = 400
const mostRuns = 6_000

/** In em: room between columns that leaves no doubt. */
const clearGap = 0.8

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

type Plan = {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly rows: readonly Row[]
  readonly lines: readonly RunLine[]
  readonly rules: Rules
  /** Columns left of this one hold labels of groups. */
  readonly labelEdge: number
  readonly numbers: readonly Track[]
  /** Ruling lines part all rows. */
  readonly banded: boolean
  /** A column of words has numbers too: what it is one cannot say. */
  readonly mixed: boolean
}

function isMixed(tracks: readonly Track[], body: readonly RunLine[]): boolean {
  const runs = body.flatMap(line => line.runs).filter(run => run.value)
  return tracks.some(track => !track.value && runs.some(run => overlaps(run, track)))
}

function rowAt(ys: readonly number[], y: number): number {
  return ys.findIndex((edge, index) => y >= edge && y < (ys[index + 1] ?? edge))
}

function framed(plan: Plan): AlignedFrame {
  const { xs, ys, rows, lines, rules, labelEdge } = plan
  const runsOf: Run[][] = rows.map(() => [])
  for (const line of lines) runsOf[rowAt(ys, heightOf(line))]?.push(...line.runs)
  const ruled = ys.slice(1, -1).filter(y => rules.horizontal.some(rule => Math.abs(rule.at - y) < 0.01)).length
  const mostlyRuled = plan.banded || ruled > 0.6 * (ys.length - 2)
  const outer = (index: number, count: number) => index === 0 || index === count
  const crosses = (row: number, x: number) =>
    runsOf[row]?.some(run => !run.value && run.box[0] < x - 1 && run.box[2] > x + 1) ?? false
  const groups = labelBlocks(plan)
  const walls = {
    left: (row: number, column: number) => outer(column, xs.length - 1) || !crosses(row, xs[column] ?? 0),
    above: (row: number, column: number) => {
      if (outer(row, ys.length - 1)) return true
      const [from, to] = [xs[column] ?? 0, xs[column + 1] ?? 0]
      if (rows[row]?.kind === 'head' && rows[row - 1]?.kind === 'head') return headWall(runsOf[row - 1] ?? [], from, to)
      if (column >= labelEdge) return true
      const at = ys[row] ?? 0
      if (mostlyRuled)
        return (
          coverage(
            rules.horizontal.filter(rule => Math.abs(rule.at - at) < 0.01),
            from,
            to,
          ) >= covers
        )
      return !groups.some(([left, top, right, bottom]) => top < at && bottom > at && left < to && right > from)
    },
  }
  const frame = fillFrame(xs, ys, walls)
  const glued = runsOf.flat().filter(run => run.glued)
  return { frame, confidence: cell => confidenceOf(frame.cells[cell], plan, runsOf, glued) }
}

/** A head stands over the next line of heads, or is one with it. */
function headWall(above: readonly Run[], from: number, to: number): boolean {
  return above.some(run => run.box[0] < to && run.box[2] > from)
}

/** Labels of groups of more than one line: the rows they run through are not parted there. */
function labelBlocks({ lines, xs, labelEdge }: Plan): readonly Box[] {
  const blocks: Box[] = []
  const right = xs[labelEdge] ?? 0
  const runs = lines.flatMap(line => line.runs.map(run => ({ run, line }))).filter(({ run }) => run.box[2] <= right + 1)
  for (const { run, line } of runs) {
    const y = heightOf(line)
    const index = blocks.findIndex(
      block => run.box[0] < block[2] && run.box[2] > block[0] && y - block[3] < 1.7 * line.size && y > block[3],
    )
    const block = blocks[index]
    if (block) blocks[index] = [Math.min(block[0], run.box[0]), block[1], Math.max(block[2], run.box[2]), y]
    else blocks.push([run.box[0], y, run.box[2], y])
  }
  return blocks
}

function confidenceOf(
  cell: FrameCell | undefined,
  plan: Plan,
  runsOf: readonly (readonly Run[])[],
  glued: readonly Run[],
): number {
  if (!cell?.sure) return doubtful
  const [from, to] = [plan.xs[cell.column] ?? 0, plan.xs[cell.column + cell.columnSpan] ?? 0]
  // Two columns that stand as close as digits do in one row are one column here, for all rows.
  if (glued.some(run => run.box[0] < to && run.box[2] > from)) return doubtful
  let least = agreed
  for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
    least = Math.min(least, rowConfidence(row, plan, runsOf))
  return least
}

function rowConfidence(
  row: number,
  { rows, xs, numbers, banded, mixed }: Plan,
  runsOf: readonly (readonly Run[])[],
): number {
  const made = rows[row]
  const runs = runsOf[row] ?? []
  if (!made || made.kind === 'blank' || made.doubtful) return doubtful
  const values = runs.filter(run => run.value)
  if (values.some(run => xs.some(x => run.box[0] < x && run.box[2] > x))) return doubtful
  if (made.kind === 'head' || (made.lines.length > 1 && !banded)) return usual
  const size = made.lines[0]?.size ?? 10
  const clear = numbers.every((track, index) => {
    const next = numbers[index + 1]
    return !next || next.from - track.to >= clearGap * size
  })
  const full = numbers.every(track => values.filter(run => overlaps(run, track)).length === 1)
  return clear && full && !mixed && values.length === numbers.length ? agreed : usual
}
