import { type CheckContext, checkReport } from '../checks/index.ts'
import type { Cell, Report, ReportTable } from '../data/report.ts'
import { formTable, sectionHeadings } from '../form/index.ts'
import { type Language, messageText } from '../messages/index.ts'
import { cellMarks } from '../words/cells.ts'
import { findingText } from '../words/findingText.ts'
import { type ExtractedFile, extractStatus } from './output.ts'

/** What `kaijuan extract` prints for a person, where it was not asked for JSON. */

const extractWords = {
  zh: { ok: '读出', partial: '部分读出', failed: '失败' },
  en: { ok: 'read', partial: 'partly read', failed: 'failed' },
} as const

/** What stands in the cell: never a 0 that is not printed. */
function cellText(cell: Cell | undefined, language: Language): string {
  if (!cell || cell.state === 'absent') return cellMarks[language].absent
  if (cell.state === 'blank') return cellMarks[language].blank
  return cell.state === 'number' ? String(cell.value) : (cell.raw ?? '')
}

function tableText(table: ReportTable, language: Language): readonly string[] {
  const heading = sectionHeadings[table.key]
  const lines = formTable(table.key, table.edition).rows.map(row => {
    const cells = row.columns.map(column => {
      const cell = table.cells.find(item => item.row === row.key && item.column === column.key)
      return `${language === 'zh' ? column.label : column.english} ${cellText(cell, language)}`
    })
    return `  ${language === 'zh' ? row.short : row.english}\t${cells.join('\t')}`
  })
  return [
    language === 'zh' ? `${heading.label}（${table.edition} 版表）` : `${heading.english} (${table.edition} form)`,
    ...lines,
  ]
}

/** A report for a person to read: its head, its tables line by line, what the checks say. */
export function reportText(report: Report, language: Language, context: CheckContext = {}): readonly string[] {
  const head = [report.organization, report.year, report.title].filter(item => item !== null).join('  ')
  const findings = checkReport(report, context).map(finding => {
    const { detail, word } = findingText(finding, report, language)
    return language === 'zh' ? `  ${word}：${detail}` : `  ${word}: ${detail}`
  })
  return [head, ...report.tables.flatMap(table => tableText(table, language)), ...findings]
}

/** One file for a person to read. */
export function extractText(read: ExtractedFile, language: Language): string {
  const status = extractWords[language][extractStatus(read)]
  const messages = read.messages.map(item => `  ${messageText(item, language, 'inPlace')}`)
  const report = read.report ? reportText(read.report, language) : []
  return [`${read.file}\t${status}`, ...messages, ...report, ''].join('\n')
}
