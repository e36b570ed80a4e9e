import { namespaceOf } from './names.ts'
import type { XmlElement, XmlNode } from './tree.ts'

/** Tree → XML text, every namespace declared at the root. */

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// A bare carriage return, tab or line feed in an attribute would be read back as a space.
const escaped = (text: string) =>
  /[&<>"\r\n\t]/.test(text)
    ? text.replace(/[&<>"\r\n\t]/g, character => escapes[character] ?? `&#${character.charCodeAt(0)};`)
    : text

function prefix(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? '' : name.slice(0, colon)
}

function write(node: XmlNode, pieces: string[], used: Set<string>): void {
  if (typeof node === 'string') {
    pieces.push(escaped(node))
    return
  }
  used.add(prefix(node.name))
  pieces.push('<', node.name)
  for (const [name, value] of node.attributes) {
    used.add(prefix(name))
    pieces.push(' ', name, '="', escaped(value), '"')
  }
  if (node.children.length === 0) {
    pieces.push('/>')
    return
  }
  pieces.push('>')
  for (const inner of node.children) write(inner, pieces, used)
  pieces.push('</', node.name, '>')
}

/** Writes a tree as a document. */
export function writeXml(root: XmlElement): string {
  const pieces: string[] = []
  const used = new Set<string>()
  write(root, pieces, used)
  const declarations = [...used]
    .filter(name => name !== '' && name !== 'xml')
    .map(name => ` xmlns:${name}="${namespaceOf(name)}"`)
    .join('')
  pieces[1] = `${root.name}${declarations}`
  return `<?xml version="1.0" encoding="UTF-8"?>${pieces.join('')}`
}
