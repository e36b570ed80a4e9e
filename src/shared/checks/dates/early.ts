import type { Report } from '../../data/report.ts'
import { makeFinding } from '../finding.ts'
import type { Finding } from '../model.ts'
import { periodEnd, publicationOf } from './publication.ts'

/**
 * T2: dated before the period ends that its figures are of.
 * Source: articles 49 and 50 of the Regulations: a report is of the whole year before. Formula: date of publication ≥ last day of the
 * period. On the last day itself a report may be dated.
 */
export function checkEarly(report: Report): readonly Finding[] {
  const [published, end] = [publicationOf(report), periodEnd(report)]
  if (published === null || end === null || published >= end) return []
  return [makeFinding('T2', 'warning', 'publishedOn', {})]
}
