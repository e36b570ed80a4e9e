import { type Ground, hexColour, type Rgb, white } from '../common/sight.ts'
import { child, integer, isXmlElement, type XmlElement } from '../common/xml/tree.ts'

/** The colours of text and of what it stands on, as run, paragraph, cell and table properties say them (17.3.2.6, 17.3.2.15, 17.3.5). */

/** A colour, and whether it is surely that one: what a theme calls an accent is known from its copy only. */
export type TextInk = { readonly rgb: Rgb; readonly sure: boolean }

export type RunLook = {
  /** null: automatic, which can be read on any ground. Undefined: nothing said. */
  readonly ink: TextInk | null | undefined
  readonly ground: Ground | undefined
  /** In half points. */
  readonly size: number | undefined
}

export const noLook: RunLook = { ink: undefined, ground: undefined, size: undefined }

const highlights: ReadonlyMap<string, Rgb> = new Map([
  ['black', 0],
  ['blue', 0x0000ff],
  ['cyan', 0x00ffff],
  ['green', 0x00ff00],
  ['magenta', 0xff00ff],
  ['red', 0xff0000],
  ['yellow', 0xffff00],
  ['white', white],
  ['darkBlue', 0x00008b],
  ['darkCyan', 0x008b8b],
  ['darkGreen', 0x006400],
  ['darkMagenta', 0x8b008b],
  ['darkRed', 0x8b0000],
  ['darkYellow', 0x808000],
  ['darkGray', 0xa9a9a9],
  ['lightGray', 0xd3d3d3],
])

const isPaper = (theme: string | undefined): boolean => /^(?:background1|light1|bg1|lt1)$/.test(theme ?? '')
const isInk = (theme: string | undefined): boolean => /^(?:text1|dark1|tx1|dk1)$/.test(theme ?? '')

/** White made darker by that part of 255 (w:themeShade). */
function shadedWhite(shade: string | undefined): Rgb {
  const part = /^[0-9a-f]{2}$/i.test(shade ?? '') ? Number.parseInt(shade ?? '', 16) : 255
  return part * 0x010101
}

function inkOf(color: XmlElement): TextInk | null {
  const { attributes } = color
  const theme = attributes.get('w:themeColor')
  if (isPaper(theme)) return { rgb: shadedWhite(attributes.get('w:themeShade')), sure: true }
  if (isInk(theme) && !attributes.has('w:themeTint')) return null
  const rgb = hexColour(attributes.get('w:val'))
  return rgb === null ? null : { rgb, sure: theme === undefined || theme === 'none' }
}

/** w14:textFill, which Word and WPS take before w:color ([MS-DOCX] 2.6.1.18). Undefined where it leaves the colour as it is. */
function filledInk(fill: XmlElement): TextInk | null | undefined {
  if (child(fill, 'w14:noFill')) return { rgb: white, sure: false }
  const solid = child(fill, 'w14:solidFill')
  const colour = child(solid, 'w14:schemeClr', 'w14:srgbClr')
  const value = colour?.attributes.get('w14:val')
  const changed = colour?.children.some(isXmlElement) ?? false
  if (isPaper(value)) return { rgb: white, sure: !changed }
  if (isInk(value)) return changed ? undefined : null
  const rgb = hexColour(value)
  return rgb === null ? undefined : { rgb, sure: !changed }
}

/** The ground that shading makes (w:shd); undefined where it is none. */
export function shadingOf(shading: XmlElement | undefined): Ground | undefined {
  if (!shading) return undefined
  const { attributes } = shading
  const pattern = attributes.get('w:val') ?? 'clear'
  if (pattern === 'nil') return undefined
  if (pattern === 'solid') return hexColour(attributes.get('w:color')) ?? 0
  if (pattern !== 'clear') return 'unknown'
  const theme = attributes.get('w:themeFill')
  if (isPaper(theme)) return shadedWhite(attributes.get('w:themeFillShade'))
  const fill = attributes.get('w:fill')
  return hexColour(fill) ?? (fill === undefined || fill === 'auto' ? undefined : 'unknown')
}

/** What run properties say of how text looks. One loop, since there are many runs. */
export function lookOf(properties: XmlElement | undefined): RunLook {
  if (!properties) return noLook
  let color: XmlElement | undefined
  let fill: XmlElement | undefined
  let shading: XmlElement | undefined
  let highlight: Rgb | undefined
  let size: number | undefined
  for (const node of properties.children) {
    if (!isXmlElement(node)) continue
    if (node.name === 'w:color') color = node
    else if (node.name === 'w14:textFill') fill = node
    else if (node.name === 'w:shd') shading = node
    else if (node.name === 'w:highlight') highlight = highlights.get(node.attributes.get('w:val') ?? '')
    else if (node.name === 'w:sz') size = integer(node.attributes.get('w:val')) ?? undefined
  }
  if (!color && !fill && !shading && highlight === undefined && size === undefined) return noLook
  const own = color && inkOf(color)
  const filled = fill && filledInk(fill)
  return { ink: filled === undefined ? own : filled, ground: highlight ?? shadingOf(shading), size }
}

/** What one look says and, where it says nothing, the next. */
export function overLook(upper: RunLook, lower: RunLook): RunLook {
  if (lower === noLook) return upper
  if (upper === noLook) return lower
  return {
    ink: upper.ink === undefined ? lower.ink : upper.ink,
    ground: upper.ground ?? lower.ground,
    size: upper.size ?? lower.size,
  }
}
