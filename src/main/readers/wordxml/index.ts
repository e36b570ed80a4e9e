import { message } from '../../../shared/messages/index.ts'
import { declaredEncoding, decodeText } from '../common/encoding.ts'
import type { HolderReader } from '../common/reading.ts'
import { parseXml, xmlLimits } from '../common/xml/parse.ts'
import { child, childrenNamed, isXmlElement, type XmlElement } from '../common/xml/tree.ts'
import { writeXml } from '../common/xml/write.ts'
import { convert2003, pictureId } from './word2003.ts'

/** Word documents that are one XML file: Word 2003 XML, and a package written flat (“Word XML 文档”). Both become parts for the DOCX reader. */

const encode = (root: XmlElement) => new TextEncoder().encode(writeXml(root))

/** Flat OPC: pkg:part holds each part's name and its tree. */
function packageParts(root: XmlElement): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  for (const part of childrenNamed(root, 'pkg:part')) {
    const name = (part.attributes.get('pkg:name') ?? '').replace(/^\/+/, '')
    const content = child(part, 'pkg:xmlData')?.children.find(isXmlElement)
    if (content && name !== '') parts.set(name, encode(content))
  }
  return parts
}

function parts2003(root: XmlElement): Map<string, Uint8Array> {
  const converted = convert2003(root)
  if (!converted) return new Map()
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
  const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${pictureId}" Type="${type}" Target="media/picture.png"/></Relationships>`
  return new Map([
    ['word/document.xml', encode(converted.document)],
    ['word/styles.xml', encode(converted.styles)],
    ['word/footnotes.xml', encode(converted.footnotes)],
    ['word/_rels/document.xml.rels', new TextEncoder().encode(relationships)],
  ])
}

/** Reads a Word document that is one XML file. */
export const readWordXml: HolderReader = async (bytes, file, others) => {
  const decoded = decodeText(bytes, declaredEncoding(bytes))
  const parsed = parseXml(decoded.text)
  if (!parsed.ok) {
    const problem =
      parsed.why === 'doctype'
        ? message('office.unsafeParts', { file, part: 'XML' })
        : parsed.why === 'tooLarge'
          ? message('office.tooLarge', { file, part: 'XML', ...xmlLimits })
          : message('office.damaged', { file }, null, parsed.detail)
    return { format: 'wordxml', document: null, messages: [problem] }
  }
  const { root } = parsed
  const parts = root.name === 'pkg:package' ? packageParts(root) : parts2003(root)
  const reading = await others.wordParts(parts, file)
  const document = reading.document && { ...reading.document, format: 'wordxml' as const }
  return { ...reading, format: 'wordxml', document }
}
