import type { Box } from '../../../../shared/data/document.ts'
import { farthest, type Sight, sightAt, thin, transparent, white } from '../../common/sight.ts'
import type { Glyph } from '../model.ts'
import type { Colour, Ink } from './ink.ts'

/**
 * Which characters a person sees who looks at the page. What is not seen is not read: text in the colour of its ground, transparent, confined
 * to an area elsewhere, covered by what was painted later, or painted invisibly where neither a picture nor outlines show it. What cannot be decided is read and doubted.
 */

/** How a stretch of text was painted, and when: paintings of a page are numbered as they come. */
export type Paint = { readonly ink: Ink; readonly at: number }

/** An area that was painted: it is the ground of what comes after, and covers what was before. */
export type Cover = {
  readonly box: Box
  readonly at: number
  /** Null where nobody knows: a picture, a pattern, an outline that is no upright rectangle. */
  readonly colour: Colour
  /**
   * hides: all of the box, whatever was there. mayHide: a picture, which may be transparent, an area painted half transparent or through a mask.
   * ground: only to be reckoned with as what lies beneath.
   */
  readonly over: 'hides' | 'mayHide' | 'ground'
  readonly picture: boolean
}

/** A picture of this part of the page's width and height is the page itself: a scan. */
const pageSize = 0.8
/** In points: text may touch the edge of the area it is confined to. */
const edge = 1

const holds = (box: Box, x: number, y: number): boolean => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]

type PageSight = Sight | 'underScan'

/** How far the text's own ink can be told from what lies beneath. */
function againstGround({ ink }: Paint, ground: Colour): Sight {
  const outlined = ink.textMode % 4 === 1
  const colour = outlined ? ink.stroke : ink.fill
  const alpha = outlined ? ink.strokeAlpha : ink.fillAlpha
  if (alpha <= transparent) return 'unseen'
  // Both filled and outlined: one of the two is enough.
  if (colour === null || ground === null || !ink.plain || ink.textMode % 4 === 2)
    return alpha <= thin ? 'doubtful' : 'seen'
  const sight = sightAt(farthest(colour, ground) * alpha)
  return sight === 'seen' && alpha <= thin ? 'doubtful' : sight
}

/** A look at one character, from the newest cover down to the ground it stands on. */
function sightOf(glyph: Glyph, paint: Paint, covers: readonly Cover[], isPage: (box: Box) => boolean): PageSight {
  const [left, top, right, bottom] = glyph.box
  const x = (left + right) / 2
  const y = (top + bottom) / 2
  const { clip } = paint.ink
  if (clip && (x < clip[0] - edge || x > clip[2] + edge || y < clip[1] - edge || y > clip[3] + edge)) return 'unseen'
  let sight: PageSight = 'seen'
  for (let index = covers.length - 1; index >= 0; index -= 1) {
    const cover = covers[index]
    if (!cover || !holds(cover.box, x, y)) continue
    if (cover.at < paint.at) {
      if (glyph.invisible) return sight
      const own = againstGround(paint, cover.over === 'hides' ? cover.colour : null)
      return own === 'seen' ? sight : own
    }
    if (cover.picture && isPage(cover.box)) return 'underScan'
    if (cover.over === 'hides') return 'unseen'
    if (cover.over === 'mayHide') sight = 'doubtful'
  }
  if (glyph.invisible) return sight
  const own = againstGround(paint, white)
  return own === 'seen' ? sight : own
}

const cellSize = 12
const place = (x: number, y: number) => Math.floor(x / cellSize) * 65_536 + Math.floor(y / cellSize)

/** Whether visible text stands where an invisible character does: it overlaps a good part of it. */
function standsOnText(visible: readonly Glyph[]): (glyph: Glyph) => boolean {
  const places = new Map<number, Glyph[]>()
  for (const glyph of visible) {
    if (glyph.text.trim() === '') continue
    const [left, top, right, bottom] = glyph.box
    const at = place((left + right) / 2, (top + bottom) / 2)
    const some = places.get(at)
    if (!some) places.set(at, [glyph])
    else if (some.length < 50) some.push(glyph)
  }
  return ({ box: [left, top, right, bottom] }) => {
    const x = (left + right) / 2
    const y = (top + bottom) / 2
    for (const dx of [-cellSize, 0, cellSize])
      for (const dy of [-cellSize, 0, cellSize])
        for (const { box } of places.get(place(x + dx, y + dy)) ?? []) {
          const wide = Math.min(right, box[2]) - Math.max(left, box[0])
          const high = Math.min(bottom, box[3]) - Math.max(top, box[1])
          if (wide > 0.25 * (right - left) && high > 0.4 * (bottom - top)) return true
        }
    return false
  }
}

/**
 * The characters that are read, and how many are not since nobody sees them. `paints` go with `glyphs`, one for each; `covers` are in the order in
 * which they were painted. Characters that a machine made out of a scan, and those of which it cannot be decided, are marked.
 */
export function seenGlyphs(
  glyphs: readonly Glyph[],
  paints: readonly Paint[],
  covers: readonly Cover[],
  page: { readonly width: number; readonly height: number },
): { readonly glyphs: readonly Glyph[]; readonly unseen: number } {
  const isPage = ([left, top, right, bottom]: Box) =>
    right - left >= pageSize * page.width && bottom - top >= pageSize * page.height
  const sights = glyphs.map((glyph, index) => {
    const paint = paints[index]
    return paint ? sightOf(glyph, paint, covers, isPage) : 'seen'
  })
  const visible = glyphs.filter(
    (glyph, index) => !glyph.invisible && sights[index] !== 'unseen' && sights[index] !== 'underScan',
  )
  const invisible = glyphs.filter(glyph => glyph.invisible).length
  const isLaidOver = invisible > 0 ? standsOnText(visible) : () => false
  // Outlines of characters may be drawn as paths, with their text laid over: then hardly any visible text is there.
  const drawnOtherwise = invisible > visible.length
  const standsFor = ({ box: [left, top, right, bottom] }: Glyph) =>
    drawnOtherwise || covers.some(({ picture, box }) => picture && holds(box, (left + right) / 2, (top + bottom) / 2))
  const read: Glyph[] = []
  let unseen = 0
  for (const [index, glyph] of glyphs.entries()) {
    const sight = sights[index]
    if (sight === 'unseen' || (glyph.invisible && (isLaidOver(glyph) || !standsFor(glyph)))) {
      if (glyph.text.trim() !== '') unseen += 1
    } else if (sight === 'underScan' || glyph.invisible) read.push({ ...glyph, recognised: true })
    else read.push(sight === 'doubtful' ? { ...glyph, doubtful: true } : glyph)
  }
  return { glyphs: read, unseen }
}
