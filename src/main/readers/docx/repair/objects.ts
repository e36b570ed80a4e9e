import { element, type XmlElement, type XmlNode } from '../../common/xml/tree.ts'
import { chunkToken, type WalkState } from './walkState.ts'

/**
 * Embedded objects (ECMA-376 part 1, 17.3.3.19): another program's document that Word shows as a picture or a symbol. Their places are kept, as those of
 * alternative chunks are, so that it can be told what is in them.
 */

/** Objects, links to them, and the controls of forms. */
const names = new Set(['o:OLEObject', 'w:objectEmbed', 'w:objectLink', 'w:control'])

/** Formulas are objects, too, and wholly seen as their picture. */
const formulas = /^(?:Equation|MathType)/i

/** Notes an element that stands for an object; it is put behind the paragraph it lies in. */
export function takeObject(node: XmlElement, pass: WalkState): void {
  if (!names.has(node.name)) return
  const id = node.attributes.get('r:id') ?? ''
  const named = node.attributes.get('ProgID') || node.attributes.get('w:progId') || ''
  const program = node.name === 'w:control' ? 'ActiveX' : named || 'OLE'
  // One that names neither a program nor a part holds nothing.
  if ((named === '' && id === '') || formulas.test(program)) return
  pass.objects.push(pass.embedded.length)
  pass.embedded.push({ id, program })
}

/** The paragraphs that hold the places of the objects met since the last were asked for. */
export const objectPlaces = (pass: WalkState): readonly XmlNode[] =>
  pass.objects.splice(0).map(at => element('w:p', [], [element('w:r', [], [element('w:t', [], [chunkToken(at)])])]))
