import { withDigits } from '../text/writtenDates.ts'

/** Telling a title by its words. */

const reportName =
  /(?:(?:政府|政务)信息(?:主动)?公开|政务公开)(?:工作)?(?:情况)?(?:的)?(?:20\d{2}年?)?(?:年度|年)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报)/
/** 高校 and 公共企事业单位 call theirs 信息公开工作年度报告. */
const looseName = /信息公开(?:工作)?(?:情况)?(?:年度|年)(?:工作)?(?:报告|年报)|信息公开工作报告|信息公开年报/
const year = /(?:19|20)\d{2}/
/** What speaks of reports and is none: “…年度报告编制工作的通知”, “…年度报告解读”. */
const aboutReports =
  /^(?:的?(?:通知|通报|解读|图解|说明|函|模板|格式)|(?:编制|填报|统计|汇总|报送|上报|考核|评估|整改))/

/** “人民政府办公室2022年…” alone is the second half of a title: a body's name begins with its place. */
const placeFirst = /^\p{Script=Han}{2,7}?(?:省|市|自治区|自治州|区|县|旗|盟|州|镇|乡|街道)/u
/** A body's name, perhaps in brackets; a label, a date or a number before the title is none. */
const nameLike = /^[(（]?[\p{Script=Han}、·]{2,40}(?:[(（][\p{Script=Han}]{2,20}[)）])?[)）]?$/u

export const solid = (text: string): string => text.replace(/\s+/g, '').replace(/[“”"]/g, '')

/** Whether the words are those of the official name of such a report. */
export const isOfficialName = (text: string): boolean => reportName.test(withDigits(text))

/** Title and name of a file up to the report's name: “3.甘泉县统计局2023年…报告（定稿）” without the counting and the remark. */
export function upToName(text: string): string {
  const found = reportName.exec(text) ?? looseName.exec(text)
  return found ? text.slice(0, found.index + found[0].length) : text
}

/** How much of a full title (place or body, year, name) a text holds; 0 for what is no title of a report. */
export function completeness(text: string): number {
  const digits = withDigits(text)
  const found = reportName.exec(digits) ?? looseName.exec(digits)
  if (!found || aboutReports.test(digits.slice(found.index + found[0].length))) return 0
  const rest = digits
    .slice(0, found.index)
    .replace(year, '')
    .replace(/年度?|关于|的/g, '')
  const somewhere = placeFirst.test(rest) ? 0.3 : 0
  return 1 + (year.test(digits) ? 2 : 0) + (nameLike.test(rest) ? 1 : 0) + somewhere + (reportName.test(digits) ? 1 : 0)
}
