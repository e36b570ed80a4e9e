import type { Rule } from '../model.ts'

/** Lines nearer than this are one line: double borders, and the two sides of a thin box. */
export const sameLine = 3

/** Joins pieces of the same line, so that each position holds non-overlapping stretches. Sorted by position. */
export function mergeRules(rules: readonly Rule[]): readonly Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at)
  const merged: Rule[] = []
  let start = 0
  while (start < sorted.length) {
    const first = sorted[start]?.at ?? 0
    let end = start
    while (end < sorted.length && (sorted[end]?.at ?? 0) - first <= sameLine) end += 1
    merged.push(...mergeStretches(sorted.slice(start, end)))
    start = end
  }
  return merged
}

function mergeStretches(group: readonly Rule[]): readonly Rule[] {
  let length = 0
  let weighted = 0
  for (const rule of group) {
    length += rule.to - rule.from
    weighted += rule.at * (rule.to - rule.from)
  }
  const at = length > 0 ? weighted / length : (group[0]?.at ?? 0)
  const stretches: Rule[] = []
  for (const rule of [...group].sort((a, b) => a.from - b.from)) {
    const last = stretches.at(-1)
    if (last && rule.from <= last.to + sameLine) {
      stretches[stretches.length - 1] = { at, from: last.from, to: Math.max(last.to, rule.to) }
    } else stretches.push({ at, from: rule.from, to: rule.to })
  }
  return stretches
}

/** How much of from…to the stretches cover, 0 … 1. */
export function coverage(stretches: readonly Rule[], from: number, to: number): number {
  let covered = 0
  for (const stretch of stretches) covered += Math.max(0, Math.min(to, stretch.to) - Math.max(from, stretch.from))
  return to > from ? covered / (to - from) : 0
}
