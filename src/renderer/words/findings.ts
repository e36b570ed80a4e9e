import type { ReviewItem } from '../../shared/current/review.ts'
import type { Report } from '../../shared/data/report.ts'
import type { Language } from '../../shared/messages/index.ts'
import { cellName } from '../../shared/words/cells.ts'
import { findingText } from '../../shared/words/findingText.ts'

/** One line for a list: what is wrong where. Rule codes stay in the data. */
export function reviewItemText(item: ReviewItem, report: Report, language: Language): string {
  const zh = language === 'zh'
  const [cell] = item.cells
  const name = cell ? cellName(cell, language) : ''
  if (item.kind === 'doubt') {
    const sure = `${Math.round(item.confidence * 100)}%`
    const others = item.cells.length - 1
    if (zh) return others > 0 ? `${name}等 ${others + 1} 格存疑，把握 ${sure}` : `${name} 存疑，把握 ${sure}`
    return others > 0 ? `${name} and ${others} more of its row: ${sure} sure` : `${name}: ${sure} sure`
  }
  const [first] = item.findings
  const sums = item.findings.length
  if (sums > 1) return zh ? `${name} 疑为读错，${sums} 处合计不符` : `${name}: probably misread, ${sums} sums fail`
  return first ? findingText(first, report, language).title : ''
}
