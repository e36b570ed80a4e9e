import type { Block, SourceDocument } from '../../../shared/data/document.ts'
import { rowsOfGrid, rowsOfLines, type TableRow } from '../cells/tableRows.ts'
import { headingOf } from '../sections/headings.ts'
import { isCaption, speaksOfYear } from './ownTable.ts'

/** A stretch of the document that can hold tables: grids with nothing but page furniture between them, or a run of plain lines. */
export type TableRegion = {
  readonly kind: 'grid' | 'lines'
  readonly rows: readonly TableRow[]
  /** The short texts right above a grid, by its block: “（一）行政复议”. */
  readonly captions: ReadonlyMap<number, readonly string[]>
}

/** Page numbers, running heads and “续表” between the two halves of a table. */
function isFurniture(block: Block): boolean {
  if (block.kind === 'grid') return false
  if (block.kind === 'image') return true
  return block.text.length <= 30 && headingOf(block.text) === null && !speaksOfYear(block.text)
}

const mostFurniture = 6
const mostCaptions = 3
const longestCaption = 40
/** The three tables together have some sixty rows; a hostile document may string grids together without end. */
const mostRows = 1_000

/** Cuts a document into regions, in order. */
export function regionsOf(document: SourceDocument): readonly TableRegion[] {
  const grids: TableRegion[] = []
  const lines: TableRegion[] = []
  const none: TableRegion['captions'] = new Map()
  const captions = new Map<number, readonly string[]>()
  let texts: string[] = []
  let rows: TableRow[] = []
  let between = 0
  let runStart = -1
  const endGrids = () => {
    if (rows.length > 0) grids.push({ kind: 'grid', rows, captions })
    rows = []
  }
  const endRun = (end: number) => {
    if (runStart >= 0)
      lines.push({ kind: 'lines', rows: rowsOfLines(runStart, document.blocks.slice(runStart, end)), captions: none })
    runStart = -1
  }
  document.blocks.forEach((block, index) => {
    if (block.kind === 'grid') {
      endRun(index)
      captions.set(index, texts)
      texts = []
      if (rows.length < mostRows) rows.push(...rowsOfGrid(index, block))
      between = 0
      return
    }
    if (block.kind !== 'image' && isCaption(block.text)) endRun(index)
    if (block.kind !== 'image' && runStart < 0) runStart = index
    if (block.kind !== 'image')
      texts = block.text.length <= longestCaption ? [...texts.slice(1 - mostCaptions), block.text] : []
    between++
    if (between > mostFurniture || !isFurniture(block)) endGrids()
  })
  endRun(document.blocks.length)
  endGrids()
  return [...grids, ...lines]
}
