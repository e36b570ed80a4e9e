import { attribute, type Element, isElement, isText, type Node } from './nodes.ts'
import { htmlLimits, LimitExceeded } from './parse.ts'

/** One look over the whole page before it is read: signs that its text is elsewhere, and tables that are built of other elements. */

export type PageSigns = {
  readonly scripts: number
  /** Han characters inside scripts: text that the page would only show when run. */
  readonly scriptHan: number
  /** A link to a next page of the same text. */
  readonly paged: boolean
}

/** Elements that are tables by their style read as the table elements they stand for. Style sheets are not looked at. */
const byDisplay: ReadonlyMap<string, string> = new Map([
  ['table', 'table'],
  ['inline-table', 'table'],
  ['table-row-group', 'tbody'],
  ['table-header-group', 'thead'],
  ['table-footer-group', 'tfoot'],
  ['table-row', 'tr'],
  ['table-cell', 'td'],
])
const generic = new Set('div span p ul ol li dl dt dd section article'.split(' '))

/** Tells whether the element now counts as a cell. */
function takeDisplay(element: Element, under: string): boolean {
  if (!generic.has(element.tagName)) return false
  const display = /(?:^|;)\s*display\s*:\s*([\w-]+)/i.exec(attribute(element, 'style') ?? '')?.[1]
  const name = display === undefined ? undefined : byDisplay.get(display.toLowerCase())
  // A cell without a row, as style sheets use it to centre things, is no table.
  const fits =
    name === 'table' ||
    (name === 'td' ? under === 'tr' : name === 'tr' ? /^(?:table|t\w+)$/.test(under) : under === 'table')
  if (name === undefined || !fits) return false
  element.tagName = name
  element.nodeName = name
  return name === 'td'
}

const nextPage = /^[\s>›»]*(?:下一页|下页|后一页)[\s>›»]*$/

function isNextLink(element: Element): boolean {
  if (element.tagName !== 'a') return false
  const target = attribute(element, 'href') ?? ''
  if (target === '' || target.startsWith('#') || /^javascript:\s*(?:void|;|$)/i.test(target)) return false
  const text = element.childNodes.map(node => (isText(node) ? node.value : '')).join('')
  return text.length < 40 && nextPage.test(text)
}

const countHan = (text: string) => text.match(/[\u4e00-\u9fff]|\\u[4-9][0-9a-f]{3}/gi)?.length ?? 0

/** Looks over the page; throws LimitExceeded. By hand and not by recursion: repairing markup can make a tree deeper than its markup. */
export function survey(nodes: readonly Node[]): PageSigns {
  let [scripts, scriptHan, cells, paged] = [0, 0, 0, false]
  const waiting: { readonly node: Node; readonly under: string }[] = nodes.map(node => ({ node, under: '' })).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, under } = next
    if (!isElement(node)) continue
    if (takeDisplay(node, under)) cells += 1
    if (cells > htmlLimits.cells) throw new LimitExceeded('cells')
    if (node.tagName === 'script') {
      scripts += 1
      for (const inner of node.childNodes) if (isText(inner)) scriptHan += countHan(inner.value)
    }
    paged ||= isNextLink(node)
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const inner = node.childNodes[at]
      if (inner) waiting.push({ node: inner, under: node.tagName })
    }
  }
  return { scripts, scriptHan, paged }
}
