import type { Random } from '../../../corpus/random.ts'

/** Changes to markup that leave every element closed: strict parsers refuse anything else before a reader of ours sees it. */

type Element = { readonly from: number; readonly opened: number; readonly closing: number; readonly to: number }

const tag = /<(\/?)([\w:.-]+)([^<>]*?)(\/?)>/g

/** All elements that are properly closed, as ranges of the text. */
function elementsOf(text: string): readonly Element[] {
  const open: { name: string; from: number; opened: number }[] = []
  const elements: Element[] = []
  for (const found of text.matchAll(tag)) {
    const [whole, slash, name = '', , empty] = found
    const to = found.index + whole.length
    if (empty) elements.push({ from: found.index, opened: to, closing: to, to })
    else if (!slash) open.push({ name, from: found.index, opened: to })
    else {
      const last = open.pop()
      if (last?.name !== name) return elements
      elements.push({ from: last.from, opened: last.opened, closing: found.index, to })
    }
  }
  return elements
}

const values = [
  '0',
  '-1',
  '1',
  '255',
  '63',
  '65535',
  '2147483647',
  '99999999999',
  'on',
  'restart',
  '',
  'continue',
  'x',
  'NaN',
]
const most = 3_000_000
const length = (random: Random, limit: number): number => Math.ceil(limit ** random.next())
const repeated = (text: string, times: number): string =>
  text.repeat(Math.min(times, Math.ceil(most / (text.length + 1))))

type Change = (text: string, one: Element, two: Element, random: Random) => string

const cut = (text: string, from: number, to: number, put: string): string => text.slice(0, from) + put + text.slice(to)

const changes = {
  drop: (text, one) => cut(text, one.from, one.to, ''),
  unwrap: (text, one) => cut(text, one.from, one.to, text.slice(one.opened, one.closing)),
  empty: (text, one) => cut(text, one.opened, one.closing, ''),
  copies: (text, one, _, random) =>
    cut(text, one.to, one.to, repeated(text.slice(one.from, one.to), length(random, 5_000))),
  graft: (text, one, two) => cut(text, two.opened, two.opened, text.slice(one.from, one.to)),
  exchange: (text, one, two) => cut(text, one.from, one.to, text.slice(two.from, two.to)),
  /** The element in itself, again and again. */
  depth: (text, one, _, random) => {
    const times = length(random, 5_000)
    const inner = text.slice(one.opened, one.closing)
    const end = text.slice(one.closing, one.to)
    return cut(text, one.from, one.to, repeated(text.slice(one.from, one.opened), times) + inner + repeated(end, times))
  },
  attribute: (text, one, _, random) => {
    const head = text.slice(one.from, one.opened)
    return cut(
      text,
      one.from,
      one.opened,
      head.replace(/"[^"]*"/g, old => (random.chance(0.5) ? `"${random.pick(values)}"` : old)),
    )
  },
} as const satisfies Record<string, Change>
const names = ['drop', 'unwrap', 'empty', 'copies', 'graft', 'exchange', 'depth', 'attribute', 'attribute'] as const

/** One to six random changes of markup, or null where there is none. */
export function mutateElements(markup: string, random: Random): { text: string; did: string } | null {
  let text = markup
  const did: string[] = []
  for (let left = random.whole(1, 6); left > 0 && text.length < most; left--) {
    const elements = elementsOf(text)
    if (elements.length === 0) break
    const name = random.pick(names)
    const [one, two] = [random.pick(elements), random.pick(elements)]
    // Copies of a whole document double it each time: small elements come up as often as large ones.
    if (name === 'depth' && one.opened === one.closing) continue
    did.push(name)
    text = changes[name](text, one, two, random)
  }
  return did.length > 0 ? { text, did: `elements ${did.join('+')}` } : null
}
