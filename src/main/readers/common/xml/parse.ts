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

/** The namespaces declared at one element, and behind them those of its ancestors. */
class Scope {
  readonly #declared: ReadonlyMap<string, string>
  readonly #outer: Scope | null
  /** Names as the file writes them → ours. One document uses a few names over and over. */
  readonly #elements = new Map<string, string>()
  readonly #attributes = new Map<string, string>()

  constructor(declared: ReadonlyMap<string, string>, outer: Scope | null) {
    this.#declared = declared
    this.#outer = outer
  }

  #namespace(prefix: string): string | undefined {
    const own = this.#declared.get(prefix)
    return own === undefined && this.#outer !== null ? this.#outer.#namespace(prefix) : own
  }

  element(name: string): string {
    const known = this.#elements.get(name)
    if (known !== undefined) return known
    const colon = name.indexOf(':')
    const made = colon < 0 ? named(prefixOf(this.#namespace('') ?? ''), name) : this.#prefixed(name, colon)
    this.#elements.set(name, made)
    return made
  }

  /** A default namespace does not hold for attributes (Namespaces in XML 1.0, 6.2). */
  attribute(name: string): string {
    const colon = name.indexOf(':')
    if (colon < 0) return name
    const known = this.#attributes.get(name)
    if (known !== undefined) return known
    const made = this.#prefixed(name, colon)
    this.#attributes.set(name, made)
    return made
  }

  #prefixed(name: string, colon: number): string {
    const namespace = this.#namespace(name.slice(0, colon))
    if (!namespace) throw new Stop('malformed', `unbound namespace prefix: ${name}`)
    return named(prefixOf(namespace), name.slice(colon + 1))
  }
}

const named = (prefix: string, local: string) => (prefix === '' ? local : `${prefix}:${local}`)
const outermost = new Scope(new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]), null)

type Attributes = (readonly [name: string, value: string])[]

const declares = (name: string) => name.startsWith('xmlns') && (name.length === 5 || name.charAt(5) === ':')

/** The scope inside a tag: the same where it declares nothing. */
function scopeOf(attributes: Attributes, outer: Scope): Scope {
  const declared = attributes.filter(([name]) => declares(name))
  if (declared.length === 0) return outer
  return new Scope(new Map(declared.map(([name, namespace]) => [name.slice(6), namespace])), outer)
}

/** Parses a whole document. Namespaces are resolved here: saxes can, but takes half as long again for it (measured with 6.0). */
export function parseXml(text: string, limits: XmlLimits = xmlLimits): ParsedXml {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const top = element('', [])
  const open: XmlElement[] = [top]
  const scopes: Scope[] = [outermost]
  let elements = 0
  // Gathered as they come: the object saxes keeps them in is slow to go through.
  let attributes: Attributes = []
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
  parser.on('attribute', ({ name, value }) => {
    attributes.push([name, value])
  })
  parser.on('opentag', tag => {
    elements += 1
    if (elements > limits.elements || open.length > limits.depth) {
      throw new Stop('tooLarge', `more than ${limits.elements} elements or ${limits.depth} levels`)
    }
    const outer = scopes.at(-1) ?? outermost
    const scope = attributes.length === 0 ? outer : scopeOf(attributes, outer)
    const node = element(scope.element(tag.name), [])
    for (const [name, value] of attributes) if (!declares(name)) node.attributes.set(scope.attribute(name), value)
    attributes = []
    open.at(-1)?.children.push(node)
    open.push(node)
    scopes.push(scope)
  })
  parser.on('closetag', () => {
    open.pop()
    scopes.pop()
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
