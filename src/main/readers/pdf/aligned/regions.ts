import { pieces, type RunLine } from './runs.ts'

/** In em: words that stand this far apart are not one text. */
const columnGap = 0.8
/** Lines without columns that may stand between two rows of a table: wrapped labels, group labels. */
const mostBetween = 6
/** A lone run wider than this part of the text on the page is prose. */
const proseWidth = 0.6
/** In heights of a line: rows farther apart are of two tables. */
const farthest = 6

/** Is the line a row of a table to look at: three pieces, or a number set apart from words? */
export function isTabular(line: RunLine): boolean {
  const count = pieces(line, columnGap)
  return count >= 3 || (count === 2 && line.runs.some(run => run.value))
}

function isProse(line: RunLine, width: number): boolean {
  return pieces(line, columnGap) === 1 && line.box[2] - line.box[0] > proseWidth * width
}

/** Stretches of lines that may be a table without ruling lines: first and last line have columns, no prose lies between. */
export function stretchesOf(lines: readonly RunLine[]): readonly (readonly [number, number])[] {
  const left = Math.min(...lines.map(line => line.box[0]))
  const width = Math.max(...lines.map(line => line.box[2])) - left
  const stretches: [number, number][] = []
  let open: [number, number] | null = null
  lines.forEach((line, index) => {
    const last = open && lines[open[1]]
    if (isProse(line, width)) open = null
    if (!isTabular(line)) return
    const near = last && line.baseline - last.baseline < farthest * Math.max(line.size, last.size)
    if (open && near && index - open[1] <= mostBetween + 1) open[1] = index
    else {
      open = [index, index]
      stretches.push(open)
    }
  })
  return stretches
}
