import { inkedLength, type Sight, sightOf, speck } from '../../common/sight.ts'
import { child, isXmlElement, textOf, type XmlElement } from '../../common/xml/tree.ts'
import { lookOf, overLook, shadingOf } from '../looks.ts'
import { type DocxStyle, setting } from '../styles.ts'
import type { WalkState } from './walkState.ts'

/** What a person sees of text while the walk over a document comes by: its colour by run, styles and defaults, on the ground around it. */

type Around = Partial<Pick<WalkState, 'ground' | 'tableLook' | 'paragraphLook'>>

/** Does something where that holds around it; what held before holds again afterwards. */
export function within<Result>(pass: WalkState, around: Around | null, walk: () => Result): Result {
  if (around === null) return walk()
  const { ground, tableLook, paragraphLook } = pass
  Object.assign(pass, around)
  const result = walk()
  Object.assign(pass, { ground, tableLook, paragraphLook })
  return result
}

/** What stands inside something shaded, or null where it is not. */
export function standingOn(shading: XmlElement | undefined): Around | null {
  const ground = shading && shadingOf(shading)
  return ground === undefined ? null : { ground }
}

/** A table's own shading; where its style shades cells, nobody knows which. */
export function tableGround(table: XmlElement, pass: WalkState): Around {
  const properties = child(table, 'w:tblPr')
  const style = pass.styles.find(setting(properties, 'w:tblStyle') ?? pass.styles.ofTables)
  const own = shadingOf(child(properties, 'w:shd'))
  return { tableLook: style.look, ground: style.shades ? 'unknown' : (own ?? pass.ground) }
}

/** How text looks in a paragraph of a style, and what the paragraph stands on. */
export function paragraphLook(shading: XmlElement | undefined, id: string | undefined, pass: WalkState): Around {
  const { styles, tableLook, ground } = pass
  const style = styles.find(id ?? styles.ofParagraphs)
  return {
    paragraphLook: overLook(style.look, overLook(tableLook, styles.base)),
    ground: shadingOf(shading) ?? style.ground ?? ground,
  }
}

/** How a run's text is seen. */
export function sightOfRun(properties: XmlElement | undefined, style: DocxStyle, pass: WalkState): Sight {
  const { ink, ground, size } = overLook(overLook(lookOf(properties), style.look), pass.paragraphLook)
  if (size !== undefined && size <= speck) return 'unseen'
  if (!ink) return 'seen'
  const sight = sightOf(ink.rgb, ground ?? pass.ground ?? pass.page)
  return sight === 'unseen' && !ink.sure ? 'doubtful' : sight
}

const inked = new Set(['w:t', 'w:sym', 'w:noBreakHyphen'])

/** Takes a run's text out. Its pictures, breaks and what counts for fields are there all the same. */
export function withoutUnseen(run: XmlElement, pass: WalkState): void {
  run.children = run.children.filter(item => {
    if (!isXmlElement(item) || !inked.has(item.name)) return true
    const length = item.name === 'w:t' ? inkedLength(textOf(item)) : 1
    if (!pass.fields.some(field => field.showing === 'code')) pass.unseen += length
    return length === 0
  })
}
