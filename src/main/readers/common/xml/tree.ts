/** A small XML tree that can be rewritten. Names carry the prefix names.ts gives their namespace, not the one the file chose. */

export type XmlElement = {
  name: string
  readonly attributes: Map<string, string>
  children: XmlNode[]
}
export type XmlNode = XmlElement | string

export function isXmlElement(node: XmlNode | undefined): node is XmlElement {
  return node !== undefined && typeof node !== 'string'
}

export function element(name: string, attributes: readonly (readonly [string, string])[], children: XmlNode[] = []) {
  return { name, attributes: new Map(attributes), children } satisfies XmlElement
}

/** The first child with one of these names. */
export function child(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return parent?.children.find((node): node is XmlElement => isXmlElement(node) && names.includes(node.name))
}

export function childrenNamed(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent?.children.filter((node): node is XmlElement => isXmlElement(node) && node.name === name) ?? []
}

/** All elements of a name at any depth, in document order. */
export function* descendants(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const node of parent.children) {
    if (!isXmlElement(node)) continue
    if (node.name === name) yield node
    yield* descendants(node, name)
  }
}

export function hasDescendant(parent: XmlElement, name: string): boolean {
  return parent.children.some(node => isXmlElement(node) && (node.name === name || hasDescendant(node, name)))
}

/** All text under a node, nothing between. */
export function textOf(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}

/** A whole number from an attribute, or null. */
export function integer(value: string | undefined): number | null {
  return value !== undefined && /^[+-]?\d{1,9}$/.test(value.trim()) ? Number(value) : null
}
