import { superscriptFigures } from '../../common/numerals.ts'
import { child, isXmlElement, textOf, type XmlElement } from '../../common/xml/tree.ts'

/** Formulas (ECMA-376 part 1, 22.1) on one line. What stands above, below or raised must not be read as further figures: ½ is not 12. */
export function formulaText(node: XmlElement): string {
  const part = (name: string) => {
    const found = child(node, name)
    return found ? formulaText(found) : ''
  }
  switch (node.name) {
    case 'm:t':
      return textOf(node)
    case 'm:f':
      return `${part('m:num')}/${part('m:den')}`
    case 'm:sSup':
      return `${part('m:e')}${asExponent(part('m:sup'))}`
    case 'm:sSub':
      return `${part('m:e')}_${part('m:sub')}`
    case 'm:sSubSup':
      return `${part('m:e')}_${part('m:sub')}${asExponent(part('m:sup'))}`
    case 'm:rad':
      return `${asExponent(part('m:deg'))}√(${part('m:e')})`
    case 'm:d':
      return delimited(node)
    default:
      return node.children.map(item => (isXmlElement(item) ? formulaText(item) : '')).join('')
  }
}

const asExponent = (text: string) => (/^\d*$/.test(text) ? superscriptFigures(text) : `^(${text})`)

function delimited(node: XmlElement): string {
  const properties = child(node, 'm:dPr')
  const sign = (name: string, standard: string) => child(properties, name)?.attributes.get('m:val') ?? standard
  const inner = node.children.filter(item => isXmlElement(item) && item.name === 'm:e')
  const texts = inner.map(item => (isXmlElement(item) ? formulaText(item) : ''))
  return `${sign('m:begChr', '(')}${texts.join(sign('m:sepChr', '|'))}${sign('m:endChr', ')')}`
}
