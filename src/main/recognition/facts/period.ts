import type { SourceDocument } from '../../../shared/data/document.ts'
import type { Period } from '../../../shared/data/report.ts'
import { textLines } from '../text/lines.ts'
import { isoDay, withDigits } from '../text/writtenDates.ts'
import type { DoubtedFact, FoundFact } from './foundFact.ts'

/** Finds the period that the figures are of. */

const day = '(20\\d{2})[年.\\-/](\\d{1,2})[月.\\-/](\\d{1,2})[日号]?'
const until = '[^。\\d]{0,4}(?:至|到|—+|-+|~|–)[^。\\d]{0,4}'
/** “统计期限自2023年1月1日起至12月31日止”; the year may be left out the second time. */
const whole = new RegExp(`${day}${until}(?:(20\\d{2})[年.\\-/])?(\\d{1,2})[月.\\-/](\\d{1,2})[日号]?`)
/** “统计期限为2023年1月至12月”. */
const months = new RegExp(`(20\\d{2})[年.\\-/](\\d{1,2})月?${until}(?:(20\\d{2})[年.\\-/])?(\\d{1,2})月(?!\\d)`)
/** What a sentence about the figures' period says before it; other periods in the prose are of other things. */
const told = /统计|期限|所列数据|数据|本报告|报告期|时段|学年/
/** Seen with 年 and 月 lost: “自202411日起至20241231日止”. */
const damaged = /自(20\d{2})年?1月?1日起?至(20\d{2})年?12月?31日/
/** A period on a line of its own, below the title. */
const alone = new RegExp(`^[(（\\[]?${whole.source}[)）\\]]?$`)
/** Twelve months, and some days of carelessness. */
const mostDays = 400

function periodOf(from: string | null, to: string | null): Period | null {
  if (!from || !to || from >= to) return null
  return Date.parse(to) - Date.parse(from) <= mostDays * 86_400_000 ? { from, to } : null
}

const iso = (year: string | undefined, month: string | undefined, date: string | undefined): string | null =>
  isoDay(Number(year), Number(month), Number(date))

/** The last day of a month: day 0 of the next. */
const lastDay = (year: string | undefined, month: string | undefined): string | null => {
  const made = new Date(Date.UTC(Number(year), Number(month), 0))
  return Number.isNaN(made.getTime()) ? null : iso(year, month, String(made.getUTCDate()))
}

function readPeriod(text: string): { readonly value: Period; readonly unsure: boolean } | null {
  const isTold = (at: number): boolean => told.test(text.slice(Math.max(0, at - 40), at)) || alone.test(text)
  const days = whole.exec(text)
  if (days && isTold(days.index)) {
    const [, year, month, date, endYear, endMonth, endDate] = days
    const value = periodOf(iso(year, month, date), iso(endYear ?? year, endMonth, endDate))
    if (value) return { value, unsure: false }
  }
  const torn = damaged.exec(text)
  if (torn && torn[1] === torn[2]) {
    const value = periodOf(iso(torn[1], '1', '1'), iso(torn[1], '12', '31'))
    if (value) return { value, unsure: true }
  }
  const span = months.exec(text)
  if (span && isTold(span.index)) {
    const [, year, month, endYear, endMonth] = span
    const value = periodOf(iso(year, month, '1'), lastDay(endYear ?? year, endMonth))
    if (value) return { value, unsure: false }
  }
  return null
}

/** The period the report says its figures are of; never made up from the year. */
export function findPeriod(document: SourceDocument): DoubtedFact<Period> | null {
  for (const line of textLines(document)) {
    const text = withDigits(line.text.slice(0, 20_000).replace(/\s+/g, ''))
    const found = readPeriod(text)
    if (found) return { ...found, anchor: line.anchor, from: 'periodSentence' }
  }
  return null
}

const begun = /(?:统计期限|期限|自|从)[^。]{0,16}?(20\d{2})年?1月1日[^。]{0,12}?(?:至|到|—|-|~)/

/** The year of a period that begins with the year; also where its end is torn or contradicts its beginning. */
export function yearOfPeriod(document: SourceDocument, period: FoundFact<Period> | null): FoundFact<number> | null {
  if (period) {
    const year = Number(period.value.from.slice(0, 4))
    return period.value.from.endsWith('-01-01') ? { value: year, anchor: period.anchor, from: 'period' } : null
  }
  for (const line of textLines(document)) {
    const found = begun.exec(withDigits(line.text.slice(0, 20_000).replace(/\s+/g, '')))
    if (found) return { value: Number(found[1]), anchor: line.anchor, from: 'periodSentence' }
  }
  return null
}
