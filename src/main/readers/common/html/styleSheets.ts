import { attribute, type Element, isElement, isText, type Node } from './nodes.ts'

/**
 * Style sheets that stand in the page itself, as far as they decide whether text is seen. Selectors of tags, classes and ids, inside and
 * directly inside each other, are understood; rules with any other selector are passed over, and so are those for print or for narrow windows.
 */

/** Properties by their names, in small letters. */
export type Declarations = ReadonlyMap<string, string>

type Compound = { readonly tag: string; readonly id: string; readonly classes: readonly string[] }
type Rule = {
  /** From the outermost to the element itself; `direct`: the one before is its parent. */
  readonly parts: readonly (Compound & { readonly direct: boolean })[]
  readonly weight: number
  readonly own: Declarations
}

/** The properties that decide whether and how text is seen. */
const wanted =
  /^(?:display|visibility|opacity|color|background|background-color|background-image|font-size|clip|clip-path|position|left|top|right|text-indent|width|height|max-height|overflow|transform|filter|mso-hide)$/

const mostRules = 2_000
const mostText = 1_000_000

/** `color: red; left: 0` → its wanted properties. `!important` is kept in the value. */
export function declarationsIn(text: string): Declarations {
  const own = new Map<string, string>()
  for (const part of text.split(';')) {
    const colon = part.indexOf(':')
    if (colon < 0) continue
    const name = part.slice(0, colon).trim().toLowerCase()
    if (wanted.test(name))
      own.set(
        name,
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      )
  }
  return own
}

function compoundOf(text: string): Compound | null {
  const found = /^([a-z][a-z0-9]*|\*)?((?:[.#][\w\u0080-\uffff-]+)*)$/i.exec(text)
  if (!found || text === '') return null
  const marks = found[2]?.match(/[.#][^.#]+/g) ?? []
  return {
    tag: (found[1] ?? '').replace('*', '').toLowerCase(),
    id: marks.find(mark => mark.startsWith('#'))?.slice(1) ?? '',
    classes: marks.filter(mark => mark.startsWith('.')).map(mark => mark.slice(1)),
  }
}

/** One selector; null where it is not understood. */
function ruleOf(selector: string, own: Declarations): Rule | null {
  const parts: (Compound & { direct: boolean })[] = []
  let direct = false
  for (const word of selector
    .trim()
    .replace(/\s*>\s*/g, ' > ')
    .split(/\s+/)) {
    if (word === '>') {
      direct = true
      continue
    }
    const compound = compoundOf(word)
    if (!compound) return null
    parts.push({ ...compound, direct })
    direct = false
  }
  const weight = parts.reduce(
    (sum, { tag, id, classes }) => sum + (id ? 10_000 : 0) + classes.length * 100 + (tag ? 1 : 0),
    0,
  )
  return parts.length > 0 ? { parts, weight, own } : null
}

/** The rules of one style sheet. What stands in `@media` for a screen counts as well; other groups are passed over. */
function rulesIn(text: string): readonly Rule[] {
  const rules: Rule[] = []
  const bare = text.slice(0, mostText).replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ')
  const opened = bare.replace(/@media\s+(?:all|screen)\s*\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/gi, '$1')
  const plain = opened.replace(/@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, ' ')
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (rules.length >= mostRules) break
    if (selectors.includes('@')) continue
    const own = declarationsIn(body)
    if (own.size === 0) continue
    for (const selector of selectors.split(',')) {
      const rule = ruleOf(selector, own)
      if (rule) rules.push(rule)
    }
  }
  return rules
}

const classesOf = (element: Element): readonly string[] => (attribute(element, 'class') ?? '').split(/\s+/)

function fits(element: Element, { tag, id, classes }: Compound): boolean {
  if (tag !== '' && element.tagName !== tag) return false
  if (id !== '' && attribute(element, 'id') !== id) return false
  if (classes.length === 0) return true
  const own = classesOf(element)
  return classes.every(name => own.includes(name))
}

const parentOf = ({ parentNode }: Element): Element | null =>
  parentNode && 'tagName' in parentNode ? parentNode : null

/** Whether the outer parts of a selector fit what is around an element. The nearest that fits is taken. */
function standsIn(element: Element, { parts }: Rule): boolean {
  let inner: Element = element
  for (let at = parts.length - 2; at >= 0; at -= 1) {
    const part = parts[at]
    if (!part) return false
    let outer = parentOf(inner)
    if (parts[at + 1]?.direct) {
      if (!outer || !fits(outer, part)) return false
    } else while (outer && !fits(outer, part)) outer = parentOf(outer)
    if (!outer) return false
    inner = outer
  }
  return true
}

const sizes = ['font-size', 'width', 'height', 'max-height'] as const

/** A size says something only where some rule gives one that shows nothing: else rules need not be looked for because of it. */
function withoutPlainSizes(rules: readonly Rule[]): readonly Rule[] {
  const plain = sizes.filter(name => !rules.some(({ own }) => /^-?(?:0|1px|0?\.\d)/.test(own.get(name) ?? '')))
  return rules.flatMap(rule => {
    const own = new Map([...rule.own].filter(([name]) => !plain.some(size => size === name)))
    return own.size === 0 ? [] : [{ ...rule, own }]
  })
}

/** All style elements of a page, for a screen. `elsewhere`: it names style sheets that are not in it, which may colour what text stands on. */
function sheetsIn(nodes: readonly Node[]): { readonly sheets: readonly string[]; readonly elsewhere: boolean } {
  const sheets: string[] = []
  let elsewhere = false
  const waiting = [...nodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue
    if (node.tagName === 'link' && /stylesheet/i.test(attribute(node, 'rel') ?? '')) elsewhere = true
    if (node.tagName === 'style') {
      const text = node.childNodes.map(inner => (isText(inner) ? inner.value : '')).join('')
      elsewhere ||= /@import/i.test(text)
      const media = (attribute(node, 'media') ?? '').toLowerCase()
      if (media === '' || /\b(?:all|screen)\b/.test(media)) sheets.push(text)
    } else for (const inner of node.childNodes) waiting.push(inner)
  }
  return { sheets: sheets.reverse(), elsewhere }
}

const important = /\s*!\s*important\s*$/

/** The later wins over the earlier, but for what is marked as important. */
function cascaded(all: readonly Declarations[]): Declarations {
  const result = new Map<string, string>()
  const strong = new Set<string>()
  for (const own of all)
    for (const [name, value] of own) {
      const isStrong = important.test(value)
      if (strong.has(name) && !isStrong) continue
      if (isStrong) strong.add(name)
      result.set(name, value.replace(important, ''))
    }
  return decisive(result)
}

const none: Declarations = new Map()

/** Without what decides nothing by itself: sizes where nothing is cut off, places where nothing is moved. */
function decisive(own: Map<string, string>): Declarations {
  if (!own.has('overflow')) for (const name of ['width', 'height', 'max-height']) own.delete(name)
  if (!own.has('position')) for (const name of ['left', 'top', 'right', 'clip']) own.delete(name)
  return own.size === 0 ? none : own
}

export type PageStyles = {
  /** What the page's own style sheets and an element's style say of the element. */
  readonly styleOf: (element: Element) => Declarations
  /** Style sheets that are not in the page may say more. */
  readonly elsewhere: boolean
}

/** The styles of a page, as far as it holds them. */
export function stylesOf(nodes: readonly Node[]): PageStyles {
  const { sheets, elsewhere } = sheetsIn(nodes)
  const rules = withoutPlainSizes(sheets.flatMap(rulesIn).slice(0, mostRules))
  const ordered = rules
    .map((rule, order) => ({ rule, order }))
    .sort((a, b) => a.rule.weight - b.rule.weight || a.order - b.order)
  const byKey = new Map<string, Rule[]>()
  for (const { rule } of ordered) {
    const last = rule.parts.at(-1)
    if (!last) continue
    const key = last.id ? `#${last.id}` : last.classes[0] ? `.${last.classes[0]}` : last.tag || '*'
    const some = byKey.get(key)
    if (some) some.push(rule)
    else byKey.set(key, [rule])
  }
  /** What holds for all elements of one tag with the same classes, id and style, where no rule asks what is around them. */
  const known = new Map<string, Declarations>()
  const styleOf = (element: Element): Declarations => {
    if (element.attrs.length === 0 && !byKey.has('*') && !byKey.has(element.tagName)) return none
    const [style, names, id] = [attribute(element, 'style'), attribute(element, 'class'), attribute(element, 'id')]
    if (style === null && names === null && id === null && !byKey.has('*') && !byKey.has(element.tagName)) return none
    const alike = `${element.tagName}\n${names ?? ''}\n${id ?? ''}\n${style ?? ''}`
    const before = known.get(alike)
    if (before) return before
    const candidates = ['*', element.tagName, ...classesOf(element).map(name => `.${name}`), `#${id ?? ''}`].flatMap(
      key => byKey.get(key) ?? [],
    )
    const found = candidates.filter(rule => {
      const last = rule.parts.at(-1)
      return last !== undefined && fits(element, last) && standsIn(element, rule)
    })
    const inline = style === null ? none : declarationsIn(style)
    const all = cascaded([...found.sort((a, b) => a.weight - b.weight).map(rule => rule.own), inline])
    if (candidates.every(rule => rule.parts.length === 1)) known.set(alike, all)
    return all
  }
  return { styleOf, elsewhere }
}
