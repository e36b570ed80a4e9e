import { defaultTreeAdapter, parse } from 'parse5'
import { attribute, type Element, type HtmlDocument, isElement } from './nodes.ts'

/** Parsing within limits; parse5 itself has none. */

export const htmlLimits = { depth: 256, elements: 500_000, cells: 20_000, rows: 20_000, slots: 1_000_000 } as const
export type HtmlLimit = keyof typeof htmlLimits

/** Thrown to get out of parse5 and the walk over its tree; caught in content.ts and turned into a message. */
export class LimitExceeded extends Error {
  readonly limit: HtmlLimit
  constructor(limit: HtmlLimit) {
    super(`more than ${htmlLimits[limit]} ${limit}`)
    this.limit = limit
  }
}

export type ParsedPage = {
  readonly tree: HtmlDocument
  /** Frames in the page: its text may be in other files. */
  readonly frames: number
}

/** Frames that carry their page with them (srcdoc), also inside each other; more are an attack. */
const mostInlineFrames = 20

/** Parses a page; throws LimitExceeded. Nothing is loaded and nothing is run; a frame's page that is in the file is put in its place. */
export function parseWithin(text: string): ParsedPage {
  const counts = { elements: 0, cells: 0, rows: 0 }
  let depth = 0
  let frames = 0
  const inline: Element[] = []
  const count = (what: keyof typeof counts) => {
    counts[what] += 1
    if (counts[what] > htmlLimits[what]) throw new LimitExceeded(what)
  }
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(tagName, namespaceURI, attrs) {
      count('elements')
      if (tagName === 'td' || tagName === 'th') count('cells')
      if (tagName === 'tr') count('rows')
      const element = defaultTreeAdapter.createElement(tagName, namespaceURI, attrs)
      if (tagName === 'iframe' && attribute(element, 'srcdoc')) inline.push(element)
      else if (tagName === 'frame' || tagName === 'iframe') frames += 1
      return element
    },
    onItemPush() {
      depth += 1
      if (depth > htmlLimits.depth) throw new LimitExceeded('depth')
    },
    onItemPop() {
      depth -= 1
    },
  }
  const tree = parse(text, { treeAdapter, scriptingEnabled: false })
  for (let at = 0; at < Math.min(inline.length, mostInlineFrames); at++) {
    const frame = inline[at]
    if (!frame) break
    depth = 0
    const page = parse(attribute(frame, 'srcdoc') ?? '', { treeAdapter, scriptingEnabled: false })
    const html = page.childNodes.filter(isElement).find(node => node.tagName === 'html')
    const body = html?.childNodes.filter(isElement).find(node => node.tagName === 'body')
    frame.tagName = 'div'
    frame.nodeName = 'div'
    frame.childNodes = body?.childNodes ?? []
  }
  return { tree, frames }
}
