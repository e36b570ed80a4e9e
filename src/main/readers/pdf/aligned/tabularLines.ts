import { pieces, type RunLine } from '../lines/runs.ts'

/** Where on a page lines of text stand in columns. */

/** In em: words that stand this far apart are not one text. */
export const columnGap = 0.8
/** Lines without columns that may stand between two rows of a table: wrapped labels, group labels. */
const mostBetween = 6
/** A lone run wider than this part of the text on the page is prose. */
const proseWidth = 0.6
/** In heights of a line: lines farther apart are of two tables. */
const farthest = 6
/** Heads of sections are larger than the table above, or end as those of the form do; a row's label alone on its line does neither. */
const larger = 1.15
const sectionWords = /^[一二三四五六七八九十]{1,3}\s*、.*(情况|事项)$/u

/** Is the line a row of a table to look at: three pieces, or a number set apart from words? */
export function isTabular(line: RunLine): boolean {
  const count = pieces(line, columnGap)
  return count >= 3 || (count === 2 && line.runs.some(run => run.value))
}

function isSectionHead(line: RunLine, size: number): boolean {
  const [run] = line.runs
  return run !== undefined && line.runs.length === 1 && (line.size > larger * size || sectionWords.test(run.text))
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
    const above = lines[index - 1]
    const far = above && line.baseline - above.baseline >= farthest * Math.max(line.size, above.size)
    const size = open ? (lines[open[1]]?.size ?? line.size) : line.size
    if (far || isProse(line, width) || isSectionHead(line, size)) open = null
    if (!isTabular(line)) return
    if (open && index - open[1] <= mostBetween + 1) open[1] = index
    else {
      open = [index, index]
      stretches.push(open)
    }
  })
  return stretches
}
