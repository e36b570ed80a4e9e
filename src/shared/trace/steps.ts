import type { Anchor, SourceFormat } from '../data/document.ts'
import type { CellState, ReportFact } from '../data/report.ts'
import type { CellKey, Edition, SectionKey, TableKey } from '../form/index.ts'
import type { Message } from '../messages/index.ts'
import type { PageStep } from './page.ts'
import type { Tolerances } from './tolerances.ts'

/**
 * The steps of one reading, in order, for whoever asks how something came to be read: plain data, as the reading worker sends it. Each
 * step names the figures that decided.
 */

/** What takes the steps. Readers and recognition are handed one or none; where there is none, `trace?.(…)` makes nothing. */
export type Tracer = (step: TraceStep) => void

/** What in the bytes told the format. */
export const sniffSigns = [
  ...(['zipWordPart', 'zipPackage', 'zipCut', 'zipOdtType', 'zipOdtParts'] as const),
  ...([
    'compoundWord',
    'compoundAlone',
    'rtfHead',
    'pdfHead',
    'mailHead',
    'xmlRoot',
    'htmlMarkup',
    'plainText',
  ] as const),
  'unknown',
] as const
export type SniffSign = (typeof sniffSigns)[number]

type SniffStep = {
  readonly kind: 'sniff'
  readonly format: SourceFormat
  readonly sign: SniffSign
  readonly bytes: number
  /** The first bytes, in hexadecimal. */
  readonly head: string
  /** The name promises another format. */
  readonly misnamed: boolean
}

/** One table's rest on the next page, and whether it was put to it. */
type JoinStep = {
  readonly kind: 'join'
  readonly upper: number
  readonly lower: number
  readonly joined: boolean
  readonly tolerances: Tolerances
}

export type TracedCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
}

/** A block of the source document, its text shortened. */
export type TracedBlock = {
  readonly index: number
  readonly kind: 'heading' | 'paragraph' | 'grid' | 'image'
  readonly page: number | null
  readonly text: string
  readonly grid: { readonly rows: number; readonly columns: number; readonly cells: readonly TracedCell[] } | null
}

type BlocksStep = {
  readonly kind: 'blocks'
  readonly blocks: readonly TracedBlock[]
  /** Blocks and cells beyond the limits of a trace. */
  readonly left: number
}

export type TracedHeading = {
  readonly key: SectionKey
  readonly text: string
  readonly anchor: Anchor
  readonly score: number
  readonly chosen: boolean
}
type SectionsStep = { readonly kind: 'sections'; readonly candidates: readonly TracedHeading[] }

export type TracedTitle = {
  readonly text: string
  readonly anchor: Anchor | null
  readonly score: number
  readonly chosen: boolean
}
type TitlesStep = { readonly kind: 'titles'; readonly candidates: readonly TracedTitle[] }

/** How a fact was found; docs/rooms/recognition.md names the files. */
export const factOrigins = [
  ...(['titleLine', 'properties', 'fileName', 'title', 'besideTitle', 'makerSentence'] as const),
  ...([
    'publisherField',
    'signature',
    'sourceField',
    'outside',
    'contactSentence',
    'period',
    'periodSentence',
  ] as const),
  ...(['publishedField', 'dateField', 'dateLine', 'writtenField', 'signatureDate', 'organization', 'prose'] as const),
  ...(['numberField', 'numberLine'] as const),
] as const
export type FactOrigin = (typeof factOrigins)[number]

export type FactStep = {
  readonly kind: 'fact'
  readonly fact: ReportFact
  readonly value: string | null
  readonly from: FactOrigin | null
  readonly anchor: Anchor | null
  readonly unsure: boolean
}

/** A stretch of blocks in which a table was looked for. */
export type TracedRegion = {
  readonly kind: 'grid' | 'lines'
  readonly first: number
  readonly last: number
  readonly rows: number
}
type RegionsStep = { readonly kind: 'regions'; readonly regions: readonly TracedRegion[]; readonly left: number }

/** A table as found in one stretch. */
export type TracedFind = {
  readonly edition: Edition
  readonly score: number
  readonly lines: boolean
  readonly turned: boolean
  readonly blocks: readonly number[]
  readonly rows: number
  readonly cells: number
  readonly chosen: boolean
}

/** Why one of the finds was taken. none: there was none. */
export const choices = ['none', 'only', 'score', 'gridOverLines', 'ownOfTwo'] as const

export type SearchStep = {
  readonly kind: 'search'
  readonly table: TableKey
  readonly finds: readonly TracedFind[]
  readonly why: (typeof choices)[number]
  readonly tolerances: Tolerances
}

/** A text of the source with its place. */
export type TracedText = { readonly text: string; readonly anchor: Anchor }

/** A row of the form in the source. `distance`: characters that differ from the nearest wording. */
export type TracedRow = TracedText & {
  readonly row: string
  readonly distance: number | null
  /** Null for a kind of proceeding, which is known by its head. */
  readonly score: number | null
  readonly confidence: number
  /** The next best row of the form for the same place. */
  readonly rival: { readonly row: string; readonly score: number } | null
}

/** A column head; in table 四 the column is `row/column`, for each kind has its own heads. */
export type TracedHead = TracedText & {
  readonly column: string
  readonly distance: number | null
  readonly confidence: number
}

/** How the two ways of finding a cell, head above and count in the row, came out. */
export const verdicts = [
  ...([
    'agree',
    'headOnly',
    'headOnlyOdd',
    'countOnly',
    'countInOrder',
    'countShort',
    'countAgainstNeighbours',
  ] as const),
  ...(['countForSeveral', 'disagree', 'shared', 'runTogether', 'neither'] as const),
] as const
export type WitnessVerdict = (typeof verdicts)[number]

/** What a cell's confidence is the least of. */
export const weighings = [
  'most',
  'text',
  'witnesses',
  'label',
  'reader',
  'unit',
  'merged',
  'picture',
  'ownOfTwo',
] as const
export type Weighing = (typeof weighings)[number]

export type TracedReading = {
  readonly row: string
  readonly column: string
  readonly verdict: WitnessVerdict
  /** The head over it. */
  readonly head: TracedText | null
  /** What stands below the head; null where heads do not tell. */
  readonly byHead: readonly TracedText[] | null
  readonly byCount: TracedText | null
  readonly state: CellState
  readonly value: number | null
  readonly raw: string | null
  readonly anchor: Anchor | null
  readonly confidence: number
  readonly weights: readonly { readonly of: Weighing; readonly value: number }[]
}

/** The find that was taken, as it was read before the sums. */
export type TableStep = {
  readonly kind: 'table'
  readonly table: TableKey
  readonly edition: Edition
  readonly rows: readonly TracedRow[]
  readonly heads: readonly TracedHead[]
  readonly cells: readonly TracedReading[]
  readonly tolerances: Tolerances
}

/** Rows that were only counted and whose sum fails: their cells are doubted. */
type CountedStep = {
  readonly kind: 'counted'
  readonly table: TableKey
  readonly cells: readonly CellKey[]
  readonly tolerances: Tolerances
}

export const sumOutcomes = ['chosen', 'severalFit', 'noneFits', 'tooManyWays', 'noSum'] as const

/** Cells that can be read in several ways and stand in sums together. */
export type SumsStep = {
  readonly kind: 'sums'
  readonly table: TableKey
  readonly cells: readonly {
    readonly cell: CellKey
    readonly values: readonly (number | null)[]
    readonly chosen: number | null
    readonly confidence: number
  }[]
  /** How many sums speak of them. */
  readonly sums: number
  readonly outcome: (typeof sumOutcomes)[number]
  readonly tolerances: Tolerances
}

/** Cells on pages whose text a machine made out from a picture: they are doubted, whatever the sums say. */
type RecognisedStep = {
  readonly kind: 'recognised'
  readonly table: TableKey
  readonly cells: readonly CellKey[]
  readonly tolerances: Tolerances
}

export type TraceStep =
  | SniffStep
  | PageStep
  | JoinStep
  | BlocksStep
  | SectionsStep
  | TitlesStep
  | FactStep
  | RegionsStep
  | SearchStep
  | TableStep
  | CountedStep
  | SumsStep
  | RecognisedStep

/** One traced reading. `left`: steps beyond the limits of a trace. */
export type Trace = { readonly steps: readonly TraceStep[]; readonly left: number }

export type StepOf<Kind extends TraceStep['kind']> = Extract<TraceStep, { readonly kind: Kind }>

/** The steps of one kind, in order. */
export function stepsOf<Kind extends TraceStep['kind']>(trace: Trace, kind: Kind): readonly StepOf<Kind>[] {
  return trace.steps.filter((step): step is StepOf<Kind> => step.kind === kind)
}

/** Longer texts tell no more of how something was read. */
const longestText = 80

/** A text short enough for a trace. */
export function shortened(text: string): string {
  const begun = text.slice(0, 4 * longestText).trim()
  // A label broken over lines is one label; blanks that are printed stay.
  const line = begun.replace(/(?<=\p{Script=Han})[^\S\n]*\n\s*(?=\p{Script=Han})/gu, '').replace(/\s+/g, ' ')
  return line.length > longestText ? `${line.slice(0, longestText - 1)}…` : line
}

/** A kept source read again with its steps. `newer`: by other readers than those whose reading the record keeps. */
export type Retraced = { readonly trace: Trace; readonly messages: readonly Message[]; readonly newer: boolean }
