import type { SourceDocument } from '../../../shared/data/document.ts'
import { type PrintedLine, textLines } from '../text/lines.ts'
import { dateShape, readDate, withDigits } from '../text/writtenDates.ts'
import { type FieldKind, fieldsOf } from './fields.ts'
import type { FoundFact } from './foundFact.ts'
import { linesBelow, type SectionEnds } from './signature.ts'

/** Finds the day of publication. */

const moment = `${dateShape}(?:[ T]*\\d{1,2}:\\d{2}(?::\\d{2})?)?`
/** A date on a line of its own, with its hour, in brackets, or with the source and the counters of sites behind it. */
const dateLine = new RegExp(
  `^[(\\[【]?\\s*${moment}\\s*[)\\]】]?(?:[\\s|]+(?:来源|信息来源|文章来源|作者|浏览|点击|阅读|字体|字号|编辑|责任编辑|发布|打印|分享|访问).*|[\\s|]+[\\p{Script=Han}]{2,30})?$`,
  'u',
)
const sourceLine = /^(?:信息|文章|稿件)?来源:/
/** 某县审计局 2024年1月16日. */
const signed = new RegExp(`^[\\p{Script=Han}（）()、]{4,30}\\s*${dateShape}$`, 'u')

const fieldOrigins = { published: 'publishedField', date: 'dateField', written: 'writtenField' } as const

function fromFields(
  document: SourceDocument,
  kind: FieldKind & keyof typeof fieldOrigins,
  fits: (value: string) => boolean,
): FoundFact<string> | null {
  for (const field of fieldsOf(document)) {
    if (field.kind !== kind) continue
    // A value that does not begin with its date is something else: 发布时间：见附件（2024-01-10修订）.
    const value = /^\D{0,2}20\d{2}/.test(withDigits(field.text)) ? readDate(field.text) : null
    if (value !== null && fits(value)) return { value, anchor: field.anchor, from: fieldOrigins[kind] }
  }
  return null
}

function firstDate(
  lines: readonly PrintedLine[],
  shape: (text: string) => boolean,
  fits: (value: string) => boolean,
  from: 'dateLine' | 'signatureDate',
): FoundFact<string> | null {
  for (const line of lines) {
    if (line.text.length > 120 || !shape(withDigits(line.text))) continue
    const value = readDate(line.text)
    if (value !== null && fits(value)) return { value, anchor: line.anchor, from }
  }
  return null
}

/**
 * The publication date: labelled as such, else a date on a line of its own above the first section, else the day of writing (成文日期),
 * else the date of the signature below the last section. Never one of the report's own year or earlier.
 */
export function findPublished(
  document: SourceDocument,
  year: number | null,
  ends: SectionEnds,
): FoundFact<string> | null {
  const lines = textLines(document)
  const fits = (value: string): boolean => year === null || Number(value.slice(0, 4)) > year
  const above = lines.filter(line => ends.first !== null && line.index < ends.first)
  const bare = (text: string): boolean => dateLine.test(text) || sourceLine.test(text)
  const alone = (text: string): boolean => dateLine.test(text) || signed.test(text)
  return (
    fromFields(document, 'published', fits) ??
    fromFields(document, 'date', fits) ??
    firstDate(above, bare, fits, 'dateLine') ??
    fromFields(document, 'written', fits) ??
    firstDate(linesBelow(document, ends), alone, fits, 'signatureDate')
  )
}
