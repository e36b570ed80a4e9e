import type { Report } from '../../data/report.ts'
import { makeFinding } from '../finding.ts'
import type { Finding } from '../model.ts'
import { periodEnd, publicationOf } from './publication.ts'

/**
 * The last day on which a report is in time, as an ISO date; null where nobody can say: another kind of body, or a kind that was only
 * guessed. Towns and streets are not named by the article, and the report of an office may be its own or that of the government.
 */
export function dueDate(report: Report): string | null {
  const end = periodEnd(report)
  if (end === null || report.unsure?.includes('kind')) return null
  const next = Number(end.slice(0, 4)) + 1
  if (report.kind === 'department') return `${next}-01-31`
  if (report.kind === 'government' && report.region?.level !== 'town') return `${next}-03-31`
  return null
}

/**
 * T1: published after the day on which it was due.
 * Source: article 49 of the Regulations (政府信息公开条例, 2019): departments publish by 31 January, governments of counties and above by
 * 31 March of the next year. Formula: date of publication ≤ that day. Without a date of publication nothing is decided.
 */
export function checkLate(report: Report): readonly Finding[] {
  const [published, due] = [publicationOf(report), dueDate(report)]
  if (published === null || due === null || published <= due) return []
  return [makeFinding('T1', 'warning', 'publishedOn', {})]
}
