import type { Run, RunLine } from '../lines/runs.ts'
import { pairLabels } from './labels.ts'
import { isBody, overlaps, type Track } from './tracks.ts'

/** One row of the table to be: its lines, from the first to the last. */
export type Row = {
  readonly kind: 'head' | 'body' | 'blank'
  readonly top: number
  readonly bottom: number
  /** Its label could as well be another row's. */
  readonly doubtful: boolean
  /** Lines that stand in this row; lines of group labels are in none. */
  readonly lines: readonly RunLine[]
}

/** In em: lines of one head are no farther apart. */
const headLeading = 2.2

/** Middle of a line of capitals and Chinese characters above its baseline, in em. */
export function heightOf(line: RunLine): number {
  return line.baseline - 0.38 * line.size
}

type Given = {
  readonly lines: readonly RunLine[]
  /** The column that names the rows; null where there is none. */
  readonly label: Track | null
  /** Where the columns of numbers begin. */
  readonly numbersFrom: number
  readonly parted: (y: number, other: number) => boolean
}

function reachesNumbers(line: RunLine, numbersFrom: number): boolean {
  return line.runs.some(run => run.box[2] > numbersFrom)
}

function isLeading(line: RunLine): boolean {
  return line.runs.length === 1
}

/** The lines as rows from top to bottom; null where rows would overlap: then the text is better left as it is printed. */
export function rowsOf(given: Given): readonly Row[] | null {
  const rows: Row[] = []
  let stretch: RunLine[] = []
  let head: RunLine[] = []
  const endHead = () => {
    rows.push(...headRows(head))
    head = []
  }
  const endStretch = (): boolean => {
    const made = bodyRows(stretch, given)
    stretch = []
    if (!made) return false
    rows.push(...made)
    return true
  }
  for (const [index, line] of given.lines.entries()) {
    const isHead = !isBody(line) && reachesNumbers(line, given.numbersFrom)
    const last = head.at(-1)
    const near =
      last && line.baseline - last.baseline <= headLeading * line.size && !given.parted(heightOf(last), heightOf(line))
    if (isHead) {
      if (stretch.length > 0 && !endStretch()) return null
      if (last && !near) endHead()
      head.push(line)
    } else if (last && near && !isBody(line) && headGoesOn(given, index)) head.push(line)
    else {
      endHead()
      stretch.push(line)
    }
  }
  endHead()
  if (!endStretch()) return null
  return rows.every((row, index) => row.top > (rows[index - 1]?.bottom ?? Number.NEGATIVE_INFINITY)) ? rows : null
}

/** In points: a band lower than this is the gap of a double line. */
const lowestBand = 5

/**
 * The rows between ruling lines that run under the numbers, with their edges; null where the lines leave several rows in one
 * band, or a line of text across one of them.
 */
export function bandedRows(
  lines: readonly RunLine[],
  numbersFrom: number,
  at: readonly number[],
): { readonly rows: readonly Row[]; readonly ys: readonly number[] } | null {
  const ys = at.filter((y, index) => index === 0 || y - (at[index - 1] ?? y) >= lowestBand)
  if (ys.length < 3) return null
  const rows: Row[] = []
  const edges = ys.slice(0, 1)
  for (const [index, bottom] of ys.slice(1).entries()) {
    const top = ys[index] ?? bottom
    const own = lines.filter(line => heightOf(line) > top && heightOf(line) < bottom)
    const bodies = own.filter(isBody)
    if (bodies.length > 1) return null
    const isHead = own.some(line => reachesNumbers(line, numbersFrom))
    const kind = bodies.length > 0 ? 'body' : isHead ? 'head' : 'blank'
    const heads = kind === 'head' ? headRows(own) : []
    if (heads.length > 1) {
      rows.push(...heads)
      edges.push(...heads.slice(1).map((head, at) => ((heads[at]?.bottom ?? top) + head.top) / 2), bottom)
      continue
    }
    edges.push(bottom)
    rows.push({ kind, top, bottom, doubtful: false, lines: own })
  }
  return rows.some(row => row.kind === 'body') ? { rows, ys: edges } : null
}

/** Does the head have more lines below this one, which has only words in the column of labels? */
function headGoesOn({ lines, numbersFrom }: Given, index: number): boolean {
  const next = lines.slice(index + 1, index + 4).find(line => isBody(line) || reachesNumbers(line, numbersFrom))
  return next !== undefined && !isBody(next)
}

function rowOf(kind: Row['kind'], lines: readonly RunLine[], doubtful = false): Row {
  const heights = lines.map(heightOf)
  return { kind, top: Math.min(...heights), bottom: Math.max(...heights), doubtful, lines }
}

/**
 * Lines of heads as rows. A line with one piece above lines with several is a row of its own, and so is one whose words are
 * over two pieces of a lower line: both name more than one column. Other lines are the wrapped heads of single columns.
 */
function headRows(lines: readonly RunLine[]): readonly Row[] {
  if (lines.length === 0) return []
  const several = lines.some(line => !isLeading(line))
  let below = 0
  lines.slice(0, -1).forEach((line, index) => {
    const names = line.runs.some(run =>
      lines.slice(index + 1).some(later => later.runs.filter(one => under(one, run)).length > 1),
    )
    const leads = isLeading(line) && lines.slice(0, index).every(isLeading)
    if (several && (names || leads) && !lines.slice(0, index).some(one => one.runs.length > line.runs.length * 2))
      below = index + 1
  })
  const above = lines.slice(0, below).map(line => rowOf('head', [line]))
  return [...above, rowOf('head', lines.slice(below))]
}

function under(lower: Run, upper: Run): boolean {
  return Math.min(lower.box[2], upper.box[2]) - Math.max(lower.box[0], upper.box[0]) > 1
}

function labelRuns(line: RunLine, label: Track | null): readonly Run[] {
  return label ? line.runs.filter(run => !run.value && overlaps(run, label)) : []
}

function bodyRows(lines: readonly RunLine[], { label, parted }: Given): readonly Row[] | null {
  const bodies = lines.filter(isBody)
  const named = lines.flatMap(line => {
    const runs = labelRuns(line, label)
    return runs.length > 0
      ? [{ line, y: heightOf(line), size: line.size, text: runs.map(run => run.text).join(' ') }]
      : []
  })
  const pairing = pairLabels(named, bodies.map(heightOf), parted)
  if (!pairing) return null
  const linesAt = (indexes: readonly number[]) => indexes.flatMap(index => named[index]?.line ?? [])
  const rows = bodies.map((body, index) => {
    const own = linesAt(pairing.labels[index] ?? [])
    return rowOf('body', [...new Set([body, ...own])], pairing.doubtful.has(index))
  })
  const blank = pairing.lone.map(indexes => rowOf('blank', linesAt(indexes)))
  return [...rows, ...blank].sort((a, b) => a.top - b.top)
}
