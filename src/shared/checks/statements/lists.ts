import type { ProseSentence } from '../prose/sentences.ts'

/** A total and the parts that are said to be its own, in one sentence. */
export type List = {
  readonly total: Counted
  readonly parts: readonly Counted[]
  /** Other numbers of the same kind that may be the total as well: “收到235件，办结240件，其中 …”. */
  readonly also: readonly number[]
  /** The parts are said to be all of it: 共计, 分别为, a last part 其他. */
  readonly whole: boolean
}

/** A number with its unit and the words between it and the number before. */
export type Counted = {
  readonly value: number
  readonly unit: string
  readonly words: string
  readonly start: number
  readonly end: number
}

const counted =
  /((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(人次|件次|条|件|宗|起|份|例|个|次|篇|处|场|家|期|项|台|名|人)(?!以上|左右|余|多)/g
const inexact = /(?:约|近|逾|超过?|不足|至少|每|第|平均)$/
/** What is divided in another way than the parts before, or is no part at all. */
const another = /涉及|关于|属于|反映|延期|补正|撤|平均|最多|最少|覆盖|参加|均|办结|答复|被.{0,6}(?:转|采)/
/** How much more or less than another time. */
const change = /增|减|升|降|同比|环比|[较比]/
const rest = /其他|其它|其余|剩余|余下|另有|另外/

/** The numbers with a unit in a part of a text that are exact. */
export function countedIn(text: string, from = 0, to = text.length): readonly Counted[] {
  const part = text.slice(from, to)
  let last = 0
  return [...part.matchAll(counted)].flatMap(found => {
    const words = part.slice(last, found.index)
    last = found.index + found[0].length
    const value = Number((found[1] ?? '').replaceAll(',', ''))
    const [start, end] = [from + found.index, from + last]
    return inexact.test(words) || /\d[.,]?$/.test(words) ? [] : [{ value, unit: found[2] ?? '', words, start, end }]
  })
}

/** The numbers that go on being parts of `unit`: up to one that divides it in another way. */
function partsOf(numbers: readonly Counted[], unit: string): readonly Counted[] {
  const end = numbers.findIndex(one => another.test(one.words))
  return (end < 0 ? numbers : numbers.slice(0, end)).filter(one => one.unit === unit && !change.test(one.words))
}

/** Brackets hold details; their numbers are not of the list around them. Same length, so that places stay true. */
const brackets = /（[^）]*）|\([^)]*\)|《[^》]*》/g
const without = (text: string) => text.replace(brackets, words => '□'.repeat(words.length))

/** “共3821条，其中 …”. */
function among(text: string): readonly List[] {
  const places = [...text.matchAll(/其中/g)].map(found => found.index)
  return places.flatMap((place, at) => {
    const before = countedIn(text, 0, place)
    const first = countedIn(text, place + 2, places[at + 1])
    const unit = first[0]?.unit ?? ''
    const same = before.filter(one => one.unit === unit && !change.test(one.words))
    const total = same.at(-1)
    const parts = partsOf(first, unit)
    if (!total || parts.length < 2) return []
    const also = [...same.map(one => one.value), same.reduce((sum, one) => sum + one.value, 0)]
    return [{ total, parts, also, whole: rest.test(parts.at(-1)?.words ?? '') }]
  })
}

/** “A 2300条、B 1521条，共计3821条”. */
function inAll(text: string): readonly List[] {
  const found = /[,，、](?:两项|三项)?(?:共计?|合计|总计|总共)(?:为|达)?(?=\d)/.exec(text)
  if (!found || text.slice(0, found.index).includes('其中')) return []
  const [total] = countedIn(text, found.index + found[0].length)
  if (!total || total.start !== found.index + found[0].length) return []
  const all = countedIn(text, 0, found.index)
  const parts = partsOf(all, total.unit)
  if (parts.length < 2 || parts.length < all.filter(one => one.unit === total.unit).length) return []
  return parts.some(one => one.value > total.value) ? [] : [{ total, parts, also: [], whole: true }]
}

/** “40个，分别为优秀22个、良好15个、合格3个”. */
function respectively(text: string): readonly List[] {
  const found = /[,，:：]?(?:分别为|分别是)/.exec(text)
  if (!found) return []
  const total = countedIn(text, 0, found.index).at(-1)
  if (!total || total.end !== found.index) return []
  const parts = partsOf(countedIn(text, found.index + found[0].length), total.unit)
  return parts.length < 2 ? [] : [{ total, parts, also: [], whole: true }]
}

/** “247件（新收235件、上年结转12件）”. */
function bracketed(text: string): readonly List[] {
  return [...text.matchAll(brackets)].flatMap(found => {
    const total = countedIn(text, 0, found.index).at(-1)
    if (!total || total.end !== found.index || found[0].startsWith('《')) return []
    const parts = partsOf(countedIn(text, found.index + 1, found.index + found[0].length), total.unit)
    return parts.length < 2 ? [] : [{ total, parts, also: [], whole: false }]
  })
}

/** Every list of a sentence. */
export function listsIn({ text }: ProseSentence): readonly List[] {
  const flat = without(text)
  return [...among(flat), ...inAll(flat), ...respectively(flat), ...bracketed(text)]
}
