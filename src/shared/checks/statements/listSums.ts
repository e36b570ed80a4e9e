import { rounded } from '../figures.ts'
import { makeFinding } from '../finding.ts'
import type { Finding } from '../model.ts'
import { type ProseSentence, passageIn } from '../prose/sentences.ts'
import { type Counted, type List, listsIn } from './lists.ts'

/** Parts of a list in one sentence against its total. */

/** Three parts or more that come so near to the total are meant to be all of it. */
const near = 0.02

const total = (values: readonly number[]) => rounded(values.reduce((sum, value) => sum + value, 0))

/** One small part more, put like the others, is no new list: “维持3件，纠正2件，其他1件，尚未审结1件” of 6. */
function isOneTooMany(parts: readonly Counted[], length: number, whole: number): boolean {
  const marks = new Set(parts.slice(1).map(part => part.words.charAt(0)))
  const last = parts.at(-1)?.value ?? 0
  return length === parts.length - 1 && parts.length > 2 && marks.size === 1 && last * 2 <= whole
}

/** What the parts add up to, where that cannot be; null where it can: parts need not be all, and a list may go over into another. */
function wrongSum({ total: whole, parts, also, whole: all }: List): number | null {
  const values = parts.map(part => part.value)
  const right = new Set([whole.value, ...also])
  // Those up to a place may be the whole, and what follows divides it in another way.
  const runs = values.map((_, at) => values.slice(0, at + 1)).filter(run => run.length > 1)
  const run = runs.find(one => right.has(total(one)))
  if (run && !isOneTooMany(parts, run.length, whole.value)) return null
  const sum = total(values)
  if (sum > Math.max(...right)) return sum
  const misses = sum < whole.value && parts.length > 2 && (whole.value - sum) / whole.value <= near
  return sum !== whole.value && (all || misses) ? sum : null
}

/**
 * N10: parts of a list in one sentence that do not add up to the total that is printed with them.
 * Source: experience. Formula: parts ≤ total, and = total where they are said to be all (共计, 分别为, a last part 其他, or within 2 % of it).
 * `printed` is the total, `expected` what the parts add up to.
 */
export function listSums(sentence: ProseSentence): readonly Finding[] {
  const { section } = sentence
  return listsIn(sentence).flatMap(list => {
    const expected = wrongSum(list)
    if (expected === null) return []
    const places = [list.total, ...list.parts]
    const start = Math.min(...places.map(one => one.start))
    const end = Math.max(...places.map(one => one.end))
    const printed = list.total.value
    return [
      makeFinding('N10', 'hint', `${section}/${printed}/${expected}`, {
        ...{ section, printed, expected },
        passage: passageIn(sentence, start, end, 'list'),
      }),
    ]
  })
}
