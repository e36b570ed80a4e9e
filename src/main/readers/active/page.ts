import type { DefaultTreeAdapterTypes } from 'parse5'
import type { ActiveContent } from '../../../shared/data/inspection.ts'
import { declaredEncoding, decodeText, encodingOf } from '../common/encoding.ts'
import { LimitExceeded, parseWithin } from '../common/html/parse.ts'
import { bytesOf, leaves, readMimeParts } from '../common/mime/parts.ts'

/** Looks for active content in web pages, alone or in a saved archive or a mail. */

type Found = ActiveContent['found'][number]
type Element = DefaultTreeAdapterTypes.Element
const looked = ['script', 'embedded', 'external'] as const

const embedding = new Set(['object', 'embed', 'applet', 'iframe', 'frame'])
/** Attributes that a browser fetches by itself; `href` only of link elements. */
const fetched = new Set(['src', 'data', 'background', 'poster', 'srcset', 'codebase'])
const elsewhere = /^\s*(?:https?:|ftp:|file:|\/\/)/i
const scripted = /^[\s\p{Cc}]*(?:javascript|vbscript):/iu

function inElement({ tagName, attrs }: Element): readonly Found[] {
  const found: Found[] = []
  if (tagName === 'script') {
    const type = attrs.find(item => item.name === 'type')?.value ?? ''
    // Data blocks are never run (HTML, 4.12.1).
    if (!/json/i.test(type)) found.push({ kind: 'script', where: '<script>' })
  }
  if (embedding.has(tagName)) found.push({ kind: 'embedded', where: `<${tagName}>` })
  for (const { name, value } of attrs) {
    if (/^on[a-z]+$/.test(name)) found.push({ kind: 'script', where: `${tagName} ${name}` })
    else if (scripted.test(value)) found.push({ kind: 'script', where: `${tagName} ${name}` })
    else if (elsewhere.test(value) && (fetched.has(name) || (tagName === 'link' && name === 'href')))
      found.push({ kind: 'external', where: value.trim().slice(0, 200) })
    else if (name === 'style' && /url\(\s*["']?(?:https?:|\/\/)/i.test(value))
      found.push({ kind: 'external', where: `${tagName} style` })
  }
  return found
}

/** One web page. */
export function activeInPage(text: string): ActiveContent {
  try {
    const found: Found[] = []
    const open: DefaultTreeAdapterTypes.ParentNode[] = [parseWithin(text).tree]
    for (let node = open.pop(); node; node = open.pop()) {
      if ('tagName' in node) found.push(...inElement(node))
      if ('content' in node) open.push(node.content)
      for (const child of node.childNodes) if ('childNodes' in child) open.push(child)
    }
    return { looked, found, partial: false }
  } catch (error) {
    if (error instanceof LimitExceeded) return { looked, found: [], partial: true }
    throw error
  }
}

/** A saved web archive or a mail: every page in it, and attachments. Resources of the page itself lie in the file and are not fetched. */
export function activeInMail(bytes: Uint8Array): ActiveContent {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const { root, cut } = readMimeParts(text)
  const found: Found[] = []
  let partial = cut
  const own = new Set(leaves(root).map(part => part.headers.get('content-location')?.trim()))
  for (const part of leaves(root)) {
    if (/^(?:text\/html|application\/xhtml\+xml)$/.test(part.type.value)) {
      const content = bytesOf(text, part)
      const declared = encodingOf(part.type.parameters.get('charset') ?? '') ?? declaredEncoding(content)
      const page = activeInPage(decodeText(content, declared).text)
      found.push(...page.found.filter(one => one.kind !== 'external' || !own.has(one.where)))
      partial ||= page.partial
    } else if (/^attachment\b/i.test(part.headers.get('content-disposition') ?? ''))
      found.push({ kind: 'embedded', where: part.type.value || 'attachment' })
  }
  return { looked, found, partial }
}
