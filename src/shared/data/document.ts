/**
 * The format-neutral reading of a source. Readers make it, recognition and the reading view use it. It is plain data: it is
 * stored in the record, so that anchors and what is shown always belong together.
 */

/** left, top, right, bottom in points (1/72 inch) from the page's top left corner, as the page is shown (rotation applied). */
export type Box = readonly [number, number, number, number]

/** Where something stands in the source. `row` and `column` are those of the grid cell's top left slot. `page` counts from 1. */
export type Anchor = {
  readonly block: number
  readonly row?: number
  readonly column?: number
  readonly page?: number
  readonly box?: Box
}

/** One cell of a grid after spans are resolved. `row`/`column` is its top left slot; it covers `rowSpan` × `columnSpan` slots. */
export type GridCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** Lines joined with \n; surrounding white space kept out, inner kept as printed. */
  readonly text: string
  /** Paged sources only. */
  readonly page?: number
  readonly box?: Box
  /** Something in the cell that is not text: a picture. */
  readonly image?: boolean
  /** Set where the reader is unsure of the text or the borders of this cell: 0 … 1, absent means sure. */
  readonly confidence?: number
}

type BlockPlace = { readonly page?: number; readonly box?: Box }

export type HeadingBlock = BlockPlace & { readonly kind: 'heading'; readonly level: number; readonly text: string }
export type ParagraphBlock = BlockPlace & {
  readonly kind: 'paragraph'
  /** Lines joined with \n where the source has line breaks inside the paragraph. */
  readonly text: string
  readonly align?: 'center' | 'right'
}
/** A table. Cells are in reading order; every slot is covered by at most one cell, slots may stay uncovered. */
export type GridBlock = BlockPlace & {
  readonly kind: 'grid'
  readonly rows: number
  readonly columns: number
  readonly cells: readonly GridCell[]
}
/** A picture standing on its own: the sign of a scanned table or page. */
export type ImageBlock = BlockPlace & { readonly kind: 'image'; readonly description: string }

export type Block = HeadingBlock | ParagraphBlock | GridBlock | ImageBlock

/** Size in points, as shown. */
export type Page = {
  readonly number: number
  readonly width: number
  readonly height: number
  /** Text on it was made out by a machine, from a picture of the page: every figure of it is to be compared with the picture. */
  readonly recognised?: true
}

export const sourceFormats = [
  'docx',
  'doc',
  'pdf',
  'html',
  'text',
  'rtf',
  'odt',
  'mhtml',
  'wordxml',
  'unknown',
] as const
export type SourceFormat = (typeof sourceFormats)[number]

/** What the file says of itself beside its text; never shown in it, so a hint only. */
export type DocumentHints = {
  /** Title of the text, without the site's name. */
  readonly title?: string
  readonly publishedOn?: string
  /** Whose text it is. */
  readonly source?: string
  /** Whose site it stands on. */
  readonly site?: string
}

export type SourceDocument = {
  readonly format: SourceFormat
  /** Title from the file's own properties (PDF info, HTML title), null where there is none. A hint, not the report's title. */
  readonly title: string | null
  readonly hints?: DocumentHints
  readonly blocks: readonly Block[]
  /** Empty for sources without pages. */
  readonly pages: readonly Page[]
}

/** The text of a block, grid cells separated by tabs and rows by line breaks. For search and previews. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text
    case 'image':
      return block.description
    case 'grid': {
      const lines: string[][] = []
      for (const cell of block.cells) {
        const line = lines[cell.row] ?? []
        line.push(cell.text.replace(/\s+/g, ' '))
        lines[cell.row] = line
      }
      return lines.map(line => line.join('\t')).join('\n')
    }
  }
}
