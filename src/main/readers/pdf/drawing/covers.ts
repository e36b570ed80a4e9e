import type { Box } from '../../../../shared/data/document.ts'
import { extentUnder, type Ink, within } from './ink.ts'
import type { Matrix } from './matrix.ts'
import { rulesOfPath } from './paths.ts'
import type { Cover } from './seen.ts'

/** What paths and pictures cover of a page, and what ground they make for what is painted after them. */

type Path = {
  readonly data: Float32Array
  /** pdf.js's name of the operator that paints it. */
  readonly painter: string
  /** As pdf.js gives it, in the path's own space. */
  readonly extent: unknown
  /** Its upright rectangles, where it is only filled. */
  readonly fills: readonly Box[]
}
type Painting = { readonly matrix: Matrix; readonly ink: Ink; readonly lineWidth: number }

/** Strokes from this width on, in points, are areas. */
const wide = 6
/** Less than this in width or height covers no character. */
const least = 3

const opaque = 0.99
/** Of less than this opacity it is a tint: what was there stays as it was. */
const tint = 0.25

function manner({ fillAlpha, plain }: Ink): Cover['over'] | null {
  if (!plain || fillAlpha < tint) return 'ground'
  return fillAlpha >= opaque ? 'hides' : 'mayHide'
}

const isArea = ([left, top, right, bottom]: Box): boolean => right - left >= least && bottom - top >= least

/** The areas that a painted path covers. `at`: when it was painted. */
export function coversOfPath({ data, painter, extent, fills }: Path, state: Painting, at: number): readonly Cover[] {
  const { matrix, ink, lineWidth } = state
  if (painter === 'stroke' || painter === 'closeStroke') {
    // Stroked alone, a path is an area only where the stroke is as wide as one.
    const half = (lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))) / 2
    if (half * 2 < wide || ink.strokeAlpha < tint) return []
    const line = extentUnder(matrix, extent)
    if (!line) return []
    const box = within([line[0] - half, line[1] - half, line[2] + half, line[3] + half], ink.clip)
    return isArea(box) ? [{ box, at, colour: null, over: 'mayHide', picture: false }] : []
  }
  const over = manner(ink)
  if (!over) return []
  const boxes = painter.endsWith('Stroke') ? rulesOfPath(data, matrix, 'fill', lineWidth).fills : fills
  const whole = extentUnder(matrix, extent)
  if (!whole) return []
  const box = within(whole, ink.clip)
  if (boxes.length === 0) return isArea(box) ? [{ box, at, colour: null, over: 'ground', picture: false }] : []
  const sure = ink.exact && ink.fill !== null ? over : over === 'hides' ? 'mayHide' : over
  const colour = over === 'hides' && ink.exact ? ink.fill : null
  return boxes
    .map(one => within(one, ink.clip))
    .filter(isArea)
    .map(one => ({ box: one, at, colour, over: sure, picture: false }))
}

/** What a picture covers. It may be transparent, which only its pixels would tell; a stencil paints no area of its own. */
export function coversOfPicture(name: string, box: Box, ink: Ink, at: number): Cover {
  const over = name === 'paintImageMaskXObject' || !ink.plain || ink.fillAlpha < tint ? 'ground' : 'mayHide'
  return { box: within(box, ink.clip), at, colour: null, over, picture: over === 'mayHide' }
}
