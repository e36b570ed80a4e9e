import type { Report } from '../../data/report.ts'
import { makeFinding } from '../finding.ts'
import type { Finding } from '../model.ts'
import { personalNumbers } from './numbers.ts'

/**
 * P1: an identity number, a mobile number or a bank card in the prose.
 * Source: article 15 of the Regulations (what touches personal privacy is not published), 个人信息保护法, articles 28 and 29. Neither the
 * finding nor its words repeat the number: `passage` says where it stands.
 */
export function checkPersonalData(report: Report): readonly Finding[] {
  return report.sections.flatMap(({ key, text }) =>
    personalNumbers(text).map(({ kind, start, end }, at) =>
      makeFinding('P1', 'warning', `${key}/${kind}/${at + 1}`, {
        section: key,
        passage: { section: key, start, end, figure: kind },
      }),
    ),
  )
}
