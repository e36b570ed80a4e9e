import type { Block, HeadingBlock, ParagraphBlock } from '../../../../shared/data/document.ts'
import { isWide, type TextLine, unionBox } from '../lines/text.ts'
import type { Measures } from './measures.ts'

/** Lines of prose into paragraphs and headings. */

export type FlowLine = TextLine & { readonly page: number }

const sectionHead = /^[一二三四五六七八九十]{1,3}\s*、\s*[^\s].{0,40}$/u
const endsSentence = /[。；;！!？?，,：:]\s*$/u
const closing = /[，。、；：？！）》”’】〉」』％%,.;:?!)\]…]/u
const cannotPart = /[A-Za-z0-9.,%+/:-]/u

type Side = 'center' | 'right' | null

function isHeadWords(text: string): boolean {
  return sectionHead.test(text) && !endsSentence.test(text)
}

/** The measures of the running text where this line stands. */
function around(line: TextLine, body: Measures): Measures {
  return line.column ? { ...body, left: line.column.left, right: line.column.right } : body
}

function sideOf(line: TextLine, whole: Measures): Side {
  const body = around(line, whole)
  const em = Math.max(line.size, 1)
  const before = line.box[0] - body.left
  const after = body.right - line.box[2]
  const offCentre = Math.abs(before - after) / 2
  const large = line.size >= 1.15 * body.size
  if (offCentre <= Math.max(0.8 * em, 6) && before > (large ? 0.4 : 2.6) * em && after > (large ? 0.4 : 2.6) * em) {
    return 'center'
  }
  if (before > 0.45 * (body.right - body.left) && after < 6 * em) return 'right'
  return null
}

/** The width of what the next line begins with and may not be parted: a word, a number, a character with its closing marks. */
function firstPieceWidth(line: TextLine): number {
  const characters = [...line.text]
  let count = 1
  if (cannotPart.test(characters[0] ?? '')) while (cannotPart.test(characters[count] ?? '')) count += 1
  if (/[“‘（《【〈「『(]/u.test(characters[0] ?? '')) count += 1
  while (closing.test(characters[count] ?? '')) count += 1
  const units = characters.slice(0, count).reduce((sum, one) => sum + (isWide(one) ? 1 : 0.55), 0)
  return units * line.size
}

/** Did the writer end the line, rather than run out of room? Then what follows would still have fitted. */
function endsShort(line: TextLine, next: TextLine, body: Measures): boolean {
  return around(line, body).right - line.box[2] > firstPieceWidth(next) + 0.35 * line.size
}

function startsParagraph(previous: FlowLine, next: FlowLine, base: number, body: Measures): boolean {
  if (previous.spread || next.spread) return true
  if (Math.abs(previous.size - next.size) > 0.1 * Math.max(previous.size, next.size)) return true
  if (
    previous.page === next.page &&
    previous.column?.left === next.column?.left &&
    next.baseline - previous.baseline > 1.22 * Math.max(body.pitch, previous.size)
  ) {
    return next.size < 1.15 * body.size || next.baseline - previous.baseline > 2.2 * next.size
  }
  const sides = [sideOf(previous, body), sideOf(next, body)]
  if (sides[0] === 'center' && sides[1] === 'center' && next.size >= 1.15 * body.size) return false
  if (sides[0] !== null || (sides[1] === 'right' && next.box[0] - base > 6 * next.size)) return true
  if (isHeadWords(next.text)) return true
  if (next.box[0] - base > 1.2 * next.size) return true
  return endsShort(previous, next, body)
}

function joinTexts(lines: readonly FlowLine[]): string {
  let text = ''
  for (const line of lines) {
    const seam = text.at(-1) ?? ''
    const first = line.text[0] ?? ''
    // Words part with a space. Numbers are never parted at a line's end: two that meet there are two.
    const words = /[A-Za-z,.;]/.test(seam) && /[A-Za-z]/.test(first)
    const space = words || (/\d/.test(seam) && /\d/.test(first))
    text += (space ? ' ' : '') + line.text
  }
  return text
}

/** Joins lines that follow one another without table or picture between them into paragraphs. */
export function paragraphsOf(lines: readonly FlowLine[], body: Measures): readonly (readonly FlowLine[])[] {
  const paragraphs: FlowLine[][] = []
  for (const line of lines) {
    const paragraph = paragraphs.at(-1)
    const previous = paragraph?.at(-1)
    const { left } = around(line, body)
    const base =
      paragraph && paragraph.length > 1 && previous && line.column?.left === previous.column?.left
        ? Math.max(left, previous.box[0])
        : left
    if (!paragraph || !previous || startsParagraph(previous, line, base, body)) paragraphs.push([line])
    else paragraph.push(line)
  }
  return paragraphs
}

/** Says what a paragraph is. `first`: nothing but titles came before it. */
export function flowBlock(lines: readonly FlowLine[], body: Measures, first: boolean): Block {
  const text = joinTexts(lines)
  const opening = lines[0]
  const page = opening?.page ?? 1
  const box = unionBox(lines.filter(line => line.page === page).map(line => line.box))
  const place = { page, box }
  const paragraph = (align: Side): ParagraphBlock => ({
    kind: 'paragraph',
    text,
    ...(align ? { align } : {}),
    ...place,
  })
  const heading = (level: number): HeadingBlock => ({ kind: 'heading', level, text, ...place })
  if (!opening) return paragraph(null)
  const side = sideOf(opening, body)
  const large = opening.size >= 1.15 * body.size
  const brief = [...text].length <= 80 && !/[。；]\s*$/u.test(text)
  if (isHeadWords(text) && (lines.length === 1 || large)) return heading(2)
  if (brief && large && (side === 'center' || first)) return heading(1)
  if (brief && first && side === 'center' && (opening.bold || /报告$/u.test(text))) return heading(1)
  if (brief && large && opening.bold) return heading(2)
  return paragraph(side)
}
