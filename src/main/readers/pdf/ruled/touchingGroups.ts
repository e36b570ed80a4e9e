import type { Rule, Rules } from '../model.ts'
import { sameLine } from './mergedLines.ts'

/** Sorts merged lines into groups that touch each other: each group may be one table. Lines that touch nothing fall out. */
export function touchingGroups(rules: Rules): readonly Rules[] {
  const { horizontal, vertical } = rules
  const parents = Array.from({ length: horizontal.length + vertical.length }, (_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parents[at] !== at) {
      const next = parents[at] ?? at
      parents[at] = parents[next] ?? next
      at = next
    }
    return at
  }
  horizontal.forEach((across, row) => {
    vertical.forEach((along, column) => {
      const meets =
        across.from - sameLine <= along.at &&
        along.at <= across.to + sameLine &&
        along.from - sameLine <= across.at &&
        across.at <= along.to + sameLine
      if (meets) parents[root(row)] = root(horizontal.length + column)
    })
  })
  const groups = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>()
  const groupOf = (index: number) => {
    const key = root(index)
    const group = groups.get(key) ?? { horizontal: [], vertical: [] }
    groups.set(key, group)
    return group
  }
  horizontal.forEach((rule, index) => {
    groupOf(index).horizontal.push(rule)
  })
  vertical.forEach((rule, index) => {
    groupOf(horizontal.length + index).vertical.push(rule)
  })
  return [...groups.values()].filter(group => group.horizontal.length > 0 && group.vertical.length > 0)
}
