import { defaultTreeAdapter, parse } from 'parse5'
import type { HtmlDocument } from './nodes.ts'

/** Parsing within limits. parse5 itself has none, and its work grows with the square of the nesting depth. */

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

/** Parses a page; throws LimitExceeded. Nothing is loaded and nothing is run. */
export function parseWithin(text: string): ParsedPage {
  const counts = { elements: 0, cells: 0, rows: 0 }
  let depth = 0
  let frames = 0
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
      if (tagName === 'frame' || tagName === 'iframe') frames += 1
      return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs)
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
  return { tree, frames }
}
