import type { Block, Box } from '../../../../shared/data/document.ts'
import type { Glyph, PageDrawing, Rule, Rules } from '../model.ts'

/** Quarter turns clockwise that the text of a page runs in; 0 is upright. */
export type Turn = 0 | 1 | 2 | 3

/** A page is turned when this part of its text is, and there is enough of it: labels may stand on their side. */
const dominant = 0.75
const enough = 20

function turnOf(glyphs: readonly Glyph[]): Turn {
  const inked = glyphs.filter(glyph => glyph.text.trim() !== '')
  if (inked.length < enough) return 0
  const turns = [1, 2, 3] as const
  return turns.find(turn => inked.filter(glyph => glyph.turn === turn).length >= dominant * inked.length) ?? 0
}

type Size = { readonly width: number; readonly height: number }

/** A box of the page as shown, in coordinates in which text that ran in `turn` is upright. */
function turnedBox([left, top, right, bottom]: Box, { width, height }: Size, turn: Turn): Box {
  switch (turn) {
    case 0:
      return [left, top, right, bottom]
    case 1:
      return [top, width - right, bottom, width - left]
    case 2:
      return [width - right, height - bottom, width - left, height - top]
    case 3:
      return [height - bottom, left, height - top, right]
  }
}

const inverse: Readonly<Record<Turn, Turn>> = { 0: 0, 1: 3, 2: 2, 3: 1 }

/** The way back: a box of the upright page where it stands on the page as shown. `size` is that of the upright page. */
export function shownBox(box: Box, size: Size, turn: Turn): Box {
  return turnedBox(box, size, inverse[turn])
}

/** Size of the page as shown, from that of the upright one. */
export function shownSize({ width, height }: Size, turn: Turn): Size {
  return turn === 1 || turn === 3 ? { width: height, height: width } : { width, height }
}

function turnedGlyph(glyph: Glyph, page: Size, turn: Turn): Glyph {
  const box = turnedBox(glyph.box, page, turn)
  const turns = [0, 1, 2, 3] as const
  const own = glyph.turn === null ? null : (turns[(glyph.turn - turn + 4) % 4] ?? 0)
  // The descent of a character's box (see show.ts).
  return { ...glyph, box, turn: own, baseline: own === 0 ? box[3] - 0.12 * glyph.size : (box[1] + box[3]) / 2 }
}

function turnedRules({ horizontal, vertical }: Rules, page: Size, turn: Turn): Rules {
  const level = (box: Box): Rule => ({ at: (box[1] + box[3]) / 2, from: box[0], to: box[2] })
  const plumb = (box: Box): Rule => ({ at: (box[0] + box[2]) / 2, from: box[1], to: box[3] })
  const across = horizontal.map(rule => turnedBox([rule.from, rule.at, rule.to, rule.at], page, turn))
  const down = vertical.map(rule => turnedBox([rule.at, rule.from, rule.at, rule.to], page, turn))
  return turn === 2
    ? { horizontal: across.map(level), vertical: down.map(plumb) }
    : { horizontal: down.map(level), vertical: across.map(plumb) }
}

/** The page turned so that most of its text is upright: a wide table is often printed sideways on an upright page. */
export function upright(page: PageDrawing): { readonly drawing: PageDrawing; readonly turn: Turn } {
  const turn = turnOf(page.glyphs)
  if (turn === 0) return { drawing: page, turn }
  const drawing: PageDrawing = {
    ...page,
    ...shownSize(page, turn),
    glyphs: page.glyphs.map(glyph => turnedGlyph(glyph, page, turn)),
    rules: turnedRules(page.rules, page, turn),
    fills: page.fills.map(box => turnedBox(box, page, turn)),
    images: page.images.map(box => turnedBox(box, page, turn)),
  }
  return { drawing, turn }
}

type TurnedPage = Size & { readonly number: number; readonly turn: Turn }

/** The block with its boxes where they stand on the pages as shown. */
export function onShownPages(block: Block, pages: ReadonlyMap<number, TurnedPage>): Block {
  const place = <P extends { readonly page?: number; readonly box?: Box }>(one: P): P => {
    const page = one.page === undefined ? undefined : pages.get(one.page)
    return page && page.turn !== 0 && one.box ? { ...one, box: shownBox(one.box, page, page.turn) } : one
  }
  return block.kind === 'grid' ? { ...place(block), cells: block.cells.map(place) } : place(block)
}
