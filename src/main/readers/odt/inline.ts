import { superscriptFigures } from '../common/numerals.ts'
import { doubtMark, type Ground, inkedLength, type Sight } from '../common/sight.ts'
import { withStrokes } from '../common/struckOut.ts'
import {
  child,
  childrenNamed,
  hasDescendant,
  integer,
  isXmlElement,
  textOf,
  type XmlElement,
  type XmlNode,
} from '../common/xml/tree.ts'
import { fieldText } from './formFields.ts'
import { overLook, type SpanLook, sightOn } from './looks.ts'
import type { OdtStyles } from './styles.ts'

/** The text of a paragraph, and what hangs on it. */
export type Inline = {
  readonly text: string
  readonly image: boolean
  /** Contents of text boxes and of notes, to be read as blocks of their own. */
  readonly boxes: readonly XmlElement[]
  readonly notes: readonly { readonly mark: string; readonly body: XmlElement }[]
  readonly hidden: number
  /** Characters left out since nobody sees them, and stretches of text of which nobody can say. */
  readonly unseen: number
  readonly doubts: number
}

type Collected = {
  pieces: string[]
  image: boolean
  boxes: XmlElement[]
  notes: { mark: string; body: XmlElement }[]
  hidden: number
  unseen: number
  doubts: number
  look: SpanLook
  readonly around: Ground
  sight: Sight
}

const skipped = new Set(
  'office:annotation office:annotation-end text:bookmark text:bookmark-start text:bookmark-end text:change text:change-start text:change-end text:soft-page-break text:ruby-text text:number office:forms text:tracked-changes text:script svg:title svg:desc'.split(
    ' ',
  ),
)

/** Longest run of spaces one element may stand for. */
const mostSpaces = 200

/** The text of a paragraph of that look, on that ground. */
export function inlineOf(paragraph: XmlElement, styles: OdtStyles, look: SpanLook, around: Ground): Inline {
  const sight = sightOn(look, around)
  const counts = { hidden: 0, unseen: 0, doubts: 0 }
  const into: Collected = { pieces: [], image: false, boxes: [], notes: [], ...counts, look, around, sight }
  collect(paragraph.children, styles, into)
  const text = into.pieces
    .join('')
    .replace(/[\u200b\u00ad\u2060\ufeff]/g, '')
    .replaceAll('\u00a0', ' ')
    .trim()
  const { image, boxes, notes, hidden, unseen, doubts } = into
  return { text, image, boxes, notes, hidden, unseen, doubts }
}

function collect(nodes: readonly XmlNode[], styles: OdtStyles, into: Collected): void {
  for (const node of nodes) {
    // White space in the file is one space (ODF 1.3 part 3, 6.1.2); more of it has elements of its own.
    if (!isXmlElement(node)) addText(node.replace(/[ \t\r\n]+/g, ' '), into)
    else if (!skipped.has(node.name)) element(node, styles, into)
  }
}

function addText(text: string, into: Collected): void {
  if (into.sight === 'seen' || text.trim() === '') into.pieces.push(text)
  else if (into.sight === 'unseen') into.unseen += inkedLength(text)
  else {
    into.doubts += 1
    into.pieces.push(text, doubtMark)
  }
}

function element(node: XmlElement, styles: OdtStyles, into: Collected): void {
  switch (node.name) {
    case 'text:s':
      into.pieces.push(' '.repeat(Math.min(Math.max(integer(node.attributes.get('text:c')) ?? 1, 1), mostSpaces)))
      return
    case 'text:tab':
      into.pieces.push('\t')
      return
    case 'text:line-break':
      into.pieces.push('\n')
      return
    case 'text:note':
      note(node, into)
      return
    case 'draw:frame':
      frame(node, into)
      return
    case 'draw:custom-shape':
    case 'draw:rect':
    case 'draw:ellipse':
    case 'draw:circle':
    case 'draw:polygon':
    case 'draw:path':
    case 'draw:line':
    case 'draw:connector':
      // Shapes may hold text as a text box does (ODF 1.3 part 3, 10.3).
      if (hasDescendant(node, 'text:p')) into.boxes.push(node)
      return
    case 'field:fieldmark':
    case 'field:fieldmark-start':
    case 'text:drop-down':
      into.pieces.push(fieldText(node) ?? '')
      collect(node.children, styles, into)
      return
    case 'draw:control':
      // A control of a form shows what stands elsewhere.
      into.image = true
      return
    case 'text:hidden-text':
    case 'text:hidden-paragraph':
      into.hidden += 1
      return
    case 'text:span':
      span(node, styles, into)
      return
    default:
      collect(node.children, styles, into)
  }
}

function span(node: XmlElement, styles: OdtStyles, into: Collected): void {
  const style = node.attributes.get('text:style-name')
  if (styles.hidden(style)) {
    if (textOf(node).trim() !== '') into.hidden += 1
    return
  }
  const { look, sight } = into
  into.look = overLook(styles.looks.of(style), look)
  into.sight = sightOn(into.look, into.around)
  seenSpan(node, style, styles, into)
  into.look = look
  into.sight = sight
}

function seenSpan(node: XmlElement, style: string | undefined, styles: OdtStyles, into: Collected): void {
  const text = textOf(node)
  const isMark =
    /^\d{1,3}$/.test(text) &&
    styles.raised(style) &&
    into.sight !== 'unseen' &&
    into.pieces.some(piece => piece.trim() !== '')
  if (isMark) {
    into.pieces.push(superscriptFigures(text))
    return
  }
  const before = into.pieces.length
  collect(node.children, styles, into)
  if (!styles.struck(style)) return
  for (let at = before; at < into.pieces.length; at += 1) into.pieces[at] = withStrokes(into.pieces[at] ?? '')
}

function note(node: XmlElement, into: Collected): void {
  const citation = child(node, 'text:note-citation')
  const body = child(node, 'text:note-body')
  const text = citation ? textOf(citation).trim() : ''
  const mark = /^[\da-z]+$/i.test(text) ? `[${text}]` : text
  into.pieces.push(mark)
  if (body) into.notes.push({ mark, body })
}

/** A frame holds a text box or a picture, often with a picture of a fallback behind an object. */
function frame(node: XmlElement, into: Collected): void {
  const boxes = childrenNamed(node, 'draw:text-box')
  if (boxes.length > 0) into.boxes.push(...boxes.slice(0, 1))
  else into.image = true
}
