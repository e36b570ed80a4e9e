import { raised } from '../numerals.ts'
import { type Run, runAt } from './pages.ts'
import { type Piece, pieceAt, placeOf, type Text } from './pieces.ts'
import { type ParagraphProperties, paragraphProperties, type Sources } from './properties.ts'

/** One paragraph of the text, up to and without its mark. */
export type Paragraph = {
  readonly text: string
  readonly image: boolean
  /** The mark is a cell mark (0x07) and not a paragraph mark. */
  readonly cellMark: boolean
  /** Null where the page with its properties cannot be read. */
  readonly properties: ParagraphProperties | null
}

/** [MS-DOC] 2.4.2: what ends a paragraph. 0x0C is a page or section break. */
function isMark(character: number): boolean {
  return character === 0x0d || character === 0x07 || character === 0x0c
}

/** The paragraphs of a stretch of the text. Text behind the last mark makes a paragraph too. */
export function* paragraphsOf(
  text: Text,
  from: number,
  to: number,
  runs: readonly Run[],
  sources: Sources,
  mask: Uint8Array | null,
  drawings: ReadonlySet<number>,
): Generator<Paragraph> {
  const end = Math.min(to, text.text.length)
  // Neighbours often share one run; reading it once saves most of the work.
  const known: Known = { run: null, over: null, properties: null }
  let start = from
  while (start < end) {
    let mark = start
    while (mark < end && !isMark(text.text.charCodeAt(mark))) mark++
    const position = Math.min(mark, end - 1)
    const piece = pieceAt(text.pieces, position)
    const run = piece && runAt(runs, placeOf(piece, position))
    if (known.run !== run || known.over !== (piece?.over ?? null)) {
      known.run = run
      known.over = piece?.over ?? null
      known.properties = run ? paragraphProperties(sources, run, known.over) : null
    }
    const raw = readable(text.text, start, mark, mask)
    yield {
      text: shown(raw),
      image: raw.includes('\x01') || hasFloatingPicture(text.text, start, mark, drawings),
      cellMark: mark < end && text.text.charCodeAt(mark) === 0x07,
      properties: known.properties,
    }
    start = mark + 1
  }
}

/** 0x08 anchors whatever is drawn; which of it is a picture the drawing data say. */
function hasFloatingPicture(text: string, from: number, to: number, drawings: ReadonlySet<number>): boolean {
  for (let index = from; index < to; index++) {
    if (text.charCodeAt(index) === 0x08 && !drawings.has(index)) return true
  }
  return false
}

type Known = { run: Run | null; over: Piece['over']; properties: ParagraphProperties | null }

/**
 * A struck-out character is followed by its stroke (U+0336): a figure struck out and the one behind it are two. Raised figures beside
 * others are the marks of notes, written as superscript characters: 12¹ is not 121. With nothing beside them they are a number that was
 * raised by mistake.
 */
function readable(text: string, from: number, to: number, mask: Uint8Array | null): string {
  if (!mask) return text.slice(from, to)
  let result = ''
  let start = from
  let level: boolean | null = null
  for (let index = from; index < to; index++) {
    const masked = mask[index]
    if (masked === 0) continue
    if (index > start) result += text.slice(start, index)
    const character = text.charAt(index)
    if (masked === 2) result += character > ' ' ? `${character}\u0336` : character
    if (masked === 3) {
      level ??= hasLevelText(text, from, to, mask)
      result += level ? raised(character) : character
    }
    start = index + 1
  }
  return to > start ? result + text.slice(start, to) : result
}

function hasLevelText(text: string, from: number, to: number, mask: Uint8Array): boolean {
  for (let index = from; index < to; index++) {
    if ((mask[index] === 0 || mask[index] === 2) && text.charAt(index) > ' ') return true
  }
  return false
}

/**
 * What a person sees of the characters, [MS-DOC] 2.8.25: 0x0B is a line break, 0x0E a column break, 0x1E a hyphen that does not break;
 * whatever else lies below a space is an instruction. A no-break space is a space here.
 */
function shown(raw: string): string {
  let text = ''
  let start = 0
  for (let index = 0; index < raw.length; index++) {
    const character = raw.charCodeAt(index)
    if (character >= 0x20 && character !== 0xa0) continue
    text += raw.slice(start, index) + (replacements.get(character) ?? '')
    start = index + 1
  }
  return (text + raw.slice(start)).trim()
}

const replacements: ReadonlyMap<number, string> = new Map([
  [0x09, '\t'],
  [0x0a, '\n'],
  [0x0b, '\n'],
  [0x0e, '\n'],
  [0x1e, '-'],
  [0xa0, ' '],
])
