import type { Box } from '../../../../shared/data/document.ts'
import { limits } from '../limits.ts'
import type { Glyph, PageDrawing, Rule } from '../model.ts'
import { coversOfPath, coversOfPicture } from './covers.ts'
import { withDashes } from './dashes.ts'
import { afterInkOperator, confined, extentUnder, type Ink, initialInk, isRectangle } from './ink.ts'
import { Marks } from './marks.ts'
import { boxUnder, type Matrix, matrixOf, multiply } from './matrix.ts'
import { withEdge } from './pageEdge.ts'
import { type PathPainting, rulesOfImage, rulesOfPath } from './paths.ts'
import { type Cover, type Paint, seenGlyphs } from './seen.ts'
import { type FontFacts, glyphsOf, initialText, type TextState } from './showText.ts'
import { afterTextOperator, numberAt, withFont } from './textOperators.ts'

/** Follows the drawing operators of a page and notes what they draw: characters, lines, fills, pictures. */

/** pdf.js's numbers for the operators, by name. */
type OperatorNumbers = Readonly<Record<string, number>>
export type OperatorList = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }

type State = { matrix: Matrix; text: TextState; ink: Ink; lineWidth: number }

type Surroundings = {
  readonly number: number
  readonly width: number
  readonly height: number
  /** From PDF space to the page as shown (rotation, flipped y). */
  readonly viewport: Matrix
  readonly operators: OperatorNumbers
  readonly font: (name: string) => FontFacts
  /** Whether a layer is on, as pdf.js names it. */
  readonly isShown: (layer: unknown) => boolean
}

/** The unit square under a matrix: where a picture stands (ISO 32000-1, 8.9.5). */
const unitSquare = (matrix: Matrix): Box => boxUnder(matrix, 0, 0, 1, 1)

const paintings: Readonly<Record<string, PathPainting>> = {
  stroke: 'stroke',
  closeStroke: 'stroke',
  fill: 'fill',
  eoFill: 'fill',
  fillStroke: 'stroke',
  eoFillStroke: 'stroke',
  closeFillStroke: 'stroke',
  closeEOFillStroke: 'stroke',
}

const imageOperators = new Set([
  'paintImageXObject',
  'paintInlineImageXObject',
  'paintImageMaskXObject',
  'paintSolidColorImageMask',
  'paintImageXObjectRepeat',
  'paintInlineImageXObjectGroup',
])

/** Follows the operators of a page as a renderer would and notes characters, ruling lines and pictures. */
export function followOperators(list: OperatorList, page: Surroundings): PageDrawing {
  const names = new Map(Object.entries(page.operators).map(([name, number]) => [number, name]))
  const glyphs: Glyph[] = []
  const horizontal: Rule[] = []
  const vertical: Rule[] = []
  const dots: Box[] = []
  const fills: Box[] = []
  const images: Box[] = []
  const stack: State[] = []
  const paints: Paint[] = []
  const covers: Cover[] = []
  const marks = new Marks(page.isShown)
  const initial: State = { matrix: page.viewport, text: initialText, ink: initialInk, lineWidth: 1 }
  let state: State = { ...initial }
  let unmapped = 0
  let hidden = 0
  let cut = false
  let dropped = 0

  const save = () => {
    if (stack.length < limits.stateDepth) stack.push({ ...state })
    else dropped += 1
  }
  const restore = () => {
    if (dropped > 0) dropped -= 1
    else state = stack.pop() ?? state
  }
  const transform = (value: unknown) => {
    const matrix = matrixOf(value)
    if (matrix) state.matrix = multiply(state.matrix, matrix)
  }
  const count = Math.min(list.fnArray.length, limits.operatorsPerPage)
  if (count < list.fnArray.length) cut = true
  for (let index = 0; index < count; index += 1) {
    const name = names.get(list.fnArray[index] ?? -1) ?? ''
    const given = list.argsArray[index]
    const args: readonly unknown[] = Array.isArray(given) ? given : []
    switch (name) {
      case 'save':
        save()
        break
      case 'restore':
        restore()
        break
      case 'transform':
        transform(args)
        break
      case 'paintFormXObjectBegin':
        save()
        transform(args[0])
        state.ink = confined(state.ink, extentUnder(state.matrix, args[1]), true)
        marks.beginForm()
        break
      case 'paintFormXObjectEnd':
        restore()
        marks.endForm()
        break
      case 'beginAnnotation':
        save()
        state = { ...initial }
        transform(args[2])
        transform(args[3])
        break
      case 'endAnnotation':
        restore()
        break
      case 'beginMarkedContent':
      case 'beginMarkedContentProps':
        marks.begin(args)
        break
      case 'endMarkedContent':
        marks.end()
        break
      case 'setLineWidth':
        state.lineWidth = Math.abs(numberAt(args, 0))
        break
      case 'setGState':
        state.ink = afterInkOperator(name, args, state.ink)
        for (const entry of Array.isArray(args[0]) ? args[0] : []) {
          if (!Array.isArray(entry)) continue
          if (entry[0] === 'Font' && Array.isArray(entry[1]))
            state.text = withFont(state.text, page.font, entry[1][0], entry[1][1])
          if (entry[0] === 'LW' && typeof entry[1] === 'number') state.lineWidth = Math.abs(entry[1])
        }
        break
      case 'constructPath': {
        const painter = names.get(numberAt(args, 0)) ?? ''
        const painting = paintings[painter]
        const data = Array.isArray(args[1]) ? args[1][0] : null
        if (!(data instanceof Float32Array)) break
        if (state.ink.clipping)
          state.ink = confined(state.ink, extentUnder(state.matrix, args[2]), isRectangle(data, state.matrix))
        if (!painting || marks.hidden) break
        if (horizontal.length + vertical.length + dots.length > limits.rulesPerPage * 20) {
          cut = true
          break
        }
        const rules = rulesOfPath(data, state.matrix, painting, state.lineWidth)
        for (const rule of rules.horizontal) horizontal.push(rule)
        for (const rule of rules.vertical) vertical.push(rule)
        for (const dot of rules.dots) dots.push(dot)
        for (const fill of rules.fills) if (fills.length < limits.rulesPerPage) fills.push(fill)
        if (covers.length < limits.rulesPerPage) {
          const path = { data, painter, extent: args[2], fills: rules.fills }
          covers.push(...coversOfPath(path, state, index))
        }
        break
      }
      case 'showText': {
        if (glyphs.length > limits.glyphsPerPage) {
          cut = true
          break
        }
        const pieces = Array.isArray(args[0]) ? args[0] : []
        const shown = glyphsOf(pieces, state.text, state.matrix, glyphs.length, marks)
        if (marks.hidden) hidden += shown.glyphs.filter(glyph => glyph.text.trim() !== '').length
        else {
          const paint = { ink: state.ink, at: index }
          for (const glyph of shown.glyphs) {
            glyphs.push(glyph)
            paints.push(paint)
          }
          if (!state.text.invisible) unmapped += shown.unmapped
        }
        state.text = shown.text
        break
      }
      default:
        state.text = afterTextOperator(name, args, state.text, page.font)
        state.ink = afterInkOperator(name, args, state.ink)
        if (imageOperators.has(name) && !marks.hidden) {
          const place = unitSquare(state.matrix)
          const line = rulesOfImage(place)
          horizontal.push(...line.horizontal)
          vertical.push(...line.vertical)
          if (line.horizontal.length + line.vertical.length > 0) break
          if (images.length < limits.imagesPerPage) {
            images.push(place)
            covers.push(coversOfPicture(name, place, state.ink, index))
          } else cut = true
        }
    }
  }
  const { number, width, height } = page
  const rules = withDashes({ horizontal, vertical }, dots)
  const seen = seenGlyphs(glyphs, paints, covers, page)
  const unseen = hidden + seen.unseen
  return { number, width, height, glyphs: withEdge(seen.glyphs, page), rules, fills, images, unmapped, unseen, cut }
}
