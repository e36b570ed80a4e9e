import type { Report } from '../../data/report.ts'
import { makeFinding } from '../finding.ts'
import type { Finding } from '../model.ts'
import { type ProseSentence, passageIn } from '../prose/sentences.ts'
import { yearOf } from '../titleYear.ts'

/** Sentences that tell of another year as if it were the report’s. */

const year = '(20\\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年'

/** A year so put that it can only be the report's own. */
const plainly: readonly RegExp[] = [
  new RegExp(`现将[^,，]{0,20}?${year}度?[^,，]{0,30}如下`),
  new RegExp(`${year}度?[^,，]{0,6}(?:未|没有|无)(?:收取|产生|发生|出现|收到)`),
  new RegExp(`截[至止]到?${year}(?:12月(?:31日|底|末)|底|末|年底)`),
]
/** A year with which a sentence, or what follows a colon, begins as if it were this one's. */
const beginning = [
  new RegExp(
    `(?:^(?:[一二三四五六七八九十]+是|□{3,4}|\\d{1,2}[.．、])?|[:：])${year}度?(?:[,，]|全[年县市区省镇乡]|[我本])`,
  ),
  new RegExp(
    `${year}度?[^,，、]{0,4}(?:共|累计|主动公开|收到|受理|办结|发布|组织)[^,，、]{0,16}\\d+(?:条|件|次|篇|个|场|期)`,
  ),
]

/** Titles of laws and documents, what stands in brackets and in quotation marks: years there belong to them. */
const named = /《[^》]*》|（[^）]*）|\([^)]*\)|〔[^〕]*〕|“[^”]*”/g
const thisYear = /今年|本年|年内(?!容)|本年度|当年/
const compared = /[较比](?!例|赛|如|照)|同比|同期|相比|去年|上年|对照|持平|环比/
const past = /启动|立项|试运行|被列为|入选|以来|建成|起草|修订|制定的|出台的|指出|结转|转结|后续/
const plan = /力争|将|计划|预计|确保|拟|目标|争取|下一步/

type Found = { readonly year: number; readonly start: number; readonly end: number }

function foundBy(patterns: readonly RegExp[], text: string, own: number): Found | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    const named = found && yearOf(found[1] ?? '')
    if (!found || !named || named === own) continue
    const start = found.index + found[0].indexOf(found[1] ?? '')
    return { year: named, start, end: found.index + found[0].replace(/[,，]$/, '').length }
  }
  return null
}

/** Whether a sentence, or the one after it, says itself that it looks back. */
function looksBack(text: string, own: number, next: string): boolean {
  return (
    text.includes(`${own}年`) ||
    thisYear.test(text) ||
    compared.test(text) ||
    past.test(text) ||
    /^(?:今年|本年)/.test(next) ||
    next.startsWith(`${own}年`)
  )
}

/**
 * N8: another year where the report's own is due, as it stays when last year's text is written over.
 * Source: article 50 of the Regulations: a report is of one year. A sentence that compares, looks back, plans, or names a law or document is
 * passed over. The period of the figures is F4's. `printed` is the year that is printed, `expected` the report's.
 */
export function otherYear(sentence: ProseSentence, report: Report, next: string): readonly Finding[] {
  const own = report.year
  if (own === null || !/20\d{2}年|二[〇○零]/.test(sentence.text)) return []
  const text = sentence.text.replace(named, words => '□'.repeat(words.length))
  if (text.includes('期限')) return []
  const strong = foundBy(plainly, text, own)
  const weak = foundBy(beginning, text, own)
  const found =
    strong &&
    (/^现将/.test(text.slice(text.indexOf('现将'))) ||
      (strong.year < own && !plan.test(text) && !text.includes(`${own}年`) && !thisYear.test(text)))
      ? strong
      : weak && weak.year === own - 1 && !looksBack(text, own, next)
        ? weak
        : null
  if (!found) return []
  const { section } = sentence
  return [
    makeFinding('N8', 'hint', `${section}/${found.year}`, {
      ...{ section, printed: found.year, expected: own },
      passage: passageIn(sentence, found.start, found.end, 'year'),
    }),
  ]
}
