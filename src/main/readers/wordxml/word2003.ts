import { child, descendants, element, isXmlElement, type XmlElement, type XmlNode } from '../common/xml/tree.ts'

/** Word 2003 XML (WordprocessingML 1.0) in the words of its successor, so that one reader serves for both. */

const renamed: Readonly<Record<string, string>> = { 'w:vmerge': 'w:vMerge', 'w:hmerge': 'w:hMerge' }

type Notes = { readonly list: XmlElement[] }

/** The name by which the pictures of the document are related: they are all one, as only their being there is told. */
export const pictureId = 'picture'

export type ConvertedWord2003 = {
  readonly document: XmlElement
  readonly styles: XmlElement
  readonly footnotes: XmlElement
}

/** Converts a w:wordDocument. Null where it has no body. */
export function convert2003(root: XmlElement): ConvertedWord2003 | null {
  const body = child(root, 'w:body')
  if (!body) return null
  const notes: Notes = { list: [] }
  body.children = convertAll(body.children, notes)
  return {
    document: element('w:document', [], [body]),
    styles: child(root, 'w:styles') ?? element('w:styles', []),
    footnotes: element('w:footnotes', [], [...notes.list]),
  }
}

function convertAll(nodes: readonly XmlNode[], notes: Notes): XmlNode[] {
  return nodes.flatMap(node => (isXmlElement(node) ? convertOne(node, notes) : [node]))
}

function convertOne(node: XmlElement, notes: Notes): readonly XmlNode[] {
  switch (node.name) {
    case 'wx:sect':
    case 'wx:sub-section':
      return convertAll(node.children, notes)
    case 'aml:annotation':
      return annotation(node, notes)
    case 'w:p':
      return [paragraph(node, notes)]
    case 'w:footnote':
    case 'w:endnote':
      return [note(node, notes)]
    case 'w:binData':
      return []
    case 'v:imagedata':
      return [element('v:imagedata', [['r:id', pictureId]])]
    default:
      // Hints for other programs; the number of a list item is taken from them in its paragraph.
      if (node.name.startsWith('wx:')) return []
      node.name = renamed[node.name] ?? node.name
      node.children = convertAll(node.children, notes)
      return [node]
  }
}

function annotation(node: XmlElement, notes: Notes): readonly XmlNode[] {
  const type = node.attributes.get('w:type') ?? ''
  const content = convertAll(child(node, 'aml:content')?.children ?? [], notes)
  if (type === 'Word.Deletion') return [element('w:del', [], content)]
  if (type === 'Word.Insertion') return [element('w:ins', [], content)]
  // Bookmarks are empty; the text of a comment is none of the document's.
  return type === 'Word.Comment' ? [] : content
}

function note(node: XmlElement, notes: Notes): XmlElement {
  const id = String(notes.list.length + 1)
  notes.list.push(element('w:footnote', [['w:id', id]], convertAll(node.children, notes)))
  return element('w:footnoteReference', [['w:id', id]])
}

/** Word writes beside each numbered paragraph the number it shows (w:listPr/wx:t). */
function paragraph(node: XmlElement, notes: Notes): XmlElement {
  const properties = child(node, 'w:pPr')
  const list = child(properties, 'w:listPr')
  const label = (list ? [...descendants(list, 'wx:t')] : []).map(item => item.attributes.get('wx:val') ?? '').join('')
  const rest = convertAll(
    node.children.filter(item => item !== properties),
    notes,
  )
  if (properties) properties.children = convertAll(properties.children, notes)
  const number = /[\p{L}\p{N}]/u.test(label)
    ? [element('w:r', [], [element('w:t', [['xml:space', 'preserve']], [spaced(label)])])]
    : []
  node.children = [...(properties ? [properties] : []), ...number, ...rest]
  return node
}

const spaced = (label: string) => (/[\s、．。：；）】》〕]$/.test(label) ? label : `${label} `)
