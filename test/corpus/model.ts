import type { RuleCode } from '../../src/shared/checks/index.ts'
import type { CellState } from '../../src/shared/data/report.ts'
import type { CellKey, Edition, SectionKey, TableKey } from '../../src/shared/form/index.ts'
import type { LaidTable } from '../recognition/layout.ts'
import type { Random } from './random.ts'

/** Words: a draft is a report before it is written; a quirk is one way in which real files differ from the form; truth is what a person reads in the file. */

export const corpusFormats = ['html', 'txt', 'docx', 'doc', 'pdf'] as const
export type CorpusFormat = (typeof corpusFormats)[number]

/** What a person reads in one cell. */
export type CellTruth = {
  readonly state: Exclude<CellState, 'absent'>
  readonly value: number | null
  readonly raw: string
  /** Readings that are right too when kept as text or flagged: “1.2万” is 1.2 or 12000. */
  readonly also: readonly number[]
  /** The file itself no longer tells this cell apart: anything but a sure wrong number is right. */
  readonly lost: boolean
}

export type WrongSum = { readonly rule: RuleCode; readonly place: string }

export type TableTruth =
  | { readonly status: 'there'; readonly edition: Edition; readonly cells: ReadonlyMap<CellKey, CellTruth> }
  | { readonly status: 'missing' | 'picture' }

export type Truth = {
  readonly year: number
  readonly organization: string
  readonly tables: Readonly<Record<TableKey, TableTruth>>
  readonly wrongSums: readonly WrongSum[]
}

export type DraftBlock =
  | {
      readonly kind: 'title' | 'heading' | 'paragraph' | 'signature'
      readonly text: string
      readonly section?: SectionKey
    }
  | {
      readonly kind: 'table'
      readonly key: TableKey | null
      readonly table: LaidTable
      readonly turned?: boolean
      readonly widths?: readonly number[]
    }
  | { readonly kind: 'picture'; readonly key: TableKey }
  | { readonly kind: 'pageBreak' }

/** How plain text writes tables down. */
export const textShapes = ['tabs', 'lines', 'pipes', 'columns', 'blanks', 'glued', 'commas', 'ruled', 'bars'] as const
export type TextShape = (typeof textShapes)[number]

/** What writers do differently; each format heeds what it knows. */
export type Manner = {
  chrome: boolean
  nested: boolean
  /** The page carried along inside a frame (srcdoc). */
  framed: boolean
  repeatHeads: boolean
  /** Rows may go on on the next page, cells and all. */
  brokenRows: boolean
  /** Rows and cells inside content controls. */
  controls: boolean
  /** Cells merged sideways the old way (hMerge) instead of by gridSpan. */
  oldMerges: boolean
  vertical: boolean
  textShape: TextShape
  encoding: 'utf-8' | 'gb18030'
  pdf: PdfManner
}

export const pdfLines = ['office', 'stroked', 'rectangles', 'dashed', 'none'] as const
export type PdfManner = {
  lines: (typeof pdfLines)[number]
  font: 'ucs2' | 'gbk' | 'unmapped' | 'scrambled'
  rotate: 0 | 90 | 180 | 270
  /** The page is not turned, only what is drawn on it: it is shown lying on its side. */
  sideways: boolean
  vertical: boolean
}

/** Quirks change a draft in place, before it is written. */
export type Draft = {
  readonly random: Random
  year: number
  readonly organization: string
  title: string
  readonly introduction: string
  publishedOn: string
  readonly editions: Record<TableKey, Edition>
  /** True numbers; they agree with every sum until a quirk breaks one. */
  readonly numbers: Map<CellKey, number>
  /** What is printed and what it means, where that is not just the number. */
  readonly printed: Map<CellKey, CellTruth & { readonly text: string }>
  wrongSums: WrongSum[]
  blocks: DraftBlock[]
  readonly absent: Map<TableKey, 'missing' | 'picture'>
  readonly manner: Manner
}

/**
 * Runs that are set apart inside a text; writers translate the control characters around them. raised: superscript. removed and added: by a
 * tracked change; what was removed is not on the page. hidden: hidden text. struck: struck out, seen but not meant. computed: a field's kept result.
 */
export const runKinds = ['raised', 'removed', 'added', 'hidden', 'struck', 'computed'] as const
export type RunKind = (typeof runKinds)[number]

const closing = '\u0008'
export const setApart = (kind: RunKind, text: string): string =>
  `${String.fromCharCode(1 + runKinds.indexOf(kind))}${text}${closing}`

export type TextRun = { readonly kind: RunKind | null; readonly text: string }

/** A text as its runs, in order. */
export function textRuns(text: string): readonly TextRun[] {
  return text
    .split(new RegExp(`([\u0001-\u0006][^${closing}]*${closing})`))
    .filter(part => part !== '')
    .map(part => {
      const kind = runKinds[part.charCodeAt(0) - 1]
      return kind ? { kind, text: part.slice(1, -1) } : { kind: null, text: part }
    })
}
