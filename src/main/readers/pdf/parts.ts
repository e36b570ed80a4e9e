import type { Box } from '../../../shared/document.ts'
import { dealOut, type PageGrid, pageGrid } from './cells.ts'
import type { Glyph, PageDrawing } from './drawing.ts'
import { framesOf } from './frame.ts'
import { inMargin } from './furniture.ts'
import { largeImages } from './images.ts'
import { linesOf, type TextLine, withoutDoubles } from './text.ts'

/** Counts of a page from which its troubles are told. */
type PageFacts = {
  /** Characters that print something; of them, drawn invisibly, and without a usable code. */
  readonly ink: number
  readonly invisible: number
  readonly unreadable: number
  readonly hasImage: boolean
  readonly tooComplex: boolean
}

/** What one page holds. The characters themselves are let go: a thousand pages of them would fill the worker's memory. */
export type PageParts = {
  readonly number: number
  readonly width: number
  readonly height: number
  /** Tables, those without any text too: the rest of a table above the break may be blank values. */
  readonly grids: readonly PageGrid[]
  readonly lines: readonly TextLine[]
  readonly images: readonly Box[]
  readonly facts: PageFacts
}

const unreadable = /[\ufffd\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u

function factsOf(page: PageDrawing, cut: boolean): PageFacts {
  const ink = page.glyphs.filter(glyph => glyph.text.trim() !== '')
  return {
    ink: ink.length,
    invisible: ink.filter(glyph => glyph.invisible).length,
    unreadable: ink.filter(glyph => unreadable.test(glyph.text)).length,
    hasImage: page.images.length > 0,
    tooComplex: cut,
  }
}

/** Sorts what is drawn on a page into tables with their text, lines of text outside them, and large pictures. */
export function partsOf(page: PageDrawing): PageParts {
  const { number, width, height } = page
  const { frames, cut } = framesOf(page.rules)
  const dealt = dealOut(frames, withoutDoubles(page.glyphs))
  const grids = frames.map((frame, index) =>
    pageGrid(number, frame, dealt.texts[index] ?? [], cell => dealt.doubts.has(`${index} ${cell}`), page.images),
  )
  const isFurniture = (glyph: Glyph) => glyph.artifact && inMargin(glyph.box, height) !== null
  const lines = linesOf(dealt.rest.filter(glyph => !isFurniture(glyph)))
  return { number, width, height, grids, lines, images: largeImages(page), facts: factsOf(page, cut || page.cut) }
}
