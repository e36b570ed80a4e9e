import type { ReportTable } from '../../../shared/data/report.ts'
import type { Rival } from './makeTable.ts'
import type { Trail } from './trail.ts'

/** One official table as found in one region. */
export type TableGuess = {
  readonly table: ReportTable
  /** Cells that two ways of reading found differently, by row and column key. */
  readonly rivals: ReadonlyMap<string, Rival>
  /** Higher is better; only compared between regions for the same table. */
  readonly score: number
  /** Read from plain lines, whose paragraphs are then no prose. */
  readonly lines: boolean
  /** The blocks it was read from. */
  readonly blocks: readonly number[]
  /** How it was read; null where the reading is not traced. */
  readonly trail: Trail | null
}
