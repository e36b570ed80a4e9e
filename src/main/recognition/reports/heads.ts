import type { SourceDocument } from '../../../shared/data/document.ts'
import { bodyKin, bodyName } from '../../../shared/facts/bodyName.ts'
import { bodyEnd, han } from '../facts/bodyNames.ts'
import { fromTitle } from '../facts/organization.ts'
import { completeness, solid } from '../facts/titleText.ts'
import { type PrintedLine, textLines } from '../text/lines.ts'
import { splitNumbering } from '../text/normalise.ts'
import { dateShape, withDigits, yearOfTitle } from '../text/writtenDates.ts'

/** Lines above a report that say whose it is and of which year: its title, or the name of the body alone. */

export type ReportHead = {
  readonly block: number
  readonly body: string | null
  readonly year: number | null
  /** A title; else a name on a line of its own: counted (“（二）水利局”), signed (a date behind it), or bare. */
  readonly kind: 'title' | 'counted' | 'signed' | 'bare'
}

const longestTitle = 70
/** Sentences, file names and links are no heads. */
const noHead = /[《》。;>»:]|根据|依据|按照|现将|如下/
const nameAlone = new RegExp(`^(${han}{1,28}?(?:${bodyEnd}|[省市县区旗州盟镇乡]|街道))(?:[(（]本级[)）])?$`, 'u')
/** “本区”, “各委”, “总体情况处”: what ends as a name and is none. */
const noName = /^(?:[本我该各全其及]|有关|相关)|^(?:单位|机关|部门|办公室|政府|委员会)$/
const date = new RegExp(`^[(（]?${dateShape}[)）]?$`)

/** A title on this line, or on this and the next together. */
function titleAt(line: PrintedLine, next: PrintedLine | undefined): string | null {
  const text = solid(line.text)
  if (completeness(text) > 0) return text
  if (!next || noHead.test(next.text)) return null
  const both = text + solid(next.text)
  return both.length <= longestTitle && completeness(solid(next.text)) === 0 && completeness(both) >= 4 ? both : null
}

function headAt(line: PrintedLine, next: PrintedLine | undefined): ReportHead | null {
  if (line.text.length > longestTitle || noHead.test(line.text)) return null
  const title = titleAt(line, next)
  if (title !== null) {
    const [body, year] = [fromTitle({ solid: title }), yearOfTitle(title)]
    return body === null && year === null ? null : { block: line.index, body, year, kind: 'title' }
  }
  const { numbering, rest } = splitNumbering(line.text)
  const body = nameAlone.exec(solid(rest))?.[1]
  if (body === undefined || noName.test(body)) return null
  const signed = next !== undefined && date.test(withDigits(next.text).replace(/\s+/g, ''))
  return { block: line.index, body, year: null, kind: numbering ? 'counted' : signed ? 'signed' : 'bare' }
}

/** The heads of a document, in order. */
export function headsOf(document: SourceDocument): readonly ReportHead[] {
  const lines = textLines(document)
  return lines.flatMap((line, at) => headAt(line, lines[at + 1]) ?? [])
}

/** Whether two names may be one body's: 涪城区水利局 and 水利局, a government and its office. */
export function sameBody(one: string, other: string): boolean {
  const [a, b] = [bodyName(one), bodyName(other)]
  return a.endsWith(b) || b.endsWith(a) || bodyKin(one) === bodyKin(other)
}
