import type { Finding } from '../../checks/index.ts'
import { sectionHeadings } from '../../form/index.ts'
import type { Language } from '../../messages/index.ts'
import { type FindingText, tableNames } from './told.ts'

/** F1: a missing table or part. */
export function missingText({ finding }: { finding: Finding }, language: Language): FindingText {
  const zh = language === 'zh'
  if (finding.table) {
    const heading = sectionHeadings[finding.table]
    const name = tableNames[finding.table][language]
    return zh
      ? {
          title: `没有找到${name}`,
          detail: `${name}“${heading.label.slice(2)}”没有找到，可对着原件手工录入。`,
          word: '缺表',
        }
      : {
          title: `${name.replace('t', 'T')} was not found`,
          detail: `${name.replace('t', 'T')} (${heading.english.slice(3)}) was not found; it can be typed in from the source.`,
          word: 'Missing table',
        }
  }
  const heading = sectionHeadings[finding.section ?? 'other']
  return zh
    ? {
        title: `没有找到“${heading.label}”`,
        detail: `报告应有“${heading.label}”这一部分，原件里没有找到。`,
        word: '版式',
      }
    : {
        title: `“${heading.english}” was not found`,
        detail: `A report has a part “${heading.english}”; it was not found in the source.`,
        word: 'Form',
      }
}
