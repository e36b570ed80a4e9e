import type { Report } from '../data/report.ts'
import { sectionKeys, tableKeys } from '../form/index.ts'
import { foundTables } from './figures.ts'
import { makeFinding } from './finding.ts'
import type { Finding } from './model.ts'

/**
 * F1: a table or section of the form that was not found, or stands in the source as a picture.
 * A document that was recognised as something else (高校, a list of reports) misses nothing.
 * Source: the form's six sections and three tables. Formula: none of its cells, or no heading, was read.
 */
export function checkPresence(report: Report): readonly Finding[] {
  const found = foundTables(report)
  if (report.form === 'other' && found.length === 0) return []
  const tables = tableKeys
    .filter(key => !found.some(table => table.key === key))
    .map(key => makeFinding('F1', 'warning', `table/${key}`, { table: key }))
  const sections = sectionKeys
    .filter(key => !report.sections.some(section => section.key === key))
    .map(key => makeFinding('F1', 'warning', `section/${key}`, { section: key }))
  return [...tables, ...sections]
}
