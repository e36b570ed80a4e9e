import { superscriptFigures } from '../../common/numerals.ts'
import type { WordParagraph } from '../../common/wordTables/model.ts'
import { treatments } from '../characters/formatting.ts'
import type { CharacterTreatments } from '../characters/treatment.ts'
import type { ParagraphRange } from './ranges.ts'

/** The paragraphs as a person sees them. `drawings` are the places where what is drawn is no picture. */
export function paragraphsOf(
  text: string,
  spans: readonly ParagraphRange[],
  treatment: CharacterTreatments,
  drawings: ReadonlySet<number>,
): readonly WordParagraph[] {
  const paragraphs: WordParagraph[] = []
  const floating = floatingPictures(text, drawings)
  let picture = 0
  let start: number | null = null
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index]
    if (!span) continue
    const { mark, properties } = span
    start ??= span.from
    const next = spans[index + 1]
    if (treatment.mask?.[mark] === treatments.leftOut && next && joins(text, mark, properties, next.properties))
      continue
    const raw = readable(text, start, mark, treatment)
    while ((floating[picture] ?? text.length) < start) picture++
    paragraphs.push({
      text: shown(raw),
      image: raw.includes('\x01') || (floating[picture] ?? text.length) < mark,
      cellMark: text.charCodeAt(mark) === 0x07,
      properties,
    })
    start = null
  }
  return paragraphs
}

/** A paragraph whose mark was deleted by a tracked change, or is hidden, goes on in the next one. Marks of cells stay. */
function joins(
  text: string,
  mark: number,
  own: ParagraphRange['properties'],
  next: ParagraphRange['properties'],
): boolean {
  if (text.charCodeAt(mark) !== 0x0d || !own || !next) return false
  return own.depth === next.depth && !own.endsInnerCell && !own.endsRow && !next.endsRow
}

/** Where pictures are anchored. 0x08 anchors whatever is drawn; which of it is a picture the drawing data say. */
function floatingPictures(text: string, drawings: ReadonlySet<number>): readonly number[] {
  const positions: number[] = []
  for (let index = text.indexOf('\x08'); index >= 0; index = text.indexOf('\x08', index + 1)) {
    if (!drawings.has(index)) positions.push(index)
  }
  return positions
}

/**
 * A struck-out character is followed by its stroke (U+0336): a figure struck out and the one behind it are two. Raised figures beside
 * others are the marks of notes, written as superscript characters: 12¹ is not 121. With nothing beside them they are a number that was
 * raised by mistake.
 */
function readable(text: string, from: number, to: number, { mask, symbols }: CharacterTreatments): string {
  if (!mask) return text.slice(from, to)
  let result = ''
  let start = from
  let level: boolean | null = null
  for (let index = from; index < to; index++) {
    const how = mask[index]
    if (how === treatments.read) continue
    if (index > start) result += text.slice(start, index)
    const character = text.charAt(index)
    if (how === treatments.struck) result += character > ' ' ? `${character}\u0336` : character
    else if (how === treatments.replaced) result += symbols.get(index) ?? ''
    else if (how === treatments.raised) {
      level ??= hasLevelText(text, from, to, mask)
      result += level ? superscriptFigures(character) : character
    }
    start = index + 1
  }
  return to > start ? result + text.slice(start, to) : result
}

function hasLevelText(text: string, from: number, to: number, mask: Uint8Array): boolean {
  for (let index = from; index < to; index++) {
    const how = mask[index]
    if ((how === treatments.read || how === treatments.struck) && text.charAt(index) > ' ') return true
  }
  return false
}

/**
 * What a person sees of the characters, [MS-DOC] 2.8.25: 0x0B is a line break, 0x0E a column break, 0x1E a hyphen that does not break;
 * whatever else lies below a space is an instruction. A no-break space is a space here.
 */
function shown(raw: string): string {
  return hasInstructions.test(raw)
    ? raw.replace(instructions, character => replacements.get(character) ?? '').trim()
    : raw.trim()
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
const hasInstructions = /[\x00-\x1f\xa0]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is replaced
const instructions = /[\x00-\x1f\xa0]/g

const replacements: ReadonlyMap<string, string> = new Map([
  ['\t', '\t'],
  ['\n', '\n'],
  ['\x0b', '\n'],
  ['\x0e', '\n'],
  ['\x1e', '-'],
  ['\xa0', ' '],
])
