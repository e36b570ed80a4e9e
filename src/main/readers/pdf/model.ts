import type { Box } from '../../../shared/data/document.ts'

/** One character as shown on the page. Coordinates are points from the top left corner, rotation applied. */
export type Glyph = {
  readonly text: string
  readonly box: Box
  /** Where its line stands: the baseline for horizontal text, else the middle of the box across the reading direction. */
  readonly baseline: number
  /** Height of the em square as shown. */
  readonly size: number
  /** Quarter turns clockwise of the reading direction: 0 is upright. null: slanted, as watermarks are. */
  readonly turn: 0 | 1 | 2 | 3 | null
  /** Position in the content stream. */
  readonly order: number
  readonly bold: boolean
  /** Drawn invisibly: the text layer that recognition programs lay over a scan. */
  readonly invisible: boolean
  /** Marked by the writer as page furniture (running head, page number, watermark). */
  readonly artifact: boolean
  /** Number of the piece of the page's structure tree it belongs to. */
  readonly mark: number | null
  /** Stands beyond the page's edge: only cells of a table that runs on there have such text. */
  readonly beyond?: true
  /** Made out by a machine: it lies invisibly, or under the picture of the page. */
  readonly recognised?: true
  /** Nobody can say whether a person sees it. */
  readonly doubtful?: true
}

/** A character on its line: where it begins and ends along it, and where it stands across. */
export type Placed = { readonly glyph: Glyph; readonly from: number; readonly to: number; readonly across: number }

/** A horizontal or vertical ruling line: `at` across, `from` < `to` along. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number }
export type Rules = { readonly horizontal: readonly Rule[]; readonly vertical: readonly Rule[] }

/** What is drawn on one page, as far as reading needs it. */
export type PageDrawing = {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly rules: Rules
  /** Upright rectangles painted in one colour. */
  readonly fills: readonly Box[]
  readonly images: readonly Box[]
  /** Characters shown whose font does not say what they are. */
  readonly unmapped: number
  /** Characters that are drawn and that nobody sees. They are not among the glyphs. */
  readonly unseen: number
  /** A limit was reached: the rest of the page was not looked at. */
  readonly cut: boolean
}

/** A cell as the structure tree has it. `marks` are its pieces of text on the page asked for, `elsewhere`: it has some on another. */
export type TaggedCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly marks: readonly number[]
  readonly elsewhere: boolean
}

/** A whole table, on whichever pages it stands, with its cells in reading order. */
export type TaggedTable = { readonly rows: number; readonly columns: number; readonly cells: readonly TaggedCell[] }

/** A drawing whose structure tree can be asked for: it costs as much time again, and says little where lines close round cells. */
export type TaggedDrawing = PageDrawing & { readonly tagged: () => Promise<readonly TaggedTable[]> }
