import { child, element, isXmlElement, textOf, type XmlElement, type XmlNode } from '../../common/xml/tree.ts'
import { type DocxStyles, outlineHeading, setting } from '../styles.ts'

/**
 * The last step before mammoth: only what it is to see. Paragraphs get the one style that says how they stand (see the style map in
 * convert.ts), runs that look alike are joined and properties are dropped: half of mammoth's time went into these.
 */

/** Blocks of the body. */
export function simplifiedBlocks(nodes: readonly XmlNode[], styles: DocxStyles): XmlNode[] {
  return nodes.filter(isXmlElement).map(node => {
    if (node.name === 'w:p') return plainParagraph(node, styleOf(node, styles))
    return node.name === 'w:tbl' ? plainTable(node) : node
  })
}

function plainTable(table: XmlElement): XmlElement {
  table.children = table.children.filter(isXmlElement).map(row => (row.name === 'w:tr' ? plainRow(row) : row))
  return table
}

function plainRow(row: XmlElement): XmlElement {
  row.attributes.clear()
  row.children = row.children.filter(isXmlElement).flatMap(cell => {
    if (cell.name === 'w:trPr') return []
    return cell.name === 'w:tc' ? [plainCell(cell)] : [cell]
  })
  return row
}

/** How the paragraphs of cells stand says nothing. */
function plainCell(cell: XmlElement): XmlElement {
  cell.attributes.clear()
  cell.children = cell.children.filter(isXmlElement).map(node => {
    if (node.name === 'w:p') return plainParagraph(node, null)
    return node.name === 'w:tbl' ? plainTable(node) : node
  })
  return cell
}

/** A heading says more than an alignment. */
function styleOf(paragraph: XmlElement, styles: DocxStyles): string | null {
  const properties = child(paragraph, 'w:pPr')
  const style = styles.find(setting(properties, 'w:pStyle'))
  const own = outlineHeading(properties)
  const heading = own === undefined ? style.heading : own
  if (heading !== null) return `h${heading}`
  const align = setting(properties, 'w:jc') ?? style.align
  return align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : null
}

function plainParagraph(paragraph: XmlElement, style: string | null): XmlElement {
  const kept: XmlElement[] = []
  let joining: XmlElement | null = null
  for (const node of paragraph.children) {
    if (!isXmlElement(node) || node.name === 'w:pPr') continue
    const plain = node.name === 'w:r' && child(node, 'w:rPr') === undefined
    if (plain && joining) for (const item of node.children) joining.children.push(item)
    else kept.push(node)
    if (!plain) joining = null
    else joining ??= node
  }
  for (const node of kept) if (node.name === 'w:r') plainRun(node)
  paragraph.attributes.clear()
  paragraph.children =
    style === null ? kept : [element('w:pPr', [], [element('w:pStyle', [['w:val', style]])]), ...kept]
  return paragraph
}

function plainRun(run: XmlElement): void {
  run.attributes.clear()
  const kept: XmlElement[] = []
  for (const node of run.children) {
    if (!isXmlElement(node)) continue
    const last = kept.at(-1)
    if (node.name !== 'w:t') kept.push(node)
    else if (last?.name === 'w:t') last.children.push(textOf(node))
    else kept.push(element('w:t', [], [textOf(node)]))
  }
  run.children = kept
}
