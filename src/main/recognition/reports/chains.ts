import type { SourceDocument } from '../../../shared/data/document.ts'
import { sectionKeys } from '../../../shared/form/index.ts'
import { headingCandidates } from '../sections/sections.ts'

/** The headings of sections that have something below them: a line of a table of contents has not. */

/** `order`: which of the six it is, from 0. */
export type ChainMark = { readonly block: number; readonly order: number }

/** A heading of its own by number or words; sub-headings score less. */
const fewestScore = 0.7
/** A yearbook of some hundred bodies. */
const mostMarks = 2_000
/** So many headings behind one, sub-headings among them, are enough to see whether a chain goes on. */
export const lastInRow = 60

/** “一、总体情况……3” */
const listed = /[.…·\s]{2,}\d{1,3}$/

/** The headings outside tables, in order, each with text, table or picture right below or in the same paragraph. */
export function chainMarks(document: SourceDocument): readonly ChainMark[] {
  const candidates = headingCandidates(document)
  const blocks = new Set(candidates.map(item => item.block))
  return candidates
    .filter(item => {
      if (item.row !== null || item.score < fewestScore || listed.test(item.text)) return false
      if (item.text.slice(item.length).trim().length > 1) return true
      const below = document.blocks[item.block + 1]
      if (!below || blocks.has(item.block + 1)) return false
      return below.kind === 'grid' || below.kind === 'image' || !listed.test(below.text)
    })
    .slice(0, mostMarks)
    .map(item => ({ block: item.block, order: sectionKeys.indexOf(item.key) }))
}

/** How many of the six follow one another among the marks. */
export function longestChain(marks: readonly ChainMark[]): number {
  const best = sectionKeys.map(() => 0)
  for (const { order } of marks) best[order] = Math.max(best[order] ?? 0, 1 + Math.max(0, ...best.slice(0, order)))
  return Math.max(...best)
}
