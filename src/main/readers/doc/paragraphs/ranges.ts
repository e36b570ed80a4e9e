import type { ParagraphProperties } from '../../common/wordTables/model.ts'
import { type FormattedRun, runBehind } from '../header/propertyPages.ts'
import { type PiecedText, pieceAt, placeOf } from '../text/pieces.ts'
import type { PropertyReader } from './properties.ts'

/** Where a paragraph begins and where its mark stands, and what holds for it. */
export type ParagraphRange = {
  readonly from: number
  /** The end of the part where the last paragraph has no mark. */
  readonly mark: number
  /** Null where the page with its properties cannot be read. */
  readonly properties: ParagraphProperties | null
}

/** The paragraphs of a stretch of the text. [MS-DOC] 2.4.2: 0x0D, 0x07 and 0x0C (a page or section break) end one. */
export function paragraphRanges(
  { text, pieces }: PiecedText,
  from: number,
  to: number,
  runs: readonly FormattedRun[],
  reader: PropertyReader,
): readonly ParagraphRange[] {
  const end = Math.min(to, text.length)
  const spans: ParagraphRange[] = []
  let piece = 0
  let run = 0
  let start = from
  for (let index = from; index <= end; index++) {
    const character = index < end ? text.charCodeAt(index) : 0
    const isMark = character === 0x0d || character === 0x07 || character === 0x0c
    if (!isMark && (index < end || index === start)) continue
    const position = Math.min(index, end - 1)
    piece = pieceAt(pieces, position, Math.max(piece, 0))
    const at = pieces[piece]
    let properties: ParagraphProperties | null = null
    if (at) {
      const place = placeOf(at, position)
      run = runBehind(runs, place, run)
      const own = runs[run]
      if (own && own.from <= place) properties = reader.of(own, at.over)
    }
    spans.push({ from: start, mark: index, properties })
    start = index + 1
  }
  return spans
}
