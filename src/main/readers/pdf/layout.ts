import type { Block, Box } from '../../../shared/document.ts'
import { dealOut, type PageGrid, pageGrid } from './cells.ts'
import type { Glyph, PageDrawing } from './drawing.ts'
import { type FlowLine, flowBlock, paragraphsOf } from './flow.ts'
import { type Frame, framesOf } from './frame.ts'
import { furnitureOf } from './furniture.ts'
import { largeImages } from './images.ts'
import { gridBlock, joinGrids, type OpenGrid, openGrid } from './join.ts'
import { type Measures, measuresOf } from './measures.ts'
import { linesOf, type TextLine, unionBox, withoutDoubles } from './text.ts'

/** What one page holds, in reading order. */
type Piece =
  | { readonly kind: 'line'; readonly line: TextLine }
  | { readonly kind: 'grid'; readonly grid: PageGrid; readonly box: Box }
  | { readonly kind: 'image'; readonly box: Box }

type PageParts = {
  readonly number: number
  readonly height: number
  readonly grids: readonly PageGrid[]
  readonly lines: readonly TextLine[]
  readonly images: readonly Box[]
}

export type Layout = { readonly blocks: readonly Block[]; readonly tooComplex: readonly number[] }

/** Turns what is drawn on the pages into headings, paragraphs, tables and pictures. */
export function layOut(drawings: readonly PageDrawing[]): Layout {
  const tooComplex: number[] = []
  const parts = drawings.map(drawing => {
    const { frames, cut } = framesOf(drawing.rules)
    if (cut || drawing.cut) tooComplex.push(drawing.number)
    return partsOf(drawing, frames)
  })
  const furniture = furnitureOf(parts)
  const pages = parts.map(part => ({ ...part, lines: part.lines.filter(line => !furniture.has(line)) }))
  const body = measuresOf(pages.map(page => page.lines))
  return { blocks: new BlockBuilder(body).build(pages), tooComplex }
}

function inMargin(glyph: Glyph, page: PageDrawing): boolean {
  const y = (glyph.box[1] + glyph.box[3]) / 2
  return glyph.artifact && (y < page.height * 0.12 || y > page.height * 0.88)
}

function partsOf(page: PageDrawing, frames: readonly Frame[]): PageParts {
  const { number, height } = page
  const glyphs = withoutDoubles(page.glyphs)
  const dealt = dealOut(frames, glyphs)
  const grids = frames.map((frame, index) =>
    pageGrid(number, frame, dealt.texts[index] ?? [], cell => dealt.doubts.has(`${index} ${cell}`), page.images),
  )
  const kept = grids.filter(grid => grid.cells.some(cell => cell.text !== ''))
  const lines = linesOf(dealt.rest.filter(glyph => !inMargin(glyph, page)))
  return { number, height, grids: kept, lines, images: largeImages(page) }
}

function top(piece: Piece): number {
  return piece.kind === 'line' ? piece.line.box[1] : piece.box[1]
}

/** Lines of text in a lone box: a frame round a notice is no table. */
function isTable(grid: PageGrid): boolean {
  return grid.cells.length > 1
}

/** Walks the pages in order, keeping the paragraph lines and the table that the next page may go on with. */
class BlockBuilder {
  readonly #blocks: Block[] = []
  readonly #body: Measures
  #lines: FlowLine[] = []
  #grid: OpenGrid | null = null
  #onlyTitles = true

  constructor(body: Measures) {
    this.#body = body
  }

  build(pages: readonly PageParts[]): readonly Block[] {
    for (const page of pages) for (const piece of piecesOf(page)) this.#add(piece, page.number)
    this.#endLines()
    this.#endGrid()
    return this.#blocks
  }

  #add(piece: Piece, page: number): void {
    switch (piece.kind) {
      case 'line':
        this.#endGrid()
        this.#lines.push({ ...piece.line, page })
        return
      case 'image':
        this.#endLines()
        this.#endGrid()
        this.#blocks.push({ kind: 'image', description: '', page, box: piece.box })
        return
      case 'grid':
        this.#addGrid(piece.grid)
    }
  }

  #addGrid(grid: PageGrid): void {
    this.#endLines()
    const joined = this.#grid && this.#grid.lastPage === grid.page - 1 ? joinGrids(this.#grid, grid) : null
    if (joined) {
      this.#grid = joined
      return
    }
    this.#endGrid()
    this.#grid = openGrid(grid)
  }

  #endGrid(): void {
    const grid = this.#grid
    this.#grid = null
    if (!grid) return
    this.#onlyTitles = false
    if (isTable(grid)) {
      this.#blocks.push(gridBlock(grid))
      return
    }
    for (const { text, page, box } of grid.cells)
      if (text !== '') this.#blocks.push({ kind: 'paragraph', text, page, box })
  }

  #endLines(): void {
    const lines = this.#lines
    this.#lines = []
    for (const paragraph of paragraphsOf(lines, this.#body)) {
      const block = flowBlock(paragraph, this.#body, this.#onlyTitles)
      if (block.kind !== 'heading' || block.level > 1) this.#onlyTitles = false
      this.#blocks.push(block)
    }
  }
}

function piecesOf(page: PageParts): readonly Piece[] {
  const pieces: Piece[] = [
    ...page.lines.map((line): Piece => ({ kind: 'line', line })),
    ...page.grids.map((grid): Piece => ({ kind: 'grid', grid, box: grid.box })),
    ...page.images.map((box): Piece => ({ kind: 'image', box: unionBox([box]) })),
  ]
  return pieces.sort((a, b) => top(a) - top(b))
}
