import type { Anchor, GridBlock, GridCell, SourceDocument } from '../../../shared/data/document.ts'
import type { ReportSection, SectionParagraph } from '../../../shared/data/report.ts'
import { type SectionKey, sectionKeys } from '../../../shared/form/index.ts'
import { shortened, type TracedHeading, type Tracer } from '../../../shared/trace/steps.ts'
import { blockAnchor } from '../text/lines.ts'
import { asPrinted } from '../text/normalise.ts'
import { type HeadingGuess, headingOf } from './headings.ts'

/** Where a section begins: `offset` is where its prose starts inside the heading's own block. */
export type SectionStart = {
  readonly key: SectionKey
  readonly block: number
  /** Where the heading stands in a grid: a page laid out by a table, or a heading printed as a row between two tables. */
  readonly row: number | null
  readonly heading: string
  readonly offset: number
}

/** A line that may be a section's heading, and where it stands. */
export type HeadingCandidate = HeadingGuess & {
  readonly block: number
  readonly row: number | null
  readonly text: string
}

/** A hostile grid may have any number of cells; reports laid out by a table have some hundred. */
const mostCells = 5_000
/** In a grid only a numbered heading with the form's words is one: labels of the tables are like headings too. */
const sureHeading = 0.9

/** The rows of a grid in which nothing but one text begins. */
function loneTexts(grid: GridBlock): readonly GridCell[] {
  const rows = new Map<number, GridCell[]>()
  for (const cell of grid.cells.slice(0, mostCells)) {
    if (cell.text.trim() === '') continue
    const row = rows.get(cell.row)
    if (row) row.push(cell)
    else rows.set(cell.row, [cell])
  }
  return [...rows.values()].flatMap(cells => (cells.length === 1 ? cells : [])).toSorted((a, b) => a.row - b.row)
}

/** The sections and the search for more than one report ask for the same. */
const known = new WeakMap<SourceDocument, readonly HeadingCandidate[]>()

/** All lines of a document that are like a section's heading, in order. */
export function headingCandidates(document: SourceDocument): readonly HeadingCandidate[] {
  const found = known.get(document) ?? makeCandidates(document)
  known.set(document, found)
  return found
}

function makeCandidates(document: SourceDocument): readonly HeadingCandidate[] {
  return document.blocks.flatMap((block, index): readonly HeadingCandidate[] => {
    if (block.kind === 'image') return []
    if (block.kind === 'grid')
      return loneTexts(block).flatMap(cell => {
        const guess = headingOf(cell.text)
        return guess && guess.score >= sureHeading ? [{ ...guess, block: index, row: cell.row, text: cell.text }] : []
      })
    const guess = headingOf(block.text)
    if (!guess) return []
    const score = guess.score + (block.kind === 'heading' ? 0.1 : 0)
    return [{ ...guess, score, block: index, row: null, text: block.text }]
  })
}

/** The six headings in the document's order: the chain with the highest score, so that a table of contents or a sub-heading loses. */
export function findSectionStarts(document: SourceDocument, trace?: Tracer): readonly SectionStart[] {
  const found = headingCandidates(document).slice(0, 2_000)
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
    if (!item) continue
    const heading = asPrinted(item.text.slice(0, item.length))
    starts.unshift({ key: item.key, block: item.block, row: item.row, heading, offset: item.length })
  }
  trace?.({ kind: 'sections', candidates: found.map(item => headingStep(item, starts)) })
  return starts
}

function headingStep(
  { key, block, row, text, score }: HeadingCandidate,
  starts: readonly SectionStart[],
): TracedHeading {
  const chosen = starts.some(start => start.block === block && start.row === row)
  return { key, text: shortened(text), anchor: { block, ...(row === null ? {} : { row }) }, score, chosen }
}

/** Page numbers between paragraphs, and what sites print below an article. */
const furniture = /^[-—–─·•\s]*\d{1,4}[-—–─·•\s]*$/
/** Heads of the form that span a whole row and so may stand alone between the rows of a table in plain text. */
const tableHead = /^(?:第二十条第[（(].{1,3}[）)]项|信息内容|申请人情况|[（(]?本列数据的勾稽关系为.{0,40})$/
const chrome =
  /^(?:扫一扫|分享到|打印|【?打印|【?关闭|关闭窗口|上一篇|下一篇|相关附件|相关链接|相关阅读|相关信息|主办单位|承办单位|版权所有|网站地图|网站标识码|联系我们|友情链接|-->|Copyright|copyright|.{0,6}ICP备)/

/** One paragraph of a section: from a block of its own, or from a row of a grid that holds nothing else. */
type Line = {
  readonly block: number
  readonly row: number | null
  readonly text: string
  readonly cell: GridCell | null
}

function linesOf(document: SourceDocument, index: number, laidOut: boolean): readonly Line[] {
  const block = document.blocks[index]
  if (!block || block.kind === 'image') return []
  if (block.kind !== 'grid') return [{ block: index, row: null, text: block.text, cell: null }]
  // Tables are no prose, unless the heading itself stands in the same table.
  return laidOut ? loneTexts(block).map(cell => ({ block: index, row: cell.row, text: cell.text, cell })) : []
}

const isBefore = (line: Line, start: SectionStart): boolean =>
  line.block < start.block || (line.block === start.block && (line.row ?? 0) < (start.row ?? 0))
const isAt = (line: Line, start: SectionStart): boolean => line.block === start.block && line.row === start.row

function anchorOf(document: SourceDocument, start: SectionStart, lines: readonly Line[]): Anchor | null {
  const cell = lines.find(line => isAt(line, start))?.cell ?? null
  return anchorOfLine(document, { block: start.block, cell })
}

function anchorOfLine(document: SourceDocument, { block: at, cell }: Pick<Line, 'block' | 'cell'>): Anchor | null {
  const block = document.blocks[at]
  if (!block) return null
  if (!cell) return blockAnchor(at, block)
  return {
    block: at,
    row: cell.row,
    column: cell.column,
    ...(cell.page === undefined ? {} : { page: cell.page }),
    ...(cell.box === undefined ? {} : { box: cell.box }),
  }
}

/**
 * The sections with their prose. Blocks in `tableBlocks` (plain lines that were read as cells) are no prose.
 */
export function makeSections(
  document: SourceDocument,
  starts: readonly SectionStart[],
  tableBlocks: ReadonlySet<number>,
): readonly ReportSection[] {
  const laidOut = new Set(starts.flatMap(start => (start.row === null ? [] : [start.block])))
  const all = document.blocks.flatMap((_, index) => linesOf(document, index, laidOut.has(index)))
  return starts.map((start, at) => {
    const next = starts[at + 1]
    const lines: string[] = []
    const paragraphs: SectionParagraph[] = []
    let length = 0
    const first = all.findIndex(line => isAt(line, start))
    for (const line of all.slice(Math.max(0, first))) {
      if (next && !isBefore(line, next)) break
      if (tableBlocks.has(line.block)) continue
      const own = isAt(line, start)
      const raw = own ? line.text.slice(start.offset).replace(/^[\s。:：;；]+/, '') : line.text
      const text = raw.replace(/\[bookmark:[^\]]{0,200}\]/gi, '').trim()
      if (text === '' || furniture.test(text) || tableHead.test(text)) continue
      if (start.key === 'other' && chrome.test(text)) break
      lines.push(text)
      const anchor = anchorOfLine(document, line)
      if (anchor) paragraphs.push({ start: length, anchor })
      length += text.length + 1
    }
    const { key, heading } = start
    return { key, heading, text: lines.join('\n'), anchor: anchorOf(document, start, all), paragraphs }
  })
}
