import type { Box, Page, SourceDocument } from '../../../shared/document.ts'

export const zooms = ['text', 'page', 'large'] as const
export type Zoom = (typeof zooms)[number]

/** Pages of the source as they are laid out: what part of each is shown, in points, and how large. */
export type PageFrame = { readonly page: Page; readonly area: Box }

function boxesOn(document: SourceDocument, page: number): readonly Box[] {
  return document.blocks.flatMap(block => {
    const own = block.page === page && block.box ? [block.box] : []
    const cells =
      block.kind === 'grid' ? block.cells.flatMap(cell => (cell.page === page && cell.box ? [cell.box] : [])) : []
    return cells.length > 0 ? cells : own
  })
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)

/**
 * 版心: the width that text takes on any page, so that turning pages does not make it jump, and on each page the height from its
 * first line to its last. A page without known boxes is shown whole.
 */
export function textFrames(document: SourceDocument, margin: number): readonly PageFrame[] {
  const byPage = document.pages.map(page => boxesOn(document, page.number))
  const all = byPage.flat()
  if (all.length === 0) return wholeFrames(document)
  const left = Math.min(...all.map(box => box[0]))
  const right = Math.max(...all.map(box => box[2]))
  return document.pages.map((page, index) => {
    const boxes = byPage[index] ?? []
    const top = boxes.length === 0 ? 0 : Math.min(...boxes.map(box => box[1]))
    const bottom = boxes.length === 0 ? page.height : Math.max(...boxes.map(box => box[3]))
    const area: Box = [
      clamp(left - margin, 0, page.width),
      clamp(top - margin * 2, 0, page.height),
      clamp(right + margin, 0, page.width),
      clamp(bottom + margin * 2, 0, page.height),
    ]
    return { page, area: area[2] - area[0] < 72 ? [0, 0, page.width, page.height] : area }
  })
}

export function wholeFrames(document: SourceDocument): readonly PageFrame[] {
  return document.pages.map(page => ({ page, area: [0, 0, page.width, page.height] }))
}

/** CSS pixels for a point. A page is never larger than its pane is wide, except at 125 %, which is 125 % of its printed size. */
export function scaleFor(zoom: Zoom, frames: readonly PageFrame[], pane: { width: number; height: number }): number {
  const widest = Math.max(72, ...frames.map(({ area }) => area[2] - area[0]))
  const highest = Math.max(72, ...frames.map(({ page }) => page.height))
  switch (zoom) {
    case 'text':
      return Math.max(0.2, pane.width / widest)
    case 'page':
      return Math.max(0.2, Math.min(pane.width / widest, pane.height / highest))
    case 'large':
      return (1.25 * 96) / 72
  }
}

export function hit(box: Box, x: number, y: number): boolean {
  return box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3]
}
