import type { Box } from '../../../../shared/data/document.ts'
import type { Rule, Rules } from '../model.ts'
import { mergeRules, sameLine } from './mergedLines.ts'
import { withOuterSides } from './outerSides.ts'
import { touchingGroups } from './touchingGroups.ts'

/** Which ruling lines belong to which table. */

function boxOf({ horizontal, vertical }: Rules): Box {
  const xs = [...vertical.map(rule => rule.at), ...horizontal.flatMap(rule => [rule.from, rule.to])]
  const ys = [...horizontal.map(rule => rule.at), ...vertical.flatMap(rule => [rule.from, rule.to])]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const meet = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

function within(rules: Rules, [left, top, right, bottom]: Box): Rules {
  const inside = (one: Rule, from: number, to: number, first: number, last: number) =>
    one.at >= first - sameLine && one.at <= last + sameLine && one.from >= from - sameLine && one.to <= to + sameLine
  return {
    horizontal: rules.horizontal.filter(one => inside(one, left, right, top, bottom)),
    vertical: rules.vertical.filter(one => inside(one, top, bottom, left, right)),
  }
}

const groupsOf = (merged: Rules) => withOuterSides(touchingGroups(merged), merged.vertical)

/**
 * The ruling lines of each table on the page. Pieces of lines are joined table by table where tables stand apart: a column of the next
 * table may begin so near that its line would be taken for one side of a double border.
 */
export function tableLines(rules: Rules, merged: Rules): readonly Rules[] {
  const groups = groupsOf(merged)
  if (groups.length < 2) return groups
  const boxes = groups.map(boxOf)
  return groups.flatMap((group, index) => {
    const box = boxes[index]
    if (!box || boxes.some((other, at) => at !== index && meet(other, box))) return [group]
    const own = within(rules, box)
    return groupsOf({ horizontal: mergeRules(own.horizontal), vertical: mergeRules(own.vertical) })
  })
}
