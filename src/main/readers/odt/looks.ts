import { type Ground, hexColour, type Rgb, type Sight, sightOf, speck, white } from '../common/sight.ts'
import { child, childrenNamed, descendants, type XmlElement } from '../common/xml/tree.ts'

/** The colours of text in OpenDocument and of what it stands on (ODF 1.3 part 3, 20.188 fo:color, 20.182 fo:background-color). */

export type SpanLook = {
  /** null: automatic, which can be read on any ground. Undefined: nothing said. */
  readonly colour: Rgb | null | undefined
  readonly ground: Ground | undefined
  readonly tiny: boolean | undefined
}

const noLook: SpanLook = { colour: undefined, ground: undefined, tiny: undefined }

/** Parts of styles that may say what stands behind, by what they are of. */
export type Shaded = 'paragraph' | 'table-cell' | 'table-row' | 'table' | 'section'

function groundIn(properties: XmlElement | undefined): Ground | undefined {
  if (!properties) return undefined
  const image = child(properties, 'style:background-image')
  if (image && image.attributes.size > 0) return 'unknown'
  return hexColour(properties.attributes.get('fo:background-color')) ?? undefined
}

function lookIn(properties: XmlElement | undefined): SpanLook {
  if (!properties) return noLook
  const { attributes } = properties
  const automatic = attributes.get('style:use-window-font-color') === 'true'
  const colour = automatic ? null : (hexColour(attributes.get('fo:color')) ?? undefined)
  const points = /^([\d.]+)pt$/.exec(attributes.get('fo:font-size') ?? '')?.[1]
  const ground = groundIn(properties)
  if (colour === undefined && points === undefined && ground === undefined) return noLook
  return { colour, ground, tiny: points === undefined ? undefined : Number(points) * 2 <= speck }
}

/** What one look says and, where it says nothing, the next. */
export function overLook(upper: SpanLook, lower: SpanLook): SpanLook {
  if (upper === noLook) return lower
  if (lower === noLook) return upper
  return {
    colour: upper.colour === undefined ? lower.colour : upper.colour,
    ground: upper.ground ?? lower.ground,
    tiny: upper.tiny ?? lower.tiny,
  }
}

/** How text of a look is seen on what lies around it. */
export function sightOn({ colour, ground, tiny }: SpanLook, around: Ground): Sight {
  if (tiny) return 'unseen'
  return typeof colour === 'number' ? sightOf(colour, ground ?? around) : 'seen'
}

/** The looks of styles, each found once. */
export class OdtLooks {
  readonly #chain: (name: string) => readonly XmlElement[]
  readonly #looks = new Map<string, SpanLook>()
  readonly #grounds = new Map<string, Ground | undefined>()
  /** How text looks where no style says anything. */
  readonly base: SpanLook
  readonly page: Ground

  /** `chain`: a style and those it is made from, the nearest first. `holders`: what holds styles. */
  constructor(chain: (name: string) => readonly XmlElement[], holders: readonly XmlElement[]) {
    this.#chain = chain
    const defaults = holders
      .flatMap(holder => childrenNamed(holder, 'style:default-style'))
      .find(style => style.attributes.get('style:family') === 'paragraph')
    this.base = lookIn(child(defaults, 'style:text-properties'))
    this.page = holders.some(isColoured) ? 'unknown' : white
  }

  of(style: string | undefined): SpanLook {
    if (style === undefined) return noLook
    const known = this.#looks.get(style)
    if (known) return known
    const look = this.#chain(style).reduce(
      (found, source) => overLook(found, lookIn(child(source, 'style:text-properties'))),
      noLook,
    )
    this.#looks.set(style, look)
    return look
  }

  /** What something of a style stands on; undefined where the style does not say. */
  ground(style: string | undefined, of: Shaded): Ground | undefined {
    if (style === undefined) return undefined
    const key = `${of} ${style}`
    if (this.#grounds.has(key)) return this.#grounds.get(key)
    let ground: Ground | undefined
    for (const source of this.#chain(style)) ground ??= groundIn(child(source, `style:${of}-properties`))
    this.#grounds.set(key, ground)
    return ground
  }
}

/** Whether pages are in colour, or something may lie behind the text. */
function isColoured(holder: XmlElement): boolean {
  const pages = childrenNamed(holder, 'style:page-layout').map(layout => child(layout, 'style:page-layout-properties'))
  if (pages.some(page => (groundIn(page) ?? white) !== white)) return true
  for (const { attributes } of descendants(holder, 'style:graphic-properties'))
    if (attributes.get('style:run-through') === 'background' && attributes.get('style:wrap') === 'run-through')
      return true
  return false
}
