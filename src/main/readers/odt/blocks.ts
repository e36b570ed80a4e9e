import type { Block, GridCell } from '../../../shared/data/document.ts'
import { placeCells, type SpanCell } from '../common/placeCells.ts'
import type { Ground } from '../common/sight.ts'
import {
  child,
  descendants,
  element,
  integer,
  isXmlElement,
  textOf,
  type XmlElement,
  type XmlNode,
} from '../common/xml/tree.ts'
import { inlineOf } from './inline.ts'
import { overLook, type Shaded } from './looks.ts'
import { ListNumbers } from './numbers.ts'
import type { OdtStyles } from './styles.ts'

/** The body of an OpenDocument text into blocks, in one walk. */

export const odtLimits = { cells: 20_000, slots: 1_000_000, columns: 1_000 } as const

/** Thrown to get out of the walk; caught by the reader and turned into a message. */
export class TooManyCells extends Error {}

type Content = { readonly text: string; readonly image: boolean; readonly inner: readonly Block[] }
type List = { readonly style: string; readonly level: number }

/** Containers that only group what stands in them. */
const groups = new Set(
  'text:section text:index-body text:table-of-content text:illustration-index text:table-index text:alphabetical-index text:user-index text:bibliography text:index-title draw:text-box text:note-body office:text text:list-item text:list-header text:numbered-paragraph'.split(
    ' ',
  ),
)

/** Turns the body of an OpenDocument text into blocks. */
export class OdtBlocks {
  readonly #styles: OdtStyles
  readonly #numbers = new ListNumbers()
  readonly #notes: { mark: string; body: XmlElement }[] = []
  #cells = 0
  hidden = 0
  /** Characters left out since nobody sees them, and stretches of text of which nobody can say. */
  unseen = 0
  doubts = 0
  #ground: Ground

  constructor(styles: OdtStyles) {
    this.#styles = styles
    this.#ground = styles.looks.page
  }

  /** The blocks of the body and, at their end, its notes. Throws TooManyCells. */
  read(body: XmlElement): Block[] {
    const blocks = this.#blocks(body.children, null)
    // Notes of notes come behind them, so the list may grow while it is read.
    for (let at = 0; at < this.#notes.length; at += 1) {
      const note = this.#notes[at]
      if (note) blocks.push(...withMark(this.#blocks(note.body.children, null), note.mark))
    }
    return blocks
  }

  #blocks(nodes: readonly XmlNode[], list: List | null): Block[] {
    return nodes.flatMap(node => (isXmlElement(node) ? this.#block(node, list) : []))
  }

  #block(node: XmlElement, list: List | null): readonly Block[] {
    if (node.name === 'text:p' || node.name === 'text:h') return this.#paragraph(node, '')
    if (node.name === 'table:table') return this.#on(node, 'table', () => this.#table(node))
    if (node.name === 'text:list') return this.#list(node, list)
    if (node.name === 'text:section' && node.attributes.get('text:display') === 'none') {
      this.hidden += 1
      return []
    }
    if (node.name === 'text:section') return this.#on(node, 'section', () => this.#blocks(node.children, list))
    // What is drawn and hangs on the page: shapes, frames and groups of them.
    if (/^draw:(?!text-box)/.test(node.name)) return this.#paragraph(element('text:p', [], [node]), '')
    return groups.has(node.name) ? this.#blocks(node.children, list) : []
  }

  /** Does something on the ground that an element's style says; without one the ground stays. */
  #on<Result>(node: XmlElement, shaded: Shaded, walk: () => Result): Result {
    return this.#over(
      this.#styles.looks.ground(node.attributes.get(`${shaded === 'section' ? 'text' : 'table'}:style-name`), shaded),
      walk,
    )
  }

  #over<Result>(ground: Ground | undefined, walk: () => Result): Result {
    const outer = this.#ground
    this.#ground = ground ?? outer
    const result = walk()
    this.#ground = outer
    return result
  }

  #list(node: XmlElement, outer: List | null): readonly Block[] {
    const paragraph = [...descendants(node, 'text:p'), ...descendants(node, 'text:h')][0]
    const style =
      node.attributes.get('text:style-name') ??
      outer?.style ??
      this.#styles.listOf(paragraph?.attributes.get('text:style-name')) ??
      ''
    const list: List = { style, level: (outer?.level ?? 0) + 1 }
    const goesOn =
      node.attributes.get('text:continue-numbering') === 'true' || node.attributes.has('text:continue-list')
    if (!outer && !goesOn) this.#numbers.restart(style)
    return node.children.flatMap(item => {
      if (!isXmlElement(item)) return []
      return item.name === 'text:list-item' ? this.#item(item, list) : this.#block(item, list)
    })
  }

  #item(item: XmlElement, list: List): readonly Block[] {
    const start = integer(item.attributes.get('text:start-value'))
    const first = item.children.find(isXmlElement)
    const own = first?.name === 'text:p' || first?.name === 'text:h' ? first : null
    const label = own ? this.#numbers.next(list.style, this.#styles.list(list.style), list.level, start) : ''
    return item.children.flatMap(node => {
      if (!isXmlElement(node)) return []
      return node === own ? this.#paragraph(node, label) : this.#block(node, list)
    })
  }

  #heading(node: XmlElement): number | null {
    if (node.name !== 'text:h') return null
    return Math.min(Math.max(integer(node.attributes.get('text:outline-level')) ?? 1, 1), 10)
  }

  #paragraph(node: XmlElement, label: string): readonly Block[] {
    const style = node.attributes.get('text:style-name')
    const level = this.#heading(node)
    const unnumbered = label !== '' || level === null || node.attributes.get('text:is-list-header') === 'true'
    const number = unnumbered ? label : this.#numbers.next('', this.#styles.outline, level, null)
    if (this.#styles.hidden(style)) {
      this.hidden += 1
      return []
    }
    const { looks } = this.#styles
    const ground = looks.ground(style, 'paragraph') ?? this.#ground
    const inline = inlineOf(node, this.#styles, overLook(looks.of(style), looks.base), ground)
    this.hidden += inline.hidden
    this.unseen += inline.unseen
    this.doubts += inline.doubts
    this.#notes.push(...inline.notes)
    const text = `${number}${inline.text}`.trim()
    const align = this.#styles.align(style)
    const blocks: Block[] = []
    if (text !== '' && level !== null) blocks.push({ kind: 'heading', level, text })
    else if (text !== '') blocks.push(align ? { kind: 'paragraph', text, align } : { kind: 'paragraph', text })
    if (inline.image) blocks.push({ kind: 'image', description: '' })
    // A box may be filled.
    const boxes = inline.boxes.flatMap(box => this.#over('unknown', () => this.#blocks(box.children, null)))
    return [...blocks, ...boxes]
  }

  #table(table: XmlElement): readonly Block[] {
    const rows: SpanCell<Content>[][] = []
    this.#rows(table, rows)
    const placed = placeCells([rows], odtLimits.slots)
    if (!placed) throw new TooManyCells()
    const inner = placed.cells.flatMap(cell => cell.value.inner)
    // A table of one cell around others only arranges the page.
    if (placed.cells.length <= 1 && inner.length > 0) return inner
    const cells = placed.cells.map(({ value, ...place }): GridCell => {
      const cell = { ...place, text: value.text }
      return value.image ? { ...cell, image: true } : cell
    })
    const grids = inner.filter(block => block.kind === 'grid')
    return cells.length === 0 ? [] : [{ kind: 'grid', rows: placed.rows, columns: placed.columns, cells }, ...grids]
  }

  #rows(parent: XmlElement, rows: SpanCell<Content>[][]): void {
    for (const node of parent.children) {
      if (!isXmlElement(node)) continue
      if (/^table:table-(?:header-rows|rows|row-group)$/.test(node.name)) this.#rows(node, rows)
      if (node.name !== 'table:table-row') continue
      const row = this.#on(node, 'table-row', () => this.#row(node))
      const times = Math.max(integer(node.attributes.get('table:number-rows-repeated')) ?? 1, 1)
      for (let time = 0; time < times; time += 1) {
        this.#count(Math.max(row.length, 1))
        rows.push(time === 0 ? row : row.map(withoutInner))
      }
    }
  }

  #row(row: XmlElement): SpanCell<Content>[] {
    const cells: SpanCell<Content>[] = []
    for (const node of row.children) {
      // A covered cell has its place from the span of the one that covers it.
      if (!isXmlElement(node) || node.name !== 'table:table-cell') continue
      const value = this.#on(node, 'table-cell', () => this.#cell(node))
      const whole = (name: string) => Math.max(integer(node.attributes.get(name)) ?? 1, 1)
      const times = Math.min(whole('table:number-columns-repeated'), odtLimits.columns)
      const columnSpan = Math.min(whole('table:number-columns-spanned'), odtLimits.columns)
      for (let time = 0; time < times; time += 1) {
        if (cells.length >= odtLimits.columns) throw new TooManyCells()
        const cell = { value, columnSpan, rowSpan: whole('table:number-rows-spanned') }
        cells.push(time === 0 ? cell : withoutInner(cell))
      }
    }
    return cells
  }

  #count(cells: number): void {
    this.#cells += cells
    if (this.#cells > odtLimits.cells) throw new TooManyCells()
  }

  #cell(node: XmlElement): Content {
    const inner = this.#blocks(node.children, null)
    const texts = inner.map(block => {
      if (block.kind === 'image') return ''
      if (block.kind !== 'grid') return block.text
      return isData(block) ? '' : block.cells.map(cell => cell.text).join('\n')
    })
    const image = inner.some(block => block.kind === 'image')
    const grids = inner.filter(block => block.kind === 'grid' && isData(block))
    return { text: texts.filter(Boolean).join('\n'), image, inner: grids.length > 0 ? inner : [] }
  }
}

/** Repeated cells do not repeat the tables in them: repetitions within repetitions would grow without bound. */
function withoutInner(cell: SpanCell<Content>): SpanCell<Content> {
  return { ...cell, value: { ...cell.value, inner: [] } }
}

function isData(block: Block): boolean {
  return block.kind === 'grid' && block.rows > 1 && block.columns > 1
}

function withMark(blocks: readonly Block[], mark: string): readonly Block[] {
  const [first, ...rest] = blocks
  return first?.kind === 'paragraph' && mark !== '' ? [{ ...first, text: `${mark} ${first.text}` }, ...rest] : blocks
}

/** How many changes are tracked (their deleted text stands apart and is not read). */
export function trackedChanges(body: XmlElement): { insertions: number; deletions: number } {
  const changes = child(body, 'text:tracked-changes')
  const count = (name: string) => (changes ? [...descendants(changes, name)].length : 0)
  return { insertions: count('text:insertion'), deletions: count('text:deletion') }
}

export const plainText = (node: XmlElement | undefined): string => (node ? textOf(node).trim() : '')
