import type { Report } from '../data/report.ts'
import { editionOfYear } from '../facts/edition.ts'
import { foundTables } from './figures.ts'
import { makeFinding } from './finding.ts'
import type { Finding } from './model.ts'

/**
 * F6: a table of the 2019 edition in a report of 2021 or later.
 * Source: 国办公开办函〔2021〕30号, in force for reports of 2021 on. Table 四 is the same in both editions and is not judged.
 */
export function checkOutdatedForm(report: Report): readonly Finding[] {
  const { year } = report
  if (year === null || editionOfYear(year) !== '2021') return []
  return foundTables(report)
    .filter(table => table.edition === '2019' && table.key !== 'proceedings')
    .map(({ key }) => makeFinding('F6', 'warning', key, { table: key }))
}
