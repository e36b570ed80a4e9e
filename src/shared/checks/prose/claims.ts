import type { Report } from '../../data/report.ts'
import type { CellKey } from '../../form/index.ts'
import { rounded } from '../figures.ts'
import type { CheckContext, RuleCode } from '../model.ts'
import { type FigureKey, figures, tableFigure } from './figures.ts'
import { type Figure, numberPattern, readFigure, unitPattern } from './numerals.ts'
import type { ProseSentence } from './sentences.ts'

/** What a sentence says of a figure, and what the tables say. `also` are other right answers (收到 may count what was carried over). */
export type Claim = {
  readonly rule: Extract<RuleCode, `N${string}`>
  readonly figure: FigureKey
  readonly sentence: ProseSentence
  /** Range in the sentence's text, from the words that name the figure to the end of the number. */
  readonly start: number
  readonly end: number
  readonly said: Figure
  readonly cells: readonly CellKey[]
  readonly expected: number
  readonly also: readonly number[]
}

/** Reads the claims of one kind out of a sentence. */
export type ClaimReader = (sentence: ProseSentence, report: Report, context: CheckContext) => readonly Claim[]

/** Characters of one clause: no comma, bracket, colon or digit. */
export const inClause = String.raw`[^,，、：:（）()\d]`

/** A pattern whose last group is a number with a unit. `…` stands for up to `most` characters of the clause. */
export function counted(before: string, most: number, units = unitPattern): RegExp {
  return new RegExp(`(?:${before})(${inClause}{0,${most}}?)${numberPattern}${units}`, 'g')
}

/** About, more than, at least: no number to compare. */
const about = /(?:约|近|逾|超过?|达到?近|不足|至少|余|多)$/

export type Match = {
  readonly start: number
  readonly end: number
  readonly gap: string
  readonly said: Figure
  /** Where the number itself begins. */
  readonly number: number
}

/** Matches of a `counted` pattern with exact numbers; `gap` holds the words between name and number. */
export function matchesOf({ text }: ProseSentence, pattern: RegExp): readonly Match[] {
  return [...text.matchAll(pattern)].flatMap(found => {
    const [whole, gap = '', number = ''] = [found[0], found.at(-2), found.at(-1)]
    const said = readFigure(number)
    if (!said || about.test(gap)) return []
    const at = found.index + whole.lastIndexOf(number)
    return [{ start: found.index, end: found.index + whole.length, gap, said, number: at }]
  })
}

/** The words of the clause before a place. */
export function clauseBefore({ text }: ProseSentence, at: number): string {
  return (
    text
      .slice(0, at)
      .split(/[,，、：:（）()]/)
      .at(-1) ?? ''
  )
}

/**
 * Words before a number by which it counts only a part of what the table counts, or another year. The body's own name may hold
 * such a word (“办公室”), so it is taken out first.
 */
const narrower =
  /办公室|办公厅|区府办|县府办|政府办|本级|机关本身|协助|指导|督促|转办|代办|镇街|乡镇|街道|部门|(?<![本我])单位|名义|系统内|较多的|分别/

/** All of them together are the whole body; 各乡镇 alone, or 各部门 alone, are a part of it. */
const everyone =
  /本级[、和及与]+各(?:镇街|乡镇|街道|镇|乡|部门|单位)(?:[、和及]?各?(?:部门|单位|街道|镇街|乡镇))*|各级[^,，]{0,8}?(?:部门|单位|机关)|各(?:镇街|乡镇|街道|镇|乡)(?:[、和及]?各?(?:部门|单位|街道|镇街|乡镇))+|各(?:部门|单位)(?:[、和及]?各?(?:部门|单位|街道|镇街|乡镇))+|各单位/g

function ownWords(words: string, report: Report): string {
  const name = report.organization ?? ''
  const without = name === '' ? words : words.replaceAll(name, '')
  const own = ['办公室', '办公厅', '街道', '政府办'].filter(word => name.includes(word))
  return own.reduce((rest, word) => rest.replaceAll(word, ''), without).replace(everyone, '')
}

/**
 * A year, another span of time, this year. “上年结转” and “较上年” do not turn a sentence to another year; 1月至6月 and 一季度 do, while
 * 1月至12月 is the year.
 */
const years =
  /(20\d{2})年|((?<![较比同与])(?:去年|上年|上一年)(?!度?(?:结转|转结|遗留))|往年|历年|近年|近[两二三四五几\d]+年|以来|[上下]半年|[一二三四前]{1,2}个?季度|(?<!\d)\d{1,2}月(?:\d{1,2}日)?(?:至|到|—+|-|~)(?!12月)\d{1,2}月|截[至止](?:20\d{2}年)?(?:[1-9]|1[01])月)|(今年|本年|全年|年内)/g

/** Whether the number at a place is of this report's year and whole body, as far as the sentence says. */
export function isOwn(sentence: ProseSentence, at: number, report: Report): boolean {
  const before = sentence.text.slice(0, at)
  if (narrower.test(ownWords(before, report))) return false
  const last = [...before.matchAll(years)].at(-1)
  if (!last) return true
  return last[2] === undefined && (last[1] === undefined || report.year === null || Number(last[1]) === report.year)
}

/** A claim about a figure of the tables; none where the tables have no number there. */
export function claimOf(
  rule: Claim['rule'],
  figure: FigureKey,
  sentence: ProseSentence,
  match: Pick<Match, 'start' | 'end' | 'said'>,
  report: Report,
  also: readonly FigureKey[] = [],
): readonly Claim[] {
  const found = tableFigure(report, figures[figure])
  if (!found) return []
  const { start, end, said } = match
  const others = also.flatMap(key => tableFigure(report, figures[key])?.value ?? [])
  const both = others.reduce((sum, value) => sum + value, found.value)
  return [
    {
      ...{ rule, figure, sentence, start, end, said },
      cells: found.cells,
      expected: found.value,
      also: others.length > 0 ? [rounded(both)] : [],
    },
  ]
}

/** Whether the number that was said is what the tables say, as exactly as it was said. */
export function agrees({ said, expected, also }: Claim): boolean {
  return [expected, ...also].some(value => Math.abs(said.value - value) <= said.slack + 1e-9)
}
