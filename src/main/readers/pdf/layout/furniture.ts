import { inMargin } from '../lines/margin.ts'
import type { TextLine } from '../lines/text.ts'

/** Running heads and page numbers, which are no part of the text. */

export type PageLines = { readonly number: number; readonly height: number; readonly lines: readonly TextLine[] }

const pageNumber =
  /^[-—–－―·•.\s]*(第\s*)?([0-9０-９]{1,4}|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十百]{1,5}(?=\s*页))(\s*页)?(\s*[/／,，]?\s*(共\s*)?[0-9０-９]{1,4}(\s*页)?)?[-—–－―·•.\s]*$/u

/** The same head on the next page differs at most in its number. */
function likeness(line: TextLine, zone: string): string {
  return `${zone} ${Math.round(line.box[1] / 4)} ${line.text.replace(/[0-9０-９]+/g, '#')}`
}

/**
 * Tells running heads and page numbers from text: they stand in a page's margin and are either a bare page number at its very
 * edge, or words that come back at the same height on at least a third of the pages.
 */
export function furnitureOf(pages: readonly PageLines[]): ReadonlySet<TextLine> {
  const counts = new Map<string, Set<number>>()
  for (const page of pages) {
    for (const line of page.lines) {
      const zone = inMargin(line.box, page.height)
      if (!zone) continue
      for (const shift of [0, 1]) {
        const key = likeness({ ...line, box: [0, line.box[1] + shift * 2, 0, 0] }, zone)
        const numbers = counts.get(key) ?? new Set()
        counts.set(key, numbers.add(page.number))
      }
    }
  }
  const furniture = new Set<TextLine>()
  for (const page of pages) {
    const ys = page.lines.map(line => line.baseline)
    const edges = { top: Math.min(...ys), bottom: Math.max(...ys) }
    for (const line of page.lines) {
      const zone = inMargin(line.box, page.height)
      if (!zone) continue
      const atEdge = Math.abs(line.baseline - edges[zone]) < line.size
      const repeated = Math.max(
        ...[0, 1].map(
          shift => counts.get(likeness({ ...line, box: [0, line.box[1] + shift * 2, 0, 0] }, zone))?.size ?? 0,
        ),
      )
      const isHead = repeated >= Math.max(2, pages.length / 3)
      if (isHead || (atEdge && pageNumber.test(line.text))) furniture.add(line)
    }
  }
  return furniture
}
