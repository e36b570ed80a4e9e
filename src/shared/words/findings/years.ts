import type { Language } from '../../messages/index.ts'
import { type FindingText, figure, type Told, tableNames } from './told.ts'

/** The words of findings about other years' reports. */

type Facts = {
  readonly zh: { readonly title: string; readonly detail: string }
  readonly en: { readonly title: string; readonly detail: string }
  readonly word: { readonly zh: string; readonly en: string }
}

const between = { zh: '跨年', en: 'Years' }

function carriedFacts(item: Told): Facts {
  const { printed, expected, cells } = item.finding
  const [ours, theirs] = [figure(printed), figure(expected)]
  const column = { zh: item.column?.label ?? '', en: item.column?.english ?? '' }
  const forward = cells[0]?.includes('/carriedForward/') ?? false
  const year = (item.report.year ?? 0) + (forward ? 1 : -1)
  return forward
    ? {
        zh: {
          title: `四·${column.zh}，与 ${year} 年的上年结转不符`,
          detail: `表三四 一行${column.zh}一列印作 ${ours}，${year} 年报告的上年结转印作 ${theirs}。`,
        },
        en: {
          title: `Carried forward, ${column.en}: ${year} carries over another figure`,
          detail: `In table 3, “Carried forward to next year”, “${column.en}”, ${ours} is printed; the report of ${year} carries over ${theirs}.`,
        },
        word: between,
      }
    : {
        zh: {
          title: `二·${column.zh}，与 ${year} 年结转不符`,
          detail: `表三二 一行${column.zh}一列印作 ${ours}，${year} 年报告结转下年度 ${theirs}。`,
        },
        en: {
          title: `Carried over, ${column.en}: not what ${year} carried forward`,
          detail: `In table 3, “Carried over from last year”, “${column.en}”, ${ours} is printed; the report of ${year} carried forward ${theirs}.`,
        },
        word: between,
      }
}

function documentFacts(item: Told): Facts {
  const [ours, due] = [figure(item.finding.printed), figure(item.finding.expected)]
  const row = { zh: item.row?.label ?? '', en: item.row?.english ?? '' }
  const year = (item.report.year ?? 0) - 1
  if (item.finding.rule === 'Y3')
    return {
      zh: {
        title: `${row.zh}，制发多于有效加废止`,
        detail: `表二${row.zh} 一行，本年制发件数印作 ${ours}，现行有效加本年废止只有 ${due}。`,
      },
      en: {
        title: `${row.en}: more issued than in force and repealed`,
        detail: `In table 2, “${row.en}”, “Issued this year” is printed as ${ours}; in force and repealed together are only ${due}.`,
      },
      word: { zh: '合计', en: 'Sum' },
    }
  if (item.finding.rule === 'Y5')
    return {
      zh: {
        title: `${row.zh}，没有制发和废止，现行有效却变了`,
        detail: `表二${row.zh} 一行，本年制发和废止都没有，现行有效件数印作 ${ours}，${year} 年为 ${due}。`,
      },
      en: {
        title: `${row.en}: none issued or repealed, yet the number in force changed`,
        detail: `In table 2, “${row.en}”, none was issued or repealed, but “In force” is printed as ${ours}; in ${year} it was ${due}.`,
      },
      word: between,
    }
  return {
    zh: {
      title: `${row.zh}，现行有效与 ${year} 年接不上`,
      detail: `表二${row.zh} 一行，现行有效件数印作 ${ours}，${year} 年的现行有效加本年制发减本年废止为 ${due}。`,
    },
    en: {
      title: `${row.en}: in force does not follow from ${year}`,
      detail: `In table 2, “${row.en}”, “In force” is printed as ${ours}; that of ${year} plus issued minus repealed is ${due}.`,
    },
    word: between,
  }
}

function jumpFacts(item: Told): Facts {
  const { printed, expected } = item.finding
  const [ours, theirs] = [figure(printed), figure(expected)]
  const up = (printed ?? 0) > (expected ?? 0)
  const table = tableNames[item.table]
  const row = { zh: item.row?.short ?? '', en: item.row?.english ?? '' }
  const column = { zh: item.column?.label ?? '', en: item.column?.english ?? '' }
  const year = (item.report.year ?? 0) - 1
  return {
    zh: {
      title: `${row.zh}·${column.zh}，${up ? '超过上年五倍' : '不到上年五分之一'}`,
      detail: `${table.zh}${row.zh} 一行${column.zh}一列印作 ${ours}，${year} 年为 ${theirs}。`,
    },
    en: {
      title: `${row.en}: ${up ? 'more than five times' : 'less than a fifth of'} last year`,
      detail: `In ${table.en}, “${row.en}”, “${column.en}”, ${ours} is printed; in ${year} it was ${theirs}.`,
    },
    word: between,
  }
}

/** Y1–Y5: this year's figures against last year's, and documents against each other. */
export function yearsText(item: Told, language: Language): FindingText {
  const { rule } = item.finding
  const facts = rule === 'Y1' ? carriedFacts(item) : rule === 'Y4' ? jumpFacts(item) : documentFacts(item)
  return { ...facts[language], word: facts.word[language] }
}
