import type { Report } from '../../data/report.ts'
import type { CellKey } from '../../form/index.ts'
import { numberAt } from '../figures.ts'
import { makeFinding } from '../finding.ts'
import type { Finding } from '../model.ts'
import { isOwn } from '../prose/claims.ts'
import { type ProseSentence, passageIn } from '../prose/sentences.ts'

/** Prose that calls all requests done, against table 三. */

const forward: CellKey = 'requests/carriedForward/total'

const done =
  /(?:全部|均|都|悉数)(?:已经?|得以)?(?:(?:按|依|及)[^,，]{0,6}|在[^,，]{0,14}[内中前])?(?:已经?)?(?:办结|办理完毕|办理完结|处理完毕|办理结束)/
const nothing =
  /(?:没有|无|未)(?:一件?|出现|发生)?(?:需要?)?(?:结转|转结|转入|顺延)(?:(?:至|到|入)?(?:下|次|明|20\d\d)[^,，]{0,4})?(?:年|办理)?|(?:没有|无)结转/

/** Things that are no requests, or only some of them. */
const others =
  /复议|诉讼|举报|投诉|信访|补正|书面|网络|网上|网站|当面|现场|信函|邮|传真|建议|提案|留言|咨询|热线|工单|其中|予以公开|问题|任务/
/** What is wanted, or still to come. */
const wanted = /力争|确保|争取|要求(?:各|对|所)|做到|除[^,，]{0,20}外|到期的|尚有|尚未|正在|仍有|未办结/
const someForward =
  /(?<!年度?)(?:结转|转入|顺延)[^,，]{0,12}[1-9]\d*件|[1-9]\d*件[^,，]{0,10}(?:结转|转入|顺延)(?:至|到|入)?(?:下|次|明)/
const lastYears = /(?:上年|去年|上一年|20\d{2}年)度?(?:结转|转结|遗留)/
/** One office among others: 县自然资源局收到 … */
const oneOffice = /(?<![我本全各])(?:局|委|镇|乡|中心)(?:共|全年)?(?:新收|收到|受理|接收|接到)/
const newOnes = /新收|收到|受理|接收|接到/

function statement(sentence: ProseSentence, report: Report): { readonly start: number; readonly end: number } | null {
  const { text } = sentence
  if (!/申请/.test(text)) return null
  const found = nothing.exec(text) ?? done.exec(text)
  if (!found) return null
  const before = text.slice(0, found.index)
  if (others.test(before) || wanted.test(text) || someForward.test(text)) return null
  if (lastYears.test(before) && !newOnes.test(before)) return null
  if (oneOffice.test(report.organization ? before.replaceAll(report.organization, '') : before)) return null
  if (!isOwn(sentence, found.index, report)) return null
  return { start: found.index, end: found.index + found[0].length }
}

/**
 * N7: “全部办结” or “无结转” beside a table 三 that carries some forward.
 * Source: row 四 of table 三 (结转下年度继续办理). Formula: where the prose says that all is done, 四 总计 = 0. 按期答复 is not 办结 and says nothing.
 */
export function allDone(sentence: ProseSentence, report: Report): readonly Finding[] {
  const expected = numberAt(report, forward)
  if (expected === null || expected <= 0) return []
  const found = statement(sentence, report)
  if (!found) return []
  const { section } = sentence
  return [
    makeFinding('N7', 'hint', section, {
      ...{ table: 'requests', section, cells: [forward], printed: 0, expected },
      passage: passageIn(sentence, found.start, found.end, 'carriedForward'),
    }),
  ]
}
