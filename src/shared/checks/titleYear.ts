import type { Report } from '../data/report.ts'
import { makeFinding } from './finding.ts'
import type { Finding } from './model.ts'

/** The year in a report's title against that of its period. */

const han = '〇一二三四五六七八九'

/** “2023” or “二〇二三” (also with ○ or 零) as a year. */
export function yearOf(text: string): number {
  const digits = [...text.replace(/[○零]/g, '〇')].map(one => (/\d/.test(one) ? one : String(han.indexOf(one))))
  return Number(digits.join(''))
}

/** The year before 年 in a title, null where there is none or several different ones. */
export function yearInTitle(title: string): number | null {
  const solid = title.normalize('NFKC').replace(/\s+/g, '')
  const found = solid.matchAll(/(?<!\d)(20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年/g)
  const years = new Set([...found].map(match => yearOf(match[1] ?? '')))
  const [only] = years
  return years.size === 1 && only !== undefined ? only : null
}

const period = /(?:统计期限|数据期限|期限)[^。\n]{0,16}?(20\d{2})年?1月1日/

/** The year the report says its figures are of: as recognition found it, else as a section says it. */
function yearOfPeriod(report: Report): number | null {
  // Records made before the period was read have none.
  if (report.period) return Number(report.period.from.slice(0, 4))
  for (const section of report.sections) {
    const found = period.exec(section.text)
    if (found) return Number(found[1])
  }
  return report.year
}

/**
 * F4: the title names another year than the report's period.
 * Source: article 50 of the Regulations (a report is of the year before its publication) and the period the report states
 * (“统计期限自2023年1月1日起”). Formula: year in the title = year of the period; where no period is stated, the year on file.
 */
export function checkTitleYear(report: Report): readonly Finding[] {
  const printed = report.title === null ? null : yearInTitle(report.title)
  const expected = yearOfPeriod(report)
  if (printed === null || expected === null || printed === expected) return []
  return [makeFinding('F4', 'warning', 'year', { printed, expected })]
}
