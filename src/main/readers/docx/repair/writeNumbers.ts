import type { NumberLabels } from '../../common/numberLabels.ts'
import { child, element, integer, isXmlElement, type XmlElement } from '../../common/xml/tree.ts'
import { type DocxStyles, setting } from '../styles.ts'

/** Writes the automatic numbers into the text, in document order: to a reader of the page they are text, and a report's headings need them. */
export function writeNumbers(node: XmlElement, labels: NumberLabels, styles: DocxStyles): void {
  for (const item of node.children) {
    if (!isXmlElement(item)) continue
    // Cells that go on from above are not shown and do not count.
    if (item.name === 'w:tc' && setting(child(item, 'w:tcPr'), 'w:vMerge') === 'continue') continue
    if (item.name === 'w:p') number(item, labels, styles)
    else writeNumbers(item, labels, styles)
  }
}

function number(paragraph: XmlElement, labels: NumberLabels, styles: DocxStyles): void {
  const properties = child(paragraph, 'w:pPr')
  if (!properties) return
  const own = child(properties, 'w:numPr')
  const style = styles.find(setting(properties, 'w:pStyle'))
  const numId = setting(own, 'w:numId') ?? style.numId
  // numId 0 takes the numbering of the style away (17.9.18).
  if (numId === null || numId === undefined || numId === '0') return
  const byStyle = style.numberedBy === null ? null : labels.levelOfStyle(numId, style.numberedBy)
  const level = integer(setting(own, 'w:ilvl')) ?? byStyle ?? style.level ?? 0
  const label = labels.next(numId, level)
  if (label === '') return
  const at = paragraph.children.indexOf(properties) + 1
  paragraph.children.splice(at, 0, element('w:r', [], [element('w:t', [['xml:space', 'preserve']], [label])]))
}
