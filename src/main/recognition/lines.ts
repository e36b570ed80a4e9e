import type { Anchor, Block, SourceDocument } from '../../shared/document.ts'
import { asPrinted, plain } from './normalise.ts'

/** One printed line outside the tables, for title, dates and names. */
export type TextLine = {
  readonly index: number
  readonly text: string
  readonly printed: string
  readonly anchor: Anchor
}

export function blockAnchor(index: number, block: Block): Anchor {
  return {
    block: index,
    ...(block.page === undefined ? {} : { page: block.page }),
    ...(block.box === undefined ? {} : { box: block.box }),
  }
}

/** The lines of headings and paragraphs, in order; empty ones left out. */
export function textLines(document: SourceDocument): readonly TextLine[] {
  return document.blocks.flatMap((block, index) => {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return []
    const anchor = blockAnchor(index, block)
    return block.text.split('\n').flatMap(raw => {
      const text = plain(raw)
      return text === '' ? [] : [{ index, text, printed: asPrinted(raw), anchor }]
    })
  })
}
