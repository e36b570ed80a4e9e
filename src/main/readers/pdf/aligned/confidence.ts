import type { Run } from '../lines/runs.ts'
import type { FrameCell } from '../ruled/frame.ts'
import type { Plan } from './model.ts'
import { overlaps } from './tracks.ts'

/** How sure the cells are of a table that only the alignment of its text shows. */

/** Everything agrees: each column has its number in this row, with clear room between. */
const agreed = 0.95

const usual = 0.8

const doubtful = 0.5

/** In em: room between columns that leaves no doubt. */
const clearGap = 0.8

export function confidenceOf(
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
