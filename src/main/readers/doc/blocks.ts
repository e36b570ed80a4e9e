import type { Block, GridBlock } from '../../../shared/document.ts'
import { type CellContent, gridOf } from './grid.ts'
import type { Content, Table } from './nesting.ts'
import type { Paragraph } from './paragraphs.ts'

/** Makes blocks of what stands in the document, in reading order. */
export function blocksOf(content: readonly Content[]): readonly Block[] {
  return content.flatMap(item => (item.kind === 'paragraph' ? paragraphBlocks(item.paragraph) : tableBlocks(item)))
}

function paragraphBlocks({ text, image, properties }: Paragraph): readonly Block[] {
  if (text === '') return image ? [{ kind: 'image', description: '' }] : []
  if (properties && properties.heading > 0) return [{ kind: 'heading', level: properties.heading, text }]
  const align = properties?.align
  return [align ? { kind: 'paragraph', text, align } : { kind: 'paragraph', text }]
}

/**
 * A table of one column around other tables is a frame (a web page saved as .doc): what it holds stands on its own. Else a table
 * inside a cell follows as a block of its own where it looks like data, and is part of the cell's text where it does not.
 */
function tableBlocks(table: Table): readonly Block[] {
  const cells = table.rows.flatMap(row => row.cells)
  const isFrame = table.rows.every(row => row.cells.length <= 1) && cells.some(cell => cell.some(isData))
  if (isFrame) return cells.flatMap(blocksOf)
  const grid = gridOf(table.rows.map(({ cells, shape }) => ({ cells: cells.map(cellContent), shape })))
  const inner = cells.flatMap(cell => cell.filter(item => isData(item))).flatMap(item => blocksOf([item]))
  return grid ? [grid, ...inner] : inner
}

/** Two rows and two columns at least, or such a table somewhere inside. */
function isData(item: Content): boolean {
  if (item.kind === 'paragraph') return false
  const wide = item.rows.filter(row => row.cells.length > 1).length
  return wide > 1 || item.rows.some(row => row.cells.some(cell => cell.some(isData)))
}

function cellContent(content: readonly Content[]): CellContent {
  const texts: string[] = []
  let image = false
  for (const item of content) {
    if (item.kind === 'paragraph') {
      texts.push(item.paragraph.text)
      image ||= item.paragraph.image
    } else if (!isData(item)) {
      const inner = gridOf(item.rows.map(({ cells, shape }) => ({ cells: cells.map(cellContent), shape })))
      if (inner) texts.push(gridText(inner))
      image ||= inner?.cells.some(cell => cell.image) ?? false
    }
  }
  return { text: texts.join('\n').trim(), image }
}

function gridText(grid: GridBlock): string {
  return grid.cells
    .map(cell => cell.text)
    .filter(Boolean)
    .join('\n')
}
