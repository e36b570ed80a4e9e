import { superscriptFigures } from '../../common/numerals.ts'
import { doubtMark, type Ground, type Sight, sightOf } from '../../common/sight.ts'
import type { ParagraphProperties } from '../../common/wordTables/model.ts'
import { type CharacterFormat, treatments } from './formatting.ts'

/** What a person sees of the coloured text of a binary Word document: unseen characters are left out, doubtful text is marked. */

/** Text in a colour of its own, or hardly of any size. */
export type Coloured = { readonly from: number; readonly to: number; readonly format: CharacterFormat }

type Paragraph = { readonly from: number; readonly mark: number; readonly properties: ParagraphProperties | null }

/** `page`: what paragraphs outside tables stand on; `bodyEnd`: where the text of notes and boxes begins, of which that is not known. */
export type Grounds = { readonly spans: readonly Paragraph[]; readonly page: Ground; readonly bodyEnd: number }

/** What each paragraph stands on. What a cell stands on is said at the end of its row; of inner tables it is not looked for. */
function groundsOf(text: string, { spans, page, bodyEnd }: Grounds): readonly Ground[] {
  const grounds: Ground[] = []
  let row: { readonly span: number; readonly cell: number }[] = []
  let cell = 0
  for (const [index, { from, mark, properties }] of spans.entries()) {
    const depth = properties?.depth ?? 0
    const own = properties?.ground
    grounds.push(own ?? (properties && depth === 0 && from < bodyEnd ? page : 'unknown'))
    if (!properties || depth !== 1) continue
    if (properties.endsRow) {
      const shape = properties.row
      for (const { span, cell: number } of row)
        if (shape && number < shape.cells.length) grounds[span] = shape.grounds?.[number] ?? page
      row = []
      cell = 0
    } else {
      if (own === undefined) row.push({ span: index, cell })
      if (text.charCodeAt(mark) === 0x07) cell += 1
    }
  }
  return grounds
}

const isDark = ({ tiny, colour, ground }: CharacterFormat): boolean =>
  !tiny && ground === undefined && (colour === null || sightOf(colour, 'unknown') === 'seen')

function sightIn({ tiny, colour, ground }: CharacterFormat, around: Ground): Sight {
  if (tiny) return 'unseen'
  return colour === null ? 'seen' : sightOf(colour, ground ?? around)
}

function firstSpanAt(spans: readonly Paragraph[], position: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.mark ?? 0) >= position) high = middle
    else low = middle + 1
  }
  return low
}

/** Marks in mask and symbols what is not seen, and what may not be. Answers with how many characters and stretches that were. */
export function markUnseen(
  text: string,
  mask: Uint8Array,
  symbols: Map<number, string>,
  coloured: readonly Coloured[],
  around: Grounds,
): { readonly unseen: number; readonly doubts: number } {
  const { spans } = around
  // Dark text can only be unseen where something is shaded.
  const shaded = () =>
    spans.some(
      ({ properties }) =>
        typeof properties?.ground === 'number' || properties?.row?.grounds?.some(ground => typeof ground === 'number'),
    )
  if (coloured.every(({ format }) => isDark(format)) && !shaded()) return { unseen: 0, doubts: 0 }
  const grounds = groundsOf(text, around)
  let unseen = 0
  let doubts = 0
  for (const { from, to, format } of coloured) {
    for (let index = firstSpanAt(spans, from); index < spans.length; index++) {
      const span = spans[index]
      if (!span || span.from >= to) break
      const sight = sightIn(format, grounds[index] ?? 'unknown')
      if (sight === 'seen') continue
      for (let at = Math.max(from, span.from); at < Math.min(to, span.mark); at++) {
        // Pictures and breaks are there all the same.
        if (text.charCodeAt(at) <= 0x20 || mask[at] === treatments.leftOut) continue
        if (sight === 'unseen') {
          mask[at] = treatments.unseen
          unseen += 1
          continue
        }
        symbols.set(at, `${shownAs(text.charAt(at), mask[at], symbols.get(at))}${doubtMark}`)
        mask[at] = treatments.replaced
        doubts += 1
        break
      }
    }
  }
  return { unseen, doubts }
}

function shownAs(character: string, treatment: number | undefined, symbol: string | undefined): string {
  if (symbol !== undefined) return symbol
  if (treatment === treatments.struck) return `${character}\u0336`
  return treatment === treatments.raised ? superscriptFigures(character) : character
}
