import type { Box } from '../../../../shared/data/document.ts'
import { unionBox } from '../lines/text.ts'
import type { PageDrawing } from '../model.ts'

/** Pictures on a page that may hold text: scans. */

/** A picture from this part of the page's width and height on may hold a table. */
const tableWidth = 0.35
const tableHeight = 0.08
/** Characters on a picture from which on it is a background or has a text layer. */
const background = 12

function touches(a: Box, b: Box): boolean {
  return Math.abs(a[0] - b[0]) < 2 && Math.abs(a[2] - b[2]) < 2 && Math.abs(a[3] - b[1]) < 2
}

/** Scanners cut a page into strips: strips of the same width that touch are one picture. */
function joinStrips(boxes: readonly Box[]): readonly Box[] {
  const joined: Box[] = []
  for (const box of [...boxes].sort((a, b) => a[1] - b[1])) {
    const index = joined.findIndex(one => touches(one, box))
    const above = joined[index]
    if (above) joined[index] = unionBox([above, box])
    else joined.push(box)
  }
  return joined
}

function onPage(box: Box, page: PageDrawing): Box {
  return [Math.max(0, box[0]), Math.max(0, box[1]), Math.min(page.width, box[2]), Math.min(page.height, box[3])]
}

/** Pictures large enough to be a scanned table or page, with no text of their own lying on them. */
export function largeImages(page: PageDrawing): readonly Box[] {
  return joinStrips(page.images)
    .map(box => onPage(box, page))
    .filter(([left, top, right, bottom]) => {
      if (right - left < tableWidth * page.width || bottom - top < tableHeight * page.height) return false
      const inside = page.glyphs.filter(glyph => {
        const x = (glyph.box[0] + glyph.box[2]) / 2
        const y = (glyph.box[1] + glyph.box[3]) / 2
        return glyph.text.trim() !== '' && x > left && x < right && y > top && y < bottom
      })
      return inside.length < background
    })
}
