import type { DocumentHints } from '../../../../shared/data/document.ts'
import { attribute, type Element, isElement, isText, type Node } from './nodes.ts'

/** What a page says of itself in its head: title, and facts in its meta elements. */

const named = (nodes: readonly Node[], name: string): readonly Element[] =>
  nodes.filter(isElement).filter(node => node.tagName === name)

const headOf = (nodes: readonly Node[]): readonly Node[] =>
  named(named(nodes, 'html')[0]?.childNodes ?? [], 'head')[0]?.childNodes ?? []

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Text of the page's title element, in its head. */
export function titleOf(nodes: readonly Node[]): string | null {
  const title = named(headOf(nodes), 'title')[0]
  const text = tidy((title?.childNodes ?? []).map(node => (isText(node) ? node.value : '')).join(''))
  return text === '' ? null : text
}

/**
 * The page's own facts in its meta elements, named as 政府网站发展指引 (国办发〔2017〕47号, annex 网页设计规范) asks of government
 * sites: SiteName, ArticleTitle, PubDate, ContentSource. Null where it has none of them.
 */
const hintNames: ReadonlyMap<string, keyof DocumentHints> = new Map([
  ['articletitle', 'title'],
  ['pubdate', 'publishedOn'],
  ['contentsource', 'source'],
  ['sitename', 'site'],
])
/** A hint is a line, not a text. */
const longestHint = 200

export function hintsOf(nodes: readonly Node[]): DocumentHints | null {
  const hints: { -readonly [key in keyof DocumentHints]: string } = {}
  for (const meta of named(headOf(nodes), 'meta')) {
    const key = hintNames.get((attribute(meta, 'name') ?? '').toLowerCase())
    const content = tidy(attribute(meta, 'content') ?? '').slice(0, longestHint)
    if (key !== undefined && content !== '' && hints[key] === undefined) hints[key] = content
  }
  return Object.keys(hints).length === 0 ? null : hints
}
