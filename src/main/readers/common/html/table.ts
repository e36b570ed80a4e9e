import type { GridBlock, GridCell } from '../../../../shared/data/document.ts'
import { placeCells, type RowGroups, type SpanCell } from '../placeCells.ts'
import { doubtfulConfidence } from '../sight.ts'
import { withStrokes } from '../struckOut.ts'
import { isUnreadField } from './formFields.ts'
import { cellText, lineBreak, type Spaces, textPiece } from './inlineText.ts'
import {
  attribute,
  type Element,
  isBlock,
  isElement,
  isSpacer,
  isStruckOut,
  isText,
  isUnseen,
  type Node,
} from './nodes.ts'
import { noteMark } from './noteMarks.ts'
import { htmlLimits, LimitExceeded } from './parse.ts'
import { isDoubtful } from './seen.ts'

/** Tables: which are data, and their cells with spans resolved. */

/** Rules for parsing non-negative integers (HTML §2.3.4.2): leading white space, an optional plus, digits, then anything. */
function wholeNumber(value: string | null): number | null {
  if (value === null) return null
  const digits = /^[ \t\n\f\r]*\+?(\d+)/.exec(value)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** Clamped as HTML §4.9.11 does. */
function columnSpan(cell: Element): number {
  return Math.min(wholeNumber(attribute(cell, 'colspan')) || 1, 1_000)
}

function rowSpan(cell: Element): number {
  return Math.min(wholeNumber(attribute(cell, 'rowspan')) ?? 1, 65_534)
}

function children(element: Element, ...names: readonly string[]): Element[] {
  return element.childNodes.filter(
    (node): node is Element => isElement(node) && names.includes(node.tagName) && !isUnseen(node),
  )
}

/** Cells of a row. */
export function rowCells(row: Element): Element[] {
  return children(row, 'td', 'th')
}

/** Row groups in the order in which HTML fills the table: footers last. Rows directly in the table form a group. */
export function rowGroups(table: Element): Element[][] {
  const groups: Element[][] = []
  const feet: Element[][] = []
  let loose: Element[] | null = null
  for (const part of children(table, 'thead', 'tbody', 'tfoot', 'tr')) {
    if (part.tagName === 'tr') {
      if (loose === null) {
        loose = []
        groups.push(loose)
      }
      loose.push(part)
    } else {
      loose = null
      const target = part.tagName === 'tfoot' ? feet : groups
      target.push(children(part, 'tr'))
    }
  }
  return [...groups, ...feet]
}

/** A nested table this short is a note inside its cell, not a part of a layout. */
const noteLength = 120

/**
 * Whether a table only arranges the page: it has one single cell, or it holds tables of more than one cell. Its inner tables stand
 * for themselves and its other text is prose.
 */
export function isLayout(table: Element): boolean {
  const cells = rowGroups(table).flatMap(rows => rows.flatMap(rowCells))
  return cells.length <= 1 || cells.some(holdsTable)
}

function holdsTable(element: Element): boolean {
  return element.childNodes.some(node => {
    if (!isElement(node) || isUnseen(node)) return false
    if (node.tagName !== 'table') return holdsTable(node)
    const cells = rowGroups(node).flatMap(rows => rows.flatMap(rowCells))
    if (cells.length > 1 || cells.some(holdsTable)) return true
    return cells.some(cell => read(cell, 'collapse').text.length > noteLength)
  })
}

type CellContent = { readonly text: string; readonly image: boolean; readonly doubtful: boolean }

function read(cell: Element, spaces: Spaces): CellContent {
  const pieces: string[] = []
  const image = collect(cell, pieces, false)
  return { text: cellText(pieces, spaces), image, doubtful: holdsDoubtful(cell) }
}

/** Whether any text in an element can hardly be seen. */
function holdsDoubtful(element: Element): boolean {
  if (isDoubtful(element) && element.childNodes.some(node => isText(node) && node.value.trim() !== '')) return true
  return element.childNodes.some(node => isElement(node) && holdsDoubtful(node))
}

/** Collects the text under an element; tells whether there is a picture. */
function collect(element: Element, pieces: string[], preformatted: boolean): boolean {
  let image = false
  for (const node of element.childNodes) image = collectNode(node, pieces, preformatted) || image
  return image
}

/** Elements whose lines are shown as they were written. */
const asWritten = new Set(['pre', 'textarea'])

function collectNode(node: Node, pieces: string[], preformatted: boolean): boolean {
  if (isText(node)) pieces.push(textPiece(node.value, preformatted))
  if (!isElement(node) || isUnseen(node)) return false
  const figures = noteMark(node, pieces)
  if (figures !== null) {
    pieces.push(figures)
    return false
  }
  if (node.tagName === 'br') pieces.push(lineBreak)
  if (node.tagName === 'img') return !isSpacer(node)
  if (isUnreadField(node)) return true
  const block = isBlock(node)
  if (block) pieces.push(lineBreak)
  const before = pieces.length
  const image = collect(node, pieces, preformatted || asWritten.has(node.tagName))
  if (isStruckOut(node)) for (let at = before; at < pieces.length; at++) pieces[at] = withStrokes(pieces[at] ?? '')
  if (block) pieces.push(lineBreak)
  return image
}

/** Word writes a row of height 0 whose empty cells only fix the column widths. */
function isWidthRow(row: Element, cells: readonly SpanCell<CellContent>[]): boolean {
  return /^0(?:px)?$/.test(attribute(row, 'height') ?? '') && cells.every(cell => cell.value.text === '')
}

/** The grid of a data table, or null where it has no cells. */
export function gridBlock(table: Element, spaces: Spaces): GridBlock | null {
  const groups: RowGroups<CellContent> = rowGroups(table).map(rows =>
    rows.flatMap(row => {
      const cells = rowCells(row).map(cell => ({
        value: read(cell, spaces),
        columnSpan: columnSpan(cell),
        rowSpan: rowSpan(cell),
      }))
      return isWidthRow(row, cells) ? [] : [cells]
    }),
  )
  const placed = placeCells(groups, htmlLimits.slots)
  if (!placed) throw new LimitExceeded('slots')
  if (placed.cells.length === 0) return null
  const cells = placed.cells.map(({ value, ...place }): GridCell => {
    const cell = { ...place, text: value.text, ...(value.doubtful ? { confidence: doubtfulConfidence } : {}) }
    return value.image ? { ...cell, image: true } : cell
  })
  return { kind: 'grid', rows: placed.rows, columns: placed.columns, cells }
}
