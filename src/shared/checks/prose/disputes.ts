import type { Report } from '../../data/report.ts'
import { type Claim, type ClaimReader, claimOf, counted, isOwn, matchesOf } from './claims.ts'
import type { FigureKey } from './figures.ts'
import type { ProseSentence } from './sentences.ts'

/** What the prose says of 行政复议 and 行政诉讼, as claims to be compared with table 四. */

/** Words by which a number counts only some of the cases. */
const some =
  /维持|纠正|撤|驳|审结|未|败|胜|和解|调解|后|答复|决定|建议|结果|一审|二审|再审|其中|涉及|涉|占|率|应诉负责|开庭/
const reviews = counted('(?<!未经)行政复议(?!(?:及|和|与|或者?|以及)(?:行政)?诉讼)', 10)
const lawsuits = counted('行政诉讼', 10)
const both = counted('行政复议(?:及|和|与|或|以及|、)(?:行政)?诉讼', 10)
const upheld = counted('结果维持', 2)
const corrected = counted('结果纠正', 2)
const joined = /(?:复议)(?:及|和|与|或|以及|、|或者)(?:行政)?$|复议后(?:提起)?$|直接(?:提起)?$/
const none =
  /(?:未(?!经)|没有|无)(?:发生|收到|产生|出现|引发|引起|被提起)?(?:一起|一例)?(?:因)?[^,，\d]{0,24}?((?:行政)?(?:复议|诉讼)[^,，\d]{0,12})/g

function totals(sentence: ProseSentence, report: Report): readonly Claim[] {
  const read = (pattern: RegExp, figure: FigureKey) =>
    matchesOf(sentence, pattern)
      .filter(({ gap, start }) => !some.test(gap) && !joined.test(sentence.text.slice(0, start)))
      .flatMap(match => claimOf('N3', figure, sentence, match, report))
  return [...read(reviews, 'review'), ...read(lawsuits, 'litigation'), ...read(both, 'proceedings')]
}

/** “结果纠正5件” where the sentence speaks of reviews only, or of lawsuits only. */
function outcomes(sentence: ProseSentence, report: Report): readonly Claim[] {
  const [review, lawsuit] = [/复议/.test(sentence.text), /诉讼/.test(sentence.text)]
  if (review === lawsuit) return []
  const read = (pattern: RegExp, figure: FigureKey) => {
    const matches = matchesOf(sentence, pattern)
    return matches.length === 1 ? matches.flatMap(match => claimOf('N3', figure, sentence, match, report)) : []
  }
  return [
    ...read(upheld, review ? 'reviewUpheld' : 'litigationUpheld'),
    ...read(corrected, review ? 'reviewCorrected' : 'litigationCorrected'),
  ]
}

/** “未发生因依申请公开而引发行政诉讼、行政复议的情况”. */
function nothing(sentence: ProseSentence, report: Report): readonly Claim[] {
  return [...sentence.text.matchAll(none)].flatMap(found => {
    const words = found[0]
    if (some.test(words.slice(1)) || /案件被|责任|不服|尚|效/.test(words)) return []
    const match = { start: found.index, end: found.index + words.length, said: { value: 0, slack: 0 } }
    return [
      ...(/复议/.test(words) ? claimOf('N3', 'review', sentence, match, report) : []),
      ...(/诉讼/.test(words) ? claimOf('N3', 'litigation', sentence, match, report) : []),
    ]
  })
}

/**
 * N3: reviews and lawsuits that the prose counts, or says there were none of, against table 四: 行政复议 总计, and the two 总计 of
 * 行政诉讼 together. Only sentences about 信息公开 are read.
 */
export const disputeClaims: ClaimReader = (sentence, report) => {
  if (!/公开/.test(sentence.text) || !/复议|诉讼/.test(sentence.text)) return []
  const claims = [...totals(sentence, report), ...outcomes(sentence, report), ...nothing(sentence, report)]
  return claims.filter(claim => isOwn(sentence, claim.start, report))
}
