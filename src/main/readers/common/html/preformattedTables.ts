import type { Block, GridCell } from '../../../../shared/data/document.ts'
import { readTable } from '../plainTables/rows.ts'
import { type Element, isElement, isText, isUnseen } from './nodes.ts'
import { htmlLimits, LimitExceeded } from './parse.ts'

/** Tables drawn with characters inside preformatted text, found as in plain text. */

const mostLines = 20_000

/** All text under an element, a line break for each br. */
function linesOf(element: Element): string[] {
  const pieces: string[] = []
  const waiting = [...element.childNodes].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) pieces.push(node.value)
    else if (isElement(node) && !isUnseen(node)) {
      if (node.tagName === 'br') pieces.push('\n')
      for (const inner of [...node.childNodes].reverse()) waiting.push(inner)
    }
  }
  return pieces.join('').split(/\r\n?|\n/)
}

/** The tables and the lines around them, or nothing where there is neither table nor columns: then the text is prose like any other. Throws LimitExceeded. */
export function drawnTables(element: Element): readonly Block[] {
  const lines = linesOf(element)
  if (lines.length > mostLines) return []
  const blocks: Block[] = []
  let count = 0
  for (let at = 0; at < lines.length; ) {
    const table = readTable(lines, at)
    if (table) {
      const cells = table.rows.flatMap((row, index) =>
        row.map((text, column): GridCell => ({ row: index, column, rowSpan: 1, columnSpan: 1, text })),
      )
      count += cells.length
      if (count > htmlLimits.cells) throw new LimitExceeded('cells')
      const columns = Math.max(1, ...table.rows.map(row => row.length))
      blocks.push({ kind: 'grid', rows: table.rows.length, columns, cells })
      at = Math.max(table.next, at + 1)
      continue
    }
    const text = (lines[at] ?? '').trim()
    if (text !== '') blocks.push({ kind: 'paragraph', text })
    at += 1
  }
  return blocks.some(block => block.kind === 'grid') || lines.filter(isColumned).length >= fewestColumned ? blocks : []
}

/** Lines set in columns by blanks alone: they stay lines, for recognition reads such rows. */
const fewestColumned = 3
const isColumned = (line: string): boolean => line.length < 1_000 && line.trim().split(/[ \t\u3000]{2,}/).length >= 3
