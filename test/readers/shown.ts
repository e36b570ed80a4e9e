import type { SourceReading } from '../../src/main/readers/common/reading.ts'
import type { Block } from '../../src/shared/data/document.ts'

/** The texts of blocks; a grid as rows of cell texts, a picture as a word. */
export function shownBlocks(reading: SourceReading): readonly unknown[] {
  return (reading.document?.blocks ?? []).map(shownBlock)
}

function shownBlock(block: Block): unknown {
  if (block.kind !== 'grid') return block.kind === 'image' ? 'image' : block.text
  return Array.from({ length: block.rows }, (_, row) =>
    block.cells.filter(cell => cell.row === row).map(cell => cell.text),
  )
}

/** Each cell of the first grid as text@row,column+rows×columns. */
export function places(reading: SourceReading): readonly string[] {
  const grid = reading.document?.blocks.find(block => block.kind === 'grid')
  return (grid?.cells ?? []).map(
    ({ text, row, column, rowSpan, columnSpan }) => `${text}@${row},${column}+${rowSpan}×${columnSpan}`,
  )
}
