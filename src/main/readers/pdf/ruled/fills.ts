import type { Box } from '../../../../shared/data/document.ts'
import { unionBox } from '../lines/text.ts'
import type { Rules } from '../model.ts'
import { type Frame, frameBox } from './frame.ts'

/** Borders of tables that are painted and not drawn: areas of colour side by side. */

/** In points: what shows between two cells painted side by side, as the border that was not drawn. */
export const widestGap = 3.2
/** Fewer rectangles are ornaments; more than any page of print holds are not looked at. */
const fewest = 6
const most = 1_500
/** This part of the whole is painted, in a table whose cells are. */
const painted = 0.85
/** Painted cells stand in columns: they begin at no more places than this part of their number. Marked words do not. */
const places = 0.8

const area = ([left, top, right, bottom]: Box) => (right - left) * (bottom - top)

function holds(outer: Box, inner: Box): boolean {
  return inner[0] >= outer[0] - 1 && inner[1] >= outer[1] - 1 && inner[2] <= outer[2] + 1 && inner[3] <= outer[3] + 1
}

function isBeside(one: Box, other: Box, along: 0 | 1): boolean {
  const across = along === 0 ? 1 : 0
  const shared = Math.min(one[across + 2] ?? 0, other[across + 2] ?? 0) - Math.max(one[across], other[across])
  const gap = other[along] - (one[along + 2] ?? 0)
  const smaller = Math.min((one[across + 2] ?? 0) - one[across], (other[across + 2] ?? 0) - other[across])
  return gap > -1 && gap <= widestGap && shared > 0.6 * smaller
}

/** Groups of rectangles side by side, and how many have one at their right and below. */
function groupsOf(boxes: readonly Box[]): readonly { readonly boxes: readonly Box[]; readonly isTiled: boolean }[] {
  const open = new Set(boxes)
  const groups: { boxes: readonly Box[]; isTiled: boolean }[] = []
  for (const first of boxes) {
    if (!open.delete(first)) continue
    const group = [first]
    let [beside, below] = [0, 0]
    for (const one of group) {
      for (const other of boxes) {
        const [right, under] = [isBeside(one, other, 0), isBeside(one, other, 1)]
        if (right) beside += 1
        if (under) below += 1
        if ((right || under || isBeside(other, one, 0) || isBeside(other, one, 1)) && open.delete(other))
          group.push(other)
      }
    }
    groups.push({ boxes: group, isTiled: beside >= 2 && below >= 2 })
  }
  return groups
}

function isTable(boxes: readonly Box[]): boolean {
  const lefts: number[] = []
  for (const box of [...boxes].sort((a, b) => a[0] - b[0]))
    if (box[0] - (lefts.at(-1) ?? Number.NEGATIVE_INFINITY) > widestGap) lefts.push(box[0])
  const covered = boxes.reduce((sum, box) => sum + area(box), 0)
  return boxes.length >= fewest && covered >= painted * area(unionBox(boxes)) && lefts.length <= places * boxes.length
}

/**
 * Borders that nobody drew: sites paint a table black and its cells white upon it, one point apart, or each cell in a colour. Gives the
 * sides of such cells, unless the table is among the `frames` that lines make.
 */
export function sidesOfFills(fills: readonly Box[], frames: readonly Frame[]): Rules {
  const none: Rules = { horizontal: [], vertical: [] }
  if (fills.length < fewest || fills.length > most) return none
  // A border round the whole alone parts nothing.
  const framed = frames.filter(frame => frame.cells.length > 1).map(frameBox)
  const free = fills.filter(box => !framed.some(frame => holds(frame, box)))
  const unlike = free.filter((box, at) => free.findIndex(one => holds(one, box) && holds(box, one)) === at)
  const cells = unlike.filter(box => unlike.filter(one => one !== box && holds(box, one)).length < 2)
  const sides = groupsOf(cells)
    .filter(group => group.isTiled && isTable(group.boxes))
    .flatMap(group => joined(group.boxes))
  return {
    horizontal: sides.flatMap(([from, top, to, bottom]) => [top, bottom].map(at => ({ at, from, to }))),
    vertical: sides.flatMap(([left, from, right, to]) => [left, right].map(at => ({ at, from, to }))),
  }
}

/** The boxes grown to the middle of the gaps between them. */
function joined(boxes: readonly Box[]): readonly Box[] {
  const snap = (along: 0 | 1) => {
    const ends = boxes.flatMap(box => [box[along], box[along + 2] ?? 0]).sort((a, b) => a - b)
    const groups: number[][] = []
    for (const end of ends) {
      const group = groups.at(-1)
      if (group && end - (group[0] ?? end) <= widestGap) group.push(end)
      else groups.push([end])
    }
    const middles = new Map(
      groups.flatMap(group => group.map(end => [end, ((group[0] ?? end) + (group.at(-1) ?? end)) / 2])),
    )
    return (value: number) => middles.get(value) ?? value
  }
  const [x, y] = [snap(0), snap(1)]
  return boxes.map(([left, top, right, bottom]): Box => [x(left), y(top), x(right), y(bottom)])
}
