import { figureName } from '../../checks/prose/figures.ts'
import { totalName } from '../../checks/statements/totals.ts'
import { sectionHeadings } from '../../form/index.ts'
import type { Language } from '../../messages/index.ts'
import { type FindingText, figure, quoted, type Told } from './told.ts'

/** The words of findings about what the prose says. */

type Texts = Readonly<Record<Language, Omit<FindingText, 'word'>>>
const headingOf = ({ finding }: Told) => sectionHeadings[finding.section ?? 'overview']

/** N7: all done, says the prose. */
function allDoneTexts(item: Told): Texts {
  const forward = figure(item.finding.expected)
  const heading = headingOf(item)
  return {
    zh: {
      title: `正文写已全部办结，表三结转下年度 ${forward}`,
      detail: `正文“${heading.label}”写“${quoted(item)}”，表三四 一行结转下年度继续办理，总计为 ${forward}。`,
    },
    en: {
      title: `The prose says all is done, ${forward} are carried forward`,
      detail: `The prose of “${heading.english}” says that nothing is left; “Carried forward to next year” in table 3 is ${forward} in total.`,
    },
  }
}

/** N8: a year of another report. Years wear no thousands mark. */
function yearTexts(item: Told): Texts {
  const { printed, expected } = item.finding
  const heading = headingOf(item)
  return {
    zh: {
      title: `正文写 ${printed} 年，报告属 ${expected} 年`,
      detail: `正文“${heading.label}”写“${quoted(item)}”，报告是 ${expected} 年的，或是沿用了别年的文字。`,
    },
    en: {
      title: `The prose says ${printed}, the report is of ${expected}`,
      detail: `The prose of “${heading.english}” speaks of ${printed} as of its own year; it may be left over from another report.`,
    },
  }
}

/** N9: one figure, two values. */
function twoValuesTexts(item: Told): Texts {
  const { printed, expected, passage } = item.finding
  const name = totalName(passage?.figure ?? '') ?? figureName(passage?.figure ?? '')
  const [one, other] = [figure(printed), figure(expected)]
  const heading = headingOf(item)
  return {
    zh: {
      title: `${name.zh}，正文一处 ${other}，一处 ${one}`,
      detail: `正文“${heading.label}”写“${quoted(item)}”，另一处写 ${other}，同一数字前后不同。`,
    },
    en: {
      title: `${name.en}: ${other} in one place, ${one} in another`,
      detail: `The prose of “${heading.english}” says ${one} (${name.en}), and ${other} in another place.`,
    },
  }
}

/** N10: the parts of a list and its total. */
function listTexts(item: Told): Texts {
  const { printed, expected } = item.finding
  const [total, sum] = [figure(printed), figure(expected)]
  const heading = headingOf(item)
  return {
    zh: {
      title: `正文分项之和 ${sum}，总数写 ${total}`,
      detail: `正文“${heading.label}”写“${quoted(item)}”，分项相加为 ${sum}，总数写作 ${total}。`,
    },
    en: {
      title: `Parts add up to ${sum}, the total says ${total}`,
      detail: `In a sentence of “${heading.english}” the parts add up to ${sum}, the total is given as ${total}.`,
    },
  }
}

/** N7–N10: what the prose says that cannot be. */
export function statementText(item: Told, rule: 'N7' | 'N8' | 'N9' | 'N10', language: Language): FindingText {
  const texts = { N7: allDoneTexts, N8: yearTexts, N9: twoValuesTexts, N10: listTexts }[rule](item)
  return { ...texts[language], word: language === 'zh' ? '正文' : 'Prose' }
}
