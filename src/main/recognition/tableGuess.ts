import type { ReportTable } from '../../shared/report.ts'

/** One official table as found in one region. */
export type TableGuess = {
  readonly table: ReportTable
  /** Higher is better; only compared between regions for the same table. */
  readonly score: number
  /** Read from plain lines, whose paragraphs are then no prose. */
  readonly lines: boolean
  /** The blocks it was read from. */
  readonly blocks: readonly number[]
}
