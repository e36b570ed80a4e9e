import { findingText } from '../../shared/findingText.ts'
import type { Language } from '../../shared/messages/index.ts'
import type { Report } from '../../shared/report.ts'
import type { ReviewItem } from '../../shared/review.ts'
import { cellName } from './cells.ts'

/** One line for a list: what is wrong where. Rule codes stay in the data. */
export function reviewItemText(item: ReviewItem, report: Report, language: Language): string {
  if (item.kind === 'finding') return findingText(item.finding, report, language).title
  const name = cellName(item.cell, language)
  const sure = `${Math.round(item.confidence * 100)}%`
  return language === 'zh' ? `${name} 存疑，把握 ${sure}` : `${name}: ${sure} sure`
}
