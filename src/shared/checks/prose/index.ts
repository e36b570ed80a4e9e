import type { Report } from '../../data/report.ts'
import { splitCellKey } from '../../form/index.ts'
import { rounded } from '../figures.ts'
import { makeFinding } from '../finding.ts'
import type { CheckContext, Finding } from '../model.ts'
import { applicationClaims } from './applications.ts'
import { agrees, type Claim, type ClaimReader } from './claims.ts'
import { disputeClaims } from './disputes.ts'
import { documentClaims } from './documents.ts'
import { feeClaims } from './feeAmounts.ts'
import { resultClaims } from './results.ts'
import { sentencesOf } from './sentences.ts'
import { shareClaims } from './shares.ts'

/** Figures in the prose against those of the tables. */

const readers: readonly ClaimReader[] = [
  ...[applicationClaims, resultClaims, disputeClaims],
  ...[documentClaims, shareClaims, feeClaims],
]

/** Where the prose speaks of the year's figures. The others are tables, or plans and complaints. */
const sections = new Set(['overview', 'other'])

function findingOf(claim: Claim): Finding {
  const { sentence, start, end } = claim
  const from = sentence.places[start] ?? 0
  const to = (sentence.places[end - 1] ?? from) + 1
  const [first] = claim.cells
  const printed = rounded(claim.said.value)
  return makeFinding(claim.rule, 'hint', `${sentence.section}/${claim.figure}/${printed}`, {
    table: (first && splitCellKey(first)?.table) ?? null,
    section: sentence.section,
    cells: claim.cells,
    printed,
    expected: claim.expected,
    passage: { section: sentence.section, start: from, end: to, figure: claim.figure },
  })
}

/** Everything that the prose of 一 and 六 clearly says of the tables' figures, right or wrong. */
export function proseClaims(report: Report, context: CheckContext): readonly Claim[] {
  return report.sections
    .filter(section => sections.has(section.key))
    .flatMap(section => sentencesOf(section))
    .flatMap(sentence => readers.flatMap(read => read(sentence, report, context)))
}

/**
 * N1–N6: numbers in the prose of 一 and 六 that are not those of the tables. Only hints: the prose may count one office, the table the
 * whole district. A figure that the prose names rightly once is not doubted where it names it again for a part.
 */
export function checkProse(report: Report, context: CheckContext): readonly Finding[] {
  const claims = proseClaims(report, context)
  const right = new Set(claims.filter(agrees).map(claim => claim.figure))
  const findings = claims.filter(claim => !agrees(claim) && !right.has(claim.figure)).map(findingOf)
  return [...new Map(findings.map(finding => [finding.id, finding])).values()].toSorted((a, b) =>
    a.rule.localeCompare(b.rule),
  )
}
