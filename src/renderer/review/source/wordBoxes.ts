import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import type { Box } from '../../../shared/document.ts'
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

/** Where a word stands inside one run of text: its share of the run's width. Good enough for Han text, whose signs are equally wide. */
export function wordBoxesIn(item: Item, words: readonly string[], pageHeight: number): readonly Box[] {
  const text = item.str.toLowerCase()
  const [, , , , x = 0, y = 0] = item.transform
  const share = item.width / Math.max(1, text.length)
  return words.flatMap(word => {
    const boxes: Box[] = []
    const wanted = word.toLowerCase()
    for (let at = wanted ? text.indexOf(wanted) : -1; at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      const left = x + at * share
      boxes.push([left, pageHeight - y - item.height, left + wanted.length * share, pageHeight - y + item.height * 0.2])
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
      const found = items.flatMap(item => ('str' in item ? wordBoxesIn(item, lit.words, height) : []))
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
