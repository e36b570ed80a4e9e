import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Pdfjs } from '../opening/pdfjs.ts'
import type { OperatorList } from './operators.ts'

/**
 * Throws where the operators of a page may not be all of them. pdf.js 6 gives a shortened operator list, and no error, when a page
 * fails halfway (`_pumpOperatorList` settles the promise before it rejects it). So a list is only believed when its saves and
 * restores balance, as pdf.js makes them do at the end of every page, and when its parser came to the list's end (`ended`). Where
 * it did not, the text extraction, which does fail aloud, must find no more characters than were shown: it costs as much again.
 */
export async function proveComplete(
  library: Pdfjs,
  page: PDFPageProxy,
  list: OperatorList,
  ended: boolean,
): Promise<void> {
  const { save, restore } = library.OPS
  let depth = 0
  for (const operator of list.fnArray) {
    if (operator === save) depth += 1
    else if (operator === restore) depth -= 1
  }
  if (depth !== 0) throw new Error(`page cut short: depth ${depth}`)
  if (ended) return
  const shown = shownLength(library, list)
  const expected = await textLength(page)
  if (shown < expected) throw new Error(`page cut short: ${shown} of ${expected} characters`)
}

const inkLength = (text: string): number => text.replace(/\s/g, '').length

function shownLength(library: Pdfjs, list: OperatorList): number {
  let length = 0
  list.fnArray.forEach((operator, index) => {
    if (operator !== library.OPS.showText) return
    const args = list.argsArray[index]
    const pieces: unknown = Array.isArray(args) ? args[0] : null
    for (const piece of Array.isArray(pieces) ? pieces : []) {
      if (typeof piece === 'object' && piece !== null && 'unicode' in piece && typeof piece.unicode === 'string')
        length += inkLength(piece.unicode)
    }
  })
  return length
}

async function textLength(page: PDFPageProxy): Promise<number> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  return items.reduce((sum, item) => sum + ('str' in item ? inkLength(item.str) : 0), 0)
}
