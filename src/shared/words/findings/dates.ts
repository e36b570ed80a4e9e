import { dueDate } from '../../checks/dates/late.ts'
import { periodEnd } from '../../checks/dates/publication.ts'
import type { Language } from '../../messages/index.ts'
import type { FindingText, Told } from './told.ts'

/** T1: published after the day that article 49 of the Regulations sets. */
export function lateText({ report }: Told, language: Language): FindingText {
  const [published, due] = [report.publishedOn ?? '', dueDate(report) ?? '']
  const department = report.kind === 'department'
  return language === 'zh'
    ? {
        title: `${published} 公布，晚于 ${due}`,
        detail: `发布日期为 ${published}，《条例》第四十九条要求${department ? '政府部门在 1 月 31 日前' : '县级以上政府在 3 月 31 日前'}公布上一年度报告，应不晚于 ${due}。`,
        word: '日期',
      }
    : {
        title: `Published on ${published}, due by ${due}`,
        detail: `The date of publication is ${published}; by article 49 of the Regulations ${department ? 'departments publish by 31 January' : 'governments publish by 31 March'} of the next year, here ${due}.`,
        word: 'Date',
      }
}

/** T2: dated before the end of the time it is of. */
export function earlyText({ report }: Told, language: Language): FindingText {
  const [published, end] = [report.publishedOn ?? '', periodEnd(report) ?? '']
  return language === 'zh'
    ? {
        title: `${published} 公布，统计期限 ${end} 才结束`,
        detail: `发布日期为 ${published}，报告的统计期限到 ${end} 为止，全年数据此时还不齐。`,
        word: '日期',
      }
    : {
        title: `Published on ${published}, before the period ends on ${end}`,
        detail: `The date of publication is ${published}, but the figures are of a period that ends on ${end}.`,
        word: 'Date',
      }
}
