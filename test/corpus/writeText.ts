import { encode } from '../fixtures/encode.ts'
import {
  barDump,
  blankDump,
  lineDump,
  pipeDump,
  ruledDump,
  separatedDump,
  tabDump,
  tsvDump,
} from '../recognition/dumps.ts'
import type { LaidTable } from '../recognition/layout.ts'
import { cellsInRow, filled } from './lay.ts'
import { type Draft, type DraftBlock, type TextShape, textRuns } from './model.ts'

/** Digits of one row run together, as some programs copy a table. */
function gluedDump(table: LaidTable): string {
  return Array.from({ length: table.rows }, (_, row) =>
    cellsInRow(table, row)
      .map(cell => cell.text.replace(/\s+/g, ''))
      .join(''),
  ).join('\n')
}

function dump(table: LaidTable, shape: TextShape): string {
  const flat = { ...table, cells: table.cells.map(cell => ({ ...cell, text: cell.text.replaceAll('\n', '') })) }
  switch (shape) {
    case 'tabs':
      return tabDump(flat)
    case 'lines':
      return lineDump(flat)
    case 'pipes':
      return pipeDump(flat)
    case 'columns':
      return tsvDump(filled(flat))
    case 'blanks':
      return blankDump(flat)
    case 'glued':
      return gluedDump(flat)
    case 'commas':
      return separatedDump(flat, ',')
    case 'ruled':
      return ruledDump(flat)
    case 'bars':
      return barDump(filled(flat))
  }
}

/** Plain text has no raised figures: they are put in square brackets, circled and starred marks stay. */
const flatten = (text: string): string =>
  textRuns(text)
    .map(({ kind, text }) => {
      if (kind === 'removed' || kind === 'hidden') return ''
      return kind === 'raised' && /^\d+$/.test(text) ? `[${text}]` : text
    })
    .join('')

function blockLines(block: DraftBlock, shape: TextShape): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'paragraph':
    case 'signature':
      return [block.text]
    case 'table':
      return [dump(block.table, shape), '']
    case 'picture':
    case 'pageBreak':
      return ['']
  }
}

export function writeText(draft: Draft): Uint8Array {
  const lines = draft.blocks.flatMap(block => blockLines(block, draft.manner.textShape))
  const text = `${flatten(lines.join('\n'))}\n`
  return draft.manner.encoding === 'utf-8' ? new TextEncoder().encode(text) : encode(text, 'gb18030')
}
