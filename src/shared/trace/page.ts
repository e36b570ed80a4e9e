import type { Box } from '../data/document.ts'
import type { Tolerances } from './tolerances.ts'

/** What was drawn on one page of a PDF and what was made out of it; all places are those of the page turned upright. */

/** The borders of a table: drawn, made out by how text is aligned, or told by the file's own tags. */
export type TracedFrame = {
  readonly by: 'lines' | 'alignment' | 'tags'
  readonly box: Box
  readonly rows: number
  readonly columns: number
  readonly cells: readonly { readonly box: Box; readonly confidence: number; readonly text: string }[]
}

/** Everything that was drawn; a rule is a box without width or height. */
export type PageDrawn = {
  readonly glyphs: readonly { readonly text: string; readonly box: Box }[]
  readonly rules: readonly Box[]
  readonly fills: readonly Box[]
  readonly images: readonly Box[]
}

export type PageStep = {
  readonly kind: 'page'
  readonly number: number
  readonly width: number
  readonly height: number
  /** Quarter turns clockwise that its text ran in. */
  readonly turn: number
  readonly glyphs: number
  readonly rules: number
  readonly fills: number
  readonly frames: readonly TracedFrame[]
  /** Null where pictures were not asked for, or there were more pages than are drawn. */
  readonly drawn: PageDrawn | null
  readonly tolerances: Tolerances
}
