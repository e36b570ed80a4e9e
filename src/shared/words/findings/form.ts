import type { Language } from '../../messages/index.ts'
import { cellsOf, type FindingText, figure, type Told, tableNames } from './told.ts'

/** F4: the title's year is not that of the figures. */
export function titleYearText({ finding }: Told, language: Language): FindingText {
  const { printed, expected } = finding
  return language === 'zh'
    ? {
        title: `题名写 ${printed} 年，数据属 ${expected} 年`,
        detail: `报告题名写作 ${printed} 年，数据的统计期限为 ${expected} 年。`,
        word: '版式',
      }
    : {
        title: `The title says ${printed}, the figures are of ${expected}`,
        detail: `The title names the year ${printed}; the report gives ${expected} as the period of its figures.`,
        word: 'Form',
      }
}

/** F5: 规章 where the body may make none. */
export function regulationText(item: Told, language: Language): FindingText {
  const printed = figure(item.finding.printed)
  const names = cellsOf(item).map(({ column }) => (language === 'zh' ? column?.label : column?.english) ?? '')
  return language === 'zh'
    ? {
        title: `规章应为 0，印作 ${printed}`,
        detail: `表二规章 一行，${names.join('、')}不为 0，首处印作 ${printed}，镇街和县级部门无权制定规章，应为 0。`,
        word: '数字',
      }
    : {
        title: `Regulations: ${printed} printed, 0 is due`,
        detail: `In table 2, “Regulations”, ${names.join(', ')}: ${printed} is printed first; a town, a street or a county department has no power to make regulations, so 0 is due.`,
        word: 'Number',
      }
}

/** F6: a table of the old form. */
export function outdatedText({ report, table }: Told, language: Language): FindingText {
  const name = tableNames[table][language]
  const year = report.year ?? ''
  return language === 'zh'
    ? {
        title: `${name}用的是 2019 版表样`,
        detail: `${year} 年的报告应用 2021 版表样，${name}用的是 2019 版，行列不同，不能与新版逐格比较。`,
        word: '版式',
      }
    : {
        title: `${name.replace('t', 'T')} is the 2019 form`,
        detail: `A report of ${year} uses the 2021 form; ${name} is of the 2019 edition, whose rows and columns differ.`,
        word: 'Form',
      }
}
