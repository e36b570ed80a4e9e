import { checkReport, type Finding } from './checks/index.ts'
import type { Current } from './current.ts'
import { type CellKey, cellKey } from './form/index.ts'
import type { Verdict } from './record.ts'
import { doubtBelow } from './report.ts'

/** One line of the review list (疑点): a finding of the checks, or a cell the machine was unsure of. */
export type ReviewItem =
  | {
      readonly kind: 'finding'
      readonly id: string
      readonly finding: Finding
      readonly verdict: Verdict | null
      readonly settled: boolean
    }
  | {
      readonly kind: 'doubt'
      readonly id: string
      readonly cell: CellKey
      readonly confidence: number
      readonly settled: boolean
    }

/**
 * Everything a person should look at, errors first. Settled means: a verdict was given, or (for blanks, odd numbers and doubts)
 * every cell of it was confirmed or corrected.
 */
export function reviewItems(current: Current): readonly ReviewItem[] {
  const seen = (cell: CellKey) => current.confirmed.has(cell) || current.corrected.has(cell)
  const findings = checkReport(current.report).map((finding): ReviewItem => {
    const verdict = current.verdicts.get(finding.id)?.verdict ?? null
    const confirmable = finding.rule === 'F2' || finding.rule === 'F3'
    const settled = verdict !== null || (confirmable && finding.cells.length > 0 && finding.cells.every(seen))
    return { kind: 'finding', id: finding.id, finding, verdict, settled }
  })
  const doubts = current.report.tables.flatMap(table =>
    table.cells.flatMap((cell): readonly ReviewItem[] => {
      const key = cellKey(table.key, cell.row, cell.column)
      if (cell.confidence >= doubtBelow) return []
      return [{ kind: 'doubt', id: `doubt:${key}`, cell: key, confidence: cell.confidence, settled: seen(key) }]
    }),
  )
  return [...findings, ...doubts]
}

/** Counts of what is still open, for lists. */
export function openCounts(current: Current): { errors: number; warnings: number; hints: number } {
  const open = reviewItems(current).filter(item => !item.settled)
  const count = (severity: Finding['severity']) =>
    open.filter(item => item.kind === 'finding' && item.finding.severity === severity).length
  return {
    errors: count('error'),
    warnings: count('warning') + open.filter(item => item.kind === 'doubt').length,
    hints: count('hint'),
  }
}
