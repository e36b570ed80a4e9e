import type { CheckContext } from '../../shared/checks/index.ts'
import type { CatalogueRow, SearchGroup } from '../../shared/data/catalogue.ts'
import type { ImportItem } from '../../shared/data/importing.ts'
import type { InspectionState } from '../../shared/data/inspection.ts'
import type { IndexAgreement, Verified, VerifyReport } from '../../shared/data/journal.ts'
import type { Report } from '../../shared/data/report.ts'
import { reportText } from '../../shared/extract/text.ts'
import { nameAndYear } from '../../shared/facts/recordName.ts'
import { type Language, messageText } from '../../shared/messages/index.ts'
import { importWords, statusWords } from '../../shared/words/record.ts'

/** How commands print for people: import lines, catalogue rows, search results, records. */

/** What became of one file of an import. */
export function itemText(item: ImportItem, language: Language): string {
  const name = item.recordName && nameAndYear(item.recordName, item.year)
  const words = item.messages.map(message => messageText(message, language)).join(' ')
  return [importWords[language][item.state].toLowerCase(), item.record ?? '—', name ?? '—', item.path, words]
    .join('\t')
    .trimEnd()
}

/** What the 四性检测 that follows an import came to. */
export function inspectionText({ done, failed, unopened, problem }: InspectionState, language: Language): string {
  if (problem) return messageText(problem, language)
  const bad = failed + unopened
  if (language === 'zh')
    return `四性检测 ${done} 份，${bad === 0 ? '没有不通过的项目' : `其中 ${bad} 份有不通过的项目`}，报告已存入归档库`
  return `${done} inspected (four properties), ${bad === 0 ? 'nothing failed' : `${bad} with failures`}; the report is kept in the archive`
}

const local = (iso: string) => new Date(iso).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' })

function indexText({ compared, differing, repaired }: IndexAgreement, language: Language): string {
  if (language === 'zh') {
    const mended = repaired ? '，已按记录重写' : '，请用 rebuild 重建'
    return `索引：${compared} 份的目录行与全文逐份比对，${differing === 0 ? '都与记录相符' : `与记录不符 ${differing} 处${mended}`}`
  }
  const mended = repaired ? ', put anew from the records' : ', to be made anew with rebuild'
  return `Index: lines and texts of ${compared} reports compared, ${differing === 0 ? 'all agree with the records' : `${differing} differences${mended}`}`
}

/** When everything was last read again before this time: in one go, or piece by piece between two dates. */
function beforeText({ since, at, whole }: Verified, language: Language): string {
  const between = since.slice(0, 10) === at.slice(0, 10) ? local(at) : `${local(since)} – ${local(at)}`
  if (language === 'zh') return `此前一次：${between}，${whole ? '全部相符' : '有不符'}`
  return `Before: ${between}, ${whole ? 'all whole' : 'damage found'}`
}

/** What a verification found: what was read, what differs, whether the index agrees. */
export function verifyText(report: VerifyReport, language: Language): string {
  const { sources, records, journalEntries, inspections, problems, index = null, before = null } = report
  const damaged = problems.filter(problem => problem.severity === 'error').length
  const notes = problems.length - damaged
  const zh = `${damaged === 0 ? '全部相符' : `不符 ${damaged} 处`}${notes > 0 ? `，提示 ${notes} 条` : ''}`
  const en = `${damaged === 0 ? 'all whole' : `${damaged} problems`}${notes > 0 ? `, ${notes} notes` : ''}`
  const head =
    language === 'zh'
      ? `原件 ${sources}，记录 ${records}，四性检测报告 ${inspections}，日志 ${journalEntries} 条，${zh}`
      : `${sources} sources, ${records} records, ${inspections} inspection reports, ${journalEntries} journal entries: ${en}`
  return [
    head,
    ...problems.map(problem => messageText(problem, language)),
    ...(index ? [indexText(index, language), ...index.problems.map(problem => messageText(problem, language))] : []),
    ...(before ? [beforeText(before, language)] : []),
  ].join('\n')
}

/** One line of the catalogue. */
export function rowText(row: CatalogueRow, language: Language): string {
  const findings =
    row.status === 'unread' ? '—' : String(row.errors + row.warnings + row.hints || (language === 'zh' ? '无' : 'none'))
  const counted = language === 'zh' ? `疑点 ${findings}` : `findings ${findings}`
  return [
    row.id,
    row.year ?? '—',
    row.name,
    statusWords[language][row.status].toLowerCase(),
    counted,
    row.fileName,
  ].join('\t')
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

/** A record as it stands, for a person to read; `path` is where its file lay, null where this computer does not know. */
export function recordText(
  row: CatalogueRow,
  path: string | null,
  report: Report,
  language: Language,
  context: CheckContext = {},
): string {
  const from = path === null ? [] : [`${language === 'zh' ? '原路径' : 'From'}\t${path}`]
  return [rowText(row, language), ...from, ...reportText(report, language, context)].join('\n')
}
