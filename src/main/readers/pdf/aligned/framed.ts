import type { Box } from '../../../../shared/data/document.ts'
import type { Run } from '../lines/runs.ts'
import { type Frame, fillFrame } from '../ruled/frame.ts'
import { coverage } from '../ruled/mergedLines.ts'
import { confidenceOf } from './confidence.ts'
import type { Plan } from './model.ts'
import { heightOf } from './rows.ts'

/** A table whose borders were made out by how its text is aligned, and how sure each cell is. */
export type AlignedFrame = { readonly frame: Frame; readonly confidence: (cell: number) => number }

/** A ruling line counts from this part of a column's width on. */
export const covers = 0.6

function rowAt(ys: readonly number[], y: number): number {
  return ys.findIndex((edge, index) => y >= edge && y < (ys[index + 1] ?? edge))
}

export function framed(plan: Plan): AlignedFrame {
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
