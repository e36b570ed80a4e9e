import { type Ground, inkedLength, white } from '../common/sight.ts'
import type { WordParagraph } from '../common/wordTables/model.ts'
import { characters, symbols } from './controlWords.ts'
import { FieldData } from './formFields.ts'
import { ColourTable } from './looks.ts'
import { PendingBytes, type TextTarget, targetOf } from './pendingBytes.ts'
import { setProperty } from './properties.ts'
import { sightIn } from './seen.ts'
import { type Destination, destinationOf, firstState, type State } from './state.ts'
import { type End, isEnd, Stories } from './stories.ts'
import { Tables } from './tables.ts'
import { type Token, Tokens } from './tokens.ts'

export const rtfLimits = { depth: 256, cells: 20_000, paragraphs: 250_000 } as const
export type RtfLimit = keyof typeof rtfLimits

export type RtfDocument = {
  readonly title: string
  /** The document's own flow first, then text boxes and notes as they came. */
  readonly stories: readonly (readonly WordParagraph[])[]
  readonly hidden: number
  /** Characters left out since nobody sees them, and stretches of text of which nobody can say. */
  readonly unseen: number
  readonly doubts: number
  readonly insertions: number
  readonly deletions: number
  /** Groups were still open at the end: the file is cut short. */
  readonly cut: boolean
  readonly limit: RtfLimit | null
}

const semicolon = 0x3b

/** Reads RTF into paragraphs of the kind the binary Word reader builds its tables of. Never throws. */
export class RtfReader {
  readonly #bytes: Uint8Array
  readonly #tokens: Tokens
  readonly #open: State[] = []
  #state = firstState()
  readonly #stories = new Stories()
  readonly #tables = new Tables()
  readonly #colours = new ColourTable()
  readonly #run = new PendingBytes((text, target) => this.#put(text, target))
  readonly #raw: string | null
  #skip = 0
  #label = ''
  #title = ''
  #notes = 0
  #page: Ground = white
  #field = new FieldData()
  /** The field shows what it holds of itself: its result, where a program wrote one as well, is not to be read too. */
  #drawn = false
  #counts = { hidden: 0, unseen: 0, doubts: 0, insertions: 0, deletions: 0, cells: 0, paragraphs: 0 }
  #limit: RtfLimit | null = null

  /** `raw`: the encoding of bytes that stand unescaped, where the file as a whole tells it. */
  constructor(bytes: Uint8Array, raw: string | null) {
    this.#bytes = bytes
    this.#tokens = new Tokens(bytes)
    this.#raw = raw
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
    this.#run.flush()
    const { hidden, unseen, doubts, insertions, deletions } = this.#counts
    const stories = this.#stories.all(this.#state)
    return {
      title: this.#title.trim(),
      stories,
      hidden,
      unseen,
      doubts,
      insertions,
      deletions,
      cut,
      limit: this.#limit,
    }
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

  #close(): void {
    this.#skip = 0
    const state = this.#state
    const outer = this.#open.pop()
    if (outer === undefined) return
    if (state.destination !== outer.destination || state.story) this.#run.flush()
    if (state.destination === 'number' && outer.destination === 'text') {
      if (!state.hidden && !state.deleted) this.#stories.current.addNumber(this.#label)
      this.#label = ''
    }
    if (state.destination === 'instruction' && outer.destination === 'text') this.#endInstruction(outer)
    if (state.story) this.#stories.finish(state)
    if (state.row) this.#stories.endRow()
    this.#state = outer
  }

  #endInstruction(around: State): void {
    const text = this.#field.shown()
    this.#drawn = text !== ''
    this.#put(text, targetOf(around, sightIn(around, this.#stories, this.#colours, this.#page)))
  }

  #text(start: number, to: number): void {
    const skipped = Math.min(this.#skip, to - start)
    this.#skip -= skipped
    const { destination } = this.#state
    if (destination === 'skip' || destination === 'shape' || destination === 'fonts' || destination === 'styles') return
    if (destination === 'colours') {
      for (let at = start + skipped; at < to; at += 1) if (this.#bytes[at] === semicolon) this.#colours.endColour()
      return
    }
    const encoding = this.#raw ?? this.#tables.encodingIn(this.#state)
    const target = this.#target()
    for (let at = start + skipped; at < to; at += 1) this.#run.push(this.#bytes[at] ?? 0, encoding, target)
  }

  #push(byte: number): void {
    this.#run.push(byte, this.#tables.encodingIn(this.#state), this.#target())
  }

  #target(): TextTarget {
    return targetOf(this.#state, sightIn(this.#state, this.#stories, this.#colours, this.#page))
  }

  #emit(text: string): void {
    this.#run.flush()
    this.#put(text, this.#target())
  }

  #put(text: string, target: TextTarget): void {
    if (target.destination === 'title') this.#title += text
    else if (target.destination === 'number') this.#label += target.sight === 'unseen' ? '' : text
    else if (target.destination === 'instruction') this.#field.addToInstruction(text)
    else if (target.destination === 'entry') this.#field.addToEntry(text)
    else if (target.destination === 'text' && target.seen) {
      if (target.sight === 'unseen') this.#counts.unseen += inkedLength(text)
      else this.#stories.current.add(text, target)
      if (target.sight !== 'doubtful' || text.trim() === '') return
      this.#counts.doubts += 1
      this.#stories.current.addDoubt()
    }
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
    if (isEnd(name)) {
      this.#skip = 0
      if (this.#state.destination === 'text') this.#end(name)
      return
    }
    if (this.#skip > 0) {
      this.#skip -= 1
      return
    }
    if (name === 'nesttableprops' && this.#state.optional && !this.#state.row) {
      this.#state.row = true
      this.#state.optional = false
      this.#stories.beginRow()
      return
    }
    // Pages in colour, and pictures behind the text.
    if (name === 'background' || (name === 'shpfblwtxt' && value === 1)) this.#page = 'unknown'
    const destination = name === 'fldrslt' && this.#drawn ? 'skip' : destinationOf(name, this.#state)
    // Only the word right behind \* is optional.
    this.#state.optional = false
    if (destination !== null) this.#enter(name, destination)
    else if (this.#state.destination === 'fonts') this.#tables.takeFont(name, value)
    else if (this.#state.destination === 'styles') this.#tables.takeStyle(name, value)
    else if (this.#state.destination === 'colours') this.#colours.take(name, value)
    else if (!this.#stories.row.take(name, value)) this.#property(name, value)
  }

  #enter(name: string, destination: Destination): void {
    if (name === 'pict' && this.#state.destination === 'text') this.#stories.current.addPicture()
    this.#run.flush()
    if (destination === 'instruction') this.#field = new FieldData()
    if (destination === 'entry') this.#field.beginEntry()
    if (name === 'fldinst' || name === 'fldrslt') this.#drawn = false
    const from = this.#state.destination
    this.#state.destination = destination
    const box = (name === 'shptxt' || name === 'dptxbxtext') && from === 'shape'
    if (name === 'footnote' || box) this.#stories.begin(this.#state)
  }

  #end(name: End): void {
    this.#run.flush()
    this.#stories.end(name, this.#state)
    this.#counts.paragraphs += 1
    if (name === 'cell' || name === 'nestcell') this.#counts.cells += 1
    if (this.#counts.cells > rtfLimits.cells) this.#limit = 'cells'
    if (this.#counts.paragraphs > rtfLimits.paragraphs) this.#limit = 'paragraphs'
  }

  #property(name: string, value: number | null): void {
    const state = this.#state
    const on = value !== 0
    const text = characters.get(name)
    if (text !== undefined) this.#emit(text)
    else if (name === 'u') {
      this.#emit(String.fromCharCode((value ?? 0) & 0xffff))
      this.#skip = state.fallback
    } else if (name === 'ansicpg') this.#tables.setCodePage(value ?? 1252)
    else if (name === 'mac') this.#tables.setCodePage(null)
    else if (name === 'deff') {
      this.#tables.defaultFont = value
      state.font = value
    } else if (name === 's') state.heading = this.#tables.headingOf(value ?? 0)
    else if (name === 'v') {
      if (on && !state.hidden && state.destination === 'text') this.#counts.hidden += 1
      state.hidden = on
    } else if (name === 'deleted') {
      if (on && !state.deleted && state.destination === 'text') this.#counts.deletions += 1
      state.deleted = on
    } else if (name === 'revised') this.#counts.insertions += on && state.destination === 'text' ? 1 : 0
    else if (state.destination === 'form') this.#field.take(name, value)
    else if (name === 'chftn') this.#noteMark()
    else setProperty(state, name, value)
    if (name === 'plain') state.font = this.#tables.defaultFont
  }

  /** The number of a note: counted where it stands in the text, repeated where the note itself begins. */
  #noteMark(): void {
    if (!this.#stories.inner) this.#notes += 1
    const raised = this.#state.raised
    this.#state.raised = false
    this.#emit(this.#stories.inner ? `[${this.#notes}] ` : `[${this.#notes}]`)
    this.#state.raised = raised
  }
}
