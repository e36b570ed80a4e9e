import type { Report } from '../data/report.ts'
import { checkBlanks, checkNumbers, checkUnits } from './cellContent.ts'
import { checkDocumentBalance } from './documentBalance.ts'
import { foundTables } from './figures.ts'
import type { CheckContext, Finding } from './model.ts'
import { checkOutdatedForm } from './outdatedForm.ts'
import { checkPresence } from './presence.ts'
import { checkProse } from './prose/index.ts'
import { checkRegulationPower } from './regulationPower.ts'
import { checkSums } from './sumFindings.ts'
import { checkTitleYear } from './titleYear.ts'
import { checkCarriedOver } from './years/carriedOver.ts'
import { checkDocumentsInForce } from './years/documentsInForce.ts'
import { checkJumps } from './years/jumps.ts'

/** The entrance of the checks: all of them, over one report. */

export type { CheckContext, Finding, FindingSeverity, Passage, RuleCode } from './model.ts'
export { ruleCodes } from './model.ts'
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
  return [
    ...found.flatMap(checkSums),
    ...checkPresence(report),
    ...found.flatMap(table => [...checkBlanks(table), ...checkNumbers(table), ...checkUnits(table)]),
    ...checkTitleYear(report),
    ...checkRegulationPower(report),
    ...checkOutdatedForm(report),
    ...checkCarriedOver(report, context),
    ...checkDocumentsInForce(report, context),
    ...checkDocumentBalance(report),
    ...checkJumps(report, context),
    ...checkProse(report, context),
  ]
}
