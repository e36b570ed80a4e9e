import type { Box } from '../../../../shared/document.ts'
import type { Glyph, Rule, Rules } from '../drawing.ts'
import { type Frame, frameBox } from '../frame.ts'
import { unionBox } from '../text.ts'
import { type AlignedFrame, buildAligned } from './build.ts'
import { isTabular, stretchesOf } from './regions.ts'
import { heightOf } from './rows.ts'
import { type RunLine, runLines } from './runs.ts'
import { hasStackedRow } from './stacked.ts'
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
  for (const box of ruledBoxes(rules, lines)) {
    const inside = linesIn(lines, box)
    if (inside.some(line => taken.has(line))) continue
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

function isBeyondDoubt(lines: readonly RunLine[]): boolean {
  const rows = lines.filter(line => isTabular(line) && line.runs.length >= 3)
  return rows.length >= 3 && lines.some(line => line.runs.filter(run => run.value).length >= 2)
}

/** A table without ruling lines must be one beyond doubt: three rows of three columns, numbers side by side. */
function buildStretch(lines: readonly RunLine[], first: number, last: number): AlignedFrame | null {
  const core = lines.slice(first, last + 1)
  if (!isBeyondDoubt(core)) return null
  const own = labelAbove(lines, first, core)
  const above = own.length > 0 ? own : headsAbove(lines, first, core)
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
  const labelled = core.filter(isBody).flatMap(line => {
    const [first] = line.runs
    const number = first?.value === false ? line.runs.find(run => run.value) : undefined
    return number?.box[0] ?? []
  })
  const lefts = labelled.length > 0 ? labelled : core.filter(isBody).map(line => line.box[0])
  return Math.min(...lefts)
}

/** Lines of heads above the first row: over the numbers alone, or in pieces, as large as the rows and close. */
function headsAbove(lines: readonly RunLine[], first: number, core: readonly RunLine[]): readonly RunLine[] {
  const from = numbersBegin(core)
  const left = Math.min(...core.map(line => line.box[0]))
  const right = Math.max(...core.map(line => line.box[2]))
  const size = core[0]?.size ?? 10
  let top = first
  for (let index = first - 1; index >= 0 && index >= first - mostHeads; index -= 1) {
    const line = lines[index]
    const below = lines[index + 1]
    if (!line || !below || below.baseline - line.baseline > 2.4 * size) break
    const within = line.box[0] > left - size && line.box[2] < right + size
    const like = within && Math.abs(line.size - size) < 0.1 * size && !line.runs.some(run => run.value)
    const alone = line.runs.length === 1 && line.box[0] > from - 2 * size
    if (!like || !(alone || line.runs.length > 1) || sectionHead.test(line.runs[0]?.text ?? '')) break
    top = index
  }
  return lines.slice(top, first)
}

const mostHeads = 6

/** The beginning of the first row's label, where its numbers stand beside a later line of it. */
function labelAbove(lines: readonly RunLine[], first: number, core: readonly RunLine[]): readonly RunLine[] {
  const from = numbersBegin(core)
  const left = Math.min(...core.map(line => line.box[0]))
  const opening = core[0]
  if (!opening || !isBody(opening)) return []
  let top = first
  for (let index = first - 1; index >= 0 && index >= first - mostHeads; index -= 1) {
    const [line, below] = [lines[index], lines[index + 1]]
    if (!line || !below || below.baseline - line.baseline > 1.7 * opening.size) break
    const fits = line.box[2] < from && line.box[0] > left - 1 && Math.abs(line.size - opening.size) < 0.1 * opening.size
    if (!fits || line.runs.length > 1 || sectionHead.test(line.runs[0]?.text ?? '')) break
    top = index
  }
  return lines.slice(top, first)
}

/** The rest of the last row's label: taken only where it stands close below and left of the numbers. */
function labelsBelow(lines: readonly RunLine[], last: number, core: readonly RunLine[]): readonly RunLine[] {
  const from = numbersBegin(core)
  const left = Math.min(...core.map(line => line.box[0]))
  let bottom = last
  for (let index = last + 1; index < lines.length && index <= last + 3; index += 1) {
    const [line, above] = [lines[index], lines[index - 1]]
    if (!line || !above || line.baseline - above.baseline > 1.7 * line.size) break
    const fits = line.box[2] < from && line.box[0] > left - 1 && Math.abs(line.size - above.size) < 0.1 * line.size
    if (!fits || line.runs.length > 1 || sectionHead.test(line.runs[0]?.text ?? '')) break
    bottom = index
  }
  return lines.slice(last + 1, bottom + 1)
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
function ruledBoxes(rules: Rules, lines: readonly RunLine[]): readonly Box[] {
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

function columnBoxes(rules: Rules): readonly { readonly box: Box; readonly columns: readonly number[] }[] {
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

/** Signs of values far apart in one cell: looked at before anything costly is done. */
function mayHoldSeveral(text: readonly Glyph[]): boolean {
  const values = text.filter(glyph => /[\d０-９/／—–－-]/u.test(glyph.text))
  const [first] = values
  if (!first || values.length < 2) return false
  const [left, top, right, bottom] = unionBox(values.map(glyph => glyph.box))
  return right - left > 4 * first.size || bottom - top > 1.8 * first.size
}

/**
 * Tables whose ruling lines leave several rows or columns in one cell: the borders between them were not drawn. Gives the
 * frame anew, or null where its own lines say enough.
 */
export function refined(frame: Frame, texts: readonly (readonly Glyph[])[], rules: Rules): AlignedFrame | null {
  const cells = texts.map(text => (mayHoldSeveral(text) ? runLines(text) : []))
  const wide = cells.flatMap(lines => lines.filter(line => isBody(line) && isTabular(line) && line.runs.length >= 3))
  const isStacked = hasStackedRow(frame, texts, cells)
  if (wide.length < 2 && !isStacked && !cells.some(isBeyondDoubt)) return null
  const box = frameBox(frame)
  const lines = runLines(texts.flat())
  const columns = wide.length < 2 && frame.xs.length > 3 ? frame.xs : null
  return buildAligned(lines, rulesIn(rules, box), columns)
}
