import type { Block } from '../../../shared/document.ts'
import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { blocksOf } from './blocks.ts'
import type { Spaces } from './inline.ts'
import { isElement, isText, type Node } from './nodes.ts'
import { htmlLimits, LimitExceeded, parseWithin } from './parse.ts'
import { type PageSigns, survey } from './survey.ts'

export type HtmlContent = {
  readonly title: string | null
  readonly blocks: readonly Block[]
  readonly frames: number
} & PageSigns

/** Text of the page's title element, in its head. */
function titleOf(nodes: readonly Node[]): string | null {
  const child = (parent: readonly Node[], name: string) => parent.filter(isElement).find(node => node.tagName === name)
  const html = child(nodes, 'html')
  const head = html ? child(html.childNodes, 'head') : undefined
  const title = head ? child(head.childNodes, 'title') : undefined
  const text = title?.childNodes
    .filter(isText)
    .map(node => node.value)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  return text ? text : null
}

/**
 * Reads markup into blocks. `spaces` is 'keep' where the markup was made by a converter that adds none of its own, so that runs of
 * spaces are the author's.
 */
export function htmlContent(text: string, file: string, spaces: Spaces = 'collapse'): Outcome<HtmlContent> {
  try {
    const { tree, frames } = parseWithin(text)
    const signs = survey(tree.childNodes)
    return success({ title: titleOf(tree.childNodes), blocks: blocksOf(tree.childNodes, spaces), frames, ...signs })
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
