import type { Block, GridBlock, GridCell } from '../../../shared/data/document.ts'
import { message } from '../../../shared/messages/index.ts'
import { decodeText, replacementWarning } from '../common/encoding.ts'
import type { TextRow } from '../common/plainTables/model.ts'
import { readTable } from '../common/plainTables/rows.ts'
import type { Reader } from '../common/reading.ts'

/** The reader of plain text. */

/** A report has some thousand lines; what lies beyond is another kind of file. */
const mostLines = 200_000

/** Spaces that programs write in place of the common one, between cells too. The ideographic space stays: it is an indent. */
const otherSpaces = /[\u00a0\u2000-\u200a\u202f\u205f]/g

/** Each cell its own slot from the left: plain text says nothing of spans, and none are invented. */
function gridOf(rows: readonly TextRow[]): GridBlock {
  const cells = rows.flatMap((row, index) =>
    row.map((text, column): GridCell => ({ row: index, column, rowSpan: 1, columnSpan: 1, text })),
  )
  return { kind: 'grid', rows: rows.length, columns: Math.max(1, ...rows.map(row => row.length)), cells }
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const table = readTable(lines, at)
    if (table) {
      blocks.push(gridOf(table.rows))
      at = table.next
      continue
    }
    const text = (lines[at] ?? '').trim()
    if (text !== '') blocks.push({ kind: 'paragraph', text })
    at++
  }
  return blocks
}

/** Plain text: tables where their shape can be told (indented cells, bars, tabs), every other line a paragraph. */
export const readText: Reader = async (bytes, name) => {
  const decoded = decodeText(bytes)
  const all = decoded.text
    .replace(/^\ufeff/, '')
    .replace(otherSpaces, ' ')
    .split(/\r\n|[\n\r\u2028\u2029\f\v]/)
  const blocks = blocksOf(all.slice(0, mostLines))
  if (blocks.length === 0) return { format: 'text', document: null, messages: [message('read.empty', { file: name })] }
  const lost = replacementWarning(decoded)
  const cut = all.length > mostLines ? [message('text.tooManyLines', { file: name, lines: mostLines })] : []
  return {
    format: 'text',
    document: { format: 'text', title: null, blocks, pages: [] },
    messages: [...(lost ? [lost] : []), ...cut],
  }
}
