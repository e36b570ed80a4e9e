import type { Block, ImageBlock } from '../../../../shared/data/document.ts'
import { isControl, isUnreadCell } from './formFields.ts'
import { lineBreak, paragraphTexts, type Spaces, textPiece } from './inlineText.ts'
import { attribute, type Element, isBlock, isElement, isSpacer, isText, isUnseen, type Node } from './nodes.ts'
import { noteMark } from './noteMarks.ts'
import { htmlLimits, LimitExceeded } from './parse.ts'
import { drawnTables } from './preformattedTables.ts'
import { gridBlock, isLayout, rowCells, rowGroups } from './table.ts'

/** From a parsed page to blocks: headings, paragraphs, grids and pictures in reading order. */

type Align = 'center' | 'right' | null
type Place = {
  readonly align: Align
  readonly heading: number | null
  readonly preformatted: boolean
  readonly depth: number
}

const preformatted = new Set(['pre', 'xmp', 'listing', 'plaintext'])

/** Moving nodes while repairing markup can make the tree deeper than the nesting in the file, so the walk has its own bound. */
const walkDepth = htmlLimits.depth * 4

function alignOf(element: Element, inherited: Align): Align {
  const style = attribute(element, 'style')
  const value =
    (style === null ? null : /text-align\s*:\s*(\w+)/i.exec(style)?.[1]) ??
    attribute(element, 'align') ??
    (element.tagName === 'center' ? 'center' : null)
  if (value === null) return inherited
  const name = value.toLowerCase()
  return name === 'center' || name === 'right' ? name : null
}

/** The level of a heading: h1–h6, or the outline level that Word and WPS note in the style. */
function headingOf(element: Element, inherited: number | null): number | null {
  const tag = /^h([1-6])$/.exec(element.tagName)?.[1]
  if (tag) return Number(tag)
  const outline = /mso-outline-level\s*:\s*([1-6])/i.exec(attribute(element, 'style') ?? '')?.[1]
  return outline ? Number(outline) : inherited
}

class BlockBuilder {
  readonly blocks: Block[] = []
  unreadFields = 0
  readonly #spaces: Spaces
  #pieces: string[] = []
  #images: ImageBlock[] = []

  constructor(spaces: Spaces) {
    this.#spaces = spaces
  }

  /** Ends the paragraph being collected. */
  flush(place: Place): void {
    if (this.#pieces.length > 0) {
      for (const text of paragraphTexts(this.#pieces, this.#spaces)) {
        if (place.heading !== null) this.blocks.push({ kind: 'heading', level: place.heading, text })
        else if (place.align !== null) this.blocks.push({ kind: 'paragraph', text, align: place.align })
        else this.blocks.push({ kind: 'paragraph', text })
      }
      this.#pieces = []
    }
    if (this.#images.length > 0) {
      this.blocks.push(...this.#images)
      this.#images = []
    }
  }

  children(nodes: readonly Node[], place: Place): void {
    if (place.depth > walkDepth) throw new LimitExceeded('depth')
    for (const node of nodes) {
      if (isText(node)) this.#pieces.push(textPiece(node.value, place.preformatted))
      else if (isElement(node) && !isUnseen(node)) this.element(node, place)
    }
  }

  element(element: Element, place: Place): void {
    const deeper = { ...place, depth: place.depth + 1 }
    const figures = noteMark(element, this.#pieces)
    if (isControl(element)) return
    if (figures !== null) this.#pieces.push(figures)
    else if (element.tagName === 'br') this.#pieces.push(lineBreak)
    else if (element.tagName === 'img') this.image(element)
    else if (element.tagName === 'table') this.table(element, deeper)
    else if (preformatted.has(element.tagName) && this.drawn(element, place)) return
    else if (isBlock(element)) {
      this.flush(place)
      const inside: Place = {
        align: alignOf(element, place.align),
        heading: headingOf(element, place.heading),
        preformatted: place.preformatted || element.tagName === 'pre',
        depth: place.depth + 1,
      }
      this.children(element.childNodes, inside)
      this.flush(inside)
    } else {
      const preformatted = place.preformatted || element.tagName === 'textarea'
      this.children(element.childNodes, { ...deeper, preformatted })
    }
  }

  /** Preformatted text may hold tables drawn with characters; tells whether it did. */
  drawn(element: Element, place: Place): boolean {
    const blocks = drawnTables(element)
    if (blocks.length === 0) return false
    this.flush(place)
    this.blocks.push(...blocks)
    return true
  }

  image(element: Element): void {
    if (isSpacer(element)) return
    this.#images.push({ kind: 'image', description: (attribute(element, 'alt') ?? '').trim() })
  }

  table(table: Element, place: Place): void {
    this.flush(place)
    const inside: Place = { ...place, align: null, heading: null }
    for (const caption of table.childNodes) {
      if (isElement(caption) && caption.tagName === 'caption' && !isUnseen(caption)) this.element(caption, inside)
    }
    if (isLayout(table)) {
      for (const cell of rowGroups(table).flatMap(rows => rows.flatMap(rowCells))) this.element(cell, inside)
      return
    }
    const grid = gridBlock(table, this.#spaces)
    if (!grid) return
    this.blocks.push(grid)
    this.unreadFields += rowGroups(table)
      .flatMap(rows => rows.flatMap(rowCells))
      .filter(isUnreadCell).length
  }
}

export type PageBlocks = {
  readonly blocks: readonly Block[]
  /** Cells in which only fields stand whose value cannot be read. */
  readonly unreadFields: number
}

/** The blocks of a page. Throws LimitExceeded. */
export function blocksOf(nodes: readonly Node[], spaces: Spaces): PageBlocks {
  const builder = new BlockBuilder(spaces)
  const place: Place = { align: null, heading: null, preformatted: false, depth: 0 }
  builder.children(nodes, place)
  builder.flush(place)
  return { blocks: builder.blocks, unreadFields: builder.unreadFields }
}
