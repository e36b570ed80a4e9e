import type { Box } from '../../../../shared/data/document.ts'
import { isPlainValue } from '../lines/runs.ts'
import { linesOf, unionBox } from '../lines/text.ts'
import type { Glyph, TaggedCell, TaggedTable } from '../model.ts'
import { type PageCell, type PageGrid, standing } from '../ruled/cells.ts'

/** Tables of the structure tree, given places on the page. */

/** Tags and the places of the numbers agree; they do not. */
const agreed = 0.95
const doubtful = 0.5
/** In points: text may touch the next column's. */
const touching = 1.5

type Filled = { readonly cell: TaggedCell; readonly glyphs: readonly Glyph[]; readonly box: Box | null }
type Span = { readonly from: number; readonly to: number }

const isInked = (glyph: Glyph) => glyph.text.trim() !== ''

function filledCells(table: TaggedTable, byMark: ReadonlyMap<number, readonly Glyph[]>): readonly Filled[] {
  return table.cells.map(cell => {
    const glyphs = cell.marks.flatMap(mark => byMark.get(mark) ?? [])
    const ink = glyphs.filter(isInked)
    return { cell, glyphs, box: ink.length > 0 ? unionBox(ink.map(glyph => glyph.box)) : null }
  })
}

function union(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null
  return { from: Math.min(...spans.map(one => one.from)), to: Math.max(...spans.map(one => one.to)) }
}

/** How far the text of each row or column reaches, by its cells that are of no other; null where it has none. */
function reaches(filled: readonly Filled[], count: number, along: 'row' | 'column', numbersOnly: boolean) {
  const spans: Span[][] = Array.from({ length: count }, () => [])
  for (const { cell, box, glyphs } of filled) {
    if (!box || (along === 'row' ? cell.rowSpan : cell.columnSpan) > 1) continue
    if (numbersOnly && !isPlainValue(glyphs.map(glyph => glyph.text).join(''))) continue
    spans[cell[along]]?.push(along === 'row' ? { from: box[1], to: box[3] } : { from: box[0], to: box[2] })
  }
  return spans.map(union)
}

function follow(spans: readonly (Span | null)[]): boolean {
  const known = spans.filter(one => one !== null)
  return known.every((one, index) => one.from >= (known[index - 1]?.to ?? Number.NEGATIVE_INFINITY) - touching)
}

/** Edges half way between neighbours; what has no text lies between its neighbours, without room of its own. */
function edgesOf(spans: readonly (Span | null)[], whole: Span): readonly number[] {
  const edges = [whole.from]
  for (let index = 1; index < spans.length; index += 1) {
    const before = spans.slice(0, index).findLast(one => one !== null)
    const after = spans.slice(index).find(one => one !== null)
    const at = ((before?.to ?? whole.from) + (after?.from ?? whole.to)) / 2
    edges.push(Math.max(at, edges.at(-1) ?? at))
  }
  return [...edges, whole.to]
}

/**
 * The part of a tagged table that stands on one page. null where it has no text there. Its rows and columns are those of the whole
 * table, so that parts of several pages are joined by number.
 */
export function taggedGrid(
  table: TaggedTable,
  byMark: ReadonlyMap<number, readonly Glyph[]>,
  page: number,
): PageGrid | null {
  const filled = filledCells(table, byMark)
  const whole = filled.flatMap(one => (one.box ? [one.box] : []))
  const rows = filled.filter(one => one.box && one.cell.rowSpan === 1).map(one => one.cell.row)
  if (whole.length === 0 || rows.length === 0) return null
  const [first, last] = [Math.min(...rows), Math.max(...rows)]
  const box = unionBox(whole)
  const numbers = {
    columns: reaches(filled, table.columns, 'column', true),
    rows: reaches(filled, table.rows, 'row', true),
  }
  const confidence = follow(numbers.columns) && follow(numbers.rows) ? agreed : doubtful
  const columns = reaches(filled, table.columns, 'column', false)
  const heights = reaches(filled, table.rows, 'row', false)
  const xs = edgesOf(follow(columns) ? columns : numbers.columns, { from: box[0] - 2, to: box[2] + 2 })
  const ys = edgesOf(follow(heights) ? heights : numbers.rows, { from: box[1] - 2, to: box[3] + 2 })
  const cells = filled.flatMap(({ cell, glyphs, box: own }): readonly PageCell[] => {
    const here = cell.row >= first && cell.row <= last
    if (!own && !(here && !cell.elsewhere)) return []
    const { row, column, rowSpan, columnSpan } = cell
    const place: Box = [xs[column] ?? 0, ys[row] ?? 0, xs[column + columnSpan] ?? 0, ys[row + rowSpan] ?? 0]
    const lines = linesOf(glyphs)
    const text = lines.map(line => line.text).join('\n')
    const shown = own && !(own[0] >= place[0] && own[2] <= place[2] && own[1] >= place[1] && own[3] <= place[3])
    const at = shown ? own : place
    return [{ row, column, rowSpan, columnSpan, text, page, box: at, confidence, ...standing(at, lines) }]
  })
  return {
    page,
    box,
    xs,
    rows: table.rows,
    columns: table.columns,
    cells,
    aligned: true,
    tagged: { table, first, last },
  }
}
