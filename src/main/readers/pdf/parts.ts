import type { Box } from '../../../shared/document.ts'
import { alignedFrames, refined } from './aligned/index.ts'
import { alignedGrid, dealOut, type PageGrid, pageGrid } from './cells.ts'
import type { Glyph, PageDrawing, Rules } from './drawing.ts'
import { type Frame, frameBox, framesOf } from './frame.ts'
import { inMargin } from './furniture.ts'
import { largeImages } from './images.ts'
import { isPlausible } from './plausible.ts'
import { linesOf, type TextLine, withoutDoubles } from './text.ts'
import { type Turn, upright } from './upright.ts'

/** Counts of a page from which its troubles are told. */
type PageFacts = {
  /** Characters that print something; of them, drawn invisibly, and without a usable code. */
  readonly ink: number
  readonly invisible: number
  readonly unreadable: number
  /** Garbled as a whole: no language looks like this. */
  readonly garbled: boolean
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
}

const unreadableText = /[\ufffd\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u

function factsOf(page: PageDrawing, cut: boolean): PageFacts {
  const ink = page.glyphs.filter(glyph => glyph.text.trim() !== '')
  const total = ink.length + page.unmapped
  const unreadable = ink.filter(glyph => unreadableText.test(glyph.text)).length + page.unmapped
  return {
    ink: total,
    invisible: ink.filter(glyph => glyph.invisible).length,
    unreadable,
    garbled: (unreadable >= 10 && unreadable * 4 > total) || !isPlausible(ink.map(glyph => glyph.text)),
    hasImage: page.images.length > 0,
    tooComplex: cut,
  }
}

/** A table's borders, drawn or made out by alignment, and how sure its cells are, where that is not for the lines to say. */
type Skeleton = { readonly frame: Frame; readonly confidence: ((cell: number) => number) | null }

/** Lines that touch no closed table. */
function outside({ horizontal, vertical }: Rules, frames: readonly Frame[]): Rules {
  const boxes = frames.map(frameBox)
  const free = (x: number, y: number) =>
    !boxes.some(([left, top, right, bottom]) => x > left - 4 && x < right + 4 && y > top - 4 && y < bottom + 4)
  return {
    horizontal: horizontal.filter(rule => free((rule.from + rule.to) / 2, rule.at)),
    vertical: vertical.filter(rule => free(rule.at, (rule.from + rule.to) / 2)),
  }
}

/** Tables with closed lines first; then, in what is left, those that only the alignment of their text shows. */
function skeletonsOf(page: PageDrawing, glyphs: readonly Glyph[]) {
  const { frames, merged, cut } = framesOf(page.rules)
  const first = dealOut(frames, glyphs)
  const closed = frames.map((frame, index): Skeleton => {
    return refined(frame, first.texts[index] ?? [], merged) ?? { frame, confidence: null }
  })
  const aligned: readonly Skeleton[] = alignedFrames(first.rest, outside(merged, frames))
  const skeletons = [...closed, ...aligned]
  const changed = aligned.length > 0 || closed.some(one => one.confidence !== null)
  const dealt = changed
    ? dealOut(
        skeletons.map(one => one.frame),
        glyphs,
      )
    : first
  return { skeletons, dealt, cut }
}

/** Sorts what is drawn on a page into tables with their text, lines of text outside them, and large pictures. */
export function partsOf(shown: PageDrawing): PageParts {
  const { drawing: page, turn } = upright(shown)
  const { number, width, height } = page
  const isFurniture = (glyph: Glyph) => glyph.artifact && inMargin(glyph.box, height) !== null
  const glyphs = withoutDoubles(page.glyphs)
  const { skeletons, dealt, cut } = skeletonsOf(page, glyphs)
  const facts = factsOf(page, cut || page.cut)
  const grids = skeletons.map(({ frame, confidence }, index) => {
    const doubt = (cell: number) =>
      facts.garbled ||
      dealt.doubts.has(`${index} ${cell}`) ||
      dealt.texts[index]?.[cell]?.some(glyph => unreadableText.test(glyph.text)) === true
    const grid = pageGrid(number, frame, dealt.texts[index] ?? [], doubt, page.images)
    return confidence ? alignedGrid(grid, confidence) : grid
  })
  const lines = linesOf(dealt.rest.filter(glyph => !isFurniture(glyph)))
  return { number, turn, width, height, grids, lines, images: largeImages(page), facts }
}
