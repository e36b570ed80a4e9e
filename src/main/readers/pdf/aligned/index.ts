import type { Box } from '../../../../shared/document.ts'
import type { Glyph, Rule, Rules } from '../drawing.ts'
import { type Frame, frameBox } from '../frame.ts'
import { limits } from '../limits.ts'
import { type AlignedFrame, buildAligned } from './build.ts'
import { isTabular, stretchesOf } from './regions.ts'
import { heightOf } from './rows.ts'
import { type RunLine, runLines } from './runs.ts'
import { isBody } from './tracks.ts'

/** Ruling lines whose ends agree within this belong together. */
const sameEnds = 6
/** More lines of text than any page of print holds: such a page is not searched. */
const mostLines = 400

/**
 * Tables that no closed ruling lines show: those with lines only between rows, or only between columns, and those with none.
 * `rules` are merged ruling lines that are part of no table yet.
 */
export function alignedFrames(glyphs: readonly Glyph[], rules: Rules): readonly AlignedFrame[] {
  const lines = runLines(glyphs)
  if (lines.length > mostLines || lines.filter(isTabular).length < 2) return []
  const found: AlignedFrame[] = []
  const taken = new Set<RunLine>()
  const keep = (made: AlignedFrame | null) => {
    if (!made) return
    found.push(made)
    const [left, top, right, bottom] = frameBox(made.frame)
    for (const line of lines) {
      const y = heightOf(line)
      if (y > top && y < bottom && line.box[0] >= left - 1 && line.box[2] <= right + 1) taken.add(line)
    }
  }
  for (const box of ruledBoxes(rules)) {
    const inside = linesIn(lines, box).filter(line => !taken.has(line))
    if (inside.filter(isBody).length >= 2) keep(buildAligned(inside, rulesIn(rules, box), null))
  }
  for (const { box, columns } of columnBoxes(rules)) {
    const inside = linesIn(lines, box).filter(line => !taken.has(line))
    if (inside.filter(isBody).length >= 2) keep(buildAligned(inside, rulesIn(rules, box), columns))
  }
  const free = lines.filter(line => !taken.has(line))
  for (const [first, last] of stretchesOf(free)) keep(buildStretch(free, first, last))
  return found
}

/** A table without ruling lines must be one beyond doubt: three rows of three columns, numbers side by side. */
function buildStretch(lines: readonly RunLine[], first: number, last: number): AlignedFrame | null {
  const core = lines.slice(first, last + 1)
  const rows = core.filter(line => isTabular(line) && line.runs.length >= 3)
  if (rows.length < 3 || !core.some(line => line.runs.filter(run => run.value).length >= 2)) return null
  const above = headsAbove(lines, first, core)
  const below = labelsBelow(lines, last, core)
  const none: Rules = { horizontal: [], vertical: [] }
  return (
    buildAligned([...above, ...core, ...below], none, null) ??
    (above.length + below.length > 0 ? buildAligned(core, none, null) : null)
  )
}

const sectionHead = /^[一二三四五六七八九十]{1,3}\s*、|^第[一二三四五六七八九十]+[章节]|[:：。；]$|^[（(]?单位/u

/** The first columns with numbers begin here. */
function numbersBegin(core: readonly RunLine[]): number {
  const lefts = core.filter(isBody).flatMap(line => line.runs.slice(1).find(run => run.value)?.box[0] ?? [])
  return Math.min(...lefts)
}

/** Lines over the first row that stand above the numbers alone: heads over several columns. */
function headsAbove(lines: readonly RunLine[], first: number, core: readonly RunLine[]): readonly RunLine[] {
  const from = numbersBegin(core)
  const right = Math.max(...core.map(line => line.box[2]))
  let top = first
  for (let index = first - 1; index >= 0 && index >= first - 3; index -= 1) {
    const line = lines[index]
    const below = lines[index + 1]
    if (!line || !below || below.baseline - line.baseline > 2.2 * line.size) break
    const size = core[0]?.size ?? line.size
    const alone = line.runs.length === 1 && line.box[0] > from - 2 * size && line.box[2] < right + size
    if (!alone || Math.abs(line.size - size) > 0.1 * size || sectionHead.test(line.runs[0]?.text ?? '')) break
    top = index
  }
  return lines.slice(top, first)
}

/** The rest of the last row's label: taken only where it stands close below and left of the numbers. */
function labelsBelow(lines: readonly RunLine[], last: number, core: readonly RunLine[]): readonly RunLine[] {
  const from = numbersBegin(core)
  const left = Math.min(...core.map(line => line.box[0]))
  const bottom = core.at(-1)
  const line = lines[last + 1]
  if (!line || !bottom || line.baseline - bottom.baseline > 1.7 * line.size) return []
  const fits = line.box[2] < from && line.box[0] > left - 1 && Math.abs(line.size - bottom.size) < 0.1 * line.size
  // Two lines or more below are as likely a note: a row whose label may go on is left doubtful by the pairing.
  return fits && line.runs.length === 1 && !sectionHead.test(line.runs[0]?.text ?? '') ? [line] : []
}

function linesIn(lines: readonly RunLine[], [left, top, right, bottom]: Box): readonly RunLine[] {
  return lines.filter(line => {
    const y = heightOf(line)
    return y > top && y < bottom && line.box[0] >= left - 3 && line.box[2] <= right + 3
  })
}

function rulesIn(rules: Rules, [left, top, right, bottom]: Box): Rules {
  const clip = (all: readonly Rule[], across: readonly [number, number], along: readonly [number, number]) =>
    all
      .filter(one => one.at >= across[0] - 1 && one.at <= across[1] + 1 && one.to > along[0] && one.from < along[1])
      .map(one => ({ at: one.at, from: Math.max(one.from, along[0]), to: Math.min(one.to, along[1]) }))
  return {
    horizontal: clip(rules.horizontal, [top, bottom], [left, right]),
    vertical: clip(rules.vertical, [left, right], [top, bottom]),
  }
}

/** Groups of three parallel lines or more that begin and end together. */
function families(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const groups: Rule[][] = []
  for (const rule of rules) {
    const group = groups.find(([one]) => {
      return one && Math.abs(one.from - rule.from) < sameEnds && Math.abs(one.to - rule.to) < sameEnds
    })
    if (group) group.push(rule)
    else if (groups.length < limits.slotsPerFrame) groups.push([rule])
  }
  return groups.filter(group => group.length >= 3)
}

function ruledBoxes(rules: Rules): readonly Box[] {
  return families(joined(rules.horizontal)).map((group): Box => {
    const ys = group.map(rule => rule.at)
    return [
      Math.min(...group.map(rule => rule.from)),
      Math.min(...ys),
      Math.max(...group.map(rule => rule.to)),
      Math.max(...ys),
    ]
  })
}

function columnBoxes(rules: Rules): readonly { readonly box: Box; readonly columns: readonly number[] }[] {
  return families(rules.vertical).map(group => {
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

/**
 * Tables whose ruling lines leave several rows or columns in one cell: the borders between them were not drawn. Gives the
 * frame anew, or null where its own lines say enough.
 */
export function refined(frame: Frame, texts: readonly (readonly Glyph[])[], rules: Rules): AlignedFrame | null {
  const cells = texts.map(text => runLines(text))
  const wide = cells.flatMap(lines => lines.filter(line => isBody(line) && isTabular(line) && line.runs.length >= 3))
  const stacked = frame.cells.filter((_, index) => {
    const lines = cells[index] ?? []
    return lines.length > 1 && lines.every(line => line.runs.length === 1 && line.runs[0]?.value)
  })
  const rowsStacked = new Set(stacked.map(cell => cell.row))
  const isStacked = [...rowsStacked].some(row => stacked.filter(cell => cell.row === row).length > 1)
  if (wide.length < 2 && !isStacked) return null
  const box = frameBox(frame)
  const lines = runLines(texts.flat())
  const columns = wide.length < 2 && frame.xs.length > 3 ? frame.xs : null
  return buildAligned(lines, rulesIn(rules, box), columns)
}
