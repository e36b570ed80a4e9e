import { type RunLine, runLines } from '../lines/runs.ts'
import { unionBox } from '../lines/text.ts'
import type { Glyph, Rules } from '../model.ts'
import { type Frame, frameBox } from '../ruled/frame.ts'
import { columnBoxes, linesIn, ruledBoxes, rulesIn } from './boxes.ts'
import { buildAligned } from './build.ts'
import type { AlignedFrame } from './framed.ts'
import { headsAbove, labelAbove, labelsBelow } from './linesAround.ts'
import { heightOf } from './rows.ts'
import { hasStackedRow } from './stackedRows.ts'
import { isTabular, stretchesOf } from './tabularLines.ts'
import { isBody } from './tracks.ts'

/** Tables without closed lines, made out by the alignment of their text. */

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
