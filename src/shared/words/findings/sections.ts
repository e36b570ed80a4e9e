import { missingAspects } from '../../checks/sections/aspects.ts'
import { type HeadingFault, headingFaults } from '../../checks/sections/headings.ts'
import { missingHalf } from '../../checks/sections/problems.ts'
import { sectionHeadings } from '../../form/index.ts'
import type { Language } from '../../messages/index.ts'
import { type FindingText, figure, quotable, type Told } from './told.ts'

/** The words of findings about headings and what sections hold. */

const faultWords: Readonly<Record<HeadingFault, { readonly zh: string; readonly en: string }>> = {
  wording: { zh: '措辞', en: 'wording' },
  number: { zh: '序号', en: 'number' },
  order: { zh: '次序', en: 'place' },
}

const sectionOf = ({ finding, report }: Told) => report.sections.find(one => one.key === finding.section)

/** S3: a heading that is not the form's. */
export function headingText(item: Told, language: Language): FindingText {
  const section = sectionOf(item)
  const due = sectionHeadings[item.finding.section ?? 'overview']
  const faults = section ? headingFaults(section, item.report.sections) : []
  return language === 'zh'
    ? {
        title: `标题${faults.map(one => faultWords[one].zh).join('、')}与格式不同，应为“${due.label}”`,
        detail: `标题印作“${quotable(section?.heading ?? '')}”，格式规定为“${due.label}”，${faults.map(one => faultWords[one].zh).join('、')}不同。`,
        word: '版式',
      }
    : {
        title: `Heading “${due.english}”: ${faults.map(one => faultWords[one].en).join(', ')} not as in the form`,
        detail: `The heading of “${due.english}” differs from the form in its ${faults.map(one => faultWords[one].en).join(', ')}.`,
        word: 'Form',
      }
}

/** S4: what section 一 does not tell of. */
export function aspectText(item: Told, language: Language): FindingText {
  const missing = missingAspects(sectionOf(item)?.text ?? '')
  const [zh, en] = [missing.map(one => one.zh).join('、'), missing.map(one => one.en).join(', ')]
  return language === 'zh'
    ? {
        title: `总体情况没有找到${zh}`,
        detail: `“一、总体情况”应写主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面，没有找到${zh}。`,
        word: '内容',
      }
    : {
        title: `Not found in the overview: ${en}`,
        detail: `“1. Overview” tells of five things; not found: ${en}.`,
        word: 'Content',
      }
}

const halves = {
  problems: { zh: '存在的问题', en: 'problems' },
  improvements: { zh: '改进情况', en: 'improvements' },
  both: { zh: '存在的问题和改进情况', en: 'problems and improvements' },
} as const

/** S6: what section 五 lacks. */
export function problemsText(item: Told, language: Language): FindingText {
  const half = halves[missingHalf(sectionOf(item)?.text ?? '') ?? 'both']
  return language === 'zh'
    ? {
        title: `第五部分没有找到${half.zh}`,
        detail: `“五、存在的主要问题及改进情况”应写问题和改进两方面，没有找到${half.zh}。`,
        word: '内容',
      }
    : {
        title: `Not found in part 5: ${half.en}`,
        detail: `“5. Problems and improvements” names both; not found: ${half.en}.`,
        word: 'Content',
      }
}

/** S8: the fee is not spoken of, or more of it came in than was asked for. */
export function feeText({ finding }: Told, language: Language): FindingText {
  const { printed, expected } = finding
  if (printed === null)
    return language === 'zh'
      ? {
          title: '第六部分没有找到信息处理费',
          detail: '“六、其他需要报告的事项”应写信息处理费的收取情况（国办函〔2020〕109号），没有收取也应写明。',
          word: '内容',
        }
      : {
          title: 'Not found in part 6: the processing fee',
          detail:
            '“6. Other matters” tells of the fee for processing information, also where none was taken; it was not found.',
          word: 'Content',
        }
  return language === 'zh'
    ? {
        title: `信息处理费实收 ${figure(printed)} 元，应收 ${figure(expected)} 元`,
        detail: `第六部分写实收 ${figure(printed)} 元，多于应收的 ${figure(expected)} 元。`,
        word: '正文',
      }
    : {
        title: `Processing fee: ${figure(printed)} yuan taken, ${figure(expected)} asked for`,
        detail: `Part 6 says that ${figure(printed)} yuan were taken, more than the ${figure(expected)} that were asked for.`,
        word: 'Prose',
      }
}
