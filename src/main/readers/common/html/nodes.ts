import type { DefaultTreeAdapterTypes } from 'parse5'

/** Small questions to parse5's nodes. */

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type HtmlDocument = DefaultTreeAdapterTypes.Document

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text'
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find(item => item.name === name)?.value ?? null
}

/** Elements whose content is not part of what a reader of the page sees. */
const unseen = new Set(
  'script style template noscript head iframe frame object embed applet svg math audio video canvas datalist noframes xml'.split(
    ' ',
  ),
)

/**
 * Whether the element and all in it take no place on the page. What takes place and shows nothing has lost its text before (seen.ts). mso-hide is
 * Word's hidden text, xml its data islands.
 */
export function isUnseen(element: Element): boolean {
  if (unseen.has(element.tagName)) return true
  if (attribute(element, 'hidden') !== null) return true
  const style = attribute(element, 'style')
  return style !== null && /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style)
}

const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
)

/** Whether a browser begins a new line before and after the element. */
export function isBlock(element: Element): boolean {
  return blocks.has(element.tagName)
}

/** Whether an image is only a spacer or a counting pixel. */
export function isSpacer(image: Element): boolean {
  const small = (value: string | null) => value !== null && /^\s*[0-3](?:px)?\s*$/.test(value)
  return small(attribute(image, 'width')) || small(attribute(image, 'height'))
}

const struckOut = new Set(['s', 'strike', 'del'])

/** Whether the text in the element is struck out. */
export function isStruckOut(element: Element): boolean {
  if (struckOut.has(element.tagName)) return true
  return /text-decoration[^;]*line-through/i.test(attribute(element, 'style') ?? '')
}
