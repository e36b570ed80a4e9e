import { masked, type PersonalKind } from '../../checks/personal/numbers.ts'
import { sectionHeadings } from '../../form/index.ts'
import type { Language } from '../../messages/index.ts'
import type { FindingText, Told } from './told.ts'

/** Kinds of numbers that belong to a person. */
export const personalNames: Readonly<Record<PersonalKind, { readonly zh: string; readonly en: string }>> = {
  identity: { zh: '身份证号', en: 'identity number' },
  mobile: { zh: '手机号', en: 'mobile number' },
  card: { zh: '银行卡号', en: 'bank card' },
}

/** P1: a number of a person, its middle hidden. */
export function personalText({ finding, report }: Told, language: Language): FindingText {
  const { passage } = finding
  const kind = passage?.figure
  const name = personalNames[kind === 'identity' || kind === 'card' ? kind : 'mobile']
  const text = report.sections.find(section => section.key === passage?.section)?.text ?? ''
  const number = masked(text.slice(passage?.start ?? 0, passage?.end ?? 0))
  const heading = sectionHeadings[passage?.section ?? 'overview']
  return language === 'zh'
    ? {
        title: `正文有${name.zh} ${number}`,
        detail: `正文“${heading.label}”印有${name.zh} ${number}，公开前应遮盖个人信息。`,
        word: '隐私',
      }
    : {
        title: `The prose has a ${name.en}: ${number}`,
        detail: `In the prose of “${heading.english}” stands a ${name.en}, ${number}; personal data are to be hidden before publication.`,
        word: 'Privacy',
      }
}
