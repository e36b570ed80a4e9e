import type { RowShape, WordParagraph } from './model.ts'

/** What stands in a document, a cell or a text box: paragraphs and tables, in reading order. */
export type Content = { readonly kind: 'paragraph'; readonly paragraph: WordParagraph } | WordTable
export type WordTable = { readonly kind: 'table'; readonly rows: readonly WordRow[] }
export type WordRow = {
  readonly cells: readonly (readonly Content[])[]
  /** Null where the row's end, or its definition, is missing. */
  readonly shape: RowShape | null
}

type OpenTable = { readonly rows: WordRow[]; cells: Content[][]; cell: Content[] }

/**
 * Puts the flat run of paragraphs into tables, rows and cells. [MS-DOC] 2.4.3: a cell ends with its mark, a row with a paragraph
 * of its own that carries the definition; the depth of a paragraph says how many tables it stands in.
 */
export function nest(paragraphs: Iterable<WordParagraph>): readonly Content[] {
  const content: Content[] = []
  const open: OpenTable[] = []
  const into = (depth: number): Content[] => open[depth - 1]?.cell ?? content

  const close = () => {
    const table = open.pop()
    if (!table) return
    // A row whose end was lost still shows what was in it.
    if (table.cell.length > 0) table.cells.push(table.cell)
    if (table.cells.length > 0) table.rows.push({ cells: table.cells, shape: null })
    if (table.rows.length > 0) into(open.length).push({ kind: 'table', rows: table.rows })
  }

  for (const paragraph of paragraphs) {
    const { properties } = paragraph
    // Where the properties are lost nothing is put into a table: plain text is better than a number in the wrong cell.
    const depth = properties?.depth ?? 0
    while (open.length > depth) close()
    while (open.length < depth) open.push({ rows: [], cells: [], cell: [] })
    const table = open.at(-1)
    if (!table) {
      content.push({ kind: 'paragraph', paragraph })
      continue
    }
    if (properties?.endsRow) {
      if (table.cell.length > 0) table.cells.push(table.cell)
      table.rows.push({ cells: table.cells, shape: properties.row })
      table.cells = []
      table.cell = []
      continue
    }
    table.cell.push({ kind: 'paragraph', paragraph })
    const endsCell = depth === 1 ? paragraph.cellMark : properties?.endsInnerCell === true
    if (endsCell) {
      table.cells.push(table.cell)
      table.cell = []
    }
  }
  while (open.length > 0) close()
  return content
}
