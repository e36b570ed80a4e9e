import fc from 'fast-check'
import type { Glyph, Rule, Rules } from '../../../src/main/readers/pdf/model.ts'
import type { PageCell, PageGrid } from '../../../src/main/readers/pdf/ruled/cells.ts'

/** A made-up table: edges in points, and cells that cover every slot once. */
export type Table = {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly TableCell[]
}
export type TableCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
}

const texts = fc.oneof(
  fc.nat({ max: 99_999 }).map(String),
  fc.constantFrom('', '规章', '（三）', '总计', '其他', '0', '/', '12.5'),
)

/** Cuts a rectangle of slots at random until nothing is left to cut or chance says stop. */
function cut(rows: number, columns: number, choices: readonly number[]): Omit<TableCell, 'text'>[] {
  let next = 0
  const choose = (count: number) => {
    next += 1
    return (choices[(next - 1) % choices.length] ?? 0) % count
  }
  const cells: Omit<TableCell, 'text'>[] = []
  const divide = (row: number, column: number, rowSpan: number, columnSpan: number): void => {
    const ways = rowSpan - 1 + (columnSpan - 1)
    const stop = rowSpan * columnSpan <= 4 && choose(3) === 0
    if (ways === 0 || stop) {
      cells.push({ row, column, rowSpan, columnSpan })
      return
    }
    const way = choose(ways)
    if (way < rowSpan - 1) {
      divide(row, column, way + 1, columnSpan)
      divide(row + way + 1, column, rowSpan - way - 1, columnSpan)
    } else {
      const at = way - (rowSpan - 1) + 1
      divide(row, column, rowSpan, at)
      divide(row, column + at, rowSpan, columnSpan - at)
    }
  }
  divide(0, 0, rows, columns)
  return cells.sort((a, b) => a.row - b.row || a.column - b.column)
}

function running(start: number, steps: readonly number[]): number[] {
  const edges = [start]
  for (const step of steps) edges.push((edges.at(-1) ?? 0) + step)
  return edges
}

/** Spans shrink to what can be seen: an edge that no cell ends at is not drawn, so no reader can know of it. */
function visible(table: Table): Table {
  const keepRow = (row: number) =>
    row === 0 || row === table.ys.length - 1 || table.cells.some(cell => cell.row === row)
  const keepColumn = (column: number) =>
    column === 0 || column === table.xs.length - 1 || table.cells.some(cell => cell.column === column)
  const place = (keep: (index: number) => boolean, index: number) =>
    Array.from({ length: index }, (_, one) => one).filter(keep).length
  const cells = table.cells.map(cell => {
    const row = place(keepRow, cell.row)
    const column = place(keepColumn, cell.column)
    return {
      ...cell,
      row,
      column,
      rowSpan: place(keepRow, cell.row + cell.rowSpan) - row,
      columnSpan: place(keepColumn, cell.column + cell.columnSpan) - column,
    }
  })
  return {
    xs: table.xs.filter((_, index) => keepColumn(index)),
    ys: table.ys.filter((_, index) => keepRow(index)),
    cells,
  }
}

export const tables: fc.Arbitrary<Table> = fc
  .record({
    widths: fc.array(fc.integer({ min: 44, max: 80 }), { minLength: 2, maxLength: 8 }),
    heights: fc.array(fc.integer({ min: 16, max: 40 }), { minLength: 2, maxLength: 12 }),
    choices: fc.array(fc.nat({ max: 1000 }), { minLength: 30, maxLength: 200 }),
    words: fc.array(texts, { minLength: 10, maxLength: 60 }),
  })
  .map(({ widths, heights, choices, words }) =>
    visible({
      xs: running(50, widths),
      ys: running(60, heights),
      cells: cut(heights.length, widths.length, choices).map((cell, index) => ({
        ...cell,
        text: words[index % words.length] ?? '',
      })),
    }),
  )

/** Draws the borders, each side of each cell by itself, as many writers do; `shake` moves them by fractions of a point. */
export function drawn(table: Table, shake: (index: number) => number): Rules {
  const horizontal: Rule[] = []
  const vertical: Rule[] = []
  let index = 0
  const off = () => {
    index += 1
    return shake(index)
  }
  for (const cell of table.cells) {
    const left = table.xs[cell.column] ?? 0
    const right = table.xs[cell.column + cell.columnSpan] ?? 0
    const top = table.ys[cell.row] ?? 0
    const bottom = table.ys[cell.row + cell.rowSpan] ?? 0
    for (const at of [top, bottom]) horizontal.push({ at: at + off(), from: left + off(), to: right + off() })
    for (const at of [left, right]) vertical.push({ at: at + off(), from: top + off(), to: bottom + off() })
  }
  return { horizontal, vertical }
}

/** Characters of 8 points, half as wide where they are digits, centred in their cell. */
export function written(table: Table): Glyph[] {
  const size = 8
  const glyphs: Glyph[] = []
  for (const cell of table.cells) {
    const widths = [...cell.text].map(one => (/[\x20-\x7e]/.test(one) ? size / 2 : size))
    const total = widths.reduce((sum, width) => sum + width, 0)
    const middle = ((table.xs[cell.column] ?? 0) + (table.xs[cell.column + cell.columnSpan] ?? 0)) / 2
    const baseline = ((table.ys[cell.row] ?? 0) + (table.ys[cell.row + cell.rowSpan] ?? 0)) / 2 + 3
    let x = middle - total / 2
    for (const [index, one] of [...cell.text].entries()) {
      const width = widths[index] ?? size
      glyphs.push(glyph(one, x, baseline, width, size, glyphs.length))
      x += width
    }
  }
  return glyphs
}

export function glyph(text: string, x: number, baseline: number, width = 8, size = 8, order = 0): Glyph {
  const box = [x, baseline - 0.88 * size, x + width, baseline + 0.12 * size] as const
  return { text, box, baseline, size, turn: 0, order, bold: false, invisible: false, artifact: false, mark: null }
}

/** A page's grid as the reader makes it, from words row by row; a string cell is 1×1. */
export function gridOf(page: number, xs: readonly number[], rows: number, cells: readonly TableCell[]): PageGrid {
  const height = 20
  return {
    page,
    box: [xs[0] ?? 0, 60, xs.at(-1) ?? 0, 60 + rows * height],
    xs,
    rows,
    columns: xs.length - 1,
    cells: cells.map(
      (cell): PageCell => ({
        ...cell,
        page,
        box: [
          xs[cell.column] ?? 0,
          60 + cell.row * height,
          xs[cell.column + cell.columnSpan] ?? 0,
          60 + (cell.row + cell.rowSpan) * height,
        ],
        below: 0.5,
        above: 0.5,
        full: false,
      }),
    ),
  }
}
