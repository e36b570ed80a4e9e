import type { Anchor, Block, GridBlock, GridCell } from '../../../shared/data/document.ts'
import { compact, labelBody } from '../text/normalise.ts'
import { isValueLike } from './cellState.ts'

/** A cell as recognition sees it: where it stands and what it says, whatever kind of block it came from. */
export type PlacedCell = {
  readonly block: number
  readonly text: string
  /** Without white space, punctuation and numbering; what labels are compared by. */
  readonly body: string
  readonly compact: string
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
  /** Whether the cell begins in this row, or reaches into it from a row above. */
  readonly begins: boolean
  /** Horizontal place in points, where the source has pages. */
  readonly edges: readonly [number, number] | null
  readonly anchor: Anchor
  readonly confidence: number
  readonly image: boolean
}

/** One row of cells, left to right. `gridColumns` is 0 for rows made of plain lines, where columns are mere counting. */
export type TableRow = {
  readonly block: number
  readonly row: number
  readonly gridColumns: number
  readonly cells: readonly PlacedCell[]
}

/** A hostile document may claim any size: what lies beyond is not looked at. */
const mostSlots = 200_000
const mostRows = 1_000

function placeCell(block: number, cell: GridCell): PlacedCell {
  const place = { block, row: cell.row, column: cell.column }
  const paged = cell.page === undefined ? place : { ...place, page: cell.page }
  return {
    block,
    text: cell.text,
    body: labelBody(cell.text),
    compact: compact(cell.text),
    column: cell.column,
    columnSpan: Math.max(1, cell.columnSpan),
    rowSpan: Math.max(1, cell.rowSpan),
    begins: true,
    edges: cell.box ? [cell.box[0], cell.box[2]] : null,
    anchor: cell.box ? { ...paged, box: cell.box } : paged,
    confidence: cell.confidence ?? 1,
    image: cell.image === true,
  }
}

/** The rows of a grid; a cell that spans rows is in each of them. */
export function rowsOfGrid(index: number, grid: GridBlock): readonly TableRow[] {
  // Only rows in which a cell begins say anything; a claimed height costs nothing.
  const lowest = grid.cells.reduce((last, cell) => Math.max(last, cell.row), -1)
  const height = Math.min(grid.rows, lowest + 1, mostRows)
  const rows: PlacedCell[][] = Array.from({ length: height }, () => [])
  let slots = 0
  for (const cell of grid.cells) {
    const placed = placeCell(index, cell)
    for (let row = cell.row; row < Math.min(cell.row + placed.rowSpan, height) && slots < mostSlots; row++, slots++)
      rows[row]?.push(row === cell.row ? placed : { ...placed, begins: false })
  }
  return rows.map((cells, row) => ({
    block: index,
    row,
    gridColumns: grid.columns,
    cells: cells.sort((a, b) => a.column - b.column),
  }))
}

/** “— 4 —” between two pages. */
const pageNumber = /^\s*[-—–─·•]\s*\d{1,4}\s*[-—–─·•]\s*$/

/** 40 pieces of 45 characters are a row at most; what is longer is no table. */
const longestRow = 2_000

/** “1 . 属 于 国 家 秘 密”: a label of which every character stands alone. */
const spacedLabel =
  /(?<![^ \t\u3000])(?:\d[ \t\u3000]+(?=[.．、]))?(?:[\p{Script=Han}（）().．、，“”"：:](?:[ \t\u3000]+|$)){3,}/gu

/** Puts such labels together; 无 is a value too, so a row of nothing else stays as it is. */
function closeLabels(line: string): string {
  // “总 计” is too short to be told from two cells but where the line holds nothing else.
  if (/^\p{Script=Han}[ \t\u3000]+\p{Script=Han}$/u.test(line.trim()) && !/[无一]/.test(line))
    return line.replace(/\s+/g, '')
  return line.replace(spacedLabel, run => (/^[无一\s]+$/.test(run) ? run : `${run.replace(/[ \t\u3000]+/g, '')} `))
}

/** “12 件”: a figure and its unit are one cell. */
const closeUnits = (line: string): string =>
  line.replace(/(?<=\d)[ \u3000](?=(?:件|个|条|项|宗|份|次|人|万?元)(?:\s|$))/g, '')

/** “1. 属于国家秘密”, “（一） 予以公开”: the numbering belongs to the label behind it. */
const closeNumberings = (line: string): string =>
  line.replace(
    /(?<=^|[ \t\u3000])(\d{1,2}[.．、]|[一二三四五六七八][、.．]|[（(][一二三四五六七八][）)])[ \u3000]{1,2}(?=\p{Script=Han}{2})/gu,
    '$1',
  )

function pieces(text: string): readonly string[] {
  const lines = text.split('\n')
  if (lines.length > 1 && lines.every(line => line.trim() === '' || isValueLike(line)))
    return lines.filter(line => line.trim() !== '')
  // A whole row on one line, cells parted by blanks: short pieces only, prose has none.
  const closed =
    lines.length === 1 && text.length <= longestRow
      ? closeLabels(closeUnits(closeNumberings(text))).trim()
      : text.trim()
  const parts = closed.split(/[ \t\u3000]+/)
  if (parts.length === 1) return [closed]
  const row = lines.length === 1 && parts.length > 1 && parts.length <= 40 && parts.every(part => part.length <= 45)
  return row ? parts : [text]
}

/**
 * Rows made of plain lines (one cell a line): labels, then the figures that follow them; the next label begins a new row.
 * Blank cells leave no line, so such a row is only believed when its figures are exactly as many as are due.
 */
export function rowsOfLines(first: number, blocks: readonly Block[]): readonly TableRow[] {
  const rows: PlacedCell[][] = []
  let current: PlacedCell[] = []
  let valueBefore = false
  blocks.forEach((block, offset) => {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return
    if (pageNumber.test(block.text) || block.text.trim() === '') return
    for (const text of pieces(block.text)) {
      const value = isValueLike(text)
      if (!value && valueBefore) {
        rows.push(current)
        current = []
      }
      valueBefore = value
      const index = first + offset
      const anchor: Anchor = {
        block: index,
        ...(block.page === undefined ? {} : { page: block.page }),
        ...(block.box === undefined ? {} : { box: block.box }),
      }
      current.push({
        block: index,
        text,
        body: text.length > 200 ? '' : labelBody(text),
        compact: text.length > 200 ? '' : compact(text),
        column: current.length,
        columnSpan: 1,
        rowSpan: 1,
        begins: true,
        edges: null,
        anchor,
        confidence: 1,
        image: false,
      })
    }
  })
  if (current.length > 0) rows.push(current)
  return rows.slice(0, mostRows).map((cells, row) => ({ block: first, row, gridColumns: 0, cells }))
}
