import type { GridBlock, GridCell } from '../../../../shared/data/document.ts'
import type { PageCell, PageGrid } from '../ruled/cells.ts'
import { joinTagged } from '../tagged/join.ts'

/** A table that may have grown over several pages. Column edges are those of its first page. */
export type OpenGrid = PageGrid & { readonly lastPage: number }

/** Column edges of two parts of one table agree within this. */
export const sameEdge = 3
/** A row lower than this, in points, has no room for text. */
const lineHeight = 10
/** Confidence of a cell put together from two pages. */
export const rejoined = 0.8

export function openGrid(grid: PageGrid): OpenGrid {
  return { ...grid, lastPage: grid.page }
}

/** Edges of both parts in one list, when they are of one table: same outer edges, and the inner ones of one among the other's. */
function commonEdges(upper: readonly number[], lower: readonly number[]): readonly number[] | null {
  const shift = (upper[0] ?? 0) - (lower[0] ?? 0)
  const moved = lower.map(edge => edge + shift)
  const near = (edges: readonly number[], edge: number) => edges.some(other => Math.abs(other - edge) <= sameEdge)
  const last = upper.at(-1) ?? 0
  if (Math.abs(last - (moved.at(-1) ?? 0)) > sameEdge) return null
  const extra = moved.filter(edge => !near(upper, edge))
  const shared = moved.length - extra.length - 2
  const fewer = Math.min(upper.length, moved.length) - 2
  if (shared < fewer && shared * 2 < fewer + 1) return null
  return [...upper, ...extra].sort((a, b) => a - b)
}

function nearest(edges: readonly number[], value: number): number {
  let best = 0
  edges.forEach((edge, index) => {
    if (Math.abs(edge - value) < Math.abs((edges[best] ?? 0) - value)) best = index
  })
  return best
}

function onEdges<G extends PageGrid>(grid: G, edges: readonly number[]): G {
  if (edges.length === grid.xs.length && edges.every((edge, index) => edge === grid.xs[index])) return grid
  const shift = (edges[0] ?? 0) - (grid.xs[0] ?? 0)
  const places = grid.xs.map(edge => nearest(edges, edge + shift))
  const cells = grid.cells.map(cell => {
    const column = places[cell.column] ?? 0
    return { ...cell, column, columnSpan: (places[cell.column + cell.columnSpan] ?? column + 1) - column }
  })
  return { ...grid, xs: edges, columns: edges.length - 1, cells }
}

/** Is the cell's text a value rather than a label? Blank is neither. */
export function isValue(text: string): boolean {
  return /^[-+−]?[\d０-９][\d０-９,，.．\s]*%?$|^[/／\\—–\-－]+$/.test(text.trim())
}

/** Labels of the form begin with a number of their own; the second half of a cut label does not. */
const beginsAnew =
  /^\s*([（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?|[（(]?\d{1,2}[）)]?[.．、)]|第[一二三四五六七八九十]+)/u

/** How many rows at the top of `lower` repeat the heads of `upper` word for word. Rows with numbers are never heads. */
function repeatedHeads(upper: PageGrid, lower: PageGrid): number {
  const key = (cell: GridCell) =>
    [cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.text.replace(/\s/g, '')].join(' ')
  const heads = new Set(upper.cells.filter(cell => cell.row < lower.rows).map(key))
  let rows = 0
  for (let row = 0; row < lower.rows - 1; row += 1) {
    const cells = lower.cells.filter(cell => cell.row === row)
    if (!cells.every(cell => heads.has(key(cell)) && !isValue(cell.text))) break
    if (!cells.some(cell => /\p{L}/u.test(cell.text))) break
    const open = lower.cells.some(cell => cell.row <= row && cell.row + cell.rowSpan > row + 1)
    if (!open) rows = row + 1
  }
  return rows
}

/** Joins the part of a table on the next page to the part before, or says null when it is another table. */
export function joinGrids(upper: OpenGrid, lower: PageGrid): OpenGrid | null {
  if (upper.tagged && lower.tagged) {
    const joined = joinTagged(upper, lower)
    return joined ? { ...joined, lastPage: lower.page } : null
  }
  if (upper.tagged || lower.tagged) return null
  const edges = commonEdges(upper.xs, lower.xs)
  if (!edges) return null
  const above = onEdges(upper, edges)
  const below = withoutHeads(above, onEdges(lower, edges))
  const cutRow = isCutRow(above, below)
  const offset = cutRow ? above.rows - 1 : above.rows
  const taken = new Set<PageCell>()
  const cells = above.cells.map(cell => {
    if (cell.row + cell.rowSpan !== above.rows) return cell
    const other = below.cells.find(
      one => one.row === 0 && one.column === cell.column && one.columnSpan === cell.columnSpan,
    )
    if (!other || !(cutRow || continues(cell, other, above, below))) return cell
    taken.add(other)
    return mergeCells(cell, other, cutRow)
  })
  const rest = below.cells.filter(cell => !taken.has(cell)).map(cell => ({ ...cell, row: cell.row + offset }))
  return {
    ...above,
    lastPage: lower.page,
    rows: offset + below.rows,
    cells: [...cells, ...rest].sort((a, b) => a.row - b.row || a.column - b.column),
  }
}

function withoutHeads(upper: PageGrid, lower: PageGrid): PageGrid {
  const heads = repeatedHeads(upper, lower)
  if (heads === 0) return lower
  const cells = lower.cells.filter(cell => cell.row >= heads).map(cell => ({ ...cell, row: cell.row - heads }))
  return { ...lower, rows: lower.rows - heads, cells }
}

function mergeCells(upper: PageCell, lower: PageCell, cutRow: boolean): PageCell {
  const parts = [upper.text, lower.text].filter(text => text !== '')
  // A label cut by the break may be open towards it; with its text in one piece there is nothing to doubt.
  const { confidence, ...sure } = upper
  const certain = parts.length < 2 ? {} : { confidence: Math.min(rejoined, confidence ?? 1, lower.confidence ?? 1) }
  return {
    ...sure,
    ...certain,
    text: parts.join('\n'),
    rowSpan: upper.rowSpan + lower.rowSpan - (cutRow ? 1 : 0),
    below: lower.below,
    full: lower.full,
  }
}

/**
 * The text reaches the bottom and the right border of its cell above the break, and goes on below it, at the
 * top or in the middle (LibreOffice centres both parts, not exactly), with no number of its own.
 */
function runsOn(upper: PageCell, lower: PageCell): boolean {
  const starts = lower.above < lower.below + 1.2
  return upper.below < 1.2 && upper.full && starts && !beginsAnew.test(lower.text)
}

/**
 * Is a label cut by the break? At most one part has text, there is a row beside it on the other page, and no value is near: a
 * blank number is a fact of its own and never grows into the row above.
 */
function continues(upper: PageCell, lower: PageCell, above: PageGrid, below: PageGrid): boolean {
  if (isValue(upper.text) || isValue(lower.text)) return false
  const isLabel = (grid: PageGrid, row: number, cell: PageCell) =>
    grid.cells.some(one => one.row <= row && row < one.row + one.rowSpan && one.column > cell.column && one.text !== '')
  if (!isLabel(above, above.rows - 1, upper) || !isLabel(below, 0, lower)) return false
  const spans = upper.rowSpan > 1 || lower.rowSpan > 1
  if (lower.text === '') return upper.text !== '' || spans
  if (upper.text === '') return spans && leftmostText(below, 0) >= lower.column
  return spans && beginsAnew.test(upper.text) && runsOn(upper, lower)
}

function leftmostText(grid: PageGrid, row: number): number {
  const columns = grid.cells.filter(cell => cell.row === row && cell.text !== '').map(cell => cell.column)
  return Math.min(...columns)
}

/**
 * Was one row cut in two by the break? Only certain when every cell above has its counterpart below, and what stands below is
 * nothing, or the rest of a text that fills its cell above to the end and goes on without a number of its own. Where the
 * values stand below, the label must besides have begun with its number above.
 */
function isCutRow(above: PageGrid, below: PageGrid): boolean {
  const uppers = above.cells.filter(cell => cell.row + cell.rowSpan === above.rows)
  const lowers = below.cells.filter(cell => cell.row === 0)
  const pairs = lowers.flatMap(lower => {
    const upper = uppers.find(cell => cell.column === lower.column && cell.columnSpan === lower.columnSpan)
    return upper ? [{ upper, lower }] : []
  })
  if (pairs.length < 2 || pairs.length !== uppers.length || pairs.length !== lowers.length) return false
  const both = pairs.filter(({ upper, lower }) => upper.text !== '' && lower.text !== '')
  if (!both.every(({ upper, lower }) => !isValue(lower.text) && runsOn(upper, lower))) return false
  const grew = pairs.filter(({ upper, lower }) => upper.text === '' && lower.text !== '')
  if (grew.length > 0) {
    const kept = pairs.some(({ upper, lower }) => isValue(upper.text) && lower.text === '')
    return !kept && both.length > 0 && both.every(({ upper }) => beginsAnew.test(upper.text))
  }
  if (both.length > 0) return both.length < pairs.length
  // Nothing below: the foot of a row that has its values above, or has no height for text; under heads, values left blank.
  const flat = lowers.every(cell => cell.box[3] - cell.box[1] < lineHeight)
  return uppers.some(cell => isValue(cell.text) || (flat && cell.text !== ''))
}

/** The finished table as a block of the document. */
export function gridBlock(grid: OpenGrid): GridBlock {
  const cells = grid.cells.map(({ below: _below, above: _above, full: _full, ...cell }): GridCell => cell)
  return { kind: 'grid', rows: grid.rows, columns: grid.columns, cells, page: grid.page, box: grid.box }
}
