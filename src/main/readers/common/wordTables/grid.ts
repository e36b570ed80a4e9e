import type { GridBlock, GridCell } from '../../../../shared/data/document.ts'
import { getOrMake } from '../getOrMake.ts'
import { lineOf, linesOf } from './columns.ts'
import type { RowShape, VerticalMerge } from './model.ts'

/** One row as the grid needs it: what its cells hold, and its shape. */
export type GridRow = { readonly cells: readonly CellContent[]; readonly shape: RowShape | null }
export type CellContent = { readonly text: string; readonly image: boolean }

/** A cell after the cells merged into it from the right were taken in. */
type Stretch = { left: number; right: number; content: CellContent; vertical: VerticalMerge }
type ShapedRow = {
  readonly edges: readonly number[]
  readonly stretches: readonly Stretch[]
  readonly guessed: boolean
}
type OpenCell = { -readonly [Key in keyof GridCell]: GridCell[Key] }

/** How sure a cell is whose row lost its definition: its text stands in the right order, its columns are guessed. */
const guessedConfidence = 0.5

/** Resolves the spans of a table. Null where the rows hold no cell. */
export function gridOf(rows: readonly GridRow[]): GridBlock | null {
  const known: KnownEdges = new Map()
  const shaped = rows.map((row, index) => shapeRow(row, rows, index, known))
  const lines = linesOf(shaped.map(row => row.edges))
  const cells: OpenCell[] = []
  // The cell that a merge from above would go on, by its left line.
  let above = new Map<number, OpenCell>()
  for (const [index, row] of shaped.entries()) {
    const next = new Map<number, OpenCell>()
    for (const cell of placeCells(row, index, lines)) {
      const upper = above.get(cell.column)
      const goesOn = cell.vertical === 'continue' && upper && upper.columnSpan === cell.columnSpan
      if (goesOn) {
        // Word shows the text of the first cell only; what stands in the others is never seen.
        upper.rowSpan = index - upper.row + 1
        next.set(cell.column, upper)
      } else {
        cells.push(cell.cell)
        if (cell.vertical !== 'none') next.set(cell.column, cell.cell)
      }
    }
    above = next
  }
  const columns = Math.max(lines.length - 1, 0)
  return cells.length > 0 && columns > 0 ? { kind: 'grid', rows: rows.length, columns, cells } : null
}

type PlacedCell = {
  readonly cell: OpenCell
  readonly column: number
  readonly columnSpan: number
  readonly vertical: VerticalMerge
}

function placeCells(row: ShapedRow, index: number, lines: readonly number[]): readonly PlacedCell[] {
  const placed: PlacedCell[] = []
  for (const stretch of row.stretches) {
    const column = lineOf(lines, stretch.left)
    const columnSpan = lineOf(lines, stretch.right) - column
    const { text, image } = stretch.content
    if (columnSpan === 0) {
      // A cell without width is a leftover of merging. What it holds goes to its neighbour rather than being lost.
      const neighbour = placed.at(-1)
      if (neighbour && text !== '') neighbour.cell.text = [neighbour.cell.text, text].filter(Boolean).join('\n')
      continue
    }
    const cell: OpenCell = { row: index, column, rowSpan: 1, columnSpan, text }
    if (image) cell.image = true
    if (row.guessed) cell.confidence = guessedConfidence
    placed.push({ cell, column, columnSpan, vertical: stretch.vertical })
  }
  return placed
}

/** Edges after merging within the row. Rows of the same shape share them, so that a table has few different ones. */
type KnownEdges = Map<RowShape, readonly number[]>

function shapeRow(row: GridRow, rows: readonly GridRow[], index: number, known: KnownEdges): ShapedRow {
  const { shape } = row
  const count = row.cells.length
  if (shape && shape.cells.length === count) {
    const stretches = stretchesOf(row.cells, shape)
    return { edges: getOrMake(known, shape, () => edgesOf(stretches)), stretches, guessed: false }
  }
  // The definition is lost or speaks of another number of cells: a neighbour of the same number lends its edges.
  const lender = neighbours(rows, index).find(other => other.shape?.cells.length === count)?.shape
  const edges = lender?.edges ?? evenEdges(count, shape ?? neighbours(rows, index).find(other => other.shape)?.shape)
  const plain: RowShape = { edges, cells: edges.slice(1).map(() => ({ horizontal: 0, vertical: 'none' })) }
  const stretches = stretchesOf(row.cells, plain)
  return { edges: edgesOf(stretches), stretches, guessed: true }
}

/** The rows right above and below. Only those: looking through the whole table for every row would take its square. */
function neighbours(rows: readonly GridRow[], index: number): readonly GridRow[] {
  return [rows[index - 1], rows[index + 1]].filter(row => row !== undefined)
}

function evenEdges(count: number, shape: RowShape | null | undefined): readonly number[] {
  const left = shape?.edges[0] ?? 0
  const width = (shape?.edges.at(-1) ?? left + count * 1000) - left
  return Array.from({ length: count + 1 }, (_, edge) => left + Math.round((width * edge) / Math.max(count, 1)))
}

/**
 * Joins cells merged within a row. [MS-DOC] 2.9.317 says 2 or 3 for the first cell and 1 for the others; the older description and
 * some writers say 1 for the first and 2 for the others. Both are understood: the first of a run of marked cells is the first cell,
 * and those with another mark than its own belong to it.
 */
function stretchesOf(contents: readonly CellContent[], shape: RowShape): readonly Stretch[] {
  const stretches: Stretch[] = []
  let first = 0
  let left = shape.edges[0] ?? 0
  for (let index = 0; index < shape.cells.length; index++) {
    const { horizontal = 0, vertical = 'none' } = shape.cells[index] ?? {}
    const right = shape.edges[index + 1] ?? left
    const last = stretches.at(-1)
    if (last && first !== 0 && horizontal !== 0 && horizontal !== first) {
      last.right = right
    } else {
      first = horizontal
      stretches.push({ left, right, content: contents[index] ?? empty, vertical })
    }
    left = right
  }
  return stretches
}

function edgesOf(stretches: readonly Stretch[]): readonly number[] {
  return [stretches[0]?.left ?? 0, ...stretches.map(stretch => stretch.right)]
}

const empty: CellContent = { text: '', image: false }
