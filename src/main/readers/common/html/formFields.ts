import { defaultTreeAdapter } from 'parse5'
import { attribute, type Element, isElement, isText, isUnseen, type Node } from './nodes.ts'

/**
 * Fields of forms, as pages on which a report was filled in hold them: a browser shows their values as it shows text, so they are made text
 * here (HTML §4.10). What shows no value, or one that the saved page does not hold, is told of instead.
 */

/** Types of input that show nothing of a report: buttons, and what is not to be read. */
const nothing = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'file', 'password', 'color'])
/** Types of input that say something by how they look. */
const looks = new Set(['checkbox', 'radio', 'range'])

/** Fields whose value is not text, or not in the page. */
const unread = new WeakSet<Element>()

/** In document order, by hand and not by recursion: see survey.ts. */
function* under(nodes: readonly Node[]): Generator<Node> {
  const waiting = [...nodes].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    if (!isElement(node) || isUnseen(node)) continue
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const inner = node.childNodes[at]
      if (inner) waiting.push(inner)
    }
  }
}

const textIn = (element: Element): string =>
  [...under(element.childNodes)].map(node => (isText(node) ? node.value : '')).join('')

/** What an input shows; null where that is no text that could be read. */
function inputText(input: Element): string | null {
  const type = (attribute(input, 'type') ?? 'text').trim().toLowerCase()
  if (nothing.has(type)) return ''
  const value = attribute(input, 'value')
  if (looks.has(type) || value === null) return null
  // A browser leaves a field for numbers empty where its value is none (§4.10.5.1.12).
  return type === 'number' && !/^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value.trim()) ? '' : value
}

const isList = (select: Element): boolean =>
  attribute(select, 'multiple') !== null || Number(attribute(select, 'size') ?? '1') > 1

/** The option that a select shows: the last one selected, or the first that can be (§4.10.7). Of a list only one that is selected alone. */
function selectText(select: Element): string | null {
  const elements = [...under(select.childNodes)].filter(isElement)
  const options = elements.filter(({ tagName }) => tagName === 'option')
  const selected = options.filter(option => attribute(option, 'selected') !== null)
  const first = options.find(option => attribute(option, 'disabled') === null)
  const shown = isList(select) ? (selected.length === 1 ? selected[0] : undefined) : (selected.at(-1) ?? first)
  return shown ? attribute(shown, 'label') || textIn(shown) : null
}

/** Looks no deeper than one step, so that gauges in gauges take no time with the square of their number. */
const isBare = (element: Element): boolean => element.childNodes.every(node => isText(node) && node.value.trim() === '')

function setText(field: Element, text: string | null): void {
  if (text === null) unread.add(field)
  field.childNodes = []
  if (text) defaultTreeAdapter.insertText(field, text)
}

/** Puts what fields show into the tree, as their text. To be done before it is asked what is seen. */
export function fillFields(nodes: readonly Node[]): void {
  for (const element of under(nodes)) {
    if (!isElement(element)) continue
    if (element.tagName === 'input') setText(element, inputText(element))
    else if (element.tagName === 'select') setText(element, selectText(element))
    // Gauges say how much by a picture; the text inside is for browsers that draw none.
    else if ((element.tagName === 'meter' || element.tagName === 'progress') && isBare(element)) unread.add(element)
  }
}

/** Whether an element has a ground and a colour of its own, unless it is told otherwise. */
export const isField = ({ tagName }: Element): boolean =>
  tagName === 'input' || tagName === 'select' || tagName === 'textarea'

/** Below this length the text of a field of several lines bids to write something. */
const shortText = 30

/** Whether an element outside of the tables of a report is a field of the page and not of the text: a search, a list of links, a remark to be written. */
export function isControl(element: Element): boolean {
  if (!isField(element)) return false
  const text = textIn(element).trim()
  return !/^-?\d[\d,.]*$/.test(text) && (element.tagName !== 'textarea' || text.length < shortText)
}

/** Whether what the element shows cannot be read: a tick, a gauge, or a field whose value is not in the page. */
export const isUnreadField = (element: Element): boolean => unread.has(element)

const holdsUnread = (element: Element): boolean =>
  element.childNodes.some(node => isElement(node) && (unread.has(node) || holdsUnread(node)))

/** Whether nothing stands in a cell but such a field. */
export function isUnreadCell(cell: Element): boolean {
  if (!holdsUnread(cell)) return false
  const nodes = [...under(cell.childNodes)].filter(node => !isElement(node) || !isUnseen(node))
  const hasText = nodes.some(node => isText(node) && node.value.trim() !== '')
  return !hasText && nodes.some(node => isElement(node) && unread.has(node))
}
