import type { Message } from '../messages/model.ts'

/** bag: a BagIt bag with originals, records and history. csv: one table of all cells. */
export const exportFormats = ['bag', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

export type ExportProgress = { readonly step: 'write' | 'check'; readonly done: number; readonly of: number }

/** What was written, and verified after writing. */
export type Exported = {
  readonly format: ExportFormat
  /** The bag's folder, or the file. */
  readonly path: string
  readonly records: number
  readonly files: number
  readonly bytes: number
  /** Reports that were left out because they are damaged. */
  readonly problems: readonly Message[]
}
