import { child, element, isXmlElement, type XmlElement, type XmlNode } from '../../common/xml/tree.ts'

/** A paragraph whose mark was deleted, or moved away, goes on in the next one, whose properties hold for both (17.13.5.15). */
export function joinDeleted(container: XmlElement): XmlElement {
  if (!container.children.some(isMarkDeleted)) return container
  const joined: XmlNode[] = []
  let waiting: XmlNode[] = []
  for (const node of container.children) {
    if (isMarkDeleted(node)) {
      waiting.push(...node.children.filter(item => !(isXmlElement(item) && item.name === 'w:pPr')))
      continue
    }
    if (waiting.length > 0 && isXmlElement(node)) {
      if (node.name === 'w:p') {
        const properties = node.children.filter(item => isXmlElement(item) && item.name === 'w:pPr')
        node.children = [...properties, ...waiting, ...node.children.filter(item => !properties.includes(item))]
      } else joined.push(element('w:p', [], waiting))
      waiting = []
    }
    joined.push(node)
  }
  if (waiting.length > 0) joined.push(element('w:p', [], waiting))
  container.children = joined
  return container
}

function isMarkDeleted(node: XmlNode): node is XmlElement {
  if (!isXmlElement(node) || node.name !== 'w:p') return false
  return child(child(child(node, 'w:pPr'), 'w:rPr'), 'w:del', 'w:moveFrom') !== undefined
}
