import type { Report } from '../../data/report.ts'
import { splitCellKey } from '../../form/index.ts'
import { rounded } from '../figures.ts'
import { makeFinding } from '../finding.ts'
import type { Finding } from '../model.ts'
import { agrees, type Claim } from '../prose/claims.ts'
import { type ProseSentence, passageIn } from '../prose/sentences.ts'
import { isWhole, type Total, totalsIn } from './totals.ts'

/** One figure that is named with two values. */

/** Groups of results and documents are named as wholes without a word for it. */
const wholeByName: ReadonlySet<Claim['rule']> = new Set(['N2', 'N4'])

/** Figures of the tables that the prose names rightly in one place and otherwise in another: N1–N6 then say nothing. */
function disputed(claims: readonly Claim[]): readonly Finding[] {
  const right = new Set(claims.filter(agrees).map(claim => claim.figure))
  return claims
    .filter(claim => !agrees(claim) && right.has(claim.figure) && claim.rule !== 'N5')
    .filter(({ rule, sentence, end }) => isWhole(sentence, end, wholeByName.has(rule)))
    .map(({ figure, sentence, start, end, said, expected, cells: [first, ...rest] }) =>
      makeFinding('N9', 'hint', `${sentence.section}/${figure}/${rounded(said.value)}`, {
        ...{ section: sentence.section, printed: rounded(said.value), expected },
        ...(first ? { table: splitCellKey(first)?.table ?? null, cells: [first, ...rest] } : {}),
        passage: passageIn(sentence, start, end, figure),
      }),
    )
}

const differs = (one: Total, other: Total): boolean =>
  Math.abs(one.said.value - other.said.value) > one.said.slack + other.said.slack + 1e-9

/** Figures that no table has: what is said later against what is said first. */
function saidTwice(sentences: readonly ProseSentence[], report: Report): readonly Finding[] {
  const first = new Map<string, Total>()
  return sentences.flatMap(sentence =>
    totalsIn(sentence, report).flatMap(total => {
      const { key, start, end, said } = total
      const earlier = first.get(key)
      if (!earlier) first.set(key, total)
      if (!earlier || !differs(earlier, total)) return []
      const printed = rounded(said.value)
      return [
        makeFinding('N9', 'hint', `${sentence.section}/${key}/${printed}`, {
          ...{ section: sentence.section, printed, expected: rounded(earlier.said.value) },
          passage: passageIn(sentence, start, end, key),
        }),
      ]
    }),
  )
}

/**
 * N9: one figure named twice with two values.
 * Source: experience: totals are written over in one place and forgotten in the other. Only wholes are compared (全年, 全县, 共, 累计), of the
 * report's own year and body. `printed` is the one that is not the table's, or the later one; `expected` the other.
 */
export function twoValues(
  sentences: readonly ProseSentence[],
  report: Report,
  claims: readonly Claim[],
): readonly Finding[] {
  return [...disputed(claims), ...saidTwice(sentences, report)]
}
