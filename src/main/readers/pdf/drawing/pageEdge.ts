import type { Box } from '../../../../shared/data/document.ts'
import type { Glyph } from '../model.ts'

/** What stands at the page's edge or beyond it. */

type Size = { readonly width: number; readonly height: number }

/** Is the middle of the box off the page, by up to this many times its size? */
function isBeyond([left, top, right, bottom]: Box, { width, height }: Size, times = 0): boolean {
  const x = (left + right) / 2
  const y = (top + bottom) / 2
  return x < -times * width || x > (times + 1) * width || y < -times * height || y > (times + 1) * height
}

/**
 * Marks what stands beyond the page's edge. It is no text that anybody sees; but a table too wide for the paper is cut off in the
 * middle of a number, and 23 before the edge must not stand for 237. So its cells are read whole, and doubted.
 */
export function withEdge(glyphs: readonly Glyph[], page: Size): readonly Glyph[] {
  if (!glyphs.some(glyph => isBeyond(glyph.box, page))) return glyphs
  return glyphs
    .filter(glyph => !isBeyond(glyph.box, page, 1))
    .map(glyph => (isBeyond(glyph.box, page) ? { ...glyph, beyond: true } : glyph))
}

/** In points: borders are drawn half outside. */
const tolerance = 3

/** Does the cell run over the page's edge? Some writers leave out the characters there: nobody can tell what it held. */
export function runsOff([left, top, right, bottom]: Box, { width, height }: Size): boolean {
  return left < -tolerance || top < -tolerance || right > width + tolerance || bottom > height + tolerance
}
