import type { Passage } from '../../../shared/checks/index.ts'
import type { Report, ReportSection } from '../../../shared/data/report.ts'
import type { SectionKey } from '../../../shared/form/index.ts'
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

/** Where a passage of a section stands in the source: the paragraph in which it begins. Null where the reading does not tell. */
export function passagePlace(section: ReportSection, passage: TextRange): SourceTarget | null {
  const anchor = section.paragraphs?.findLast(item => item.start <= passage.start)?.anchor
  if (!anchor) return null
  const words = section.text.slice(passage.start, passage.end)
  return { block: anchor.block, row: anchor.row ?? null, column: anchor.column ?? null, words: [words] }
}

/** The passage a line is about, null for lines about cells. */
export function passageOf(line: Line | undefined): Passage | null {
  return line?.kind === 'finding' ? (line.findings[0]?.passage ?? null) : null
}

/** The section that a line is about, with its passage or as a whole; null for lines about cells. */
export function sectionOf(line: Line | undefined): SectionKey | null {
  return passageOf(line)?.section ?? (line?.kind === 'finding' ? (line.findings[0]?.section ?? null) : null)
}

/** Where a section begins in the source, for what is said of it as a whole. */
function placeOfSection(section: ReportSection | undefined): SourceTarget | null {
  const anchor = section?.anchor
  return anchor ? { block: anchor.block, row: anchor.row ?? null, column: anchor.column ?? null, words: [] } : null
}

/** Where the sentence of a line, or else its section, stands in the source; null for lines about cells and for prose that is not found there. */
export function placeOfLine(line: Line, report: Report): SourceTarget | null {
  const passage = passageOf(line)
  const section = report.sections.find(item => item.key === sectionOf(line))
  if (!passage) return placeOfSection(section)
  return section ? passagePlace(section, passage) : null
}
