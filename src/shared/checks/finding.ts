import type { Finding, FindingSeverity, RuleCode } from './model.ts'

/** Making findings, for all checks. */

const nothing = {
  ...{ table: null, section: null, cells: [], printed: null, expected: null, suspects: [], passage: null },
} as const

/** A finding of a rule at a place; what is not given is empty. */
export function makeFinding(
  rule: RuleCode,
  severity: FindingSeverity,
  place: string,
  facts: Partial<Omit<Finding, 'id' | 'rule' | 'severity'>>,
): Finding {
  return { ...nothing, id: `${rule}:${place}`, rule, severity, ...facts }
}
