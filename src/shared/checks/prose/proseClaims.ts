import type { Report } from '../../data/report.ts'
import type { CheckContext } from '../model.ts'
import { applicationClaims } from './applications.ts'
import type { Claim, ClaimReader } from './claims.ts'
import { disputeClaims } from './disputes.ts'
import { documentClaims } from './documents.ts'
import { feeClaims } from './feeAmounts.ts'
import { resultClaims } from './results.ts'
import { sentencesOf } from './sentences.ts'
import { shareClaims } from './shares.ts'

/** What the prose says of the figures of the tables. */

const readers: readonly ClaimReader[] = [
  ...[applicationClaims, resultClaims, disputeClaims],
  ...[documentClaims, shareClaims, feeClaims],
]

/** Where the prose speaks of the year's figures. The others are tables, or plans and complaints. */
const sections = new Set(['overview', 'other'])

/** Everything that the prose of 一 and 六 clearly says of the tables' figures, right or wrong. */
export function proseClaims(report: Report, context: CheckContext): readonly Claim[] {
  return report.sections
    .filter(section => sections.has(section.key))
    .flatMap(section => sentencesOf(section))
    .flatMap(sentence => readers.flatMap(read => read(sentence, report, context)))
}
