import type { Passage } from '../../../shared/checks/index.ts'
import { blockText, type SourceDocument } from '../../../shared/data/document.ts'
import type { Report, ReportSection } from '../../../shared/data/report.ts'
import type { SourceTarget } from './desk.ts'
import type { Line } from './lines.ts'

/** A range of UTF-16 offsets into the text of a section, end exclusive. */
export type TextRange = { readonly start: number; readonly end: number }

const ends = /[。；;！？\n]/

/** The sentence around a passage with its closing mark, without the white space before it. */
export function sentenceAround(text: string, passage: TextRange): TextRange {
  let start = passage.start
  while (start > 0 && !ends.test(text.charAt(start - 1))) start -= 1
  while (start < passage.start && /\s/.test(text.charAt(start))) start += 1
  let end = Math.max(passage.end, start)
  while (end < text.length && !ends.test(text.charAt(end))) end += 1
  return { start, end: end < text.length && text.charAt(end) !== '\n' ? end + 1 : end }
}

const squeezed = (text: string) => text.replace(/\s+/g, '')

type Stand = Pick<SourceTarget, 'block' | 'row' | 'column'>

/** Blocks and grid cells whose text holds the wanted one, white space aside, from a block on. */
function standsFrom(document: SourceDocument, from: number, wanted: string): Stand | null {
  for (let block = from; block < document.blocks.length; block += 1) {
    const item = document.blocks[block]
    if (!item) break
    if (item.kind === 'grid') {
      const cell = item.cells.find(one => squeezed(one.text).includes(wanted))
      if (cell) return { block, row: cell.row, column: cell.column }
    } else if (squeezed(blockText(item)).includes(wanted)) return { block, row: null, column: null }
  }
  return null
}

/**
 * Where a sentence of a section stands in the source: the block after the section's head that holds it. A section's text is put
 * together from blocks, so nothing but the text itself leads back; where a page break cut the sentence, the words of the figure do.
 */
export function passagePlace(
  document: SourceDocument | null,
  section: ReportSection,
  passage: TextRange,
): SourceTarget | null {
  if (!document) return null
  const from = section.anchor?.block ?? 0
  const words = section.text.slice(passage.start, passage.end)
  const sentence = sentenceAround(section.text, passage)
  for (const wanted of [section.text.slice(sentence.start, sentence.end), words]) {
    const stand = squeezed(wanted) === '' ? null : standsFrom(document, from, squeezed(wanted))
    if (stand) return { ...stand, words: [words] }
  }
  return null
}

/** The passage a line is about, null for lines about cells. */
export function passageOf(line: Line | undefined): Passage | null {
  return line?.kind === 'finding' ? (line.findings[0]?.passage ?? null) : null
}

/** Where a section begins in the source, for what is said of it as a whole. */
function placeOfSection(section: ReportSection | undefined): SourceTarget | null {
  const anchor = section?.anchor
  return anchor ? { block: anchor.block, row: anchor.row ?? null, column: anchor.column ?? null, words: [] } : null
}

/** Where the sentence of a line, or else its section, stands in the source; null for lines about cells and for prose that is not found there. */
export function placeOfLine(line: Line, report: Report, document: SourceDocument | null): SourceTarget | null {
  const passage = passageOf(line)
  const about = passage?.section ?? (line.kind === 'finding' ? line.findings[0]?.section : null)
  const section = report.sections.find(item => item.key === about)
  if (!passage) return document && placeOfSection(section)
  return section ? passagePlace(document, section, passage) : null
}
