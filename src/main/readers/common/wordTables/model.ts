import type { Ground } from '../sight.ts'

/** What the readers of binary Word documents and of RTF give to have tables and blocks made of it. */

/** How a cell merges with the one above it, [MS-DOC] 2.9.344. */
export type VerticalMerge = 'none' | 'continue' | 'restart'

export type CellShape = {
  /** TCGRF.horzMerge, [MS-DOC] 2.9.317: see `mergeHorizontally` for what it means. */
  readonly horizontal: number
  readonly vertical: VerticalMerge
}

/** What the end of a row says about it: where its cells begin and end, and how they merge. */
export type RowShape = {
  /** Edges of the cells in twips (1/1440 inch), one more than there are cells. Never falling. */
  readonly edges: readonly number[]
  readonly cells: readonly CellShape[]
  /** What cells stand on; left out where nothing says so, undefined where a cell is not shaded. */
  readonly grounds?: readonly (Ground | undefined)[]
}

/** What a reader wants to know about a paragraph. */
export type ParagraphProperties = {
  /** How many tables it stands in; 0 is none. */
  readonly depth: number
  /** Its mark ends a cell. In the outermost table the mark itself says so, deeper down a property does. */
  readonly endsInnerCell: boolean
  readonly endsRow: boolean
  readonly row: RowShape | null
  readonly align: 'center' | 'right' | null
  /** Level of the heading, 1 … 9; 0 for body text. */
  readonly heading: number
  /** Number of the list whose automatic numbers it bears, from 1, and the level in it, from 0. 0: it bears none. */
  readonly list: number
  readonly listLevel: number
  readonly style: number
  /** What the paragraph itself says it stands on. */
  readonly ground?: Ground
}

/** One paragraph of the text, up to and without its mark. */
export type WordParagraph = {
  readonly text: string
  readonly image: boolean
  /** The mark is a cell mark (0x07) and not a paragraph mark. */
  readonly cellMark: boolean
  /** Null where the page with its properties cannot be read. */
  readonly properties: ParagraphProperties | null
}
