import type { OpenCounts } from '../../shared/current/review.ts'
import type { SourceDocument, SourceFormat } from '../../shared/data/document.ts'
import type { ImportStep } from '../../shared/data/importing.ts'
import type { Look } from '../../shared/data/inspection.ts'
import type { Report } from '../../shared/data/report.ts'
import type { PrintAs, Printed } from '../../shared/extract/print.ts'
import type { Message } from '../../shared/messages/index.ts'
import type { Trace } from '../../shared/trace/steps.ts'
import type { Searchable, Sorted } from '../index/text/searchable.ts'

/**
 * What a file is read for. reading: what it says. inspection: also what opening it showed, for 四性检测. archive: also what archive and
 * index need of it, so that the main process need not make it.
 */
export type Purpose = 'reading' | 'inspection' | 'archive'

/** What main sends to a worker: one file to read. `name` is for messages only; `password` opens a PDF and is not kept. */
export type Job = {
  readonly path: string
  readonly name: string
  readonly password?: string
  readonly purpose?: Purpose
  readonly print?: PrintJob
  /** Its steps are wanted, too; pictures: with what was drawn on the pages of a PDF. */
  readonly trace?: 'steps' | 'pictures'
}

/** Wanted as it is printed, under the name that was given on the command line. */
export type PrintJob = PrintAs & { readonly file: string }

/** What opening a source showed: of the file itself, and of what was in it. */
export type SourceOpened = {
  readonly at: string
  readonly look: Look
  /** Nobody may write to the file. */
  readonly readOnly: boolean
}

/** What archive and index need of a reading. */
export type Prepared = {
  readonly searchable: Searchable
  readonly sorted: Sorted
  /** What the checks ask of a person, without a year before. */
  readonly open: OpenCounts
  /** Sections and tables that the checks miss (F1). */
  readonly missing: number
}

/** One file read, recognised and checked. */
export type FileReading = {
  readonly sha256: string
  readonly bytes: number
  readonly format: SourceFormat
  readonly document: SourceDocument | null
  readonly report: Report | null
  readonly messages: readonly Message[]
  /** Where it was read for an inspection or for the archive. */
  readonly opened?: SourceOpened
  /** Where it was read for the archive. */
  readonly prepared?: Prepared
  /** Where its steps were wanted. */
  readonly trace?: Trace
}

/** What a worker answers: steps as they begin, then one of the others. `unopened` carries the system's error code. */
export type WorkerAnswer =
  | { readonly kind: 'step'; readonly step: ImportStep }
  | { readonly kind: 'done'; readonly reading: FileReading }
  /** Where printing was wanted: the reading itself stays in the worker. */
  | { readonly kind: 'printed'; readonly printed: Printed }
  | { readonly kind: 'unopened'; readonly code: string }
  | { readonly kind: 'crashed'; readonly detail: string }
