import { type ClaimReader, claimOf, inClause, isOwn } from './claims.ts'
import { readFigure } from './numerals.ts'

/** What the prose says of fees, as claims to be compared with table 二. */

const amount = new RegExp(
  String.raw`行政事业性收费(${inClause}{0,10}?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(亿元|万元|元)`,
  'g',
)
/** What was not taken is no income. */
const given = /(?:减免|减征|免征|免收|取消|降低|停征|清退|退还|退付)[^,，]{0,6}$/
const scales: Readonly<Record<string, number>> = { 亿元: 10_000, 万元: 1, 元: 0.0001 }

/**
 * N6: 行政事业性收费 as the prose names it, in 元, 万元 or 亿元, against table 二 (万元). 信息处理费 is another fee and not in the table.
 */
export const feeClaims: ClaimReader = (sentence, report) => {
  if (!sentence.text.includes('行政事业性收费')) return []
  return [...sentence.text.matchAll(amount)].flatMap(found => {
    const [whole, gap = '', number = '', unit = ''] = found
    const figure = readFigure(number)
    const scale = scales[unit]
    if (!figure || scale === undefined || /约|近|逾|超|项目|减免|目录|标准|减|免/.test(gap)) return []
    if (given.test(sentence.text.slice(0, found.index)) || !isOwn(sentence, found.index, report)) return []
    // As exact as printed: 82.05 亿元 stands for anything that rounds to it.
    const slack = (scale * 0.5) / 10 ** (number.split('.')[1]?.length ?? 0)
    const said = { value: figure.value * scale, slack }
    return claimOf('N6', 'fees', sentence, { start: found.index, end: found.index + whole.length, said }, report)
  })
}
