import type { Box } from '../../../../shared/data/document.ts'
import { limits } from '../limits.ts'
import type { Glyph, PageDrawing, Rule } from '../model.ts'
import { withDashes } from './dashes.ts'
import { Marks } from './marks.ts'
import { applyToPoint, type Matrix, matrixOf, multiply } from './matrix.ts'
import { withEdge } from './pageEdge.ts'
import { type PathPainting, rulesOfImage, rulesOfPath } from './paths.ts'
import { type FontFacts, glyphsOf, initialText, type TextState } from './showText.ts'
import { afterTextOperator, numberAt, withFont } from './textOperators.ts'

/** Follows the drawing operators of a page and notes what they draw: characters, lines, fills, pictures. */

/** pdf.js's numbers for the operators, by name. */
type OperatorNumbers = Readonly<Record<string, number>>
export type OperatorList = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }

type State = { matrix: Matrix; text: TextState; lineWidth: number }

type Surroundings = {
  readonly number: number
  readonly width: number
  readonly height: number
  /** From PDF space to the page as shown (rotation, flipped y). */
  readonly viewport: Matrix
  readonly operators: OperatorNumbers
  readonly font: (name: string) => FontFacts
}

/** The unit square under a matrix: where a picture stands (ISO 32000-1, 8.9.5). */
function unitSquare(matrix: Matrix): Box {
  const corners = [
    applyToPoint(matrix, 0, 0),
    applyToPoint(matrix, 1, 0),
    applyToPoint(matrix, 0, 1),
    applyToPoint(matrix, 1, 1),
  ]
  const xs = corners.map(corner => corner[0])
  const ys = corners.map(corner => corner[1])
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

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
  const marks = new Marks()
  let state: State = { matrix: page.viewport, text: initialText, lineWidth: 1 }
  let unmapped = 0
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
        marks.beginForm()
        break
      case 'paintFormXObjectEnd':
        restore()
        marks.endForm()
        break
      case 'beginAnnotation':
        save()
        state = { matrix: page.viewport, text: initialText, lineWidth: 1 }
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
        for (const entry of Array.isArray(args[0]) ? args[0] : []) {
          if (!Array.isArray(entry)) continue
          if (entry[0] === 'Font' && Array.isArray(entry[1]))
            state.text = withFont(state.text, page.font, entry[1][0], entry[1][1])
          if (entry[0] === 'LW' && typeof entry[1] === 'number') state.lineWidth = Math.abs(entry[1])
        }
        break
      case 'constructPath': {
        const painting = paintings[names.get(numberAt(args, 0)) ?? '']
        const data = Array.isArray(args[1]) ? args[1][0] : null
        if (!painting || !(data instanceof Float32Array)) break
        if (horizontal.length + vertical.length + dots.length > limits.rulesPerPage * 20) {
          cut = true
          break
        }
        const rules = rulesOfPath(data, state.matrix, painting, state.lineWidth)
        for (const rule of rules.horizontal) horizontal.push(rule)
        for (const rule of rules.vertical) vertical.push(rule)
        for (const dot of rules.dots) dots.push(dot)
        for (const fill of rules.fills) if (fills.length < limits.rulesPerPage) fills.push(fill)
        break
      }
      case 'showText': {
        if (glyphs.length > limits.glyphsPerPage) {
          cut = true
          break
        }
        const pieces = Array.isArray(args[0]) ? args[0] : []
        const shown = glyphsOf(pieces, state.text, state.matrix, glyphs.length, marks)
        for (const glyph of shown.glyphs) glyphs.push(glyph)
        if (!state.text.invisible) unmapped += shown.unmapped
        state.text = shown.text
        break
      }
      default:
        state.text = afterTextOperator(name, args, state.text, page.font)
        if (imageOperators.has(name)) {
          const line = rulesOfImage(unitSquare(state.matrix))
          horizontal.push(...line.horizontal)
          vertical.push(...line.vertical)
          if (line.horizontal.length + line.vertical.length > 0) break
          if (images.length < limits.imagesPerPage) images.push(unitSquare(state.matrix))
          else cut = true
        }
    }
  }
  const { number, width, height } = page
  const rules = withDashes({ horizontal, vertical }, dots)
  return { number, width, height, glyphs: withEdge(glyphs, page), rules, fills, images, unmapped, cut }
}
