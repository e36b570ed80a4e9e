import type { Box } from '../../../../shared/data/document.ts'

/** The margins of a page, where running heads stand. */

/** The part of a page, at its top and at its bottom, in which running heads and page numbers stand. */
const margin = 0.12

/** In which margin of the page a box stands. */
export function inMargin(box: Box, height: number): 'top' | 'bottom' | null {
  const y = (box[1] + box[3]) / 2
  if (y < height * margin) return 'top'
  if (y > height * (1 - margin)) return 'bottom'
  return null
}
