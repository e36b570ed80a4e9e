import type { Box, Page, SourceDocument } from '../../../shared/data/document.ts'

export const zooms = ['text', 'page', 'large'] as const
export type Zoom = (typeof zooms)[number]

/** Pages of the source as they are laid out: what part of each is shown, in points, and how large. */
export type PageFrame = { readonly page: Page; readonly area: Box }

/** The box around everything on each page that has a box; one pass, and no spreading of what may be a hundred thousand boxes. */
function textByPage(document: SourceDocument): ReadonlyMap<number, Box> {
  const pages = new Map<number, Box>()
  const add = (page: number | undefined, box: Box | undefined) => {
    if (page === undefined || !box) return
    const [left, top, right, bottom] = pages.get(page) ?? box
    pages.set(page, [Math.min(left, box[0]), Math.min(top, box[1]), Math.max(right, box[2]), Math.max(bottom, box[3])])
  }
  for (const block of document.blocks) {
    if (block.kind !== 'grid' || block.cells.length === 0) add(block.page, block.box)
    else for (const cell of block.cells) add(cell.page, cell.box)
  }
  return pages
}

/** Narrower or lower than this is no text area but a slip of the reader. */
const least = 24

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)

/**
 * 版心: the width that text takes on any page, so that turning pages does not make it jump, and on each page the height from its
 * first line to its last. A page without known boxes is shown whole.
 */
export function textFrames(document: SourceDocument, margin: number): readonly PageFrame[] {
  const texts = textByPage(document)
  if (texts.size === 0) return wholeFrames(document)
  const left = [...texts.values()].reduce((least, box) => Math.min(least, box[0]), Number.POSITIVE_INFINITY)
  const right = [...texts.values()].reduce((most, box) => Math.max(most, box[2]), Number.NEGATIVE_INFINITY)
  return document.pages.map(page => {
    const text = texts.get(page.number) ?? [0, 0, page.width, page.height]
    const area: Box = [
      clamp(left - margin, 0, page.width),
      clamp(text[1] - margin * 2, 0, page.height),
      clamp(right + margin, 0, page.width),
      clamp(text[3] + margin * 2, 0, page.height),
    ]
    const whole = area[2] - area[0] < least * 3 || area[3] - area[1] < least
    return { page, area: whole ? [0, 0, page.width, page.height] : area }
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
