import type { Box } from '../../../../shared/data/document.ts'
import type { Rule, Rules } from '../model.ts'
import { applyToPoint, type Matrix } from './matrix.ts'

/** Painted paths and pictures as ruling lines, dots and fills. */

export type PathPainting = 'stroke' | 'fill'

/** Filled rectangles up to this thickness are lines; what is thicker both ways is shading. */
const thin = 3
/** A line shorter than this separates nothing: the corner squares that Word puts between its border rectangles. */
const short = 2
/** How far a line may lean, in points, and still be horizontal or vertical. */
const lean = 1

type Point = readonly [number, number]

/** Cuts pdf.js's path data (0 move x y, 1 line x y, 2 curve ×6, 3 quadratic ×4, 4 close) into runs of straight corners. */
function outlines(data: Float32Array, matrix: Matrix): Point[][] {
  const runs: Point[][] = []
  let run: Point[] = []
  let index = 0
  const finish = () => {
    if (run.length > 1) runs.push(run)
    run = []
  }
  while (index < data.length) {
    const operator = data[index]
    index += 1
    if (operator === 0 || operator === 1) {
      const point = applyToPoint(matrix, data[index] ?? 0, data[index + 1] ?? 0)
      index += 2
      if (operator === 0) finish()
      run.push(point)
    } else if (operator === 2 || operator === 3) {
      const length = operator === 2 ? 6 : 4
      const end = applyToPoint(matrix, data[index + length - 2] ?? 0, data[index + length - 1] ?? 0)
      index += length
      finish()
      run.push(end)
    } else if (operator === 4) {
      const first = run[0]
      if (first) {
        run.push(first)
        finish()
        run.push(first)
      }
    } else break
  }
  finish()
  return runs
}

function addSegment(a: Point, b: Point, horizontal: Rule[], vertical: Rule[]): void {
  const width = Math.abs(a[0] - b[0])
  const height = Math.abs(a[1] - b[1])
  if (height <= lean && width >= short)
    horizontal.push({ at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) })
  else if (width <= lean && height >= short)
    vertical.push({ at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) })
}

/** A filled outline that is a thin upright rectangle is one line; what is thicker may be the paint of a cell. */
function addRectangle(run: readonly Point[], horizontal: Rule[], vertical: Rule[], dots: Box[], fills: Box[]): void {
  if (run.length > 6) return
  const xs = run.map(point => point[0])
  const ys = run.map(point => point[1])
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const width = right - left
  const height = bottom - top
  if (height <= thin && width >= short && width > height)
    horizontal.push({ at: (top + bottom) / 2, from: left, to: right })
  else if (width <= thin && height >= short && height > width)
    vertical.push({ at: (left + right) / 2, from: top, to: bottom })
  else if (width < short && height < short) dots.push([left, top, right, bottom])
  else if (width > thin && height > thin && isUpright(run)) fills.push([left, top, right, bottom])
}

function isUpright(run: readonly Point[]): boolean {
  return run.every((point, index) => {
    const next = run[index + 1]
    return !next || Math.abs(point[0] - next[0]) < 0.1 || Math.abs(point[1] - next[1]) < 0.1
  })
}

/** The ruling lines a painted path makes, the dots that may be part of one, and the areas it fills. A thick stroke is no line: some writers shade a cell with one wide stroke. */
export function rulesOfPath(
  data: Float32Array,
  matrix: Matrix,
  painting: PathPainting,
  lineWidth: number,
): Rules & { readonly dots: readonly Box[]; readonly fills: readonly Box[] } {
  const dots: Box[] = []
  const fills: Box[] = []
  const horizontal: Rule[] = []
  const vertical: Rule[] = []
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  if (painting === 'stroke' && lineWidth * scale > 2 * thin) return { horizontal, vertical, dots, fills }
  for (const run of outlines(data, matrix)) {
    if (painting === 'fill') {
      addRectangle(run, horizontal, vertical, dots, fills)
      continue
    }
    for (let index = 1; index < run.length; index += 1) {
      const before = run[index - 1]
      const point = run[index]
      if (before && point) addSegment(before, point, horizontal, vertical)
    }
  }
  return { horizontal, vertical, dots, fills }
}

/** A picture one dot high or wide: some writers print their lines so. */
export function rulesOfImage([left, top, right, bottom]: Box): Rules {
  const width = right - left
  const height = bottom - top
  const none: Rules = { horizontal: [], vertical: [] }
  if (height <= thin && width > 4 * thin)
    return { ...none, horizontal: [{ at: (top + bottom) / 2, from: left, to: right }] }
  if (width <= thin && height > 4 * thin)
    return { ...none, vertical: [{ at: (left + right) / 2, from: top, to: bottom }] }
  return none
}
