import { figureName } from '../../checks/prose/figures.ts'
import { sectionHeadings } from '../../form/index.ts'
import type { Language } from '../../messages/index.ts'
import { type FindingText, figure, quoted, type Told, tableNames } from './told.ts'

/** The words of findings about the prose. */

function placeNames({ finding, table }: Told): { readonly zh: string; readonly en: string } {
  const columns = table === 'requests' ? { zh: '总计一列', en: 'the total column' } : { zh: '', en: 'its cells' }
  const several = finding.cells.length > 1
  return {
    zh: `${tableNames[table].zh}${columns.zh}${several ? ` ${finding.cells.length} 格` : ''}`,
    en: `${columns.en} of ${tableNames[table].en}${several ? ` (${finding.cells.length} cells)` : ''}`,
  }
}

/** N1–N6: a number in the prose beside the table's. The prose may count less than the table, so this only points at both. */
export function proseText(item: Told, language: Language): FindingText {
  const { finding } = item
  const name = figureName(finding.passage?.figure ?? '')
  const amount = language === 'zh' ? ' 万元' : ' (10,000 yuan)'
  const unit = finding.rule === 'N5' ? '%' : finding.rule === 'N6' ? amount : ''
  const [prose, table] = [`${figure(finding.printed)}${unit}`, `${figure(finding.expected)}${unit}`]
  const heading = sectionHeadings[finding.passage?.section ?? 'overview']
  const place = placeNames(item)
  if (language === 'zh')
    return {
      title: `${name.zh}，正文 ${prose}，表格 ${table}`,
      detail: `正文“${heading.label}”写“${quoted(item)}”，按${place.zh}，${name.zh}为 ${table}，正文或只计本级。`,
      word: '正文',
    }
  return {
    title: `${name.en}: ${prose} in the prose, ${table} in the table`,
    detail: `The prose of “${heading.english}” says ${prose} (${name.en}); ${place.en} gives ${table}. The prose may count one office only.`,
    word: 'Prose',
  }
}
