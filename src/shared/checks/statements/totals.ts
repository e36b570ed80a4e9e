import type { Report } from '../../data/report.ts'
import { counted, isOwn, matchesOf } from '../prose/claims.ts'
import type { Figure } from '../prose/numerals.ts'
import type { ProseSentence } from '../prose/sentences.ts'

/** Figures of the year that no table has. */

/** Figures of the year that no table has, but that reports name in more than one place. */
const totals = {
  disclosed: { zh: '主动公开信息', en: 'items disclosed' },
  newMedia: { zh: '政务新媒体', en: 'new-media accounts' },
  interpretations: { zh: '政策解读', en: 'interpretations' },
} as const
type TotalKey = keyof typeof totals

/** Names of such a figure for people; null for one that is none. */
export function totalName(key: string): { readonly zh: string; readonly en: string } | null {
  return Object.entries(totals).find(([name]) => name === key)?.[1] ?? null
}

const patterns: Readonly<Record<TotalKey, RegExp>> = {
  disclosed: counted('(?:主动)?公开(?:各类)?(?:政府|政务)?信息(?:总数)?(?:共计?|总计|累计)?', 2),
  newMedia: counted('(?:有|运营)政务新媒体(?:账号)?(?:共)?', 2),
  interpretations: counted(
    '(?:共|累计)(?:发布|制作|编发)(?:各类)?政策解读(?:材料|信息|文章)?',
    2,
    '(?:篇|条|件|份|个|次)(?!以上|左右|余)',
  ),
}

/** Words of a whole: without them a number may be that of a part. */
const whole = /全[年县市区省镇乡局系]|共|累计|总计|合计|综上/
/** Words of a part, or of another day. */
const part = /通过|年初|年末|原有|清理前|上半年|下半年|涉及|约|网站|新媒体主动|公众号/

export type Total = {
  readonly key: TotalKey
  readonly sentence: ProseSentence
  readonly start: number
  readonly end: number
  readonly said: Figure
}

/**
 * Whether the words before a place make a number there that of the whole: those of its clause, and 其中 wherever it stands. `named`: what is
 * counted is a whole by its name, so that no word has to say so.
 */
export function isWhole({ text }: ProseSentence, place: number, named = false): boolean {
  const before = text.slice(0, place)
  const clause = before.split(/[,，：:；（(]/).at(-1) ?? ''
  return !before.includes('其中') && !part.test(clause) && (named || whole.test(clause))
}

/** The wholes that a sentence counts. */
export function totalsIn(sentence: ProseSentence, report: Report): readonly Total[] {
  return (Object.keys(patterns) as readonly TotalKey[]).flatMap(key =>
    matchesOf(sentence, patterns[key])
      .filter(({ start, number }) => isWhole(sentence, number) && isOwn(sentence, start, report))
      .map(({ start, end, said }) => ({ key, sentence, start, end, said })),
  )
}
