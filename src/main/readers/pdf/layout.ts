import type { Block, Box } from '../../../shared/document.ts'
import type { PageGrid } from './cells.ts'
import { type FlowLine, flowBlock, paragraphsOf } from './flow.ts'
import { furnitureOf } from './furniture.ts'
import { gridBlock, joinGrids, type OpenGrid, openGrid } from './join.ts'
import { type Measures, measuresOf } from './measures.ts'
import type { PageParts } from './parts.ts'
import type { TextLine } from './text.ts'

/** What one page holds, in reading order. */
type Piece =
  | { readonly kind: 'line'; readonly line: TextLine }
  | { readonly kind: 'grid'; readonly grid: PageGrid; readonly box: Box }
  | { readonly kind: 'image'; readonly box: Box }

/** Puts the pages together: headings, paragraphs, tables joined over page breaks, pictures, in reading order. */
export function layOut(parts: readonly PageParts[]): readonly Block[] {
  const furniture = furnitureOf(parts)
  const pages = parts.map(part => ({ ...part, lines: part.lines.filter(line => !furniture.has(line)) }))
  return new BlockBuilder(measuresOf(pages.map(page => page.lines))).build(pages)
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
    const joined = this.#grid && this.#grid.lastPage === grid.page - 1 ? joinGrids(this.#grid, grid) : null
    if (joined) {
      this.#grid = joined
      return
    }
    // Crossing lines without any text are a drawing, unless they go on with a table from the page before.
    if (grid.cells.every(cell => cell.text === '' && !cell.image)) return
    this.#endLines()
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
    ...page.images.map((box): Piece => ({ kind: 'image', box })),
  ]
  return pieces.sort((a, b) => top(a) - top(b))
}
