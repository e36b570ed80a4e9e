import type { Ground } from '../common/sight.ts'
import { child, childrenNamed, hasDescendant, integer, type XmlElement } from '../common/xml/tree.ts'
import { lookOf, noLook, overLook, type RunLook, shadingOf } from './looks.ts'

/** What a report needs of styles.xml: numbering, hidden text, colours and alignment, each taken from the nearest ancestor that says it. */

export type DocxStyle = {
  readonly numId: string | null
  readonly level: number | null
  /** The style that says numId: a numbering level names it (17.9.23, w:lvl/w:pStyle). */
  readonly numberedBy: string | null
  readonly hidden: boolean
  readonly align: string | null
  /** The level of a heading, 1–6. */
  readonly heading: number | null
  /** w:vertAlign and whether text is struck out: what changes what a figure says. */
  readonly raised: string | null
  readonly struck: boolean
  /** How the style's text looks. */
  readonly look: RunLook
  /** What its paragraphs stand on. */
  readonly ground: Ground | undefined
  /** Whether the style, one of tables, shades cells: which ones hangs on where they stand. */
  readonly shades: boolean
}

export type DocxStyles = {
  /** How text looks where nothing is said (17.7.5). */
  readonly base: RunLook
  /** The styles of paragraphs and of tables that name none. */
  readonly ofParagraphs: string | undefined
  readonly ofTables: string | undefined
  /** The style of an id with what it is based on; `none` where there is no such style. */
  readonly find: (id: string | undefined) => DocxStyle
  /** The numbering a numbering style stands for (w:numStyleLink). */
  readonly numIdOf: (id: string) => string | null
}

const none: DocxStyle = {
  numId: null,
  level: null,
  numberedBy: null,
  hidden: false,
  align: null,
  heading: null,
  raised: null,
  struck: false,
  look: noLook,
  ground: undefined,
  shades: false,
}

/** Chains longer than this are circular. */
const longestChain = 32

/** Whether a toggle such as w:vanish is on: present, and its value not one of those for “off” (17.17.4). Undefined: nothing said. */
export function toggle(properties: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(properties, name)
  if (!found) return undefined
  return !/^(?:0|false|off)$/.test(found.attributes.get('w:val') ?? '')
}

/** Whether run properties strike text out, in one line or two. Undefined: nothing said. */
export function strike(properties: XmlElement | undefined): boolean | undefined {
  const one = toggle(properties, 'w:strike')
  const two = toggle(properties, 'w:dstrike')
  return one === undefined ? two : one || two === true
}

/** The value of a child element's w:val. */
export function setting(properties: XmlElement | undefined, name: string): string | undefined {
  return child(properties, name)?.attributes.get('w:val')
}

/** The heading an outline level makes: 0–8 are levels, 9 is body text (17.3.1.20). Undefined: nothing said; null: no heading. */
export function outlineHeading(properties: XmlElement | undefined): number | null | undefined {
  const level = integer(setting(properties, 'w:outlineLvl'))
  return level === null ? undefined : level >= 0 && level < 6 ? level + 1 : null
}

/** Style names are English in files that Word writes; other programs translate them. */
function namedHeading(style: XmlElement | undefined): number | null {
  const name = setting(style, 'w:name') ?? ''
  const level = /^(?:heading|标题) ?([1-6])$/i.exec(name)?.[1]
  return level === undefined ? (/^heading$/i.test(name) ? 1 : null) : Number(level)
}

/** Reads styles.xml; without it every style says nothing. */
export function readStyles(root: XmlElement | null): DocxStyles {
  const sources = new Map<string, XmlElement>()
  const defaults = new Map<string | undefined, string>()
  for (const style of root ? childrenNamed(root, 'w:style') : []) {
    const id = style.attributes.get('w:styleId')
    if (id === undefined) continue
    sources.set(id, style)
    if (/^(?:1|true|on)$/.test(style.attributes.get('w:default') ?? ''))
      defaults.set(style.attributes.get('w:type'), id)
  }
  const known = new Map<string, DocxStyle>()
  const find = (id: string | undefined): DocxStyle => {
    if (id === undefined) return none
    const found = known.get(id)
    if (found) return found
    const style = resolve(id, sources)
    known.set(id, style)
    return style
  }
  const base = lookOf(child(child(child(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'))
  return {
    find,
    numIdOf: id => find(id).numId,
    base,
    ofParagraphs: defaults.get('paragraph'),
    ofTables: defaults.get('table'),
  }
}

function resolve(id: string, sources: ReadonlyMap<string, XmlElement>): DocxStyle {
  let style = none
  let [hidden, struck]: (boolean | undefined)[] = []
  let heading: number | null | undefined = namedHeading(sources.get(id)) ?? undefined
  let next: string | undefined = id
  for (let steps = 0; next !== undefined && steps < longestChain; steps += 1) {
    const source = sources.get(next)
    const paragraph = child(source, 'w:pPr')
    const numbering = child(paragraph, 'w:numPr')
    const numId = setting(numbering, 'w:numId')
    if (style.numId === null && numId !== undefined) style = { ...style, numId, numberedBy: next }
    style = {
      ...style,
      level: style.level ?? integer(setting(numbering, 'w:ilvl')),
      align: style.align ?? setting(paragraph, 'w:jc') ?? null,
      raised: style.raised ?? setting(child(source, 'w:rPr'), 'w:vertAlign') ?? null,
      look: overLook(style.look, lookOf(child(source, 'w:rPr'))),
      ground: style.ground ?? shadingOf(child(paragraph, 'w:shd')),
      shades: style.shades || (source?.attributes.get('w:type') === 'table' && hasDescendant(source, 'w:shd')),
    }
    if (heading === undefined) heading = outlineHeading(paragraph)
    hidden ??= toggle(child(source, 'w:rPr'), 'w:vanish')
    struck ??= strike(child(source, 'w:rPr'))
    next = setting(source, 'w:basedOn')
  }
  return { ...style, hidden: hidden ?? false, struck: struck ?? false, heading: heading ?? null }
}
