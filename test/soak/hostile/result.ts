import type { SourceFormat } from '../../../src/shared/data/document.ts'
import type { ExtractStatus } from '../../../src/shared/extract/output.ts'

/** What must never happen, whatever the file. */
export const violationKinds = [
  /** The process around the workers ended: in the application, the main process. */
  'hostCrash',
  /** No answer although the limit of time is over. */
  'hang',
  /** A connection, a file that is not the one given, a process, or native code. */
  'access',
  /** A reader threw. They may only for bugs, so this is one. */
  'thrown',
  /** Nothing was read and no error says so in Chinese with the file's name. */
  'noReason',
  /** A message with a hole in its words, or output that is not of the documented schema. */
  'badOutput',
] as const
export type ViolationKind = (typeof violationKinds)[number]
export type Violation = { readonly kind: ViolationKind; readonly detail: string }

export type Job = { readonly path: string; readonly name: string }

/** One file, read or refused. Memory is the whole process's largest resident size meanwhile; 0 where the system does not tell. */
export type Result = Job & {
  readonly format: SourceFormat
  readonly status: ExtractStatus
  readonly codes: readonly string[]
  readonly milliseconds: number
  readonly peakMegabytes: number
  readonly grownMegabytes: number
  readonly tables: number
  readonly violations: readonly Violation[]
}
