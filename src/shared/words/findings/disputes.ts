import type { Language } from '../../messages/index.ts'
import { type FindingText, figure, type Told } from './told.ts'

/** L1: more suits after a review than reviews in two years. */
export function lawsuitText({ finding }: Told, language: Language): FindingText {
  const [printed, most] = [figure(finding.printed), figure(finding.expected)]
  return language === 'zh'
    ? {
        title: `复议后起诉 ${printed}，两年的行政复议只有 ${most}`,
        detail: `表四复议后起诉总计印作 ${printed}，本年与上年的行政复议总计合起来只有 ${most}。`,
        word: '跨年',
      }
    : {
        title: `${printed} lawsuits after review, only ${most} reviews in two years`,
        detail: `In table 4, “Litigation after review” is printed as ${printed} in total; the reviews of this and of last year are only ${most}.`,
        word: 'Years',
      }
}

/** L2: disputes about requests that nobody made. */
export function disputeText({ finding }: Told, language: Language): FindingText {
  const printed = figure(finding.printed)
  return language === 'zh'
    ? {
        title: `两年没有申请，表四却有 ${printed}`,
        detail: `表四行政复议、行政诉讼共 ${printed}，而表三本年和上年都没有新收和结转的申请。`,
        word: '跨年',
      }
    : {
        title: `${printed} in table 4, no requests in two years`,
        detail: `Table 4 counts ${printed} reviews and lawsuits, but table 3 has no requests, new or carried over, in this year and the last.`,
        word: 'Years',
      }
}
