import type { Rule, Rules } from '../model.ts'
import { sameLine } from './mergedLines.ts'

/** Outer sides of tables that touch no other line. */

/** In points: a side farther away than a column of labels is wide belongs to something else. */
const farthest = 160

function extent(group: Rules): { readonly from: number; readonly to: number } {
  const ends = group.vertical
  return { from: Math.min(...ends.map(rule => rule.from)), to: Math.max(...ends.map(rule => rule.to)) }
}

/**
 * Gives each table its outer sides back. Where a label runs over more rows than a page holds, no border crosses its column on that
 * page: the side then touches nothing, but it is as tall as the table. `groups` are lines that touch, `vertical` all lines.
 */
export function withOuterSides(groups: readonly Rules[], vertical: readonly Rule[]): readonly Rules[] {
  const taken = new Set(groups.flatMap(group => group.vertical))
  const lone = vertical.filter(rule => !taken.has(rule))
  if (lone.length === 0) return groups
  return groups.map(group => {
    const { from, to } = extent(group)
    const left = Math.min(...group.vertical.map(rule => rule.at))
    const right = Math.max(...group.vertical.map(rule => rule.at))
    const own = lone.filter(rule => {
      const tall = Math.abs(rule.from - from) <= sameLine && Math.abs(rule.to - to) <= sameLine
      return tall && rule.at > left - farthest && rule.at < right + farthest
    })
    if (own.length === 0) return group
    return { ...group, vertical: [...group.vertical, ...own].sort((a, b) => a.at - b.at) }
  })
}
