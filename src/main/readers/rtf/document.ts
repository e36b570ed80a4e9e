import type { Paragraph } from '../doc/paragraphs.ts'
import { codePage, decodeBytes, fontCharset } from './charsets.ts'
import { RowDefinition } from './rows.ts'
import { type Destination, destinationOf, firstState, paragraphDefaults, plain, type State } from './state.ts'
import { Story } from './story.ts'
import { type Token, Tokens } from './tokens.ts'
import { characters, symbols } from './words.ts'

export const rtfLimits = { depth: 256, cells: 20_000, paragraphs: 250_000 } as const
export type RtfLimit = keyof typeof rtfLimits

export type RtfDocument = {
  readonly title: string
  /** The document's own flow first, then text boxes and notes as they came. */
  readonly stories: readonly (readonly Paragraph[])[]
  readonly hidden: number
  readonly insertions: number
  readonly deletions: number
  /** Groups were still open at the end: the file is cut short. */
  readonly cut: boolean
  readonly limit: RtfLimit | null
}

type Pending = { bytes: number[]; encoding: string; destination: Destination; seen: boolean; raised: boolean }

/** Reads RTF into paragraphs of the kind the binary Word reader builds its tables of. Never throws. */
export class RtfReader {
  readonly #bytes: Uint8Array
  readonly #tokens: Tokens
  readonly #open: State[] = []
  #state = firstState()
  /** Stories being written: the document's, and within it the text boxes and notes whose groups are open. */
  readonly #writing = [new Story()]
  readonly #finished: Story[] = []
  #row = new RowDefinition()
  readonly #outerRows: RowDefinition[] = []
  readonly #fonts = new Map<number, string | null>()
  readonly #headings = new Map<number, number>()
  #defined = 0
  #defaultFont: number | null = null
  #encoding: string
  readonly #raw: string | null
  #pending: Pending | null = null
  #skip = 0
  #label = ''
  #title = ''
  #notes = 0
  #counts = { hidden: 0, insertions: 0, deletions: 0, cells: 0, paragraphs: 0 }
  #limit: RtfLimit | null = null

  /** `raw`: the encoding of bytes that stand unescaped, where the file as a whole tells it. */
  constructor(bytes: Uint8Array, raw: string | null) {
    this.#bytes = bytes
    this.#tokens = new Tokens(bytes)
    this.#raw = raw
    this.#encoding = codePage(1252)
  }

  read(): RtfDocument {
    let token = this.#tokens.next()
    while (token.kind !== 'end' && this.#limit === null) {
      this.#take(token)
      // What follows the last group is no part of the document.
      if (token.kind === 'close' && this.#open.length === 0) break
      token = this.#tokens.next()
    }
    const cut = this.#open.length > 0
    this.#flush()
    while (this.#writing.length > 0) {
      const story = this.#writing.pop()
      if (story && !story.isEmpty()) story.end({ kind: 'paragraph' }, this.#state)
      if (story) this.#finished.unshift(story)
    }
    const { hidden, insertions, deletions } = this.#counts
    const stories = this.#finished.map(story => story.paragraphs)
    return { title: this.#title.trim(), stories, hidden, insertions, deletions, cut, limit: this.#limit }
  }

  #take(token: Exclude<Token, { kind: 'end' }>): void {
    switch (token.kind) {
      case 'open':
        this.#skip = 0
        if (this.#open.length >= rtfLimits.depth) this.#limit = 'depth'
        this.#open.push(this.#state)
        this.#state = { ...this.#state, optional: false, story: false, row: false }
        return
      case 'close':
        this.#close()
        return
      case 'text':
        this.#text(token.from, token.to)
        return
      case 'byte':
        if (this.#skip > 0) this.#skip -= 1
        else this.#push(token.byte)
        return
      case 'symbol':
        this.#symbol(token.character)
        return
      case 'word':
        this.#word(token.name, token.value)
    }
  }

  get #story(): Story {
    return this.#writing.at(-1) ?? new Story()
  }

  #close(): void {
    this.#skip = 0
    const state = this.#state
    const outer = this.#open.pop()
    if (outer === undefined) return
    if (state.destination !== outer.destination || state.story) this.#flush()
    if (state.destination === 'number' && outer.destination === 'text') {
      if (!state.hidden && !state.deleted) this.#story.addNumber(this.#label)
      this.#label = ''
    }
    if (state.story) this.#endStory(state)
    if (state.row) this.#row = this.#outerRows.pop() ?? this.#row
    this.#state = outer
  }

  #beginStory(): void {
    this.#flush()
    paragraphDefaults(this.#state)
    this.#state.story = true
    this.#writing.push(new Story())
    this.#outerRows.push(this.#row)
    this.#row = new RowDefinition()
  }

  #endStory(state: State): void {
    const story = this.#writing.length > 1 ? this.#writing.pop() : undefined
    this.#row = this.#outerRows.pop() ?? this.#row
    if (!story) return
    if (!story.isEmpty()) story.end({ kind: 'paragraph' }, state)
    this.#finished.push(story)
  }

  #encodingNow(): string {
    const { kind, wideFont, font } = this.#state
    const wide = kind === 'wide' && wideFont !== null ? this.#fonts.get(wideFont) : undefined
    return wide ?? (font === null ? null : this.#fonts.get(font)) ?? this.#encoding
  }

  #text(start: number, to: number): void {
    const skipped = Math.min(this.#skip, to - start)
    this.#skip -= skipped
    const { destination } = this.#state
    if (destination === 'skip' || destination === 'shape' || destination === 'fonts' || destination === 'styles') return
    for (let at = start + skipped; at < to; at += 1) this.#push(this.#bytes[at] ?? 0, this.#raw)
  }

  #push(byte: number, encoding: string | null = null): void {
    const { destination, hidden, deleted, raised } = this.#state
    if (byte < 0x20 && byte !== 0x09) return
    // ASCII goes with whatever came before: it may be the second half of a character.
    const name = byte < 0x80 && this.#pending ? this.#pending.encoding : (encoding ?? this.#encodingNow())
    const seen = !hidden && !deleted
    const pending = this.#pending
    const same =
      pending &&
      pending.encoding === name &&
      pending.destination === destination &&
      pending.seen === seen &&
      pending.raised === raised
    if (same) pending.bytes.push(byte)
    else {
      this.#flush()
      this.#pending = { bytes: [byte], encoding: name, destination, seen, raised }
    }
  }

  #flush(): void {
    const pending = this.#pending
    if (!pending) return
    this.#pending = null
    this.#put(decodeBytes(pending.bytes, pending.encoding), pending)
  }

  #emit(text: string): void {
    this.#flush()
    const { destination, hidden, deleted, raised } = this.#state
    this.#put(text, { destination, seen: !hidden && !deleted, raised })
  }

  #put(
    text: string,
    how: { readonly destination: Destination; readonly seen: boolean; readonly raised: boolean },
  ): void {
    if (how.destination === 'number') this.#label += text
    else if (how.destination === 'title') this.#title += text
    else if (how.destination === 'text' && how.seen) this.#story.add(text, how.raised)
  }

  #symbol(character: string): void {
    if (this.#skip > 0) {
      this.#skip -= 1
      return
    }
    if (character === '*') this.#state.optional = true
    else if (character === '\r' || character === '\n') this.#end('par')
    else {
      const text = symbols.get(character)
      if (text !== undefined) this.#emit(text)
    }
  }

  #word(name: string, value: number | null): void {
    if (this.#ends(name)) {
      this.#skip = 0
      if (this.#state.destination === 'text') this.#end(name)
      return
    }
    if (this.#skip > 0) {
      this.#skip -= 1
      return
    }
    if (name === 'nesttableprops' && this.#state.optional && !this.#state.row) {
      // The definition of a row of the inner table; that of the outer row holds on behind it.
      this.#state.row = true
      this.#state.optional = false
      this.#outerRows.push(this.#row)
      this.#row = new RowDefinition()
      return
    }
    const destination = destinationOf(name, this.#state)
    // Only the word right behind \* is optional.
    this.#state.optional = false
    if (destination !== null) this.#enter(name, destination)
    else if (this.#state.destination === 'fonts') this.#font(name, value)
    else if (this.#state.destination === 'styles') this.#style(name, value)
    else if (!this.#row.take(name, value)) this.#property(name, value)
  }

  #enter(name: string, destination: Destination): void {
    if (name === 'pict' && this.#state.destination === 'text') this.#story.addPicture()
    this.#flush()
    const from = this.#state.destination
    this.#state.destination = destination
    if (name === 'footnote' || (name === 'shptxt' && from === 'shape')) this.#beginStory()
  }

  #font(name: string, value: number | null): void {
    if (name === 'f') this.#defined = value ?? 0
    else if (name === 'fcharset') this.#fonts.set(this.#defined, fontCharset(value ?? 0))
  }

  #style(name: string, value: number | null): void {
    if (name === 's') this.#defined = value ?? 0
    else if (name === 'outlinelevel' && value !== null && value < 9) this.#headings.set(this.#defined, value + 1)
  }

  #ends(name: string): boolean {
    return (
      name === 'par' ||
      name === 'cell' ||
      name === 'row' ||
      name === 'sect' ||
      name === 'nestcell' ||
      name === 'nestrow'
    )
  }

  #end(name: string): void {
    this.#flush()
    const story = this.#story
    if (name === 'row') story.end({ kind: 'row', shape: this.#row.shape(), depth: 1 }, this.#state)
    else if (name === 'nestrow') {
      const depth = Math.max(this.#state.nesting ?? 2, 2)
      story.end({ kind: 'row', shape: this.#row.shape(), depth }, this.#state)
    } else story.end({ kind: name === 'cell' ? 'cell' : name === 'nestcell' ? 'innerCell' : 'paragraph' }, this.#state)
    this.#counts.paragraphs += 1
    if (name === 'cell' || name === 'nestcell') this.#counts.cells += 1
    if (this.#counts.cells > rtfLimits.cells) this.#limit = 'cells'
    if (this.#counts.paragraphs > rtfLimits.paragraphs) this.#limit = 'paragraphs'
  }

  #property(name: string, value: number | null): void {
    const state = this.#state
    const on = value !== 0
    const text = characters.get(name)
    if (text !== undefined) {
      this.#emit(text)
      return
    }
    switch (name) {
      case 'u':
        this.#emit(String.fromCharCode((value ?? 0) & 0xffff))
        this.#skip = state.fallback
        return
      case 'uc':
        state.fallback = Math.min(Math.max(value ?? 1, 0), 8)
        return
      case 'ansicpg':
        this.#encoding = codePage(value ?? 1252)
        return
      case 'mac':
        this.#encoding = 'macintosh'
        return
      case 'deff':
        this.#defaultFont = value
        state.font = value
        return
      case 'f':
        state.font = value
        return
      case 'af':
        if (state.kind === 'wide') state.wideFont = value
        return
      case 'loch':
        state.kind = 'low'
        return
      case 'hich':
        state.kind = 'high'
        return
      case 'dbch':
        state.kind = 'wide'
        return
      case 'plain':
        plain(state)
        state.font = this.#defaultFont
        return
      case 'pard':
        paragraphDefaults(state)
        return
      case 'intbl':
        state.inTable = true
        return
      case 'itap':
        state.nesting = value ?? 1
        return
      case 'qc':
      case 'qr':
        state.align = name === 'qc' ? 'center' : 'right'
        return
      case 'ql':
      case 'qj':
      case 'qd':
        state.align = null
        return
      case 's':
        state.heading = this.#headings.get(value ?? 0) ?? 0
        return
      case 'outlinelevel':
        state.heading = value !== null && value >= 0 && value < 9 ? value + 1 : 0
        return
      case 'v':
        if (on && !state.hidden) this.#counts.hidden += 1
        state.hidden = on
        return
      case 'deleted':
        if (on && !state.deleted) this.#counts.deletions += 1
        state.deleted = on
        return
      case 'revised':
        if (on) this.#counts.insertions += 1
        return
      case 'super':
        state.raised = on
        return
      case 'nosupersub':
        state.raised = false
        return
      case 'chftn':
        this.#noteMark()
        return
      default:
        return
    }
  }

  /** The number of a note: counted where it stands in the text, repeated where the note itself begins. */
  #noteMark(): void {
    if (this.#writing.length === 1) this.#notes += 1
    const raised = this.#state.raised
    this.#state.raised = false
    this.#emit(this.#writing.length > 1 ? `[${this.#notes}] ` : `[${this.#notes}]`)
    this.#state.raised = raised
  }
}
