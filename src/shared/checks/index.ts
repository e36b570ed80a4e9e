import type { Report } from '../data/report.ts'
import { checkBlanks, checkNumbers, checkUnits } from './cellContent.ts'
import { checkEarly } from './dates/early.ts'
import { checkLate } from './dates/late.ts'
import { checkDocumentBalance } from './documentBalance.ts'
import { foundTables } from './figures.ts'
import { type CheckContext, type Finding, isOn } from './model.ts'
import { checkOutdatedForm } from './outdatedForm.ts'
import { checkPersonalData } from './personal/personalData.ts'
import { checkPresence } from './presence.ts'
import { checkProse } from './prose/index.ts'
import { proseClaims } from './prose/proseClaims.ts'
import { checkRegulationPower } from './regulationPower.ts'
import { checkAspects } from './sections/aspects.ts'
import { checkFee } from './sections/fee.ts'
import { checkHeadings } from './sections/headings.ts'
import { checkProblems } from './sections/problems.ts'
import { checkStatements } from './statements/index.ts'
import { checkSums } from './sumFindings.ts'
import { checkTitleYear } from './titleYear.ts'
import { checkCarriedOver } from './years/carriedOver.ts'
import { checkDocumentsInForce } from './years/documentsInForce.ts'
import { checkJumps } from './years/jumps.ts'
import { checkDisputesWithoutRequests, checkLawsuitsAfterReview } from './years/lawsuits.ts'
import { checkUnexplainedDocuments } from './years/unexplainedDocuments.ts'

/** The entrance of the checks: all of them, over one report. */

export type { CheckContext, Finding, FindingSeverity, Passage, RuleCode } from './model.ts'
export { defaultOff, ruleCodes } from './model.ts'
export { evaluateSums, type SumResult } from './sums.ts'
export {
  type Answered,
  findSuspects,
  likeliest,
  type Suspect,
  type SuspectGroup,
  type SuspectSet,
} from './suspects/index.ts'

/**
 * Everything the checks have to say about a report as it stands. Pure: the same in main at ingest and live in the window.
 * Errors first, then in the order of the form, then what other years and the prose say. `context` holds the reports of the same body
 * of the years before and after; without it the checks between years say nothing.
 */
export function checkReport(report: Report, context: CheckContext = {}): readonly Finding[] {
  const found = foundTables(report)
  const claims = proseClaims(report, context)
  const findings = [
    ...found.flatMap(checkSums),
    ...checkPresence(report),
    ...found.flatMap(table => [...checkBlanks(table), ...checkNumbers(table), ...checkUnits(table)]),
    ...checkTitleYear(report),
    ...checkRegulationPower(report),
    ...checkOutdatedForm(report),
    ...[...checkLate(report), ...checkEarly(report)],
    ...[...checkHeadings(report), ...checkAspects(report), ...checkProblems(report), ...checkFee(report)],
    ...checkCarriedOver(report, context),
    ...checkDocumentsInForce(report, context),
    ...checkDocumentBalance(report),
    ...checkJumps(report, context),
    ...checkUnexplainedDocuments(report, context),
    ...[...checkLawsuitsAfterReview(report, context), ...checkDisputesWithoutRequests(report, context)],
    ...checkPersonalData(report),
    ...checkProse(claims),
    ...checkStatements(report, claims),
  ]
  return findings.filter(finding => isOn(finding.rule, context))
}
