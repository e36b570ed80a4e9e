import type { SourceDocument } from '../../shared/document.ts'
import { type SectionKey, sectionKeys } from '../../shared/form/index.ts'
import type { ReportSection } from '../../shared/report.ts'
import { type HeadingGuess, headingOf } from './headings.ts'
import { blockAnchor } from './lines.ts'
import { asPrinted } from './normalise.ts'

/** Where a section begins: `offset` is where its prose starts inside the heading's own block. */
export type SectionStart = {
  readonly key: SectionKey
  readonly block: number
  readonly heading: string
  readonly offset: number
}

type Candidate = HeadingGuess & { readonly block: number }

function candidates(document: SourceDocument): readonly Candidate[] {
  return document.blocks.flatMap((block, index) => {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return []
    const guess = headingOf(block.text)
    if (!guess) return []
    return [{ ...guess, score: guess.score + (block.kind === 'heading' ? 0.1 : 0), block: index }]
  })
}

/** The six headings in the document's order: the chain with the highest score, so that a table of contents or a sub-heading loses. */
export function findSectionStarts(document: SourceDocument): readonly SectionStart[] {
  const found = candidates(document).slice(0, 2_000)
  const chains: { score: number; previous: number }[] = []
  let last = -1
  found.forEach((item, at) => {
    let chain = { score: item.score, previous: -1 }
    for (let before = 0; before < at; before++) {
      const earlier = found[before]
      if (!earlier || sectionKeys.indexOf(earlier.key) >= sectionKeys.indexOf(item.key)) continue
      const score = (chains[before]?.score ?? 0) + item.score
      // Later wins a tie: a table of contents stands first.
      if (score >= chain.score) chain = { score, previous: before }
    }
    chains.push(chain)
    if (last < 0 || chain.score >= (chains[last]?.score ?? 0)) last = at
  })
  const starts: SectionStart[] = []
  for (let at = last; at >= 0; at = chains[at]?.previous ?? -1) {
    const item = found[at]
    const block = item ? document.blocks[item.block] : undefined
    if (!item || (block?.kind !== 'heading' && block?.kind !== 'paragraph')) continue
    const heading = asPrinted(block.text.slice(0, item.length))
    starts.unshift({ key: item.key, block: item.block, heading, offset: item.length })
  }
  return starts
}

/** Page numbers between paragraphs, and what sites print below an article. */
const furniture = /^[-—–─·•\s]*\d{1,4}[-—–─·•\s]*$/
/** Heads of the form that span a whole row and so may stand alone between the rows of a table in plain text. */
const tableHead = /^(?:第二十条第[（(].{1,3}[）)]项|信息内容|申请人情况|[（(]?本列数据的勾稽关系为.{0,40})$/
const chrome =
  /^(?:扫一扫|分享到|打印|【?打印|【?关闭|关闭窗口|上一篇|下一篇|相关附件|相关链接|相关阅读|相关信息|主办单位|承办单位|版权所有|网站地图|网站标识码|联系我们|友情链接|-->|Copyright|copyright|.{0,6}ICP备)/

/**
 * The sections with their prose. Blocks in `tableBlocks` (plain lines that were read as cells) are no prose.
 */
export function makeSections(
  document: SourceDocument,
  starts: readonly SectionStart[],
  tableBlocks: ReadonlySet<number>,
): readonly ReportSection[] {
  return starts.map((start, at) => {
    const end = starts[at + 1]?.block ?? document.blocks.length
    const lines: string[] = []
    for (let index = start.block; index < end; index++) {
      const block = document.blocks[index]
      if (!block || tableBlocks.has(index) || (block.kind !== 'heading' && block.kind !== 'paragraph')) continue
      const raw = index === start.block ? block.text.slice(start.offset).replace(/^[\s。:：;；]+/, '') : block.text
      const text = raw.replace(/\[bookmark:[^\]]{0,200}\]/gi, '').trim()
      if (text === '' || furniture.test(text) || tableHead.test(text)) continue
      if (start.key === 'other' && chrome.test(text)) break
      lines.push(text)
    }
    const block = document.blocks[start.block]
    const anchor = block ? blockAnchor(start.block, block) : null
    return { key: start.key, heading: start.heading, text: lines.join('\n'), anchor }
  })
}
