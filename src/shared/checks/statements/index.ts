import type { Report } from '../../data/report.ts'
import type { SectionKey } from '../../form/index.ts'
import type { Finding } from '../model.ts'
import type { Claim } from '../prose/claims.ts'
import { type ProseSentence, sentencesOf } from '../prose/sentences.ts'
import { allDone } from './allDone.ts'
import { listSums } from './listSums.ts'
import { countedIn } from './lists.ts'
import { otherYear } from './otherYear.ts'
import { twoValues } from './twoValues.ts'

/** What the prose says that cannot be. */

/** Where requests are spoken of as in table 三. */
const telling = new Set<SectionKey>(['overview', 'requests', 'other'])

/** A sentence that begins with 其中 goes on with the one before, where that has one number and so can have only one total. */
function joined(sentences: readonly ProseSentence[]): readonly ProseSentence[] {
  return sentences.flatMap((sentence, at): readonly ProseSentence[] => {
    if (sentence.text.startsWith('其中')) return []
    const next = sentences[at + 1]
    const goesOn = next?.section === sentence.section && next.text.startsWith('其中')
    if (!goesOn || countedIn(sentence.text).length !== 1) return [sentence]
    return [{ ...sentence, text: sentence.text + next.text, places: [...sentence.places, ...next.places] }]
  })
}

/**
 * N7–N10: what the prose says that cannot be, by the tables, by its own year, or by its own numbers. Hints like N1–N6: `claims` are what
 * those have read in it. Each place of a rule is named once.
 */
export function checkStatements(report: Report, claims: readonly Claim[]): readonly Finding[] {
  const sentences = report.sections.flatMap(section => sentencesOf(section))
  const findings = [
    ...sentences.filter(({ section }) => telling.has(section)).flatMap(sentence => allDone(sentence, report)),
    ...sentences.flatMap((sentence, at) => otherYear(sentence, report, sentences[at + 1]?.text ?? '')),
    ...twoValues(sentences, report, claims),
    ...joined(sentences).flatMap(listSums),
  ]
  return [...new Map(findings.toReversed().map(finding => [finding.id, finding])).values()].toReversed()
}
