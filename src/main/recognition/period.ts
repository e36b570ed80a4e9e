import type { SourceDocument } from '../../shared/document.ts'
import type { Period } from '../../shared/report.ts'
import type { Found } from './dates.ts'
import { textLines } from './lines.ts'

export type FoundPeriod = Found<Period> & { readonly unsure: boolean }

const day = '(20\\d{2})[年.\\-/](\\d{1,2})[月.\\-/](\\d{1,2})日?'
const until = '[^。\\d]{0,4}(?:至|到|—+|-+|~|–)[^。\\d]{0,4}'
/** “统计期限自2023年1月1日起至12月31日止”; the year may be left out the second time. */
const whole = new RegExp(`${day}${until}(?:(20\\d{2})[年.\\-/])?(\\d{1,2})[月.\\-/](\\d{1,2})日?`)
/** What a sentence about the figures' period says before it; other periods in the prose are of other things. */
const told = /统计|期限|所列数据|数据|本报告|报告期|学年/
/** Seen with 年 and 月 lost: “自202411日起至20241231日止”. */
const damaged = /自(20\d{2})年?1月?1日起?至(20\d{2})年?12月?31日/
/** Twelve months, and some days of carelessness. */
const mostDays = 400

function iso(year: string | undefined, month: string | undefined, date: string | undefined): string | null {
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  if (Number.isNaN(made.getTime()) || made.getUTCMonth() !== Number(month) - 1) return null
  return made.toISOString().slice(0, 10)
}

function periodOf(from: string | null, to: string | null): Period | null {
  if (!from || !to || from >= to) return null
  return Date.parse(to) - Date.parse(from) <= mostDays * 86_400_000 ? { from, to } : null
}

/** The period the report says its figures are of; never made up from the year. */
export function findPeriod(document: SourceDocument): FoundPeriod | null {
  for (const line of textLines(document)) {
    const text = line.text.slice(0, 20_000).replace(/\s+/g, '')
    const found = whole.exec(text)
    const before = found ? text.slice(Math.max(0, found.index - 40), found.index) : ''
    if (found && told.test(before)) {
      const [, year, month, date, endYear, endMonth, endDate] = found
      const value = periodOf(iso(year, month, date), iso(endYear ?? year, endMonth, endDate))
      if (value) return { value, anchor: line.anchor, unsure: false }
    }
    const torn = damaged.exec(text)
    if (torn && torn[1] === torn[2]) {
      const value = periodOf(iso(torn[1], '1', '1'), iso(torn[1], '12', '31'))
      if (value) return { value, anchor: line.anchor, unsure: true }
    }
  }
  return null
}
