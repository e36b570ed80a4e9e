import type { Box } from '../../../../shared/data/document.ts'
import type { Glyph, Placed } from '../model.ts'
import { lineOf, placedLines, textOf, unionBox } from './text.ts'

/** Characters set close together on one line: what may be the content of one table cell on that line. */
export type Run = {
  readonly text: string
  readonly box: Box
  /** A number, a dash or a slash. */
  readonly value: boolean
  /** Digits, dashes or slashes stand a little apart inside: two numbers of narrow columns may have been taken for one. */
  readonly glued: boolean
}

export type RunLine = {
  readonly runs: readonly Run[]
  readonly box: Box
  readonly baseline: number
  readonly size: number
}

/** From this gap on, in em, what follows is a run of its own; justified text stays below it. */
const runGap = 0.5
/** Digits of one number never stand farther apart, in em. */
const digitGap = 0.12

const valueSign = /[\d０-９/／\\—–－-]/u

/** A number, with the mark of a note or without, a dash or a slash. “1.” is the numbering of a label. */
export function isPlainValue(text: string): boolean {
  return /^[-+−]?[\d０-９]([\d０-９,，.．\s]*[\d０-９])?\s*%?[⁰¹²³⁴⁵⁶⁷⁸⁹]*$|^[/／\\—–\-－]+$/u.test(text.trim())
}

function runOf(items: readonly Placed[]): Run {
  const text = textOf(items)
  const box = unionBox(items.map(item => item.glyph.box))
  const glued = items.some((item, index) => {
    const before = items[index - 1]
    if (!before || !valueSign.test(before.glyph.text) || !valueSign.test(item.glyph.text)) return false
    return item.from - before.to > digitGap * item.glyph.size
  })
  return { text, box, value: isPlainValue(text), glued }
}

/** The lines of upright text, each cut into runs at its gaps. */
export function runLines(glyphs: readonly Glyph[]): readonly RunLine[] {
  const inked = glyphs.filter(glyph => glyph.turn === 0 && glyph.text.trim() !== '')
  return placedLines(inked).map(items => {
    const runs: Placed[][] = []
    for (const item of items) {
      const run = runs.at(-1)
      const before = run?.at(-1)
      const em = Math.max(1, Math.min(item.glyph.size, before?.glyph.size ?? 0))
      if (run && before && item.from - before.to <= runGap * em) run.push(item)
      else runs.push([item])
    }
    const { baseline, size } = lineOf(items)
    const cut = runs.map(runOf)
    return { runs: cut, box: unionBox(cut.map(run => run.box)), baseline, size }
  })
}

/** How many pieces the line has when only gaps of at least this many em part them. */
export function pieces(line: RunLine, gap: number): number {
  let count = 1
  line.runs.forEach((run, index) => {
    const next = line.runs[index + 1]
    if (next && next.box[0] - run.box[2] >= gap * line.size) count += 1
  })
  return count
}
