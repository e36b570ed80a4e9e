import { child, element, integer, isXmlElement, type XmlElement, type XmlNode } from '../../common/xml/tree.ts'
import { setting } from '../styles.ts'

/**
 * Puts right what mammoth 1.13 misreads in tables: columns that a row leaves out at its left, cells merged sideways the old way
 * (w:hMerge), and a cell that says it goes on from above where nothing above it does (mammoth would add it to whatever stood last in
 * its column, however far up and however wide).
 */

/** Word's own limit is 63 columns. */
const mostColumns = 1_000

const spanOf = (cell: XmlElement) =>
  Math.min(Math.max(integer(setting(child(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1, 1), mostColumns)

function isCell(node: XmlNode): node is XmlElement {
  return isXmlElement(node) && node.name === 'w:tc'
}

/** A table's own cells and rows; the table itself is returned. */
export function repairTable(table: XmlElement): readonly XmlNode[] {
  let above = new Map<number, number>()
  for (const row of table.children) {
    if (!isXmlElement(row) || row.name !== 'w:tr') continue
    fillBefore(row)
    mergeSideways(row)
    above = checkMerges(row, above)
  }
  return [table]
}

function setProperties(cell: XmlElement, change: (properties: XmlElement) => void): void {
  let properties = child(cell, 'w:tcPr')
  if (!properties) {
    properties = element('w:tcPr', [])
    cell.children.unshift(properties)
  }
  change(properties)
}

function setSpan(cell: XmlElement, span: number): void {
  setProperties(cell, properties => {
    properties.children = properties.children.filter(node => !(isXmlElement(node) && node.name === 'w:gridSpan'))
    properties.children.push(element('w:gridSpan', [['w:val', String(span)]]))
  })
}

function fillBefore(row: XmlElement): void {
  const columns = integer(setting(child(row, 'w:trPr'), 'w:gridBefore')) ?? 0
  if (columns < 1 || columns > mostColumns) return
  const cell = element('w:tc', [], [element('w:p', [])])
  if (columns > 1) setSpan(cell, columns)
  const first = row.children.findIndex(isCell)
  row.children.splice(first < 0 ? row.children.length : first, 0, cell)
}

function mergeSideways(row: XmlElement): void {
  if (!row.children.some(node => isCell(node) && child(child(node, 'w:tcPr'), 'w:hMerge'))) return
  let target: XmlElement | null = null
  row.children = row.children.filter(node => {
    if (!isCell(node)) return true
    const merge = child(child(node, 'w:tcPr'), 'w:hMerge')
    if (merge && merge.attributes.get('w:val') !== 'restart' && target) {
      setSpan(target, Math.min(spanOf(target) + spanOf(node), mostColumns))
      // Word shows the first cell only, but what someone wrote into the others must not be lost.
      target.children.push(...node.children.filter(item => isXmlElement(item) && item.name !== 'w:tcPr'))
      return false
    }
    target = merge ? node : null
    return true
  })
}

/** `above` holds, by column, the width of each cell of the row above that a merge may go on from; the same for this row is returned. */
function checkMerges(row: XmlElement, above: ReadonlyMap<number, number>): Map<number, number> {
  const open = new Map<number, number>()
  let column = 0
  for (const cell of row.children) {
    if (!isCell(cell)) continue
    const span = spanOf(cell)
    const merge = child(child(cell, 'w:tcPr'), 'w:vMerge')
    if (merge) {
      const goesOn = merge.attributes.get('w:val') !== 'restart'
      if (!goesOn || above.get(column) !== span) merge.attributes.set('w:val', 'restart')
      else merge.attributes.set('w:val', 'continue')
      open.set(column, span)
    }
    column += span
  }
  return open
}
