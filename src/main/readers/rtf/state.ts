import { plainLook, type Shading, type TextLook, unshaded } from './looks.ts'

/** What a group of RTF inherits and may change; the end of the group brings the old values back. */

export type Destination =
  | 'text'
  | 'skip'
  | 'fonts'
  | 'colours'
  | 'styles'
  /** Facts about the document; only its title is used. */
  | 'info'
  | 'title'
  /** Text twice, in a code page (passed over) and in Unicode. */
  | 'both'
  /** What belongs to a shape: nothing is shown of it but the text of its text box. */
  | 'shape'
  /** The text of an automatic number, as the program that wrote the file showed it. */
  | 'number'
  /** The instruction of a field, the data of one of a form, an entry in the list of a drop-down. */
  | 'instruction'
  | 'form'
  | 'entry'

export type State = {
  destination: Destination
  /** The group began with \*: to be passed over where its destination is unknown. */
  optional: boolean
  font: number | null
  /** The font for East Asian text (\dbch\afN), and which kind of text is being told of. */
  wideFont: number | null
  kind: 'low' | 'high' | 'wide'
  /** How many characters follow each \u for readers that do not know it. */
  fallback: number
  hidden: boolean
  deleted: boolean
  raised: boolean
  struck: boolean
  look: TextLook
  /** What the paragraph stands on. */
  shading: Shading
  inTable: boolean
  /** How many tables the paragraph stands in (\itap); null where nothing is said. */
  nesting: number | null
  align: 'center' | 'right' | null
  heading: number
  /** When the group ends, a story of its own ends. */
  story: boolean
  /** When it ends, the definition of the row around it holds again. */
  row: boolean
}

export function firstState(): State {
  return {
    destination: 'text',
    optional: false,
    font: null,
    wideFont: null,
    kind: 'low',
    fallback: 1,
    hidden: false,
    deleted: false,
    raised: false,
    struck: false,
    look: plainLook,
    shading: unshaded,
    inTable: false,
    nesting: null,
    align: null,
    heading: 0,
    story: false,
    row: false,
  }
}

/** \plain: character properties as they are at first. */
export function plain(state: State): void {
  state.hidden = false
  state.deleted = false
  state.raised = false
  state.struck = false
  state.look = plainLook
  state.wideFont = null
  state.kind = 'low'
}

/** \pard: paragraph properties as they are at first. */
export function paragraphDefaults(state: State): void {
  state.inTable = false
  state.shading = unshaded
  state.nesting = null
  state.align = null
  state.heading = 0
}

/** Destinations whose text is no part of the document, besides those marked with \*. */
const skipped = new Set(
  'filetbl header headerl headerr headerf footer footerl footerr footerf pict objdata nonshppict nonesttables shprslt template operator author manager company category keywords comment doccomm hlinkbase subject ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation atnauthor atnid xe tc rxe bkmkstart bkmkend revtbl'.split(
    ' ',
  ),
)
/** Destinations marked with \* that hold what is shown nevertheless. */
const entered = new Set('shppict nesttableprops shpinst shpgrp do'.split(' '))

/** The destination that a control word opens, given the one it stands in; null where it opens none. */
export function destinationOf(word: string, state: State): Destination | null {
  if (state.destination === 'skip') return null
  if (state.destination === 'info') return word === 'title' ? 'title' : 'skip'
  if (state.destination === 'both') return word === 'ud' ? 'text' : null
  if (state.destination === 'instruction' && word === 'formfield') return 'form'
  if (state.destination === 'form' && word === 'ffl') return 'entry'
  if (/^(?:instruction|form|entry)$/.test(state.destination)) return state.optional || skipped.has(word) ? 'skip' : null
  if (word === 'fldinst' && state.destination === 'text') return 'instruction'
  if (word === 'upr') return 'both'
  if (word === 'fonttbl') return 'fonts'
  if (word === 'colortbl') return 'colours'
  if (word === 'stylesheet') return 'styles'
  if (word === 'info') return 'info'
  // \do is how Word 6 and 95 wrote what is drawn.
  if (word === 'shp' || word === 'shpgrp' || word === 'shpinst' || word === 'do') return 'shape'
  if (word === 'shptxt' || word === 'dptxbxtext' || word === 'footnote') return 'text'
  if (word === 'listtext' || word === 'pntext') return 'number'
  if (skipped.has(word)) return 'skip'
  return state.optional && !entered.has(word) ? 'skip' : null
}
