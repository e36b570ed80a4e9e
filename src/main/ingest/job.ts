import type { SourceDocument, SourceFormat } from '../../shared/document.ts'
import type { ImportStep } from '../../shared/importing.ts'
import type { ActiveContent } from '../../shared/inspection.ts'
import type { Message } from '../../shared/messages/index.ts'
import type { Report } from '../../shared/report.ts'

/** What main sends to a worker: one file to read. `name` is for messages only; `password` opens a PDF and is not kept; `inspect` has it looked into for
 * macros, scripts and the like. */
export type Job = {
  readonly path: string
  readonly name: string
  readonly password?: string
  readonly inspect?: boolean
}

/** One file read, recognised and checked. */
export type FileReading = {
  readonly sha256: string
  readonly bytes: number
  readonly format: SourceFormat
  readonly document: SourceDocument | null
  readonly report: Report | null
  readonly messages: readonly Message[]
  /** Only where it was asked for. */
  readonly active?: ActiveContent | null
}

/** What a worker answers: steps as they begin, then one of the other three. `unopened` carries the system's error code. */
export type WorkerAnswer =
  | { readonly kind: 'step'; readonly step: ImportStep }
  | { readonly kind: 'done'; readonly reading: FileReading }
  | { readonly kind: 'unopened'; readonly code: string }
  | { readonly kind: 'crashed'; readonly detail: string }
