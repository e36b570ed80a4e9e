import type { Report } from '../../data/report.ts'
import { type Claim, type ClaimReader, claimOf, clauseBefore, counted, inClause, isOwn, matchesOf } from './claims.ts'
import { numberPattern, unitPattern } from './numerals.ts'
import type { ProseSentence } from './sentences.ts'

/** What the prose says of requests, as claims to be compared with table 三. */

const aboutRequests = /申请|依申请公开/
/** “政府信息公开申请量为235件”. */
const amount = counted('信息公开申请(?:总)?(?:数量|量|件?数)', 8)
const received = counted('收到|收悉|新收|新增|受理|接收|接到|接受', 34)
/** Requests of one channel or one kind of applicant, or things that are no requests at all. */
const otherThings =
  /复议|诉讼|举报|投诉|信访|补正|撤|书面|网络|网上|网站|在线|当面|现场|信函|邮|传真|自然人|个人|法人|企业|科研|公益|律师|法律|上年|去年|结转|转办|不予|延期|建议|提案|留言|咨询|热线|工单|其中|平台/
const settled = counted('办结|办理完结|办理完毕|答复|回复|办复|处理完毕', 18)
const notAllSettled =
  /按期|按时|及时|限期|延期|逾期|超期|书面|口头|当面|电话|当场|网上|其中|其余|予以|部分|依法|主动|协助|率|用时|时限|平均|模板|范本|文书/

function newRequests(sentence: ProseSentence, report: Report): readonly Claim[] {
  if (!/公开|依申请/.test(sentence.text)) return []
  const withCarried = /上年|去年|上一年|结转|转结/.test(sentence.text) ? (['carriedOver'] as const) : []
  const amounts = matchesOf(sentence, amount).filter(({ gap }) => !/增|减|降|升|办结|答复/.test(gap))
  const named = [
    ...matchesOf(sentence, received).filter(({ gap }) => aboutRequests.test(gap) && !otherThings.test(gap)),
    ...amounts.filter(({ gap }) => !otherThings.test(gap)),
  ]
    .filter(({ start }) => !otherThings.test(clauseBefore(sentence, start)))
    .flatMap(match => claimOf('N1', 'newRequests', sentence, match, report, withCarried))
  const none = /(?:未|没有|无)(?:收到|接到|受理)[^,，\d]{0,14}?申请(?!行政|复议|执行)/.exec(sentence.text)
  if (!none || otherThings.test(none[0])) return named
  const match = { start: none.index, end: none.index + none[0].length, said: { value: 0, slack: 0 } }
  return [...named, ...claimOf('N1', 'newRequests', sentence, match, report)]
}

function concluded(sentence: ProseSentence, report: Report): readonly Claim[] {
  if (!/公开|依申请/.test(sentence.text)) return []
  return matchesOf(sentence, settled)
    .filter(({ gap, start }) => {
      const words = clauseBefore(sentence, start) + gap
      if (notAllSettled.test(words) || otherThings.test(words)) return false
      return aboutRequests.test(sentence.text.slice(0, start) + gap)
    })
    .flatMap(match => claimOf('N1', 'concluded', sentence, match, report))
}

type YearPatterns = { readonly over: RegExp; readonly forward: RegExp; readonly turned: RegExp }
const made = new Map<number | null, YearPatterns>()

/** The words by which a report of this year names the years beside it. */
function patternsOf(year: number | null): YearPatterns {
  const known = made.get(year)
  if (known) return known
  const last = `上年度?|去年|上一年度?${year === null ? '' : `|${year - 1}年度?`}`
  const next = `下年|下一年|下个?年度|次年|明年${year === null ? '' : `|${year + 1}年`}`
  const forward = `(?:结转|转结|转入|延续|顺延)(?:至|到|于|入)?(?:${next})`
  const patterns = {
    over: counted(`(?:${last})(?:结转|转结|遗留)|(?:结转|转结)(?:的)?(?:${last})`, 12),
    forward: counted(forward, 12),
    turned: new RegExp(`()${numberPattern}${unitPattern}${inClause}{0,10}?${forward}`, 'g'),
  }
  made.set(year, patterns)
  return patterns
}

/** “上年结转4件”, “2022年结转的申请4件”. */
function carriedOver(sentence: ProseSentence, report: Report): readonly Claim[] {
  return matchesOf(sentence, patternsOf(report.year).over)
    .filter(({ gap }) => !/办结|答复|下年|下一年|增|减|结转/.test(gap))
    .flatMap(match => claimOf('N1', 'carriedOver', sentence, match, report))
}

/** “结转至下年度2件”, “剩余1件结转下年度继续办理”. */
function carriedForward(sentence: ProseSentence, report: Report): readonly Claim[] {
  const { forward, turned } = patternsOf(report.year)
  const after = matchesOf(sentence, forward)
  const ahead = matchesOf(sentence, turned)
    .filter(match => !after.some(other => other.start < match.end && other.end > match.end))
    .filter(match => !/办结|答复|收到|受理|回复/.test(clauseBefore(sentence, match.start)))
  return [...after, ...ahead].flatMap(match => claimOf('N1', 'carriedForward', sentence, match, report))
}

/**
 * N1: requests received, concluded, carried over and carried forward, as the prose of 一 and 六 names them, against the totals
 * of table 三 (一, （七）, 二, 四). 收到 may count what was carried over where the sentence speaks of it.
 */
export const applicationClaims: ClaimReader = (sentence, report) =>
  aboutRequests.test(sentence.text)
    ? [
        ...newRequests(sentence, report),
        ...concluded(sentence, report),
        ...carriedOver(sentence, report),
        ...carriedForward(sentence, report),
      ].filter(claim => isOwn(claim.sentence, claim.start, report))
    : []
