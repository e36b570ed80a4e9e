import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Pdfjs } from '../opening/pdfjs.ts'
import { matrixOf } from './matrix.ts'
import type { OperatorList } from './operators.ts'
import { type FontFacts, plainFont } from './showText.ts'

/** The facts of fonts that pdf.js knows and its operators do not say. */

function isBold(name: string): boolean {
  return /bold|black|heavy|simhei|黑体|-?hei(ti)?\b/iu.test(name)
}

function factsOf(font: unknown): FontFacts {
  if (typeof font !== 'object' || font === null) return plainFont
  const has = (key: string): unknown => (key in font ? Reflect.get(font, key) : undefined)
  const name = has('name')
  return {
    matrix: matrixOf(has('fontMatrix')) ?? plainFont.matrix,
    vertical: has('vertical') === true,
    type3: has('isType3Font') === true,
    bold: has('bold') === true || has('black') === true || (typeof name === 'string' && isBold(name)),
  }
}

/** Fonts arrive beside the operator list and are unpacked a few turns of the event loop later. */
const fontPatience = 50

/** What the positions of characters depend on, of each font that the page's operators name. */
export async function fontsOf(
  library: Pdfjs,
  page: PDFPageProxy,
  list: OperatorList,
): Promise<ReadonlyMap<string, FontFacts>> {
  const names = new Set<string>()
  list.fnArray.forEach((operator, index) => {
    if (operator !== library.OPS.dependency) return
    const given = list.argsArray[index]
    for (const name of Array.isArray(given) ? given : []) {
      if (typeof name === 'string' && /^g_.*_f\d+$/.test(name)) names.add(name)
    }
  })
  const fonts = new Map<string, FontFacts>()
  for (const name of names) {
    for (let turn = 0; turn < fontPatience && !page.commonObjs.has(name); turn += 1) {
      await new Promise(resolve => setImmediate(resolve))
    }
    if (page.commonObjs.has(name)) fonts.set(name, factsOf(page.commonObjs.get(name)))
  }
  return fonts
}
