import { splitCellKey } from '../../form/index.ts'
import { rounded } from '../figures.ts'
import { makeFinding } from '../finding.ts'
import type { Finding } from '../model.ts'
import { agrees, type Claim } from './claims.ts'
import { passageIn } from './sentences.ts'

/** Figures in the prose against those of the tables. */

function findingOf(claim: Claim): Finding {
  const { sentence, start, end } = claim
  const [first] = claim.cells
  const printed = rounded(claim.said.value)
  return makeFinding(claim.rule, 'hint', `${sentence.section}/${claim.figure}/${printed}`, {
    table: (first && splitCellKey(first)?.table) ?? null,
    section: sentence.section,
    cells: claim.cells,
    printed,
    expected: claim.expected,
    passage: passageIn(sentence, start, end, claim.figure),
  })
}

/**
 * N1–N6: numbers in the prose of 一 and 六 that are not those of the tables. Only hints: the prose may count one office, the table the
 * whole district. A figure that the prose names rightly once is not doubted where it names it again for a part.
 */
export function checkProse(claims: readonly Claim[]): readonly Finding[] {
  const right = new Set(claims.filter(agrees).map(claim => claim.figure))
  const findings = claims.filter(claim => !agrees(claim) && !right.has(claim.figure)).map(findingOf)
  return [...new Map(findings.map(finding => [finding.id, finding])).values()].toSorted((a, b) =>
    a.rule.localeCompare(b.rule),
  )
}
