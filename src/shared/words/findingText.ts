import type { Finding } from '../checks/index.ts'
import type { Report } from '../data/report.ts'
import type { Language } from '../messages/index.ts'
import { blankText, numberText, unitText } from './findings/cells.ts'
import { outdatedText, regulationText, titleYearText } from './findings/form.ts'
import { missingText } from './findings/missing.ts'
import { proseText } from './findings/prose.ts'
import { rereadText } from './findings/reread.ts'
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
    case 'Y1':
    case 'Y2':
    case 'Y3':
    case 'Y4':
      return yearsText(item, language)
    case 'N1':
    case 'N2':
    case 'N3':
    case 'N4':
    case 'N5':
    case 'N6':
      return proseText(item, language)
    case 'R1':
      return rereadText(item, language)
  }
}
