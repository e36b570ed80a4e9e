import type { RunLine } from '../lines/runs.ts'
import type { Rules } from '../model.ts'
import type { Row } from './rows.ts'
import type { Track } from './tracks.ts'

/** A table without drawn lines as it was made out by alignment: its column and row edges, in points, and what they rest on. */
export type Plan = {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly rows: readonly Row[]
  readonly lines: readonly RunLine[]
  readonly rules: Rules
  /** Columns left of this one hold labels of groups. */
  readonly labelEdge: number
  readonly numbers: readonly Track[]
  /** Ruling lines part all rows. */
  readonly banded: boolean
  /** A column of words has numbers too: what it is one cannot say. */
  readonly mixed: boolean
}
