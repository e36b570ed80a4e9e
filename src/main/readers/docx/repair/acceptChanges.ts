import { doubtMark } from '../../common/sight.ts'
import {
  child,
  element,
  hasDescendant,
  isXmlElement,
  textOf,
  type XmlElement,
  type XmlNode,
} from '../../common/xml/tree.ts'
import { type DocxStyle, setting, strike, toggle } from '../styles.ts'
import { joinDeleted } from './deletedMarks.ts'
import { closeInstructions, fieldMark, isInInstruction, takeInstruction } from './fields.ts'
import { formulaText } from './formula.ts'
import { objectPlaces, takeObject } from './objects.ts'
import { paragraphLook, sightOfRun, standingOn, tableGround, within, withoutUnseen } from './seen.ts'
import { repairTable } from './tables.ts'
import { chunkToken, type WalkState } from './walkState.ts'

/**
 * One walk in document order that leaves of a Word document what a person sees of it once all changes are accepted: no deleted or
 * hidden text, no field instructions, wrappers unwrapped, one of each pair of alternatives, text boxes behind the paragraph they hang on.
 */

const dropped = new Set([
  // A link on a picture: mammoth would look for where it goes. An embedded object is seen as its picture.
  'a:hlinkClick',
  'o:OLEObject',
  ...[
    ...'control objectEmbed objectLink del moveFrom proofErr permStart permEnd bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd'.split(
      ' ',
    ),
    ...'commentReference annotationRef lastRenderedPageBreak instrText delText delInstrText footnoteRef endnoteRef'.split(
      ' ',
    ),
    ...'moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart'.split(' '),
    ...'customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd smartTagPr customXmlPr sectPr tblPr tblGrid tblPrEx'.split(
      ' ',
    ),
  ].map(name => `w:${name}`),
])
const unwrapped = new Set(
  'ins moveTo smartTag customXml fldSimple hyperlink dir bdo'.split(' ').map(name => `w:${name}`),
)
/** What shows something inside a run; not to be shown while it stands in a field's instruction. */
const shown = new Set(
  'w:t w:tab w:br w:cr w:ptab w:sym w:drawing w:pict w:object w:noBreakHyphen w:softHyphen'.split(' '),
)

export function acceptChanges(nodes: readonly XmlNode[], pass: WalkState): XmlNode[] {
  const kept: XmlNode[] = []
  for (const node of nodes) {
    if (typeof node === 'string') kept.push(node)
    // One by one: as arguments of one call, the content of a long wrapper would overflow the stack.
    else for (const item of visit(node, pass)) kept.push(item)
  }
  return kept
}

function inside(node: XmlElement, pass: WalkState): XmlElement {
  node.children = acceptChanges(node.children, pass)
  return node
}

const run = (text: string) => element('w:r', [], [element('w:t', [['xml:space', 'preserve']], [text])])

function visit(node: XmlElement, pass: WalkState): readonly XmlNode[] {
  const { name } = node
  if (name === 'w:ins' || name === 'w:moveTo') pass.insertions += 1
  else if (name === 'w:del' || name === 'w:moveFrom') pass.deletions += 1
  if (name === 'w:instrText') takeInstruction(node, pass)
  takeObject(node, pass)
  if (dropped.has(name)) return []
  if (unwrapped.has(name)) return acceptChanges(node.children, pass)
  if (shown.has(name) && isInInstruction(pass)) return []
  switch (name) {
    case 'w:p':
      return paragraph(node, pass)
    case 'w:r':
      return visitRun(node, pass)
    case 'w:rPr':
      return []
    case 'w:tbl':
      return within(pass, tableGround(node, pass), () => repairTable(inside(node, pass)))
    case 'w:tr':
      return row(node, pass)
    case 'w:tc':
      if (child(child(node, 'w:tcPr'), 'w:cellDel')) return []
      return within(pass, standingOn(child(child(node, 'w:tcPr'), 'w:shd')), () => [inside(joinDeleted(node), pass)])
    case 'w:txbxContent':
      // A shape may be filled.
      return within(pass, { ground: 'unknown' }, () => [inside(node, pass)])
    case 'wp:anchor':
      if (/^(?:1|true)$/.test(node.attributes.get('behindDoc') ?? '')) pass.page = 'unknown'
      return withoutHusk(inside(node, pass))
    case 'w:trPr':
      return keepOnly(node, 'w:gridBefore')
    case 'w:tcPr':
      return keepOnly(trackedMerge(node), 'w:gridSpan', 'w:vMerge', 'w:hMerge')
    case 'w:sdt':
      return acceptChanges(child(node, 'w:sdtContent')?.children ?? [], pass)
    case 'mc:AlternateContent':
      return acceptChanges(alternative(node)?.children ?? [], pass)
    case 'w:ruby':
      return acceptChanges(child(node, 'w:rubyBase')?.children ?? [], pass)
    case 'm:oMath':
    case 'm:oMathPara':
      return [run(formulaText(node))]
    case 'v:textpath':
      return [run(node.attributes.get('string') ?? '')]
    case 'w:altChunk':
      pass.embedded.push({ id: node.attributes.get('r:id') ?? '', program: null })
      return [element('w:p', [], [run(chunkToken(pass.embedded.length - 1))])]
    default:
      if (node.attributes.get('style')?.includes('z-index:-')) pass.page = 'unknown'
      return withoutHusk(inside(node, pass))
  }
}

/** Shapes that mammoth does not look into. */
const shapes = new Set('arc curve line oval polyline roundrect'.split(' ').map(name => `v:${name}`))

/** Of drawings and of what other programs added nothing is kept that holds neither text nor a picture: mammoth would tell of each as lost. */
function withoutHusk(node: XmlElement): readonly XmlNode[] {
  if (shapes.has(node.name)) node.name = 'v:shape'
  const holds = node.children.some(item => isXmlElement(item) || item.trim() !== '')
  return holds || node.name === 'v:imagedata' || !/^(?:v|o|w10|w14|wps|x):/.test(node.name) ? [node] : []
}

/** A merge that is a tracked change says in its own words how the cell is merged once it is accepted (17.13.5.3). */
function trackedMerge(properties: XmlElement): XmlElement {
  const change = child(properties, 'w:cellMerge')?.attributes.get('w:vMerge')
  if (change !== undefined && !child(properties, 'w:vMerge')) {
    properties.children.push(element('w:vMerge', [['w:val', change === 'rest' ? 'restart' : 'continue']]))
  }
  return properties
}

/** The older form where both say the same: mammoth knows its elements. */
function alternative(node: XmlElement): XmlElement | undefined {
  const fallback = child(node, 'mc:Fallback')
  return fallback?.children.some(isXmlElement) ? fallback : child(node, 'mc:Choice')
}

function keepOnly(node: XmlElement, ...names: readonly string[]): readonly XmlNode[] {
  node.children = node.children.filter(item => isXmlElement(item) && names.includes(item.name))
  return [node]
}

function paragraph(node: XmlElement, pass: WalkState): readonly XmlNode[] {
  const outer = pass.hiddenParagraph
  const properties = child(node, 'w:pPr')
  const id = setting(properties, 'w:pStyle')
  const style = pass.styles.find(id)
  const shading = child(properties, 'w:shd')
  const kept = properties ? keepOnly(properties, 'w:pStyle', 'w:jc', 'w:numPr', 'w:outlineLvl') : []
  pass.hiddenParagraph = style.hidden
  const content = within(pass, paragraphLook(shading, id, pass), () =>
    acceptChanges(
      node.children.filter(item => item !== properties),
      pass,
    ),
  )
  node.children = [...kept, ...content]
  pass.hiddenParagraph = outer
  closeInstructions(pass)
  const boxes = hasDescendant(node, 'w:txbxContent') ? takeBoxes(node) : []
  return [node, ...boxes, ...objectPlaces(pass)]
}

/** Takes the content of text boxes out of a paragraph. */
function takeBoxes(node: XmlElement): XmlNode[] {
  const taken: XmlNode[] = []
  node.children = node.children.filter(item => {
    if (!isXmlElement(item)) return true
    if (item.name === 'w:txbxContent') taken.push(...item.children)
    else taken.push(...takeBoxes(item))
    return item.name !== 'w:txbxContent'
  })
  return taken
}

function row(node: XmlElement, pass: WalkState): readonly XmlNode[] {
  const properties = child(node, 'w:trPr')
  if (child(properties, 'w:ins')) pass.insertions += 1
  if (child(properties, 'w:del')) {
    pass.deletions += 1
    return []
  }
  if (toggle(properties, 'w:hidden') === true) {
    pass.hidden += 1
    return []
  }
  return within(pass, standingOn(child(child(node, 'w:tblPrEx'), 'w:shd')), () => [inside(node, pass)])
}

function visitRun(node: XmlElement, pass: WalkState): readonly XmlNode[] {
  const properties = child(node, 'w:rPr')
  const style = pass.styles.find(setting(properties, 'w:rStyle'))
  if (toggle(properties, 'w:vanish') ?? (style.hidden || pass.hiddenParagraph)) {
    // Field marks count in hidden text too, or what is shown behind them would be taken for an instruction.
    for (const item of node.children) if (isXmlElement(item) && item.name === 'w:fldChar') fieldMark(item, pass)
    const text = node.children.some(item => isXmlElement(item) && item.name === 'w:t' && textOf(item).trim() !== '')
    if (text && !isInInstruction(pass)) pass.hidden += 1
    return []
  }
  const sight = sightOfRun(properties, style, pass)
  if (sight === 'unseen') withoutUnseen(node, pass)
  const children: XmlNode[] = looksOf(properties, style)
  for (const item of node.children) {
    if (!isXmlElement(item)) continue
    if (item.name === 'w:fldChar') children.push(...fieldMark(item, pass))
    else if (item.name === 'w:footnoteReference') children.push(...text(pass.notes.mark('footnote', item)))
    else if (item.name === 'w:endnoteReference') children.push(...text(pass.notes.mark('endnote', item)))
    else if (item.name === 'w:cr') children.push(element('w:br', []))
    else if (item.name === 'w:ptab') children.push(element('w:tab', []))
    else if (item.name === 'w:sym') children.push(symbol(item))
    else children.push(...visit(item, pass))
  }
  node.children = children
  if (sight !== 'doubtful' || !children.some(item => isXmlElement(item) && item.name === 'w:t')) return [node]
  pass.doubts += 1
  return [node, run(doubtMark)]
}

/** Of a run's looks only those are kept that change what a figure says: raised, and struck out. */
function looksOf(properties: XmlElement | undefined, style: DocxStyle): XmlNode[] {
  const raised = setting(properties, 'w:vertAlign') ?? style.raised
  const looks = [
    ...((strike(properties) ?? style.struck) ? [element('w:strike', [])] : []),
    ...(raised === null || raised === 'baseline' ? [] : [element('w:vertAlign', [['w:val', raised]])]),
  ]
  return looks.length > 0 ? [element('w:rPr', [], looks)] : []
}
const text = (value: string): XmlNode[] => (value === '' ? [] : [element('w:t', [], [value])])

/** mammoth knows the symbol fonts; in any other font a symbol is its character, kept in the private area or not (17.3.3.30). */
function symbol(node: XmlElement): XmlNode {
  const font = node.attributes.get('w:font') ?? ''
  const code = Number.parseInt(node.attributes.get('w:char') ?? '', 16)
  if (/^(?:symbol|webdings|wingdings.*)$/i.test(font) || !Number.isInteger(code) || code < 0x20 || code > 0xffff)
    return node
  return element('w:t', [], [String.fromCharCode(code >= 0xf020 && code <= 0xf0ff ? code - 0xf000 : code)])
}
