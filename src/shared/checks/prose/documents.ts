import { type Claim, type ClaimReader, claimOf, clauseBefore, counted, isOwn, matchesOf } from './claims.ts'
import type { FigureKey } from './figures.ts'

/** What the prose says of normative documents, as claims to be compared with table 二. */

const name = '(?:行政)?规范性文件'
const other = /公开|备案|审查|征求|解读|修改|修订|清理|失效|上报|报送|党|评估|起草|发布|录入|入库/

/** Ways of saying it: the verb before the documents, behind them, or alone in the next clause. */
const ways: readonly { readonly figure: FigureKey; readonly patterns: readonly RegExp[]; readonly not: RegExp }[] = [
  {
    figure: 'issued',
    patterns: [
      counted(`(?:制发|制定|新制定|新制发|出台|新增)(?:本年|的)?${name}`, 4),
      counted(`${name}(?:本年)?(?:新)?(?:制发|制定)`, 4),
    ],
    not: /现行|有效|废止/,
  },
  {
    figure: 'repealed',
    patterns: [counted(`废止(?:的)?${name}`, 4), counted(`${name}(?:本年)?废止`, 4), counted('(?<=[,，、])废止', 3)],
    not: /现行|有效|制发|拟/,
  },
  {
    figure: 'inForce',
    patterns: [
      counted(`(?:现行|继续|目前)有效的?${name}`, 4),
      counted(`${name}(?:现行|继续)有效`, 4),
      counted('(?<=[,，、])现行有效的?', 3),
    ],
    not: /废止|制发|截至20\d\d年[1-9]月/,
  },
]

/**
 * N4: normative documents issued, repealed and in force, as the prose counts them, against table 二 (行政规范性文件, 2021 edition).
 * “公开规范性文件12件” or “清理 …” is something else and is not compared.
 */
export const documentClaims: ClaimReader = (sentence, report) => {
  if (!/规范性文件/.test(sentence.text) || /规章/.test(sentence.text)) return []
  return ways.flatMap(({ figure, patterns, not }): readonly Claim[] => {
    const matches = patterns.flatMap(pattern => matchesOf(sentence, pattern))
    const numbers = new Set(matches.map(match => match.number))
    const [match] = matches
    if (!match || numbers.size > 1) return []
    const before = clauseBefore(sentence, match.start)
    const words = sentence.text.slice(match.start, match.end)
    if (not.test(before + words.replace(/现行有效|废止/, '')) || /失效|修改|修订|和$|及$/.test(before)) return []
    if (figure !== 'inForce' && other.test(before + match.gap)) return []
    return isOwn(sentence, match.start, report) ? claimOf('N4', figure, sentence, match, report) : []
  })
}
