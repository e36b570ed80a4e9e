import type { LaidCell, LaidTable } from '../recognition/layout.ts'

/** Pure changes of laid tables; each keeps which cell carries which figure. */

const inOrder = (cells: readonly LaidCell[]): readonly LaidCell[] =>
  [...cells].sort((a, b) => a.row - b.row || a.column - b.column)

export const bare = (row: number, column: number, text = '', kind: LaidCell['kind'] = 'label'): LaidCell => ({
  row,
  column,
  text,
  kind,
  rowSpan: 1,
  columnSpan: 1,
  key: null,
})

/** Spans of heads or labels gone: each keeps its slot, the rest are empty cells. */
export function unmerge(table: LaidTable, kind: 'head' | 'label'): LaidTable {
  const cells = table.cells.flatMap(cell => {
    if (cell.kind !== kind || cell.rowSpan * cell.columnSpan === 1) return [cell]
    const all: LaidCell[] = []
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        all.push({
          ...cell,
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          text: row === cell.row && column === cell.column ? cell.text : '',
        })
    return all
  })
  return { ...table, cells: inOrder(cells) }
}

/** Cells from the left, spans gone, rows of uneven length. */
export function pack(table: LaidTable): LaidTable {
  const next = new Map<number, number>()
  const cells = table.cells.map(cell => {
    const column = next.get(cell.row) ?? 0
    next.set(cell.row, column + 1)
    return { ...cell, column, rowSpan: 1, columnSpan: 1 }
  })
  return { ...table, columns: Math.max(...next.values()), cells }
}

/** A table cut above row `at`; labels that span the cut go on empty, or with the second half of their text. */
export function cut(table: LaidTable, at: number, splitLabels: boolean): readonly [LaidTable, LaidTable] {
  const upper: LaidCell[] = []
  const lower: LaidCell[] = []
  for (const cell of table.cells) {
    if (cell.row >= at) lower.push({ ...cell, row: cell.row - at })
    else if (cell.row + cell.rowSpan <= at) upper.push(cell)
    else {
      const half = Math.ceil(cell.text.length / 2)
      upper.push({ ...cell, rowSpan: at - cell.row, text: splitLabels ? cell.text.slice(0, half) : cell.text })
      lower.push({
        ...cell,
        row: 0,
        rowSpan: cell.row + cell.rowSpan - at,
        text: splitLabels ? cell.text.slice(half) : '',
      })
    }
  }
  return [
    { rows: at, columns: table.columns, cells: inOrder(upper) },
    { rows: table.rows - at, columns: table.columns, cells: inOrder(lower) },
  ]
}

/** Puts an empty row in; cells that span over the place grow. */
function openRow(table: LaidTable, at: number): LaidTable {
  const cells = table.cells.map(cell =>
    cell.row >= at
      ? { ...cell, row: cell.row + 1 }
      : cell.row + cell.rowSpan > at
        ? { ...cell, rowSpan: cell.rowSpan + 1 }
        : cell,
  )
  return { ...table, rows: table.rows + 1, cells }
}

/** A row of its own above `at`: a label and figures that are not on the form. */
export function insertRow(table: LaidTable, at: number, label: string, figures: readonly string[]): LaidTable {
  const model = table.cells.filter(cell => cell.row === at && cell.kind === 'value')
  const opened = openRow(table, at)
  const first = model[0]?.column ?? 1
  const free = Array.from({ length: first }, (_, column) => column).filter(
    column =>
      !opened.cells.some(
        cell =>
          cell.row < at &&
          cell.row + cell.rowSpan > at &&
          cell.column <= column &&
          column < cell.column + cell.columnSpan,
      ),
  )
  const labelled = free.map((column, index) => bare(at, column, index === 0 ? label : ''))
  const values = model.map((cell, index) => ({ ...cell, row: at, text: figures[index] ?? '', key: null }))
  return { ...opened, cells: inOrder([...opened.cells, ...labelled, ...values]) }
}

/** A column of its own at `where`: heads that span over the place grow, `text` fills the rest. */
export function insertColumn(
  table: LaidTable,
  where: number,
  text: (row: number) => { text: string; kind: LaidCell['kind'] },
): LaidTable {
  const covered = new Set<number>()
  const cells = table.cells.map(cell => {
    if (cell.column >= where) return { ...cell, column: cell.column + 1 }
    if (cell.column + cell.columnSpan <= where) return cell
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) covered.add(row)
    return { ...cell, columnSpan: cell.columnSpan + 1 }
  })
  for (let row = 0; row < table.rows; row++) {
    if (covered.has(row)) continue
    const made = text(row)
    cells.push(bare(row, where, made.text, made.kind))
  }
  return { ...table, columns: table.columns + 1, cells: inOrder(cells) }
}

export function transpose(table: LaidTable): LaidTable {
  const cells = table.cells.map(cell => ({
    ...cell,
    row: cell.column,
    column: cell.row,
    rowSpan: cell.columnSpan,
    columnSpan: cell.rowSpan,
  }))
  return { rows: table.columns, columns: table.rows, cells: inOrder(cells) }
}

/** Two tables one under the other as one; the narrower keeps its own columns, its last cells widened to the edge. */
export function glue(upper: LaidTable, lower: LaidTable): LaidTable {
  const columns = Math.max(upper.columns, lower.columns)
  const widen = (table: LaidTable, by: number): readonly LaidCell[] =>
    table.cells.map(cell => ({
      ...cell,
      row: cell.row + by,
      columnSpan: cell.column + cell.columnSpan === table.columns ? columns - cell.column : cell.columnSpan,
    }))
  return { rows: upper.rows + lower.rows, columns, cells: [...widen(upper, 0), ...widen(lower, upper.rows)] }
}

/** The head rows of a table once more above row `at`. */
export function repeatHead(table: LaidTable, at: number, height: number): LaidTable {
  let opened = table
  for (let row = 0; row < height; row++) opened = openRow(opened, at)
  // Labels that span the repeated head are cut by it, as they are on paper.
  const parts = opened.cells.flatMap(cell => {
    if (cell.row >= at || cell.row + cell.rowSpan <= at) return [cell]
    const below = cell.row + cell.rowSpan - at - height
    const rest = below > 0 ? [{ ...cell, row: at + height, rowSpan: below, text: '', key: null }] : []
    return [{ ...cell, rowSpan: at - cell.row }, ...rest]
  })
  const head = table.cells.filter(cell => cell.row < height).map(cell => ({ ...cell, row: cell.row + at }))
  return { ...opened, cells: inOrder([...parts, ...head]) }
}
