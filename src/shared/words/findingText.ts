import type { Finding } from '../checks/index.ts'
import type { Report } from '../data/report.ts'
import type { Language } from '../messages/index.ts'
import { blankText, numberText, unitText } from './findings/cells.ts'
import { earlyText, lateText } from './findings/dates.ts'
import { disputeText, lawsuitText } from './findings/disputes.ts'
import { outdatedText, regulationText, titleYearText } from './findings/form.ts'
import { missingText } from './findings/missing.ts'
import { personalText } from './findings/personal.ts'
import { proseText } from './findings/prose.ts'
import { rereadText } from './findings/reread.ts'
import { aspectText, feeText, headingText, problemsText } from './findings/sections.ts'
import { statementText } from './findings/statements.ts'
import { sumText } from './findings/sums.ts'
import { type FindingText, told } from './findings/told.ts'
import { yearsText } from './findings/years.ts'

/** Findings in words, for the window and the command line. */

export type { FindingText } from './findings/told.ts'

/** Puts a finding into words for the window and the command line. `report` is the one that was checked. */
export function findingText(finding: Finding, report: Report, language: Language): FindingText {
  const item = told(finding, report)
  switch (finding.rule) {
    case 'E1':
    case 'E2':
    case 'E3':
    case 'E4':
      return sumText(item, finding.rule, language)
    case 'F1':
      return missingText(item, language)
    case 'F2':
      return blankText(item, language)
    case 'F3':
      return numberText(item, language)
    case 'F4':
      return titleYearText(item, language)
    case 'F5':
      return regulationText(item, language)
    case 'F6':
      return outdatedText(item, language)
    case 'F7':
      return unitText(item, language)
    case 'T1':
      return lateText(item, language)
    case 'T2':
      return earlyText(item, language)
    case 'S3':
      return headingText(item, language)
    case 'S4':
      return aspectText(item, language)
    case 'S6':
      return problemsText(item, language)
    case 'S8':
      return feeText(item, language)
    case 'Y1':
    case 'Y2':
    case 'Y3':
    case 'Y4':
    case 'Y5':
      return yearsText(item, language)
    case 'N1':
    case 'N2':
    case 'N3':
    case 'N4':
    case 'N5':
    case 'N6':
      return proseText(item, language)
    case 'N7':
    case 'N8':
    case 'N9':
    case 'N10':
      return statementText(item, finding.rule, language)
    case 'L1':
      return lawsuitText(item, language)
    case 'L2':
      return disputeText(item, language)
    case 'P1':
      return personalText(item, language)
    case 'R1':
      return rereadText(item, language)
  }
}
