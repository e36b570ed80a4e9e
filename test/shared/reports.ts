import fc from 'fast-check'
import { absentTable } from '../../src/shared/current/current.ts'
import type { Report, ReportTable } from '../../src/shared/data/report.ts'
import { type Edition, sectionHeadings, sectionKeys, type TableKey, tableKeys } from '../../src/shared/form/index.ts'
import { rightSections } from './rightSections.ts'

/** A table in which every cell is a number given by row and column. */
export function numberTable(
  key: TableKey,
  edition: Edition,
  value: (row: string, column: string) => number,
): ReportTable {
  const table = absentTable(key, edition)
  return {
    ...table,
    cells: table.cells.map(cell => {
      const number = value(cell.row, cell.column)
      return { ...cell, state: 'number', value: number, raw: String(number), confidence: 0.99 }
    }),
  }
}

const applicants = ['individual', 'business', 'research', 'publicWelfare', 'legalService', 'otherOrganization']
const closing = new Set(['newRequests', 'carriedOver', 'concluded', 'carriedForward'])

/** A requests table whose sums all agree, from the given results (row → six figures) and what was carried forward. */
export function agreeingRequests(edition: Edition, figure: (row: string, column: string) => number): ReportTable {
  const results = absentTable('requests', edition)
    .cells.map(cell => cell.row)
    .filter((row, at, all) => all.indexOf(row) === at && !closing.has(row))
  const own = (row: string, column: string): number => {
    if (row === 'concluded') return results.reduce((sum, result) => sum + figure(result, column), 0)
    if (row === 'carriedOver') return figure(row, column)
    if (row === 'carriedForward') return figure(row, column) + figure('carriedOver', column)
    if (row === 'newRequests')
      return own('concluded', column) + own('carriedForward', column) - own('carriedOver', column)
    return figure(row, column)
  }
  return numberTable('requests', edition, (row, column) =>
    column === 'total' ? applicants.reduce((sum, applicant) => sum + own(row, applicant), 0) : own(row, column),
  )
}

/** A proceedings table whose totals agree. */
export function agreeingProceedings(figure: (row: string, column: string) => number): ReportTable {
  const outcomes = ['upheld', 'corrected', 'other', 'pending']
  return numberTable('proceedings', '2021', (row, column) =>
    column === 'total' ? outcomes.reduce((sum, outcome) => sum + figure(row, outcome), 0) : figure(row, column),
  )
}

/** A disclosure table in which no more documents were made than are in force. */
function agreeingDisclosure(edition: Edition, figure: (row: string, column: string) => number): ReportTable {
  return numberTable('disclosure', edition, (row, column) =>
    column === 'inForce' ? figure(row, 'issued') + figure(row, column) : figure(row, column),
  )
}

/** A whole report of one edition, of a year in which it was used, about which the checks have nothing to say. */
export function agreeingReport(edition: Edition, figure: (row: string, column: string) => number): Report {
  const year = edition === '2021' ? 2023 : 2020
  return {
    title: `云岭市清河区人民政府${year}年政府信息公开工作年度报告`,
    organization: '云岭市清河区人民政府',
    year,
    publishedOn: null,
    region: null,
    sections: sectionKeys.map(key => ({
      ...{ key, heading: sectionHeadings[key].label, text: rightSections[key], anchor: null },
    })),
    tables: tableKeys.map(key => {
      if (key === 'requests') return agreeingRequests(edition, figure)
      if (key === 'proceedings') return agreeingProceedings(figure)
      return agreeingDisclosure(edition, figure)
    }),
    fieldAnchors: {},
    kind: null,
    period: null,
    documentNumber: null,
    unsure: [],
  }
}

/** Figures for every cell, small enough to be counts, from one random seed. */
export const figures: fc.Arbitrary<(row: string, column: string) => number> = fc.func(fc.nat({ max: 400 }))

export const anyEdition: fc.Arbitrary<Edition> = fc.constantFrom('2021', '2019')

/** The report with some cells of one table replaced. */
export function withCells(
  report: Report,
  table: TableKey,
  change: (cell: ReportTable['cells'][number]) => Partial<ReportTable['cells'][number]> | null,
): Report {
  return {
    ...report,
    tables: report.tables.map(item =>
      item.key === table ? { ...item, cells: item.cells.map(cell => ({ ...cell, ...(change(cell) ?? {}) })) } : item,
    ),
  }
}
