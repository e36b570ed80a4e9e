import type { SourceDocument } from '../../../shared/data/document.ts'
import { type PrintedLine, textLines } from '../text/lines.ts'
import { dateShape, withDigits } from '../text/writtenDates.ts'
import { bodyEnd, bracketBehind, han, isNamed, nameAlone } from './bodyNames.ts'
import type { DoubtedFact } from './foundFact.ts'

/** The blocks of a document's first and last section heading, null where it has none. */
export type SectionEnds = { readonly first: number | null; readonly last: number | null }

/** The last lines of a document without headings; signatures and dates stand there. */
const lastLines = 14
/** Below the last section stand signature and date, then what the site adds. */
const mostBelow = 40
/** A name without a date is a signature right below the last section; further down it is a link of the site. */
const nearLines = 4

/** The lines in which a signature and its date can stand, in order. */
export function linesBelow(document: SourceDocument, { last }: SectionEnds): readonly PrintedLine[] {
  const lines = textLines(document)
  return last === null ? lines.slice(-lastLines) : lines.filter(line => line.index > last).slice(0, mostBelow)
}

const date = new RegExp(`^${dateShape}$`)
const nameAndDate = new RegExp(`^(${han}{3,30}?${bodyEnd}${bracketBehind})${dateShape}$`, 'u')

/** A signature: the name on a line of its own with a date behind it or on the next line; without a date unsure. */
export function fromSignature(document: SourceDocument, ends: SectionEnds): DoubtedFact<string> | null {
  const lines = linesBelow(document, ends)
  const solid = lines.map(line => withDigits(line.text).replace(/\s+/g, ''))
  for (const [at, line] of lines.entries()) {
    const both = nameAndDate.exec(solid[at] ?? '')?.[1]
    const name = isNamed(both) ? both : date.test(solid[at + 1] ?? '') ? nameAlone(line.text) : null
    if (name !== null) return { value: name, anchor: line.anchor, from: 'signature', unsure: false }
  }
  for (const line of lines.slice(0, nearLines)) {
    const name = ends.last === null ? null : nameAlone(line.text)
    if (name !== null) return { value: name, anchor: line.anchor, from: 'signature', unsure: true }
  }
  return null
}
