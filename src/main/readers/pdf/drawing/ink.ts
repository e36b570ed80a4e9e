import type { Box } from '../../../../shared/data/document.ts'
import { hexColour, type Rgb } from '../../common/sight.ts'
import { boxUnder, type Matrix } from './matrix.ts'
import { numberAt } from './textOperators.ts'

/** What decides whether something painted can be seen: its colour, how opaque it is, and the area that painting is confined to. */

/** Null for a pattern or a shading, of which nobody knows what it looks like under a character. */
export type Colour = Rgb | null

export type Ink = {
  readonly fill: Colour
  readonly stroke: Colour
  readonly fillAlpha: number
  readonly strokeAlpha: number
  /** Paints over what is there: neither blended with it nor shown through a mask. */
  readonly plain: boolean
  /** Nothing outside is painted. Null: the whole page. The area itself may be smaller: for outlines that are no rectangle it is their extent. */
  readonly clip: Box | null
  /** The area is exactly that box. */
  readonly exact: boolean
  /** The next path confines painting. */
  readonly clipping: boolean
  /** How text is painted (ISO 32000-1, 9.3.6): 0 filled, 1 outlined, 2 both, 3 not at all, from 4 on also as an area to paint in. */
  readonly textMode: number
}

export const initialInk: Ink = {
  fill: 0,
  stroke: 0,
  fillAlpha: 1,
  strokeAlpha: 1,
  plain: true,
  clip: null,
  exact: true,
  clipping: false,
  textMode: 0,
}

/** pdf.js gives colours as '#rrggbb'. */
const colourOf = (value: unknown): Colour => (typeof value === 'string' ? hexColour(value) : null)

const alphaOf = (value: unknown, before: number): number =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : before

/** One entry of a graphics state dictionary (ISO 32000-1, 8.4.5), by pdf.js's keys. */
function withEntry(ink: Ink, key: unknown, value: unknown): Ink {
  switch (key) {
    case 'ca':
      return { ...ink, fillAlpha: alphaOf(value, ink.fillAlpha) }
    case 'CA':
      return { ...ink, strokeAlpha: alphaOf(value, ink.strokeAlpha) }
    case 'BM':
      return { ...ink, plain: ink.plain && value === 'source-over' }
    case 'SMask':
      return { ...ink, plain: value === false && ink.plain }
    default:
      return ink
  }
}

/** The ink after an operator, by pdf.js's names; the same for those that do not change it. */
export function afterInkOperator(name: string, args: readonly unknown[], ink: Ink): Ink {
  switch (name) {
    case 'setFillRGBColor':
      return { ...ink, fill: colourOf(args[0]) }
    case 'setStrokeRGBColor':
      return { ...ink, stroke: colourOf(args[0]) }
    case 'setFillColorN':
    case 'setFillTransparent':
      return { ...ink, fill: null }
    case 'setStrokeColorN':
    case 'setStrokeTransparent':
      return { ...ink, stroke: null }
    case 'setTextRenderingMode':
      return { ...ink, textMode: numberAt(args, 0) }
    case 'clip':
    case 'eoClip':
      return { ...ink, clipping: true }
    case 'setGState': {
      const entries: readonly unknown[] = Array.isArray(args[0]) ? args[0] : []
      return entries.reduce<Ink>((now, entry) => (Array.isArray(entry) ? withEntry(now, entry[0], entry[1]) : now), ink)
    }
    default:
      return ink
  }
}

/** left, bottom, right, top in the space of a matrix → the upright box around it on the page. Null for what is no box. */
export function extentUnder(matrix: Matrix, extent: unknown): Box | null {
  if (!(extent instanceof Float32Array) && !Array.isArray(extent)) return null
  const [x0, y0, x1, y1] = [extent[0], extent[1], extent[2], extent[3]].map(Number)
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null
  const box = boxUnder(matrix, x0, y0, x1, y1)
  return box.every(Number.isFinite) ? box : null
}

/** Whether pdf.js's path data (0 move x y, 1 line x y, 4 close) is one rectangle that stands upright under a matrix. */
export function isRectangle(data: Float32Array, [a, b, c, d]: Matrix): boolean {
  if (!((b === 0 && c === 0) || (a === 0 && d === 0))) return false
  const xs: number[] = []
  const ys: number[] = []
  for (let index = 0; index < data.length; ) {
    const operator = data[index]
    if (operator === 4) index += 1
    else if (operator === 1 || (operator === 0 && index === 0)) {
      xs.push(data[index + 1] ?? 0)
      ys.push(data[index + 2] ?? 0)
      index += 3
    } else return false
  }
  if (xs.length < 4 || xs.length > 5) return false
  return xs.every((x, at) => at === 0 || x === xs[at - 1] || ys[at] === ys[at - 1])
}

/** What of a box lies in the area that painting is confined to. */
export function within(box: Box, clip: Box | null): Box {
  if (!clip) return box
  return [Math.max(box[0], clip[0]), Math.max(box[1], clip[1]), Math.min(box[2], clip[2]), Math.min(box[3], clip[3])]
}

/**
 * The ink confined to a further area.
 * @param exact the area is the box itself; else only its extent is known.
 */
export function confined(ink: Ink, area: Box | null, exact: boolean): Ink {
  if (!area) return ink.clipping ? { ...ink, clipping: false } : ink
  const both = within(area, ink.clip)
  return { ...ink, clip: both, exact: exact && ink.exact, clipping: false }
}
