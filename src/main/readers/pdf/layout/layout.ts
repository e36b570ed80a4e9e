import type { Block, Box } from '../../../../shared/data/document.ts'
import type { Tracer } from '../../../../shared/trace/steps.ts'
import type { TextLine } from '../lines/text.ts'
import type { PageParts } from '../pages/pageParts.ts'
import { onShownPages } from '../pages/upright.ts'
import type { PageGrid } from '../ruled/cells.ts'
import { type FlowLine, flowBlock, paragraphsOf } from './flow.ts'
import { furnitureOf } from './furniture.ts'
import { gridBlock, joinGrids, type OpenGrid, openGrid, rejoined, sameEdge } from './join.ts'
import { type Measures, measuresOf } from './measures.ts'
import { cutPages, onSheets } from './sheets.ts'

/** Pages put together into one document: blocks in reading order. */

/** What one page holds, in reading order. */
type Piece =
  | { readonly kind: 'line'; readonly line: TextLine }
  | { readonly kind: 'grid'; readonly grid: PageGrid; readonly box: Box }
  | { readonly kind: 'image'; readonly box: Box }

/** Puts the pages together: headings, paragraphs, tables joined over page breaks, pictures, in reading order. `trace` hears which tables were joined. */
export function layOut(sheets: readonly PageParts[], trace?: Tracer): readonly Block[] {
  const cut = cutPages(sheets)
  const blocks = laidOut(cut?.map(page => page.parts) ?? sheets, trace)
  const byNumber = new Map(sheets.map(sheet => [sheet.number, sheet]))
  return blocks.map(block => onShownPages(cut ? onSheets(block, cut) : block, byNumber))
}

function laidOut(parts: readonly PageParts[], trace?: Tracer): readonly Block[] {
  const furniture = furnitureOf(parts)
  const pages = parts.map(part => ({ ...part, lines: part.lines.filter(line => !furniture.has(line)) }))
  return new BlockBuilder(measuresOf(pages.map(page => page.lines)), trace).build(pages)
}

function top(piece: Piece): number {
  // Columns side by side stand where they begin, and keep their order among themselves.
  return piece.kind === 'line' ? (piece.line.column?.top ?? piece.line.box[1]) : piece.box[1]
}

/** Lines of text in a lone box: a frame round a notice is no table. */
function isTable(grid: PageGrid): boolean {
  return grid.cells.length > 1
}

/** Lines at a page break that say a table goes on: “续表”, “（续）”, “表2（续）”, “接下页”, or its caption once more. */
const continued =
  /^[（(【[]?\s*(续\s*上?\s*表?|上?接上[页表]|[转接]下页|未完待续)\s*[\d一二三四五六七八九十]*\s*[)）】\]]?$|^.{0,30}[（(【[]\s*(续\s*表?|接上[页表])\s*[\d一二三四五六七八九十]*\s*[)）】\]]$|^续表\s*[\d一二三四五六七八九十.-]+.{0,30}$/u
const mostHeld = 3

function saysContinued(text: string, caption: string): boolean {
  const bare = (words: string) => words.replace(/\s/g, '')
  return (
    continued.test(text.trim()) || (caption !== '' && !/^[（(]?单位/u.test(caption) && bare(text) === bare(caption))
  )
}

/** Walks the pages in order, keeping the paragraph lines and the table that the next page may go on with. */
class BlockBuilder {
  readonly #blocks: Block[] = []
  readonly #body: Measures
  readonly #trace: Tracer | undefined
  #lines: FlowLine[] = []
  #grid: OpenGrid | null = null
  #onlyTitles = true
  /** The line right above the open table, and lines after it that may only say that it goes on. */
  #caption = ''
  #held: FlowLine[] = []
  /** Lines that said so: they come after the table. */
  #said: FlowLine[] = []

  constructor(body: Measures, trace: Tracer | undefined) {
    this.#body = body
    this.#trace = trace
  }

  build(pages: readonly PageParts[]): readonly Block[] {
    for (const page of pages) for (const piece of piecesOf(page)) this.#add(piece, page.number)
    this.#endLines()
    this.#endGrid()
    this.#endLines()
    return this.#blocks
  }

  #add(piece: Piece, page: number): void {
    switch (piece.kind) {
      case 'line':
        this.#addLine({ ...piece.line, page })
        return
      case 'image':
        this.#endGrid()
        this.#endLines()
        this.#blocks.push({ kind: 'image', description: '', page, box: piece.box })
        return
      case 'grid':
        this.#addGrid(piece.grid)
    }
  }

  #addLine(line: FlowLine): void {
    const grid = this.#grid
    if (
      grid &&
      line.page <= grid.lastPage + 1 &&
      this.#held.length < mostHeld &&
      saysContinued(line.text, this.#caption)
    ) {
      this.#held.push(line)
      return
    }
    this.#endGrid()
    this.#lines.push(line)
  }

  #addGrid(grid: PageGrid): void {
    const above = this.#grid && this.#grid.lastPage === grid.page - 1 ? this.#grid : null
    const joined = above && joinGrids(above, grid)
    if (above)
      this.#trace?.({
        kind: 'join',
        upper: above.lastPage,
        lower: grid.page,
        joined: joined !== null,
        tolerances: { sameEdge, rejoined },
      })
    if (joined) {
      this.#grid = joined
      this.#said.push(...this.#held)
      this.#held = []
      return
    }
    // Crossing lines without any text are a drawing, unless they go on with a table from the page before.
    if (grid.cells.every(cell => cell.text === '' && !cell.image)) return
    this.#endGrid()
    this.#caption = this.#lines.at(-1)?.text ?? ''
    this.#endLines()
    this.#grid = openGrid(grid)
  }

  #endGrid(): void {
    const grid = this.#grid
    this.#grid = null
    const [said, held] = [this.#said, this.#held]
    this.#said = []
    this.#held = []
    if (!grid) return
    this.#onlyTitles = false
    if (isTable(grid)) this.#blocks.push(gridBlock(grid))
    else
      for (const { text, page, box } of grid.cells)
        if (text !== '') this.#blocks.push({ kind: 'paragraph', text, page, box })
    for (const { text, page, box } of said) this.#blocks.push({ kind: 'paragraph', text, page, box })
    // The table did not go on after all: its lines are text like any other.
    this.#lines.push(...held)
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
