import { type SectionKey, sectionHeadings, sectionKeys } from '../../../shared/form/index.ts'
import { labelBody, plain, splitNumbering } from '../text/normalise.ts'
import { likeness } from '../text/similarity.ts'

/** How likely a line is the heading of one official section. `length` counts the characters of the line that are the heading. */
export type HeadingGuess = { readonly key: SectionKey; readonly score: number; readonly length: number }

/** Words that the many wordings of a heading have in common (seen: 五、当前存在的主要问题及下步改进措施, 四、行政复议和行政诉讼情况). */
const telling: Readonly<Record<SectionKey, readonly RegExp[]>> = {
  overview: [/总体情况|总体概况|基本情况|概述|总体/],
  disclosure: [/主动公开/, /信息|情况/],
  requests: [/申请/, /收到|处理|办理|依申请/],
  proceedings: [/复议/, /诉讼/],
  problems: [/问题|不足|困难/, /改进|整改|下一?步|措施|打算|建议/],
  other: [/其他|其它/, /事项|情况/],
}

/** A heading is a line of its own, or the beginning of a paragraph that goes on behind a full stop or colon. */
function headingPart(line: string): string {
  const end = /[。:：;；!！]/.exec(line)
  const part = end && end.index > 3 ? line.slice(0, end.index) : line
  return part.length <= 45 ? part : ''
}

/** Scores one line against all six headings; the best, or null when it is like none of them. */
export function headingOf(text: string): HeadingGuess | null {
  const line = text.split('\n').length > 3 ? (text.split('\n')[0] ?? '') : text.slice(0, 400)
  const part = headingPart(line.trim())
  if (part === '') return null
  const { numbering } = splitNumbering(part)
  const body = labelBody(part)
  if (body.length < 2 || body.length > 36) return null
  let best: HeadingGuess | null = null
  for (const [index, key] of sectionKeys.entries()) {
    const words = telling[key]
    const hits = words.filter(word => word.test(plain(body))).length / words.length
    if (hits < 1) continue
    const like = likeness(body, labelBody(sectionHeadings[key].label))
    // “（二）主动公开” is a sub-heading; “二、”, “2.” or no number at all may be the heading itself.
    const style = numbering === null ? -0.25 : numbering.style === 'bracket' ? -0.5 : 0
    // Some reports number all six with brackets; a sub-heading hardly has both the number and every word of the form.
    const own = numbering?.number === index + 1
    const numbered = !own ? 0 : numbering.style !== 'bracket' ? 0.4 : like > 0.95 ? 0.1 : 0
    const whole = part.length === line.trim().length ? 0.1 : 0
    const score = 0.3 + 0.6 * like + style + numbered + whole
    if (score >= 0.5 && (best === null || score > best.score))
      best = { key, score, length: text.indexOf(part) + part.length }
  }
  return best
}
