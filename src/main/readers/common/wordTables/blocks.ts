import type { Block, GridBlock } from '../../../../shared/data/document.ts'
import type { NumberLabels } from '../numberLabels.ts'
import { type CellContent, gridOf } from './grid.ts'
import type { WordParagraph } from './model.ts'
import type { Content, WordRow, WordTable } from './nesting.ts'

/** Makes blocks of what stands in the document, in reading order. `labels` counts the automatic numbers, null where there are none. */
export function blocksOf(content: readonly Content[], labels: NumberLabels | null): readonly Block[] {
  return blocksIn(labels ? numbered(content, labels) : content)
}

function blocksIn(content: readonly Content[]): readonly Block[] {
  return content.flatMap(item => (item.kind === 'paragraph' ? paragraphBlocks(item.paragraph) : tableBlocks(item)))
}

/** The same with the automatic numbers written in front. Cells that go on from above are not shown and do not count. */
function numbered(content: readonly Content[], labels: NumberLabels): readonly Content[] {
  return content.map(item => {
    if (item.kind === 'paragraph') return { kind: 'paragraph', paragraph: numberedParagraph(item.paragraph, labels) }
    const rows: readonly WordRow[] = item.rows.map(({ cells, shape }) => ({
      shape,
      cells: cells.map((cell, index) => (shape?.cells[index]?.vertical === 'continue' ? cell : numbered(cell, labels))),
    }))
    return { kind: 'table', rows }
  })
}

function numberedParagraph(paragraph: WordParagraph, labels: NumberLabels): WordParagraph {
  const { list = 0, listLevel = 0 } = paragraph.properties ?? {}
  if (list === 0) return paragraph
  const label = labels.next(String(list), listLevel)
  return label === '' ? paragraph : { ...paragraph, text: `${label}${paragraph.text}`.trim() }
}

function paragraphBlocks({ text, image, properties }: WordParagraph): readonly Block[] {
  if (text === '') return image ? [{ kind: 'image', description: '' }] : []
  if (properties && properties.heading > 0) return [{ kind: 'heading', level: properties.heading, text }]
  const align = properties?.align
  return [align ? { kind: 'paragraph', text, align } : { kind: 'paragraph', text }]
}

/**
 * A table of one column around other tables is a frame (a web page saved as .doc): what it holds stands on its own. Else a table
 * inside a cell follows as a block of its own where it looks like data, and is part of the cell's text where it does not.
 */
function tableBlocks(table: WordTable): readonly Block[] {
  const cells = table.rows.flatMap(row => row.cells)
  const isFrame = table.rows.every(row => row.cells.length <= 1) && cells.some(cell => cell.some(isData))
  if (isFrame) return cells.flatMap(blocksIn)
  const grid = gridOf(table.rows.map(({ cells, shape }) => ({ cells: cells.map(cellContent), shape })))
  const inner = cells.flatMap(cell => cell.filter(item => isData(item))).flatMap(item => blocksIn([item]))
  return grid ? [grid, ...inner] : inner
}

/** Two rows and two columns at least, or such a table somewhere inside. */
function isData(item: Content): boolean {
  if (item.kind === 'paragraph') return false
  const wide = item.rows.filter(row => row.cells.length > 1).length
  return wide > 1 || item.rows.some(row => row.cells.some(cell => cell.some(isData)))
}

function cellContent(content: readonly Content[]): CellContent {
  const [only] = content
  // Nearly every cell holds one paragraph, whose text is trimmed.
  if (content.length === 1 && only?.kind === 'paragraph') return only.paragraph
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
