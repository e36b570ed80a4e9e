import type { Block, SourceDocument } from '../../../shared/data/document.ts'
import { shortened, type TracedBlock, type Tracer } from '../../../shared/trace/steps.ts'

/** Tells the blocks that recognition begins with; called only where the reading is traced. */

/** A hostile document has any number. */
const mostBlocks = 3_000
const mostCells = 8_000

function gridOf(block: Block, most: number): TracedBlock['grid'] {
  if (block.kind !== 'grid') return null
  const cells = block.cells.slice(0, most).map(({ row, column, rowSpan, columnSpan, text }) => {
    return { row, column, rowSpan, columnSpan, text: shortened(text) }
  })
  return { rows: block.rows, columns: block.columns, cells }
}

function textOf(block: Block): string {
  if (block.kind === 'grid') return ''
  return shortened(block.kind === 'image' ? block.description : block.text)
}

/** All blocks of a document with their texts shortened, as far as the limits go. */
export function traceBlocks(trace: Tracer, document: SourceDocument): void {
  let cells = 0
  let left = Math.max(0, document.blocks.length - mostBlocks)
  const blocks = document.blocks.slice(0, mostBlocks).map((block, index): TracedBlock => {
    const grid = gridOf(block, mostCells - cells)
    cells += grid?.cells.length ?? 0
    if (block.kind === 'grid') left += block.cells.length - (grid?.cells.length ?? 0)
    return { index, kind: block.kind, page: block.page ?? null, text: textOf(block), grid }
  })
  trace({ kind: 'blocks', blocks, left })
}
