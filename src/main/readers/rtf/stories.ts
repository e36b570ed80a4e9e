import type { WordParagraph } from '../common/wordTables/model.ts'
import { RowDefinition } from './rows.ts'
import { paragraphDefaults, type State } from './state.ts'
import { Story } from './story.ts'

/** Where text of an RTF document goes: into its own flow, or that of a text box or a note. */

/** Control words that end a paragraph, a cell or a row. */
const ends = ['par', 'sect', 'cell', 'nestcell', 'row', 'nestrow'] as const
export type End = (typeof ends)[number]

export function isEnd(word: string): word is End {
  return ends.some(end => end === word)
}

/** The flows of text of a document while they are written: its own, and within it the text boxes and notes whose groups are open. */
export class Stories {
  readonly #writing = [new Story()]
  readonly #finished: Story[] = []
  #row = new RowDefinition()
  readonly #outerRows: RowDefinition[] = []

  /** The flow that text goes to. */
  get current(): Story {
    return this.#writing.at(-1) ?? new Story()
  }

  /** The definition of the row that is being written. */
  get row(): RowDefinition {
    return this.#row
  }

  /** Whether a text box or a note is being written. */
  get inner(): boolean {
    return this.#writing.length > 1
  }

  begin(state: State): void {
    paragraphDefaults(state)
    state.story = true
    this.#writing.push(new Story())
    this.beginRow()
  }

  /** The definition of another row begins inside one; that of the outer row holds on behind it. */
  beginRow(): void {
    this.#outerRows.push(this.#row)
    this.#row = new RowDefinition()
  }

  endRow(): void {
    this.#row = this.#outerRows.pop() ?? this.#row
  }

  finish(state: State): void {
    const story = this.inner ? this.#writing.pop() : undefined
    this.endRow()
    if (!story) return
    if (!story.isEmpty()) story.end({ kind: 'paragraph' }, state)
    this.#finished.push(story)
  }

  /** Ends the paragraph, the cell or the row that is being written. */
  end(word: End, state: State): void {
    const story = this.current
    switch (word) {
      case 'row':
        story.end({ kind: 'row', shape: this.#row.shape(), depth: 1 }, state)
        return
      case 'nestrow':
        story.end({ kind: 'row', shape: this.#row.shape(), depth: Math.max(state.nesting ?? 2, 2) }, state)
        return
      case 'cell':
        story.end({ kind: 'cell' }, state)
        return
      case 'nestcell':
        story.end({ kind: 'innerCell' }, state)
        return
      case 'par':
      case 'sect':
        story.end({ kind: 'paragraph' }, state)
    }
  }

  /** Ends all that is open. The document's own flow comes first, then text boxes and notes as they came. */
  all(state: State): readonly (readonly WordParagraph[])[] {
    while (this.#writing.length > 0) {
      const story = this.#writing.pop()
      if (story && !story.isEmpty()) story.end({ kind: 'paragraph' }, state)
      if (story) this.#finished.unshift(story)
    }
    return this.#finished.map(story => story.paragraphs)
  }
}
