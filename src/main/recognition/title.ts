import type { Anchor, SourceDocument } from '../../shared/document.ts'
import { headingOf } from './headings.ts'
import { cellLines, type TextLine, textLines } from './lines.ts'
import { asPrinted, plain } from './normalise.ts'

/** A report's title: its text, what it says without white space, and where it stands. */
export type Title = {
  readonly text: string
  readonly solid: string
  readonly anchor: Anchor | null
  readonly official: boolean
}

const reportName =
  /(?:政府|政务)信息(?:主动)?公开(?:工作)?(?:情况)?(?:的)?(?:年度|年)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报)/
/** 高校 and 公共企事业单位 call theirs 信息公开工作年度报告. */
const looseName = /信息公开(?:工作)?(?:情况)?(?:年度|年)(?:工作)?(?:报告|年报)|信息公开工作报告|信息公开年报/
const year = /(?:19|20)\d{2}|二[〇○零OＯo][一二三四五六七八九〇○零OＯo]{2}/
/** Lines about the report that are not its title: the preamble, bread crumbs, file names. */
const notTitle =
  /[《》。;；>»]|根据|依据|按照|现将|如下|当前位置|您所在|\.(?:docx?|pdf|html?|wps)|^(?:附件|来源|上一篇|下一篇|信息来源|标题[:：]?$)/
const longestTitle = 70
/** Above the first heading there may be much site chrome. */
const mostLines = 120

const solid = (text: string): string => text.replace(/\s+/g, '').replace(/[“”"]/g, '')
const usable = (line: TextLine): boolean => solid(line.text).length <= longestTitle && !notTitle.test(line.text)

/** “人民政府办公室2022年…” alone is the second half of a title: a body's name begins with its place. */
const placeFirst = /^\p{Script=Han}{2,7}?(?:省|市|自治区|自治州|区|县|旗|盟|州|镇|乡|街道)/u
/** Site chrome that may stand right above a title and is no part of it. */
const chrome = /网站?$|网站|门户|首页|欢迎|导航|检索|登录/

/** How much of a full title (place or body, year, name) a text holds. */
function completeness(text: string): number {
  const found = reportName.exec(text) ?? looseName.exec(text)
  if (!found) return 0
  const rest = text
    .slice(0, found.index)
    .replace(year, '')
    .replace(/年度?|关于|的/g, '')
  const somewhere = placeFirst.test(rest) ? 0.3 : 0
  return 1 + (year.test(text) ? 2 : 0) + (rest.length >= 2 ? 1 : 0) + somewhere + (reportName.test(text) ? 1 : 0)
}

const strip = (text: string): string => text.replace(/^(?:标题|名称|信息名称)[:：]\s*/, '')

/** The title among the lines above the first section: whole on one line, or cut over two or three. */
function titleInLines(lines: readonly TextLine[], periodYear: number | null): { title: Title; score: number } | null {
  let best: { title: Title; score: number } | null = null
  lines.forEach((line, at) => {
    if (!usable(line)) return
    for (let count = 1; count <= 3; count++) {
      const parts = lines.slice(at, at + count)
      if (parts.length < count || !parts.every(usable) || (count > 1 && chrome.test(line.text))) break
      const text = parts.map(part => strip(part.text)).join('')
      if (solid(text).length > longestTitle) break
      const last = parts.at(-1)
      // The name must end in the last line, else that line only follows the title.
      if (
        count > 1 &&
        completeness(
          solid(
            parts
              .slice(0, -1)
              .map(part => strip(part.text))
              .join(''),
          ),
        ) > 0
      )
        break
      if (!last || completeness(solid(text)) === 0) continue
      // A line above that is a title in its own right (a running head) is not the first half of this one.
      // Beside a report sites list those of other years; the period it states tells which is its own.
      const own = periodYear !== null && text.includes(String(periodYear)) ? 0.5 : 0
      const score = completeness(solid(text)) + own - 0.1 * (count - 1)
      if (best && best.score >= score) continue
      const title = {
        text: parts.map(part => strip(part.printed)).join(''),
        solid: solid(text),
        anchor: line.anchor,
        official: reportName.test(solid(text)),
      }
      best = { title, score }
    }
  })
  return best
}

/**
 * Finds the report's title in its text, else in the file's own properties; null when neither names such a report.
 * @param periodYear the year the report says its figures are of
 */
export function findTitle(document: SourceDocument, periodYear: number | null): Title | null {
  const all = textLines(document)
  const first = all.findIndex(line => headingOf(line.text)?.key === 'overview')
  const lines = all.slice(0, first < 0 ? mostLines : Math.min(first, mostLines))
  const printed = titleInLines(lines, periodYear)
  if (printed && printed.score >= 3) return printed.title
  const own = plain(document.title ?? '').split(/\s*[_|–—]\s*|\s-\s/)[0] ?? ''
  const ownSolid = solid(own)
  if (ownSolid.length <= longestTitle && completeness(ownSolid) > (printed?.score ?? 0.5))
    return { text: asPrinted(own), solid: ownSolid, anchor: null, official: reportName.test(ownSolid) }
  return printed?.title ?? titleInLines(cellLines(document), periodYear)?.title ?? null
}
