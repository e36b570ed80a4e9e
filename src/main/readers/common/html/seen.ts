import { inkedLength, type Sight, sightAt, thin, transparent } from '../sight.ts'
import { isField } from './formFields.ts'
import { attribute, type Element, isElement, isText, type Node } from './nodes.ts'
import { type Declarations, stylesOf } from './styleSheets.ts'

/**
 * What a person sees of a page. Text that nobody sees (in the colour of its ground, transparent, cut off, beyond the window, by its own style or by
 * a style sheet of the page) is taken out of the tree; elements that a style sheet does not display are marked as hidden.
 */

type Rgb = readonly [number, number, number]
type Look = {
  readonly colour: Rgb | null
  /** What the text stands on; null where that is a picture or a gradient. */
  readonly ground: Rgb | null
  readonly opacity: number
  readonly hidden: boolean
}

/** In px: text moved this far to the left or up is beyond any window. */
const beyond = 500

/** Elements of which it cannot be said whether their own text is seen: it is read, and doubted. */
const doubtful = new WeakSet<Element>()
export const isDoubtful = (element: Element): boolean => doubtful.has(element)

const names: ReadonlyMap<string, Rgb> = new Map([
  ['white', [255, 255, 255]],
  ['black', [0, 0, 0]],
  ['snow', [255, 250, 250]],
  ['ivory', [255, 255, 240]],
  ['whitesmoke', [245, 245, 245]],
  ['ghostwhite', [248, 248, 255]],
  ['floralwhite', [255, 250, 240]],
  ['red', [255, 0, 0]],
  ['blue', [0, 0, 255]],
  ['yellow', [255, 255, 0]],
  ['gray', [128, 128, 128]],
  ['grey', [128, 128, 128]],
  ['silver', [192, 192, 192]],
])

type Colour = { readonly rgb: Rgb; readonly alpha: number }

/** A colour as CSS and old attributes write it; null where it is another name or a function that is not known. */
export function colourIn(text: string): Colour | null {
  const word = text.trim().toLowerCase()
  if (word === 'transparent') return { rgb: [0, 0, 0], alpha: 0 }
  const named = names.get(word)
  if (named) return { rgb: named, alpha: 1 }
  const hex = /^#?([0-9a-f]{3,8})$/.exec(word)?.[1]
  if (hex && /^(?:...|....|.{6}|.{8})$/.test(hex)) {
    const long = hex.length < 6 ? [...hex].map(digit => digit + digit).join('') : hex
    const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16)
    return { rgb: [part(0), part(2), part(4)], alpha: long.length === 8 ? part(6) / 255 : 1 }
  }
  const parts = /^rgba?\(([^)]*)\)$/
    .exec(word)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean)
  if (!parts || parts.length < 3) return null
  const value = (part = '') => (part.endsWith('%') ? Number.parseFloat(part) * 2.55 : Number.parseFloat(part))
  const alpha =
    parts[3] === undefined ? 1 : parts[3].endsWith('%') ? Number.parseFloat(parts[3]) / 100 : Number(parts[3])
  const rgb = [value(parts[0]), value(parts[1]), value(parts[2])] as const
  return rgb.every(Number.isFinite) && Number.isFinite(alpha) ? { rgb, alpha } : null
}

const over = ({ rgb, alpha }: Colour, ground: Rgb): Rgb => {
  const mix = (at: 0 | 1 | 2) => ground[at] + (rgb[at] - ground[at]) * alpha
  return [mix(0), mix(1), mix(2)]
}

/** The ground under an element's text; null where nobody knows. */
function groundOf(element: Element, own: Declarations, around: Rgb | null): Rgb | null {
  const image = own.get('background-image')
  const all = own.get('background')
  if ((image && image !== 'none') || (all && /url\(|gradient/.test(all)) || attribute(element, 'background'))
    return null
  const given =
    own.get('background-color') ?? all?.split(/\s+/).find(word => colourIn(word)) ?? attribute(element, 'bgcolor')
  if (!given) return around
  const colour = colourIn(given)
  if (!colour) return /^(?:inherit|initial|unset|none)$/.test(given) ? around : null
  if (colour.alpha === 0) return around
  return around === null && colour.alpha < 1 ? null : over(colour, around ?? [255, 255, 255])
}

function colourOf(element: Element, own: Declarations, around: Rgb | null, ground: Rgb | null): Rgb | null {
  const given = own.get('color') ?? (element.tagName === 'font' ? attribute(element, 'color') : null)
  if (!given || /^(?:inherit|currentcolor|unset)$/.test(given)) return around
  const colour = colourIn(given)
  return colour && (ground ? over(colour, ground) : colour.alpha === 1 ? colour.rgb : null)
}

const px = (value: string | undefined): number => {
  const found = /^(-?[\d.]+)(px|pt|em|rem)?$/.exec(value ?? '')
  return found ? Number(found[1]) * (found[2] === 'em' || found[2] === 'rem' ? 16 : 1) : Number.NaN
}
const isNothing = (value: string | undefined): boolean => value !== undefined && Math.abs(px(value)) <= 1

/** Whether the element's box shows nothing of what is in it: cut off, shrunk, or out of the window. */
function showsNothing(own: Declarations): boolean {
  const cut = /hidden|clip/.test(own.get('overflow') ?? '')
  const away = /absolute|fixed/.test(own.get('position') ?? '')
  return (
    isNothing(own.get('font-size')) ||
    (cut && (isNothing(own.get('height')) || isNothing(own.get('max-height')) || isNothing(own.get('width')))) ||
    px(own.get('text-indent')) <= -beyond ||
    (away && (px(own.get('left')) <= -beyond || px(own.get('top')) <= -beyond || px(own.get('right')) <= -beyond)) ||
    (away &&
      /^rect\(\s*(?:0|1px)[\s,]+(?:0|1px)[\s,]+(?:0|1px)[\s,]+(?:0|1px)\s*\)$|^rect\(0/.test(
        (own.get('clip') ?? '').replaceAll('0px', '0'),
      )) ||
    /inset\(\s*(?:50|100)%|circle\(\s*0/.test(own.get('clip-path') ?? '') ||
    /scale[xy]?\(\s*0\s*[,)]/.test(own.get('transform') ?? '') ||
    /opacity\(\s*0%?\s*\)/.test(own.get('filter') ?? '') ||
    own.get('mso-hide') === 'all'
  )
}

/** Elements without attributes of colour look alike where their styles and what is around them are the same. */
type KnownLooks = Map<Declarations, Map<Look, Look>>

function lookOf(element: Element, own: Declarations, around: Look, known: KnownLooks): Look {
  const coloured =
    element.tagName === 'font' || attribute(element, 'bgcolor') !== null || attribute(element, 'background') !== null
  if (coloured) return newLook(element, own, around)
  if (own.size === 0) return around
  const looks = known.get(own) ?? new Map<Look, Look>()
  const look = looks.get(around) ?? newLook(element, own, around)
  looks.set(around, look)
  known.set(own, looks)
  return look
}

function newLook(element: Element, own: Declarations, around: Look): Look {
  const ground = groundOf(element, own, around.ground)
  const opacity = Number.parseFloat(own.get('opacity') ?? '1')
  const visibility = own.get('visibility')
  const cut = showsNothing(own)
  return {
    ground,
    colour: colourOf(element, own, around.colour, ground),
    opacity: around.opacity * (Number.isFinite(opacity) ? opacity : 1),
    hidden: cut || (visibility === undefined ? around.hidden : visibility !== 'visible'),
  }
}

function sightOf({ colour, ground, opacity, hidden }: Look, elsewhere: boolean): Sight {
  if (hidden || opacity <= transparent) return 'unseen'
  if (colour === null || ground === null) return opacity < thin ? 'doubtful' : 'seen'
  const contrast = Math.max(...([0, 1, 2] as const).map(at => Math.abs(colour[at] - ground[at]))) * opacity
  return sightAt(contrast, !elsewhere)
}

const page: Look = { colour: [0, 0, 0], ground: [255, 255, 255], opacity: 1, hidden: false }

/** Takes what nobody sees out of a page. Answers with how many characters that were. By hand and not by recursion: see survey.ts. */
export function takeUnseenOut(nodes: readonly Node[]): number {
  const { styleOf, elsewhere } = stylesOf(nodes)
  const looks: KnownLooks = new Map()
  const sights = new Map<Look, Sight>()
  let unseen = 0
  const waiting: { readonly node: Node; readonly around: Look }[] = nodes.map(node => ({ node, around: page }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, around } = next
    if (!isElement(node) || node.tagName === 'head' || node.tagName === 'script' || node.tagName === 'style') continue
    const own = styleOf(node)
    if (own.get('display') === 'none') {
      if (attribute(node, 'hidden') === null) node.attrs.push({ name: 'hidden', value: '' })
      continue
    }
    const from = isField(node) ? { ...around, colour: page.colour, ground: page.ground } : around
    const look = lookOf(node, own, from, looks)
    const sight = sights.get(look) ?? sightOf(look, elsewhere)
    sights.set(look, sight)
    if (sight === 'doubtful') doubtful.add(node)
    for (const inner of node.childNodes) {
      if (!isText(inner)) waiting.push({ node: inner, around: look })
      else if (sight === 'unseen') {
        unseen += inkedLength(inner.value)
        inner.value = inner.value.replace(/\S/g, '')
      }
    }
  }
  return unseen
}
