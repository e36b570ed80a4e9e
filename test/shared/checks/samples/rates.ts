import { checkReport, type RuleCode } from '../../../../src/shared/checks/index.ts'
import type { Report } from '../../../../src/shared/data/report.ts'
import type { SectionKey } from '../../../../src/shared/form/index.ts'
import { rightSections } from '../../rightSections.ts'
import { sampleReport } from '../proseSamples.ts'
import type { Sample } from './model.ts'

/** The rules that are measured on samples of prose. */
const places: Partial<Readonly<Record<RuleCode, SectionKey>>> = { S4: 'overview', S6: 'problems', S8: 'other' }
export const measured = ['S4', 'S6', 'S8', 'N7', 'N8', 'N9', 'N10', 'P1'] as const satisfies readonly RuleCode[]

/** The report of the samples with right sections, one of which says what the sample says; alone where it is a whole section. */
export function reportOf({ section, text, whole }: Sample): Report {
  const base = sampleReport('')
  const sections = base.sections.map(one => {
    const right = rightSections[one.key]
    return { ...one, text: one.key !== section ? right : whole ? text : `${text}\n${right}` }
  })
  return { ...base, sections }
}

/** The measured rules that speak of a sample, each once. */
export function rulesOn(sample: Sample): readonly RuleCode[] {
  const rules = new Set(checkReport(reportOf(sample), { asked: new Set(measured) }).map(finding => finding.rule))
  return measured.filter(rule => rules.has(rule))
}

export type Rate = {
  readonly rule: RuleCode
  /** Samples that are right in the eyes of the rule, and how many it points at nevertheless. */
  readonly right: number
  readonly alarms: readonly Sample[]
  /** Samples in which there is something to find, and those that it misses. */
  readonly wrong: number
  readonly missed: readonly Sample[]
}

/** How often each rule is wrong: 2 % of what is right is the most for one that speaks without being asked. */
export function ratesOf(all: readonly Sample[]): readonly Rate[] {
  const found = all.map(sample => ({ sample, rules: new Set(rulesOn(sample)) }))
  return measured.map(rule => {
    // What is missing can only be asked of whole sections.
    const place = places[rule]
    const judged = found.filter(({ sample }) => !place || (sample.whole && sample.section === place))
    const wrong = judged.filter(({ sample }) => sample.due.includes(rule))
    const right = judged.filter(({ sample }) => !sample.due.includes(rule))
    return {
      rule,
      ...{ right: right.length, alarms: right.flatMap(({ sample, rules }) => (rules.has(rule) ? [sample] : [])) },
      ...{ wrong: wrong.length, missed: wrong.flatMap(({ sample, rules }) => (rules.has(rule) ? [] : [sample])) },
    }
  })
}
