import type { Report } from '../../data/report.ts'
import { rounded } from '../figures.ts'
import { makeFinding } from '../finding.ts'
import type { Finding } from '../model.ts'
import { readFigure } from '../prose/numerals.ts'
import { type ProseSentence, passageIn, sentencesOf } from '../prose/sentences.ts'

/** What section 六 says of the fee for processing information. */

const spoken = /处理费|收费通知|收取[^。；]{0,14}费|(?:未|没有|无|零)[^。；，]{0,8}收费/
const money = String.raw`((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(万元|元)`
const due = new RegExp(
  String.raw`(?:应收|通知[^。,，]{0,10}?(?:总)?金额|(?<!收取|收|缴)总金额)[^\d。,，]{0,12}${money}`,
)
const paid = new RegExp(String.raw`(?:实收|实际收取|实际收缴|实际缴纳|实缴)[^\d。,，]{0,14}${money}`)

type Amount = { readonly value: number; readonly start: number; readonly end: number }

function amountIn({ text }: ProseSentence, pattern: RegExp): Amount | null {
  const found = pattern.exec(text)
  const figure = found && readFigure(found[1] ?? '')
  if (!found || !figure) return null
  const value = rounded(figure.value * (found[2] === '万元' ? 10_000 : 1))
  return { value, start: found.index, end: found.index + found[0].length }
}

/** More was taken than was asked for, in one sentence. */
function tooMuch(sentence: ProseSentence): readonly Finding[] {
  const [asked, taken] = [amountIn(sentence, due), amountIn(sentence, paid)]
  if (!asked || !taken || taken.value <= asked.value) return []
  return [
    makeFinding('S8', 'warning', 'other/amounts', {
      ...{ section: 'other', printed: taken.value, expected: asked.value },
      passage: passageIn(sentence, taken.start, taken.end, 'processingFee'),
    }),
  ]
}

/**
 * S8: section 六 speaks of the fee for processing information, and no more of it was taken than was asked for.
 * Source: 政府信息公开信息处理费管理办法 (国办函〔2020〕109号), in force from 2021 on, and 国办公开办函〔2021〕30号. Formula: 实收 ≤ 应收.
 */
export function checkFee(report: Report): readonly Finding[] {
  const { year } = report
  const section = report.sections.find(one => one.key === 'other')
  if (report.form === 'other' || year === null || year < 2021 || !section) return []
  if (!spoken.test(section.text.replace(/\s+/g, '')))
    return [makeFinding('S8', 'warning', 'other', { section: 'other' })]
  return sentencesOf(section).flatMap(tooMuch).slice(0, 1)
}
