import { findCell, type Report } from '../../data/report.ts'
import { type CellKey, cellKey } from '../../form/index.ts'
import { numberAt } from '../figures.ts'

/** The two rows of table 二 that count documents. */
export const documentRows = ['regulations', 'normativeDocuments'] as const

/** 0, or a dash where the form wants a 0: the report says that there was none. Blank says nothing. */
function isNone(report: Report, key: CellKey): boolean {
  return numberAt(report, key) === 0 || findCell(report, key)?.state === 'dash'
}

/** Rows of table 二 in which nothing was issued or repealed. Y5 speaks of them, and Y2 of the others. */
export function nothingChanged(report: Report, row: (typeof documentRows)[number]): boolean {
  return (['issued', 'repealed'] as const).every(column => isNone(report, cellKey('disclosure', row, column)))
}
