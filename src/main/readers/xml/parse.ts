import { SaxesParser } from 'saxes'
import { prefixOf } from './names.ts'
import { element, type XmlElement } from './tree.ts'

/** XML text → tree, within limits. No document type is accepted, so no entities but the five of XML itself are ever replaced. */

export type XmlLimits = { readonly depth: number; readonly elements: number }
export const xmlLimits: XmlLimits = { depth: 256, elements: 250_000 }

export type ParsedXml =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly why: 'malformed' | 'doctype' | 'tooLarge'; readonly detail: string }

/** Thrown to get out of the parser; never leaves this file. */
class Stop extends Error {
  readonly why: 'malformed' | 'doctype' | 'tooLarge'
  constructor(why: 'malformed' | 'doctype' | 'tooLarge', detail: string) {
    super(detail)
    this.why = why
  }
}

const nameOf = (tag: { readonly uri: string; readonly local: string }) => {
  const prefix = prefixOf(tag.uri)
  return prefix === '' ? tag.local : `${prefix}:${tag.local}`
}

/** Parses a whole document. */
export function parseXml(text: string, limits: XmlLimits = xmlLimits): ParsedXml {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const top = element('', [])
  const open: XmlElement[] = [top]
  let elements = 0
  const add = (piece: string) => {
    if (open.length > 1) open.at(-1)?.children.push(piece)
  }
  parser.on('error', error => {
    throw new Stop('malformed', error.message)
  })
  parser.on('doctype', () => {
    throw new Stop('doctype', 'document type')
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('opentag', tag => {
    elements += 1
    if (elements > limits.elements || open.length > limits.depth) {
      throw new Stop('tooLarge', `more than ${limits.elements} elements or ${limits.depth} levels`)
    }
    const node = element(nameOf(tag), [])
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')
        node.attributes.set(nameOf(attribute), attribute.value)
    }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  try {
    parser.write(text.replace(/^\ufeff/, '')).close()
  } catch (error) {
    if (error instanceof Stop) return { ok: false, why: error.why, detail: error.message }
    throw error
  }
  const root = top.children.find(node => typeof node !== 'string')
  return root ? { ok: true, root } : { ok: false, why: 'malformed', detail: 'no element' }
}
