import type { Box } from '../../../../shared/data/document.ts'
import type { TracedFrame } from '../../../../shared/trace/page.ts'
import { shortened, type Tracer } from '../../../../shared/trace/steps.ts'
import { columnGap } from '../aligned/tabularLines.ts'
import type { Glyph, PageDrawing } from '../model.ts'
import { type PageGrid, sideTolerance } from '../ruled/cells.ts'
import { widestGap } from '../ruled/fills.ts'
import { separates, stickOut } from '../ruled/frame.ts'
import { sameLine } from '../ruled/mergedLines.ts'
import type { Turn } from './upright.ts'

/** Tells what was seen on a page; called only where the reading is traced. */

type Seen = {
  /** Turned upright. */
  readonly page: PageDrawing
  readonly turn: Turn
  /** Those that are read: doubled ones are out. */
  readonly glyphs: readonly Glyph[]
  readonly grids: readonly PageGrid[]
}

const round = (value: number) => Math.round(value * 100) / 100
const rounded = ([left, top, right, bottom]: Box): Box => [round(left), round(top), round(right), round(bottom)]

function frameOf({ box, rows, columns, cells, aligned, tagged }: PageGrid): TracedFrame {
  return {
    by: tagged ? 'tags' : aligned ? 'alignment' : 'lines',
    box: rounded(box),
    rows,
    columns,
    cells: cells.map(cell => ({
      box: rounded(cell.box),
      confidence: cell.confidence ?? 1,
      text: shortened(cell.text),
    })),
  }
}

/** The page as it was drawn, and the borders of tables that were made out. */
export function tracePage(trace: Tracer, { page, turn, glyphs, grids }: Seen): void {
  const { number, width, height, rules, fills, images } = page
  const level = rules.horizontal.map(({ at, from, to }): Box => [from, at, to, at])
  const plumb = rules.vertical.map(({ at, from, to }): Box => [at, from, at, to])
  const inked = glyphs.filter(glyph => glyph.text.trim() !== '')
  trace({
    kind: 'page',
    number,
    width,
    height,
    turn,
    glyphs: inked.length,
    rules: level.length + plumb.length,
    fills: fills.length,
    frames: grids.map(frameOf),
    drawn: {
      glyphs: inked.map(({ text, box }) => ({ text, box: rounded(box) })),
      rules: [...level, ...plumb].map(rounded),
      fills: fills.map(rounded),
      images: images.map(rounded),
    },
    tolerances: { sameLine, separates, stickOut, sideTolerance, widestGap, columnGap },
  })
}
