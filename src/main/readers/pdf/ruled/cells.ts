import type { Box, GridCell } from '../../../../shared/data/document.ts'
import { linesOf, type TextLine } from '../lines/text.ts'
import type { Glyph, TaggedTable } from '../model.ts'
import { cellBox, type Frame, frameBox } from './frame.ts'

/** A cell with its text, and what joining over a page break needs to know about how the text stands in it. */
export type PageCell = GridCell & {
  readonly page: number
  readonly box: Box
  /** Room left below the last and above the first line, in em. */
  readonly below: number
  readonly above: number
  /** The last line runs to the cell's right border: there may be more of it. */
  readonly full: boolean
}

/** A table as far as one page shows it. `xs` are its column edges on that page. */
export type PageGrid = {
  readonly page: number
  readonly box: Box
  readonly xs: readonly number[]
  readonly rows: number
  readonly columns: number
  readonly cells: readonly PageCell[]
  /** Its borders were not drawn but made out by alignment: another page's may stand a little elsewhere. */
  readonly aligned?: true
  /** Read by the file's own tags: which table, and its first and last row on the page. */
  readonly tagged?: { readonly table: TaggedTable; readonly first: number; readonly last: number }
}

/** Confidence of a cell whose borders do not close, or whose text runs over its border. */
const doubtful = 0.5

export const sideTolerance = 0.15

function center(box: Box): readonly [number, number] {
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
}

function slotAt(edges: readonly number[], value: number): number {
  let low = 0
  let high = edges.length - 1
  if (high < 1 || value < (edges[0] ?? 0) || value > (edges[high] ?? 0)) return -1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (value >= (edges[middle] ?? 0)) low = middle
    else high = middle
  }
  return low
}

function ownerAt(frame: Frame, x: number, y: number): number {
  const row = slotAt(frame.ys, y)
  const column = slotAt(frame.xs, x)
  if (row < 0 || column < 0) return -1
  return frame.owners[row * (frame.xs.length - 1) + column] ?? -1
}

/** Which frame, and which of its cells: the innermost frame wins, for a table may stand inside a cell. */
type Home = { readonly frame: number; readonly cell: number } | null

function area(frame: Frame): number {
  const [left, top, right, bottom] = frameBox(frame)
  return (right - left) * (bottom - top)
}

/** Deals the characters out to the cells they stand in. `rest` is what stands in none. */
export function dealOut(
  frames: readonly Frame[],
  glyphs: readonly Glyph[],
): {
  readonly texts: readonly (readonly Glyph[])[][]
  readonly doubts: ReadonlySet<string>
  readonly rest: readonly Glyph[]
} {
  const texts: Glyph[][][] = frames.map(frame => frame.cells.map(() => []))
  const doubts = new Set<string>()
  const rest: Glyph[] = []
  const bySize = frames.map((frame, index) => ({ frame, index })).sort((a, b) => area(a.frame) - area(b.frame))
  const homeOf = (x: number, y: number): Home => {
    for (const { frame, index } of bySize) {
      const cell = ownerAt(frame, x, y)
      if (cell >= 0) return { frame: index, cell }
    }
    return null
  }
  for (const chunk of chunksOf(glyphs)) {
    const homes = chunk.map(glyph => homeOf(...center(glyph.box)))
    const whole = overflows(chunk, homes, frames) ? homeOf(...center(chunkBox(chunk))) : undefined
    chunk.forEach((glyph, index) => {
      const home = whole === undefined ? (homes[index] ?? null) : whole
      if (home === null || glyph.turn === null) rest.push(glyph)
      else {
        texts[home.frame]?.[home.cell]?.push(glyph)
        if (whole !== undefined) doubts.add(`${home.frame} ${home.cell}`)
      }
    })
  }
  return { texts, doubts, rest }
}

/** Runs of characters set close together on one line, in drawing order: a number or a word is never cut by guess. */
function chunksOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const chunks: Glyph[][] = []
  for (const glyph of glyphs) {
    const chunk = chunks.at(-1)
    const last = chunk?.at(-1)
    const joins =
      last &&
      last.turn === 0 &&
      glyph.turn === 0 &&
      last.text.trim() !== '' &&
      glyph.text.trim() !== '' &&
      Math.abs(last.baseline - glyph.baseline) < 0.5 &&
      Math.abs(glyph.box[0] - last.box[2]) < sideTolerance * glyph.size
    if (joins) chunk?.push(glyph)
    else chunks.push([glyph])
  }
  return chunks
}

function chunkBox(chunk: readonly Glyph[]): Box {
  const first = chunk[0]?.box ?? [0, 0, 0, 0]
  return [first[0], first[1], chunk.at(-1)?.box[2] ?? first[2], first[3]]
}

const same = (a: Home, b: Home): boolean => a?.frame === b?.frame && a?.cell === b?.cell

/**
 * Does the run cross a border in the middle of a character? Then it is too long for its cell, and stays whole in the cell of
 * its middle. Where each border falls between two characters it is the text of two narrow cells, and is parted there.
 */
function overflows(chunk: readonly Glyph[], homes: readonly Home[], frames: readonly Frame[]): boolean {
  return chunk.some((glyph, index) => {
    const home = homes[index] ?? null
    const next = homes[index + 1]
    const following = chunk[index + 1]
    if (next === undefined || !following || same(home, next)) return false
    const edges = [home, next].flatMap(one => (one ? [...(frames[one.frame]?.xs ?? [])] : []))
    const seam = (glyph.box[2] + following.box[0]) / 2
    return !edges.some(edge => Math.abs(edge - seam) < sideTolerance * glyph.size)
  })
}

/** The frame's cells with their text. */
export function pageGrid(
  page: number,
  frame: Frame,
  texts: readonly (readonly Glyph[])[],
  isDoubtful: (cell: number) => boolean,
  images: readonly Box[],
): PageGrid {
  const imageOwners = new Set(images.map(box => ownerAt(frame, ...center(box))))
  const cells = frame.cells.map((cell, index): PageCell => {
    const box = cellBox(frame, cell)
    const lines = linesOf(texts[index] ?? [])
    const { row, column, rowSpan, columnSpan } = cell
    const base = { row, column, rowSpan, columnSpan, text: lines.map(line => line.text).join('\n'), page, box }
    const extra = {
      ...(imageOwners.has(index) ? { image: true } : {}),
      ...(cell.sure && !isDoubtful(index) ? {} : { confidence: doubtful }),
    }
    return { ...base, ...extra, ...standing(box, lines) }
  })
  return { page, box: frameBox(frame), xs: frame.xs, rows: frame.ys.length - 1, columns: frame.xs.length - 1, cells }
}

/** The grid with what alignment says about the certainty of its cells. */
export function alignedGrid(grid: PageGrid, confidence: (cell: number) => number): PageGrid {
  const cells = grid.cells.map((cell, index) => ({
    ...cell,
    confidence: Math.min(cell.confidence ?? 1, confidence(index)),
  }))
  return { ...grid, cells, aligned: true }
}

export function standing(box: Box, lines: readonly TextLine[]): Pick<PageCell, 'below' | 'above' | 'full'> {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return { below: 0, above: 0, full: false }
  return {
    below: (box[3] - last.box[3]) / last.size,
    above: (first.box[1] - box[1]) / first.size,
    full: box[2] - last.box[2] < 2 * last.size,
  }
}
