import type { CellKey, SectionKey, TableKey } from '../form/index.ts'

/** Rule codes are for data and 详情; screens use the finding's word (合计 空白 缺表 …). */
export const ruleCodes = ['E1', 'E2', 'E3', 'E4', 'F1', 'F2', 'F3'] as const
export type RuleCode = (typeof ruleCodes)[number]

export type FindingSeverity = 'error' | 'warning' | 'hint'

/** What a check has to say about cells. Pure data; `findingText` puts it into words. */
export type Finding = {
  /** Stable while rule and place stay the same, so that a verdict keeps to its finding: `E1:requests/granted`. */
  readonly id: string
  readonly rule: RuleCode
  readonly severity: FindingSeverity
  readonly table: TableKey | null
  /** The section that is missing, for F1. */
  readonly section: SectionKey | null
  /** All cells the rule looked at, the one that prints the sum first. */
  readonly cells: readonly CellKey[]
  /** The printed figure (the total, or the left side of E3); null where nothing was printed. */
  readonly printed: number | null
  /** What it would have to be. */
  readonly expected: number | null
  /** Cells which, changed alone, would settle all failed sums of the table at once; most likely first. */
  readonly suspects: readonly CellKey[]
}
