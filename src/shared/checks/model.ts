import type { Report } from '../data/report.ts'
import type { CellKey, SectionKey, TableKey } from '../form/index.ts'

/** Rule codes are for data and 详情; screens use the finding's word (合计 空白 缺表 …). docs/checks.md lists them all. */
export const ruleCodes = [
  ...(['E1', 'E2', 'E3', 'E4'] as const),
  ...(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7'] as const),
  ...(['T1', 'T2'] as const),
  ...(['S3', 'S4', 'S6', 'S8'] as const),
  ...(['Y1', 'Y2', 'Y3', 'Y4', 'Y5'] as const),
  ...(['L1', 'L2'] as const),
  ...(['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N10'] as const),
  ...(['P1'] as const),
  ...(['R1'] as const),
] as const
export type RuleCode = (typeof ruleCodes)[number]

/**
 * Rules that say nothing unless they are asked for: more than 2 % of what is right was pointed at when they were measured
 * (`npm run bench:checks`). S6 pointed at one of twelve right sections that it had not been made with.
 */
export const defaultOff: ReadonlySet<RuleCode> = new Set<RuleCode>(['S6'])

export type FindingSeverity = 'error' | 'warning' | 'hint'

/** A place in the prose: UTF-16 offsets into the section's `text`, end exclusive. `figure` is what the words there name. */
export type Passage = {
  readonly section: SectionKey
  readonly start: number
  readonly end: number
  readonly figure: string
}

/** What a check has to say about cells. Pure data; `findingText` puts it into words. */
export type Finding = {
  /** Stable while rule and place stay the same, so that a verdict keeps to its finding: `E1:requests/granted`. */
  readonly id: string
  readonly rule: RuleCode
  readonly severity: FindingSeverity
  readonly table: TableKey | null
  /** The section that is missing, for F1, or that a rule of the sections or the prose is about. */
  readonly section: SectionKey | null
  /** All cells of this report the rule looked at, the one that prints the figure first. */
  readonly cells: readonly CellKey[]
  /** The printed figure (the total, the left side of E3, the number in the prose); null where nothing was printed. */
  readonly printed: number | null
  /** What it would have to be: the computed sum, last year's figure, the table's figure. */
  readonly expected: number | null
  /** Cells most likely misread: those of the likeliest smallest sets which, changed, settle the failed sums. */
  readonly suspects: readonly CellKey[]
  /** Where the sentence stands, for N1–N10, P1 and the amounts of S8. */
  readonly passage: Passage | null
  /** What a newer reading makes of a cell or fact that a person had decided, for R1. */
  readonly machine?: string
}

/**
 * Reports of the same body, of the years before and after: a check that needs one which is not there says nothing. `asked`: rules of
 * `defaultOff` that a person wants nevertheless.
 */
export type CheckContext = {
  readonly previous?: Report | null
  readonly next?: Report | null
  readonly asked?: ReadonlySet<RuleCode>
}

/** Whether a rule may speak. `off` are the rules that are silent unless asked for. */
export function isOn(rule: RuleCode, { asked }: CheckContext, off: ReadonlySet<RuleCode> = defaultOff): boolean {
  return !off.has(rule) || asked?.has(rule) === true
}
