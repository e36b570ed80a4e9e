import type { Anchor, Block, SourceDocument } from '../../../shared/data/document.ts'
import { asPrinted, plain } from './normalise.ts'

/** One printed line outside the tables, for title, dates and names. */
export type PrintedLine = {
  readonly index: number
  readonly text: string
  readonly printed: string
  readonly anchor: Anchor
}

export function blockAnchor(index: number, block: Block): Anchor {
  return {
    block: index,
    ...(block.page === undefined ? {} : { page: block.page }),
    ...(block.box === undefined ? {} : { box: block.box }),
  }
}

/** Title, dates, names, places and period are looked for in the same lines. */
const known = new WeakMap<SourceDocument, readonly PrintedLine[]>()

/** The lines of headings and paragraphs, in order; empty ones left out. */
export function textLines(document: SourceDocument): readonly PrintedLine[] {
  const lines = known.get(document) ?? makeLines(document)
  known.set(document, lines)
  return lines
}

function makeLines(document: SourceDocument): readonly PrintedLine[] {
  return document.blocks.flatMap((block, index) => {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return []
    const anchor = blockAnchor(index, block)
    return block.text.split('\n').flatMap(raw => {
      const text = plain(raw)
      return text === '' ? [] : [{ index, text, printed: asPrinted(raw), anchor }]
    })
  })
}

/** Short texts of grid cells: where a page is laid out by tables, or a title stands inside one. */
export function cellLines(document: SourceDocument): readonly PrintedLine[] {
  return document.blocks.flatMap((block, index) => {
    if (block.kind !== 'grid') return []
    return block.cells.slice(0, mostCells).flatMap(cell => {
      const text = plain(cell.text)
      if (text === '' || text.length > longestCell) return []
      const anchor: Anchor = {
        block: index,
        row: cell.row,
        column: cell.column,
        ...(cell.page === undefined ? {} : { page: cell.page }),
        ...(cell.box === undefined ? {} : { box: cell.box }),
      }
      return [{ index, text, printed: asPrinted(cell.text), anchor }]
    })
  })
}

/** Titles and dates stand in the first cells of a table, if in any. */
const mostCells = 200
const longestCell = 80
