import type { RuleCode } from '../../../../src/shared/checks/index.ts'
import type { SectionKey } from '../../../../src/shared/form/index.ts'

/**
 * A piece of prose in the manner of such reports, our own text, with the rules that a person would want to point at it. All are written
 * against the report of `proseSamples.ts`: 2023, 一 235, 二 12, （七） 240, 四 7.
 */
export type Sample = {
  readonly section: SectionKey
  readonly text: string
  readonly due: readonly RuleCode[]
  /** A whole section: only there can one ask whether something is missing. Others are put beside what is right. */
  readonly whole?: true
}

/** Samples of one section about which one rule, or none, has something to say. */
export function samples(section: SectionKey, due: readonly RuleCode[], ...texts: readonly string[]): readonly Sample[] {
  return texts.map(text => ({ section, text, due }))
}

/** Samples each of which is all that its section says. */
export function wholeSections(
  section: SectionKey,
  due: readonly RuleCode[],
  ...texts: readonly string[]
): readonly Sample[] {
  return texts.map(text => ({ section, text, due, whole: true }))
}
