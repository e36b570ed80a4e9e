import { type ClaimReader, claimOf, clauseBefore, counted, isOwn, matchesOf } from './claims.ts'
import type { FigureKey } from './figures.ts'
import type { ProseSentence } from './sentences.ts'

/** What the prose says of how requests were answered, as claims to be compared with table 三. */

/** Names of the result groups, and words of their rows: where rows are counted by themselves, the group's name may mean the rest. */
const named: readonly { readonly name: string; readonly figure: FigureKey; readonly rows: RegExp | null }[] = [
  { name: '予以公开', figure: 'granted', rows: null },
  { name: '部分公开', figure: 'partiallyGranted', rows: null },
  { name: '不予公开', figure: 'denied', rows: /国家秘密|法规禁止|三安全|第三方|内部事务|过程性|执法案卷|查询事项/ },
  { name: '无法提供', figure: 'unavailable', rows: /不掌握|没有现成|不存在|未制作|补正/ },
  { name: '不予处理', figure: 'notProcessed', rows: /信访|举报|投诉|重复|出版物|反复|重新出具/ },
  { name: '其他处理', figure: 'other', rows: /逾期不补正|未补正|缴纳费用/ },
]
const groups = named.map(group => ({ ...group, pattern: counted(group.name, 10) }))

const joined = /(?:公开|提供|处理)(?:及|和|与|或|以及|、)(?:予以|依法)?$/
const unclear = /占|率|比|理由|其中|决定|告知|建议|提案|文件|公开|提供|处理/

/** Whether the rows of a group are counted one by one in other clauses of the sentence. */
function rowsCounted({ text }: ProseSentence, name: string, rows: RegExp): boolean {
  return text
    .split(/[,，、]/)
    .some(clause => !clause.includes(name) && rows.test(clause) && /\d+(?:件|宗|份|起)/.test(clause))
}

/**
 * N2: the groups of results (予以公开 … 其他处理) that the prose counts, against the totals of their rows in table 三. “予以公开及部分公开”
 * is the sum of two groups. A group named with one cause (“因重复申请不予处理1件”) is not compared.
 */
export const resultClaims: ClaimReader = (sentence, report) => {
  if (!/申请/.test(sentence.text)) return []
  return groups.flatMap(({ name, figure, rows, pattern }) => {
    if (!sentence.text.includes(name) || (rows && rowsCounted(sentence, name, rows))) return []
    const matches = matchesOf(sentence, pattern)
    const [match] = matches
    // Named twice in one sentence: nobody can say which is the whole.
    if (!match || matches.length > 1) return []
    const before = sentence.text.slice(0, match.start)
    const clause = clauseBefore(sentence, match.start)
    if (unclear.test(match.gap) || !isOwn(sentence, match.start, report)) return []
    if (/因|由于|属于/.test(clause) && !/等/.test(clause)) return []
    if (!joined.test(before)) return claimOf('N2', figure, sentence, match, report)
    return figure === 'partiallyGranted' && /予以公开(?:及|和|与|或|以及|、)(?:予以)?$/.test(before)
      ? claimOf('N2', 'disclosed', sentence, match, report)
      : []
  })
}
