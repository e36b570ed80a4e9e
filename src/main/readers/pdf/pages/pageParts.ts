import type { Box } from '../../../../shared/data/document.ts'
import type { Tracer } from '../../../../shared/trace/steps.ts'
import { runsOff } from '../drawing/pageEdge.ts'
import { inMargin } from '../lines/margin.ts'
import { proseLines } from '../lines/proseLines.ts'
import { withStruckFigures } from '../lines/struckFigures.ts'
import { type TextLine, withoutDoubles } from '../lines/text.ts'
import type { Glyph, PageDrawing, TaggedTable } from '../model.ts'
import { alignedGrid, type PageCell, type PageGrid, pageGrid } from '../ruled/cells.ts'
import { cellBox, type Frame, frameBox } from '../ruled/frame.ts'
import { gutterOf, sidesOf } from './gutter.ts'
import { largeImages } from './images.ts'
import { isPlausible, isSuspicious } from './plausible.ts'
import { type Skeletons, skeletonsOf } from './skeletons.ts'
import { chosenTags, leavesOpen } from './tableSource.ts'
import { tracePage } from './traced.ts'
import { type Turn, upright } from './upright.ts'

/** Sorts what is drawn on a page into tables, lines of text and pictures. */

/** Counts of a page from which its troubles are told. */
type PageFacts = {
  /** Characters that print something; of them, drawn invisibly, and without a usable code. */
  readonly ink: number
  readonly invisible: number
  /** Characters made out by a machine, and those that nobody sees and that were not read. */
  readonly recognised: number
  readonly unseen: number
  readonly unreadable: number
  /** Garbled as a whole: no language looks like this. */
  readonly garbled: boolean
  /** Enough characters without a usable code to doubt the others too: they are of the same fonts. */
  readonly untrusted: boolean
  readonly hasImage: boolean
  readonly tooComplex: boolean
}

/** What one page holds. The characters themselves are let go: a thousand pages of them would fill the worker's memory. */
export type PageParts = {
  readonly number: number
  /** How the page's text runs; everything below is given as if it were upright (see upright.ts). */
  readonly turn: Turn
  readonly width: number
  readonly height: number
  /** Tables, those without any text too: the rest of a table above the break may be blank values. */
  readonly grids: readonly PageGrid[]
  readonly lines: readonly TextLine[]
  readonly images: readonly Box[]
  readonly facts: PageFacts
  /** There is text in columns that no closed lines bound: the structure tree may say more. */
  readonly open: boolean
  /** Where a sheet is parted that holds two pages side by side. */
  readonly fold: number | null
}

const unreadableText = /[\ufffd\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u
/** Letters that no Chinese report is printed with: codes of a font whose table names only some of its characters. Signs such as ×, ·, ±, ², ° are. */
const strayLetter = /[\u00a1-\u00a6\u00a8-\u00af\u00b4\u00b6\u00b8\u00ba-\u00d6\u00d8-\u00f6\u00f8-\u024f]/u

function factsOf(page: PageDrawing, cut: boolean): PageFacts {
  const ink = page.glyphs.filter(glyph => glyph.text.trim() !== '' && !glyph.beyond)
  const total = ink.length + page.unmapped
  const stray = ink.filter(glyph => strayLetter.test(glyph.text)).length
  const han = ink.filter(glyph => /\p{Script=Han}/u.test(glyph.text)).length
  const codeless = ink.filter(glyph => unreadableText.test(glyph.text)).length + page.unmapped
  // A page in another language has such letters by right.
  const unreadable = codeless + (han > stray ? stray : 0)
  return {
    ink: total,
    invisible: ink.filter(glyph => glyph.invisible).length,
    recognised: ink.filter(glyph => glyph.recognised).length,
    unseen: page.unseen,
    unreadable,
    garbled: (unreadable >= 10 && unreadable * 4 > total) || !isPlausible(ink.map(glyph => glyph.text)),
    untrusted: isSuspicious(unreadable, total),
    hasImage: page.images.length > 0,
    tooComplex: cut,
  }
}

function boxOf(frame: Frame, index: number): Box {
  const cell = frame.cells[index]
  return cell ? cellBox(frame, cell) : frameBox(frame)
}

/** The tables that lines and alignment show, with their text. */
function drawnGrids(page: PageDrawing, { skeletons, dealt }: Skeletons, distrust: boolean): readonly PageGrid[] {
  return skeletons.map(({ frame, confidence }, index) => {
    const doubt = (cell: number) =>
      distrust ||
      runsOff(boxOf(frame, cell), page) ||
      dealt.doubts.has(`${index} ${cell}`) ||
      dealt.texts[index]?.[cell]?.some(
        glyph => glyph.beyond || glyph.recognised || glyph.doubtful || unreadableText.test(glyph.text),
      ) === true
    const grid = pageGrid(page.number, frame, dealt.texts[index] ?? [], doubt, page.images)
    return confidence ? alignedGrid(grid, confidence) : grid
  })
}

/** Sorts what is drawn on a page into tables with their text, lines of text outside them, and large pictures. `trace` hears what was seen of it. */
export function partsOf(shown: PageDrawing, tables: readonly TaggedTable[] = [], trace?: Tracer): PageParts {
  const { drawing: page, turn } = upright(shown)
  const fold = gutterOf(page)
  if (fold === null) return { ...pageOf(page, tables, turn, trace), turn }
  const halves = sidesOf(page, fold).map(side => pageOf(side, tables, turn, trace))
  const { number, width, height } = page
  return {
    number,
    width,
    height,
    turn,
    fold,
    grids: halves.flatMap(half => half.grids),
    lines: halves.flatMap(half => half.lines),
    images: halves.flatMap(half => half.images),
    facts: factsOf(page, page.cut || halves.some(half => half.facts.tooComplex)),
    open: halves.some(half => half.open),
  }
}

function pageOf(
  page: PageDrawing,
  tables: readonly TaggedTable[],
  turn: Turn,
  trace?: Tracer,
): Omit<PageParts, 'turn'> {
  const { number, width, height } = page
  const isFurniture = (glyph: Glyph) => glyph.artifact && inMargin(glyph.box, height) !== null
  const glyphs = withStruckFigures(withoutDoubles(page.glyphs), page.rules.horizontal)
  const first = skeletonsOf(page, glyphs)
  const { grids: tagged, own } = chosenTags(tables, glyphs, first, number)
  const found =
    own.size > 0
      ? skeletonsOf(
          page,
          glyphs.filter(glyph => !own.has(glyph)),
        )
      : first
  const facts = factsOf(page, found.cut || page.cut)
  const distrust = facts.garbled || facts.untrusted || facts.recognised > 0
  const grids = [
    ...drawnGrids(page, found, distrust).filter(grid => !isEmptiedBy(grid, tagged)),
    ...tagged.map(grid => withDoubts(grid, distrust || glyphs.some(glyph => glyph.doubtful))),
  ]
  if (trace) tracePage(trace, { page, turn, glyphs, grids })
  const lines = proseLines(found.dealt.rest.filter(glyph => !glyph.beyond && !isFurniture(glyph)))
  return { number, width, height, grids, lines, images: largeImages(page), facts, open: leavesOpen(first), fold: null }
}

function withDoubts(grid: PageGrid, distrust: boolean): PageGrid {
  const doubted = (cell: PageCell) => ({ ...cell, confidence: Math.min(0.5, cell.confidence ?? 1) })
  return {
    ...grid,
    cells: grid.cells.map(cell => (distrust || unreadableText.test(cell.text) ? doubted(cell) : cell)),
  }
}

/** Lines round a table that was read by its tags: nothing is left in them. */
function isEmptiedBy(grid: PageGrid, tagged: readonly PageGrid[]): boolean {
  const [left, top, right, bottom] = grid.box
  return (
    grid.cells.every(cell => cell.text === '' && !cell.image) &&
    tagged.some(({ box }) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top)
  )
}
