import type { Box } from '../../../../shared/data/document.ts'

/** A PDF transformation matrix [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that applies `inner` first and `outer` afterwards. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

export function applyToPoint(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
}

/** Six finite numbers out of what an operator list holds, null for anything else. */
export function matrixOf(value: unknown): Matrix | null {
  if (!(Array.isArray(value) || value instanceof Float32Array)) return null
  const [a, b, c, d, e, f] = Array.from(value as ArrayLike<unknown>, Number)
  if (a === undefined || b === undefined || c === undefined) return null
  if (d === undefined || e === undefined || f === undefined) return null
  const matrix: Matrix = [a, b, c, d, e, f]
  return matrix.every(Number.isFinite) ? matrix : null
}

/** The upright box around a rectangle under a matrix. */
export function boxUnder(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [
    applyToPoint(matrix, x0, y0),
    applyToPoint(matrix, x1, y0),
    applyToPoint(matrix, x0, y1),
    applyToPoint(matrix, x1, y1),
  ]
  const xs = corners.map(corner => corner[0])
  const ys = corners.map(corner => corner[1])
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
