import type { Box } from '../../../../shared/data/document.ts'
import type { RunLine } from '../lines/runs.ts'
import type { Rule, Rules } from '../model.ts'
import { sectionHead } from './linesAround.ts'
import { heightOf } from './rows.ts'

/** Boxes that ruling lines show without closing them. */

/** Ruling lines whose ends agree within this belong together. */
const sameEnds = 6

export function linesIn(lines: readonly RunLine[], [left, top, right, bottom]: Box): readonly RunLine[] {
  return lines.filter(line => {
    const y = heightOf(line)
    return y > top && y < bottom && line.box[0] >= left - 3 && line.box[2] <= right + 3
  })
}

export function rulesIn(rules: Rules, [left, top, right, bottom]: Box): Rules {
  const clip = (all: readonly Rule[], across: readonly [number, number], along: readonly [number, number]) =>
    all
      .filter(one => one.at >= across[0] - 1 && one.at <= across[1] + 1 && one.to > along[0] && one.from < along[1])
      .map(one => ({ at: one.at, from: Math.max(one.from, along[0]), to: Math.min(one.to, along[1]) }))
  return {
    horizontal: clip(rules.horizontal, [top, bottom], [left, right]),
    vertical: clip(rules.vertical, [left, right], [top, bottom]),
  }
}

/** Groups of three parallel lines or more of which the first `agrees` with every other. */
function families(rules: readonly Rule[], agrees: (one: Rule, other: Rule) => boolean): readonly (readonly Rule[])[] {
  const groups: Rule[][] = []
  for (const rule of rules) {
    const group = groups.find(([one]) => one && agrees(one, rule))
    if (group) group.push(rule)
    else if (groups.length < mostFamilies) groups.push([rule])
  }
  return groups.filter(group => group.length >= 3)
}

/** Enough for any page of print: what begins beyond is not looked for. */
const mostFamilies = 60

function sameSpan(one: Rule, other: Rule): boolean {
  return Math.abs(one.from - other.from) < sameEnds && Math.abs(one.to - other.to) < sameEnds
}

/** Lines under some columns begin inside the table, for a group's label runs on beside them, but end at its right side. */
function sameEnd(one: Rule, other: Rule): boolean {
  const shorter = Math.min(one.to - one.from, other.to - other.from)
  const longer = Math.max(one.to - one.from, other.to - other.from)
  return Math.abs(one.to - other.to) < sameEnds && shorter > 0.4 * longer
}

/** Widest first: lines under some of the columns belong to the table that the lines under all of them make. */
export function ruledBoxes(rules: Rules, lines: readonly RunLine[]): readonly Box[] {
  return families(joined(rules.horizontal), sameEnd)
    .flatMap(group => tablesOf(group, lines))
    .map((group): Box => {
      const ys = group.map(rule => rule.at)
      const [from, to] = [Math.min(...group.map(rule => rule.from)), Math.max(...group.map(rule => rule.to))]
      return [from, Math.min(...ys), to, Math.max(...ys)]
    })
    .sort((a, b) => b[2] - b[0] - (a[2] - a[0]))
}

/** Tables of one width stand on a page one below the other: a heading or prose between two lines parts them. */
function tablesOf(group: readonly Rule[], lines: readonly RunLine[]): readonly (readonly Rule[])[] {
  const tables: Rule[][] = []
  const from = Math.min(...group.map(rule => rule.from))
  for (const rule of [...group].sort((a, b) => a.at - b.at)) {
    const table = tables.at(-1)
    const above = table?.at(-1)
    const between = above ? linesIn(lines, [from, above.at, rule.to, rule.at]) : []
    const text = between.length > 0 && between.every(line => line.runs.length === 1)
    const parts =
      text && between.some(line => sectionHead.test(line.runs[0]?.text ?? '') || isLong(line, rule.to - from))
    if (table && !parts) table.push(rule)
    else tables.push([rule])
  }
  return tables.filter(table => table.length >= 3)
}

function isLong(line: RunLine, width: number): boolean {
  return line.box[2] - line.box[0] > 0.8 * width
}

export function columnBoxes(rules: Rules): readonly { readonly box: Box; readonly columns: readonly number[] }[] {
  return families(rules.vertical, sameSpan).map(group => {
    const columns = group.map(rule => rule.at)
    const top = Math.min(...group.map(rule => rule.from))
    const bottom = Math.max(...group.map(rule => rule.to))
    return { box: [Math.min(...columns), top, Math.max(...columns), bottom], columns }
  })
}

/** In points: the gap that writers leave between the pieces of a line drawn cell by cell. */
const cellGap = 8

/** Pieces of one line drawn cell by cell, as one. */
function joined(rules: readonly Rule[]): readonly Rule[] {
  const lines: Rule[] = []
  for (const rule of rules) {
    const last = lines.at(-1)
    if (last && last.at === rule.at && rule.from - last.to < cellGap)
      lines[lines.length - 1] = { ...last, to: Math.max(last.to, rule.to) }
    else lines.push(rule)
  }
  return lines
}
