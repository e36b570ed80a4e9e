import type { Block, SourceDocument } from '../../../shared/data/document.ts'
import { doubtBelow, type ReportTable } from '../../../shared/data/report.ts'
import { confidences } from '../cells/confidence.ts'
import type { SectionStart } from '../sections/sections.ts'
import { compact, plain } from '../text/normalise.ts'
import type { TableGuess } from './tableGuess.ts'

/** A page may hold one table of several years or bodies: what stands above each says which is this report's. */

const longestCaption = 70
/** Captions and headings above a table; what is farther up is prose. */
const mostAbove = 8
const yearIn = /(20\d{2})\s*(?:年|[-—~]?\s*20\d{2}\s*年)/
const otherYear = /上年|去年|上一年|前一年|往年|历年/
const ownYear = /本年|当年|今年/
const titleName = /信息公开.{0,12}(?:年度报告|年报)/

/** Short text between two grids that speaks of a year begins another table; a running head with the report's name does not. */
export function speaksOfYear(text: string): boolean {
  const line = plain(text)
  return !titleName.test(line) && (yearIn.test(line) || otherYear.test(line) || ownYear.test(line))
}

const captionOfLines = /20\d{2}\s*年.{0,25}(?:数据|情况|统计|表|:)/
/** The same among plain lines, where the labels of the form speak of 本年 and 上年 too. */
export function isCaption(text: string): boolean {
  if (text.length > longestCaption || /[。；]/.test(text)) return false
  const line = plain(text)
  return captionOfLines.test(line) && !titleName.test(line)
}

const shortText = (block: Block | undefined): string | null =>
  block && (block.kind === 'paragraph' || block.kind === 'heading') && block.text.length <= longestCaption
    ? plain(block.text)
    : null

/** 0: says it is of this report's year; 1: says nothing; 2: says it is of another. */
function ofYear(document: SourceDocument, first: number, year: number | null): 0 | 1 | 2 {
  for (let index = first - 1; index >= Math.max(0, first - mostAbove); index--) {
    if (document.blocks[index]?.kind === 'grid') return 1
    const text = shortText(document.blocks[index])
    // A title is the whole report's, not the table's.
    if (text === null || titleName.test(text)) continue
    const printed = yearIn.exec(text)?.[1]
    if (printed !== undefined && year !== null) return Number(printed) === year ? 0 : 2
    if (otherYear.test(text)) return 2
    if (ownYear.test(text)) return 0
  }
  return 1
}

/** Whether the nearest title above a block is another than the report's: sites print the report's own several times, in part. */
function underOtherTitle(document: SourceDocument, first: number, title: string): boolean {
  for (let index = first; index >= 0; index--) {
    const text = shortText(document.blocks[index])
    if (text === null || !titleName.test(text) || !/20\d{2}/.test(text) || /[《。]/.test(text)) continue
    const [above, own] = [compact(text), compact(title)]
    return !above.includes(own) && !own.includes(above)
  }
  return false
}

/** All that is printed in a table, to tell a copy of it from another. */
export const figures = (table: ReportTable): string => table.cells.map(cell => cell.raw ?? '').join('\t')

function doubted(guess: TableGuess): TableGuess {
  const cells = guess.table.cells.map(cell =>
    cell.confidence < doubtBelow ? cell : { ...cell, confidence: confidences.odd },
  )
  return { ...guess, table: { ...guess.table, cells } }
}

/**
 * Of tables that are equally the official one, the one of this report: that of its year, else that under its title, in its own
 * section, else the first.
 * Where nothing but the order decides between different figures, and under another report's title, all of them are doubtful.
 */
export function ownTable(
  guesses: readonly TableGuess[],
  document: SourceDocument,
  year: number | null,
  title: string | null,
  starts: readonly SectionStart[],
): TableGuess | null {
  const ranked = guesses.map(guess => {
    const first = Math.min(...guess.blocks)
    const strange = title !== null && underOtherTitle(document, first, title) ? 1 : 0
    const section = starts.findLast(start => start.block <= first)?.key ?? null
    const away = section === guess.table.key ? 0 : section === null ? 1 : 2
    return { guess, strange, rank: ofYear(document, first, year) * 10 + strange * 5 + away }
  })
  const [best] = ranked.toSorted((a, b) => a.rank - b.rank)
  if (!best) return null
  const own = figures(best.guess.table)
  const open = ranked.some(item => item !== best && item.rank === best.rank && figures(item.guess.table) !== own)
  return open || best.strange > 0 ? doubted(best.guess) : best.guess
}
