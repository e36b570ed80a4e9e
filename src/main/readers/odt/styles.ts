import { child, childrenNamed, descendants, integer, isXmlElement, type XmlElement } from '../common/xml/tree.ts'
import { OdtLooks } from './looks.ts'

/** What a report needs of the styles of an OpenDocument text (ODF 1.3 part 3, 16). */

export type ListLevel = {
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  /** How many levels are shown, this one and those above it. */
  readonly shown: number
  readonly start: number
}
export type Levels = ReadonlyMap<number, ListLevel>

export type OdtStyles = {
  readonly align: (style: string | undefined) => 'center' | 'right' | null
  readonly hidden: (style: string | undefined) => boolean
  readonly raised: (style: string | undefined) => boolean
  readonly struck: (style: string | undefined) => boolean
  readonly looks: OdtLooks
  readonly list: (style: string | undefined) => Levels
  /** Numbers of headings that stand in no list. */
  readonly outline: Levels
  /** The list style that a paragraph style brings along. */
  readonly listOf: (style: string | undefined) => string | undefined
}

/** style:num-format (20.322, and the samples that OpenOffice writes) by the names numerals.ts uses. */
const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '一, 二, 三, ...': 'chineseCountingThousand',
  '壹, 贰, 叁, ...': 'chineseLegalSimplified',
  '壹, 貳, 參, ...': 'ideographLegalTraditional',
  '甲, 乙, 丙, ...': 'ideographTraditional',
  '子, 丑, 寅, ...': 'ideographZodiac',
  '①, ②, ③, ...': 'decimalEnclosedCircle',
  '１, ２, ３, ...': 'decimalFullWidth',
}

const longestChain = 32
const mostLevels = 10

function readLevels(list: XmlElement | undefined, name: string): Levels {
  const levels = new Map<number, ListLevel>()
  for (const source of list ? childrenNamed(list, name) : []) {
    const level = integer(source.attributes.get('text:level')) ?? 1
    if (level < 1 || level > mostLevels) continue
    const format = source.attributes.get('style:num-format') ?? ''
    levels.set(level, {
      format: format === '' ? 'none' : (formats[format] ?? 'decimal'),
      prefix: (source.attributes.get('style:num-prefix') ?? '').slice(0, 40),
      suffix: (source.attributes.get('style:num-suffix') ?? '').slice(0, 40),
      shown: Math.min(Math.max(integer(source.attributes.get('text:display-levels')) ?? 1, 1), mostLevels),
      start: integer(source.attributes.get('text:start-value')) ?? 1,
    })
  }
  return levels
}

/** Reads styles from the roots that hold them: content.xml and styles.xml, or the one flat document. */
export function readOdtStyles(roots: readonly XmlElement[]): OdtStyles {
  const styles = new Map<string, XmlElement>()
  const lists = new Map<string, Levels>()
  let outline: Levels = new Map()
  const holders = roots
    .flatMap(root => root.children.filter(isXmlElement))
    .filter(({ name }) => name === 'office:styles' || name === 'office:automatic-styles')
  for (const holder of holders) {
    for (const style of childrenNamed(holder, 'style:style')) {
      const name = style.attributes.get('style:name')
      if (name !== undefined && !styles.has(name)) styles.set(name, style)
    }
    for (const list of childrenNamed(holder, 'text:list-style')) {
      const name = list.attributes.get('style:name')
      if (name !== undefined && !lists.has(name)) lists.set(name, readLevels(list, 'text:list-level-style-number'))
    }
    const chapters = child(holder, 'text:outline-style')
    if (chapters) outline = readLevels(chapters, 'text:outline-level-style')
  }
  const inherited = (style: string | undefined, read: (source: XmlElement) => string | undefined) => {
    let next = style
    for (let steps = 0; next !== undefined && steps < longestChain; steps += 1) {
      const source = styles.get(next)
      const value = source && read(source)
      if (value !== undefined) return value
      next = source?.attributes.get('style:parent-style-name')
    }
    return undefined
  }
  const chain = (style: string): readonly XmlElement[] => {
    const found: XmlElement[] = []
    let source = styles.get(style)
    for (let steps = 0; source && steps < longestChain; steps += 1) {
      found.push(source)
      source = styles.get(source.attributes.get('style:parent-style-name') ?? '')
    }
    return found
  }
  const none: Levels = new Map()
  return {
    align: style => {
      const value = inherited(style, source =>
        child(source, 'style:paragraph-properties')?.attributes.get('fo:text-align'),
      )
      return value === 'center' ? 'center' : value === 'end' || value === 'right' ? 'right' : null
    },
    hidden: style =>
      inherited(style, source => child(source, 'style:text-properties')?.attributes.get('text:display')) === 'none',
    raised: style =>
      /^(?:super|[1-9]\d*%)/.test(
        inherited(style, source => child(source, 'style:text-properties')?.attributes.get('style:text-position')) ?? '',
      ),
    struck: style => {
      const line = inherited(style, source =>
        child(source, 'style:text-properties')?.attributes.get('style:text-line-through-style'),
      )
      return line !== undefined && line !== 'none'
    },
    looks: new OdtLooks(chain, holders),
    list: style => (style === undefined ? none : (lists.get(style) ?? none)),
    listOf: style => inherited(style, source => source.attributes.get('style:list-style-name')),
    outline,
  }
}

/** The title among the properties of the document. */
export function odtTitle(roots: readonly XmlElement[]): XmlElement | undefined {
  for (const root of roots) for (const title of descendants(root, 'dc:title')) return title
  return undefined
}
