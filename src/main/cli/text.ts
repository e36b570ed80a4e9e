import type { CatalogueRow, SearchGroup } from '../../shared/catalogue.ts'
import { type CheckContext, checkReport } from '../../shared/checks/index.ts'
import { type ExtractedFile, extractStatus } from '../../shared/extractOutput.ts'
import { findingText } from '../../shared/findingText.ts'
import { formTable, sectionHeadings } from '../../shared/form/index.ts'
import type { ImportItem, ImportState } from '../../shared/importing.ts'
import { type Language, messageText } from '../../shared/messages/index.ts'
import type { RecordStatus } from '../../shared/record.ts'
import type { Cell, Report, ReportTable } from '../../shared/report.ts'

const statusWords: Readonly<Record<Language, Readonly<Record<RecordStatus, string>>>> = {
  zh: { pending: '待核', reviewing: '核对中', reviewed: '已核', unread: '未读出' },
  en: { pending: 'to review', reviewing: 'in review', reviewed: 'reviewed', unread: 'not read' },
}
const extractWords = {
  zh: { ok: '读出', partial: '部分读出', failed: '失败' },
  en: { ok: 'read', partial: 'partly read', failed: 'failed' },
} as const

/** What stands in the cell: never a 0 that is not printed. */
function cellText(cell: Cell | undefined, language: Language): string {
  if (!cell || cell.state === 'absent') return language === 'zh' ? '缺' : 'absent'
  if (cell.state === 'blank') return language === 'zh' ? '空' : 'blank'
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

function reportText(report: Report, language: Language, context: CheckContext = {}): readonly string[] {
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

const stateWords: Readonly<Record<Language, Readonly<Record<ImportState, string>>>> = {
  zh: {
    ...{ waiting: '等待', working: '处理中', archived: '已归档', warned: '有警告', duplicate: '重复' },
    ...{ failed: '失败', cancelled: '已取消' },
  },
  en: {
    ...{ waiting: 'waiting', working: 'working', archived: 'archived', warned: 'warned', duplicate: 'duplicate' },
    ...{ failed: 'failed', cancelled: 'cancelled' },
  },
}

/** What became of one file of an import. */
export function itemText(item: ImportItem, language: Language): string {
  const name = item.recordName && `${item.recordName} ${item.year ?? ''}`.trim()
  const words = item.messages.map(message => messageText(message, language)).join(' ')
  return [stateWords[language][item.state], item.record ?? '—', name ?? '—', item.path, words].join('\t').trimEnd()
}

/** One line of the catalogue. */
export function rowText(row: CatalogueRow, language: Language): string {
  const findings =
    row.status === 'unread' ? '—' : String(row.errors + row.warnings + row.hints || (language === 'zh' ? '无' : 'none'))
  const counted = language === 'zh' ? `疑点 ${findings}` : `findings ${findings}`
  return [row.id, row.year ?? '—', row.name, statusWords[language][row.status], counted, row.fileName].join('\t')
}

/** One report of a search with its places. */
export function groupText(group: SearchGroup, language: Language): string {
  const places = group.hits.map(hit => {
    const page = hit.page === null ? '' : language === 'zh' ? `第 ${hit.page} 页  ` : `page ${hit.page}  `
    return `  ${hit.section ? `${hit.section}  ` : ''}${page}${hit.text}`
  })
  const more = group.hitCount - group.hits.length
  const rest = more > 0 ? [language === 'zh' ? `  另有 ${more} 处` : `  ${more} more places`] : []
  return [rowText(group.record, language), ...places, ...rest].join('\n')
}

/** A record as it stands, for a person to read. */
export function recordText(row: CatalogueRow, report: Report, language: Language, context: CheckContext = {}): string {
  return [rowText(row, language), ...reportText(report, language, context)].join('\n')
}
