import { superscriptFigures } from '../common/numerals.ts'
import { doubtMark } from '../common/sight.ts'
import { withStrokes } from '../common/struckOut.ts'
import type { RowShape, WordParagraph } from '../common/wordTables/model.ts'
import type { TextTarget } from './pendingBytes.ts'
import type { State } from './state.ts'

type End =
  | { readonly kind: 'paragraph' | 'cell' | 'innerCell' }
  | { readonly kind: 'row'; readonly shape: RowShape | null; readonly depth: number }

/** Deeper nesting is taken for damage, as in binary Word documents. */
const deepest = 16

/** Word’s longest number format has 255 characters. */
const longestLabel = 255

/** One flow of text: the document's own, a text box or a note. */
export class Story {
  readonly paragraphs: WordParagraph[] = []
  #pieces: string[] = []
  #length = 0
  #image = false
  /** How many cells of the row are written. */
  cell = 0

  add(text: string, looks: Pick<TextTarget, 'raised' | 'struck'>): void {
    const figures = looks.raised && this.#length > 0 && /^\d{1,3}$/.test(text)
    this.#pieces.push(figures ? superscriptFigures(text) : looks.struck ? withStrokes(text) : text)
    this.#length += text.trim().length
  }

  /** Says that it cannot be said whether the text before is seen. */
  addDoubt(): void {
    this.#pieces.push(doubtMark)
  }

  /** The number of a numbered paragraph, without the bullet or the tab behind it. */
  addNumber(label: string): void {
    const text = label.slice(0, longestLabel).trim()
    if (/[\p{L}\p{N}]/u.test(text)) this.#pieces.push(/[、．。：；）】》〕]$/.test(text) ? text : `${text} `)
  }

  addPicture(): void {
    this.#image = true
  }

  isEmpty(): boolean {
    return this.#length === 0 && !this.#image
  }

  /** Ends the paragraph, the cell or the row. */
  end(end: End, state: State): void {
    const said = state.inTable ? (state.nesting ?? 1) : (state.nesting ?? 0)
    const least = end.kind === 'innerCell' ? 2 : end.kind === 'cell' ? 1 : 0
    const depth = Math.min(end.kind === 'row' ? end.depth : end.kind === 'cell' ? 1 : Math.max(said, least), deepest)
    this.paragraphs.push({
      text: shown(this.#pieces.join('')),
      image: this.#image,
      cellMark: end.kind === 'cell',
      properties: {
        depth,
        endsInnerCell: end.kind === 'innerCell',
        endsRow: end.kind === 'row',
        row: end.kind === 'row' ? end.shape : null,
        align: state.align,
        heading: state.heading,
        list: 0,
        listLevel: 0,
        style: 0,
      },
    })
    if (end.kind === 'cell') this.cell += 1
    else if (end.kind === 'row' && end.depth === 1) this.cell = 0
    this.#pieces = []
    this.#length = 0
    this.#image = false
  }
}

function shown(text: string): string {
  return text
    .replace(/[\u00a0]/g, ' ')
    .replace(/[\u200b\u00ad\u2060\ufeff]/g, '')
    .replace(/^(\[\d+\] )\s+/, '$1')
    .trim()
}
