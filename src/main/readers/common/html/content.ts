import type { DocumentHints } from '../../../../shared/data/document.ts'
import { message } from '../../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../../shared/outcome.ts'
import { blocksOf, type PageBlocks } from './blocks.ts'
import { fillFields } from './formFields.ts'
import { hintsOf, titleOf } from './head.ts'
import type { Spaces } from './inlineText.ts'
import { htmlLimits, LimitExceeded, parseWithin } from './parse.ts'
import { takeUnseenOut } from './seen.ts'
import { type PageSigns, survey } from './survey.ts'

/** Markup into blocks, for web pages and for what a converter makes of Word documents. */

export type HtmlContent = {
  readonly title: string | null
  readonly hints: DocumentHints | null
  readonly frames: number
  /** Characters that nobody sees. They are in none of the blocks. */
  readonly unseen: number
} & PageBlocks &
  PageSigns

/**
 * Reads markup into blocks. `spaces` is 'keep' where the markup was made by a converter that adds none of its own, so that runs of
 * spaces are the author's.
 */
export function htmlContent(text: string, file: string, spaces: Spaces = 'collapse'): Outcome<HtmlContent> {
  try {
    const { tree, frames } = parseWithin(text)
    const signs = survey(tree.childNodes)
    const nodes = tree.childNodes
    // A converter's markup says nothing of colours.
    if (spaces !== 'keep') fillFields(nodes)
    const unseen = spaces === 'keep' ? 0 : takeUnseenOut(nodes)
    const read = { title: titleOf(nodes), hints: hintsOf(nodes), ...blocksOf(nodes, spaces) }
    return success({ ...read, frames, unseen, ...signs })
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error
    const params = { file, limit: htmlLimits[error.limit] }
    switch (error.limit) {
      case 'depth':
        return failure(message('html.tooDeep', params))
      case 'elements':
        return failure(message('html.tooLarge', params))
      case 'cells':
      case 'rows':
      case 'slots':
        return failure(message('html.tooManyCells', params))
    }
  }
}
