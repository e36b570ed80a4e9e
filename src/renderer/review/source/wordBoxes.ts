import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import type { Box } from '../../../shared/data/document.ts'
import type { Lit } from './places.ts'

const nothing: readonly Box[] = []

/** More than this many marks on a page help nobody. */
const most = 200

type Item = {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** One character and the run it stands in; `left` and `right` are its share of the run's width. */
type Sign = {
  readonly run: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Figures, letters and blanks are about half as wide as Han signs. */
const weight = (character: string) => (character.charCodeAt(0) < 0x2000 ? 0.5 : 1)

/** Every character that is not white space, in the order of the page's text, with where it stands. */
function signsOf(
  runs: readonly Item[],
  pageHeight: number,
): { readonly text: string; readonly signs: readonly Sign[] } {
  let text = ''
  const signs: Sign[] = []
  for (const [run, { str, transform, width, height }] of runs.entries()) {
    const [, , , , x = 0, y = 0] = transform
    const all = [...str].reduce((sum, character) => sum + weight(character), 0)
    const share = all === 0 ? 0 : width / all
    let right = x
    for (const character of str) {
      const left = right
      right += weight(character) * share
      // A sign outside the first plane counts as its first half: it is never part of a word that is looked for.
      if (/\s/.test(character)) continue
      text += character.toLowerCase().charAt(0)
      signs.push({
        run,
        left,
        right,
        top: pageHeight - y - height,
        bottom: pageHeight - y + height * 0.2,
      })
    }
  }
  return { text, signs }
}

/**
 * Where words stand on a page, white space aside: a program that writes PDFs breaks a line into many runs (between Han text and
 * figures above all), so a word may go over several of them, and gets a box in each. Good enough for Han text, whose signs are equally wide.
 */
export function wordBoxesIn(runs: readonly Item[], words: readonly string[], pageHeight: number): readonly Box[] {
  const { text, signs } = signsOf(runs, pageHeight)
  return words.flatMap(word => {
    const boxes: Box[] = []
    const wanted = word.replace(/\s+/g, '').toLowerCase()
    for (let at = wanted ? text.indexOf(wanted) : -1; at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      const found = signs.slice(at, at + wanted.length)
      for (const run of new Set(found.map(sign => sign.run))) {
        const own = found.filter(sign => sign.run === run)
        const [first, last] = [own[0], own.at(-1)]
        if (first && last) boxes.push([first.left, first.top, last.right, first.bottom])
      }
    }
    return boxes
  })
}

/** Boxes of the looked-for words on the lit page, within the lit passage where its box is known. */
export function useWordBoxes(pdf: PDFDocumentProxy, page: number, lit: Lit | null): readonly Box[] {
  const [boxes, setBoxes] = useState(nothing)
  useEffect(() => {
    if (!lit) return setBoxes(nothing)
    let wanted = true
    void (async () => {
      const source = await pdf.getPage(page)
      const { items } = await source.getTextContent()
      const height = source.getViewport({ scale: 1 }).height
      const runs = items.flatMap(item => ('str' in item ? [item] : []))
      const found = wordBoxesIn(runs, lit.words, height)
      const { box } = lit
      const inside = box ? found.filter(item => item[1] < box[3] + 2 && item[3] > box[1] - 2) : found
      if (wanted) setBoxes((inside.length > 0 ? inside : found).slice(0, most))
    })().catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [pdf, page, lit])
  return boxes
}
