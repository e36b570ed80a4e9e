import type { Report } from '../../../src/shared/data/report.ts'
import type { SectionKey } from '../../../src/shared/form/index.ts'
import { agreeingReport, withCells } from '../reports.ts'
import { rightSections } from '../rightSections.ts'

/** 一 1,204; 二 6; （七） 1,200; 四 10; groups 600, 100, 200, 150, 90, 60; 复议 16 (维持 9, 纠正 5), 诉讼 20 + 15; documents 11, 2, 45. */
const requests: Readonly<Record<string, number>> = {
  ...{ newRequests: 1204, carriedOver: 6, concluded: 1200, carriedForward: 10, granted: 600, partiallyGranted: 100 },
  ...{ 'denied.internal': 200, 'unavailable.notHeld': 150, 'notProcessed.repeat': 90, 'other.other': 60 },
}
const proceedings: Readonly<Record<string, readonly number[]>> = {
  review: [9, 5, 0, 2, 16],
  directLitigation: [20, 0, 0, 0, 20],
  litigationAfterReview: [14, 1, 0, 0, 15],
}
const documents: Readonly<Record<string, number>> = { issued: 11, repealed: 2, inForce: 45, amount: 2484.5 }
const outcomes = ['upheld', 'corrected', 'other', 'pending', 'total']
const zero = agreeingReport('2021', () => 0)
/** A report with these figures and no prose. */
export const whole = withCells(
  withCells(
    withCells(zero, 'requests', ({ row, column }) => {
      const value = column === 'total' || column === 'individual' ? (requests[row] ?? 0) : 0
      return { value, raw: String(value) }
    }),
    'proceedings',
    ({ row, column }) => ({ value: proceedings[row]?.[outcomes.indexOf(column)] ?? 0 }),
  ),
  'disclosure',
  ({ row, column }) => (row === 'normativeDocuments' || row === 'fees' ? { value: documents[column] ?? 0 } : null),
)

/** The report with prose in one of its sections, before what is right to say there. */
export function saying(text: string, key: SectionKey = 'overview', report: Report = whole): Report {
  const said = `${text}\n${rightSections[key]}`
  return {
    ...report,
    sections: report.sections.map(section => (section.key === key ? { ...section, text: said } : section)),
  }
}
