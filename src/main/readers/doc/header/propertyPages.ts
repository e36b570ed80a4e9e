import { fits, u8, u16, u32 } from '../bytes.ts'
import type { ByteRange, PagesInRow } from './fib.ts'
import type { Dialect } from './sprm.ts'

/**
 * Formatted disk pages, [MS-DOC] 2.9.31 (characters) and 2.9.174 (paragraphs): 512-byte pages in the WordDocument stream, each with
 * runs of bytes and the properties that hold for them. A table in the table stream says which pages there are.
 */
export type FormattedRun = {
  /** The run covers these bytes of the WordDocument stream. */
  readonly from: number
  readonly to: number
  /** Where the properties stand in the WordDocument stream; both 0 where the run has none of its own. */
  readonly start: number
  readonly end: number
}

const pageSize = 512
/** [MS-DOC] 2.8.6: the low 22 bits are the page's number. */
const pageMask = 0x3fffff

/** Where the pages of one kind are named: in a table, and in Word 6 and 95 perhaps in a row. */
export type PageList = { readonly table: Uint8Array; readonly place: ByteRange; readonly inRow: PagesInRow }

/** All paragraph runs, by place. The properties begin with the number of the style (two bytes). */
export function paragraphRuns(document: Uint8Array, pages: PageList, dialect: Dialect): readonly FormattedRun[] {
  // BxPap ([MS-DOC] 2.9.23) is an offset and 12 bytes of no use, 6 in Word 6.
  const slotSize = dialect === 'word97' ? 13 : 7
  return runsOf(document, pages, dialect, slotSize, (page, offset) => {
    const words = u8(document, page + offset)
    if (dialect !== 'word97') return { start: page + offset + 1, end: page + offset + 1 + words * 2 }
    // [MS-DOC] 2.9.114: a first byte of 0 means that the second counts words, else the first counts words less one byte.
    const start = words === 0 ? page + offset + 2 : page + offset + 1
    const length = words === 0 ? u8(document, page + offset + 1) * 2 : words * 2 - 1
    return { start, end: start + length }
  })
}

/** All character runs, by place. */
export function characterRuns(document: Uint8Array, pages: PageList, dialect: Dialect): readonly FormattedRun[] {
  return runsOf(document, pages, dialect, 1, (page, offset) => {
    const start = page + offset + 1
    return { start, end: start + u8(document, page + offset) }
  })
}

/** Each page once, however often a hostile table names it. */
function pagesOf({ table, place, inRow }: PageList, dialect: Dialect): ReadonlySet<number> {
  const entry = dialect === 'word97' ? 4 : 2
  const pages = new Set<number>()
  const whole = place.length >= 8 + entry && fits(table, place.at, place.length)
  const count = whole ? Math.floor((place.length - 4) / (4 + entry)) : 0
  const numbers = place.at + (count + 1) * 4
  for (let index = 0; index < count; index++) {
    const at = numbers + index * entry
    pages.add(entry === 4 ? u32(table, at) & pageMask : u16(table, at))
  }
  if (inRow.count > count) for (let index = 0; index < inRow.count; index++) pages.add(inRow.first + index)
  return pages
}

type Extent = { readonly start: number; readonly end: number }

function runsOf(
  document: Uint8Array,
  list: PageList,
  dialect: Dialect,
  slotSize: number,
  extentAt: (page: number, offset: number) => Extent,
): readonly FormattedRun[] {
  const runs: FormattedRun[] = []
  for (const number of pagesOf(list, dialect)) {
    const page = number * pageSize
    if (!fits(document, page, pageSize)) continue
    const runCount = u8(document, page + pageSize - 1)
    if ((runCount + 1) * 4 + runCount * slotSize > pageSize - 1) continue
    let from = u32(document, page)
    for (let run = 0; run < runCount; run++) {
      const to = u32(document, page + run * 4 + 4)
      const offset = u8(document, page + (runCount + 1) * 4 + run * slotSize) * 2
      const { start, end } = offset === 0 ? none : extentAt(page, offset)
      // Properties end with their page; the run count in the last byte is not theirs.
      if (to > from && end < page + pageSize) runs.push({ from, to, start, end })
      from = to
    }
  }
  return disjoint(runs)
}

/** Sorted, and each place covered once: what a later run claims again is taken from it. Searching by halves needs both. */
function disjoint(runs: FormattedRun[]): readonly FormattedRun[] {
  if (runs.every((run, index) => index === 0 || run.from >= (runs[index - 1]?.to ?? 0))) return runs
  let covered = 0
  return runs
    .sort((one, other) => one.from - other.from)
    .flatMap(run => {
      const from = Math.max(run.from, covered)
      covered = Math.max(covered, run.to)
      return run.to > from ? [{ ...run, from }] : []
    })
}

const none: Extent = { start: 0, end: 0 }

/** The number of the first run that reaches past a place, by halving; `hint` is looked at first. */
export function runBehind(runs: readonly FormattedRun[], place: number, hint = 0): number {
  for (let index = hint; index < hint + 2; index++) {
    const run = runs[index]
    if (run && run.to > place && (index === 0 || (runs[index - 1]?.to ?? 0) <= place)) return index
  }
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((runs[middle]?.to ?? 0) > place) high = middle
    else low = middle + 1
  }
  return low
}

/** The style number in front of a paragraph's properties. */
export function styleOf(document: Uint8Array, run: FormattedRun): number {
  return run.end >= run.start + 2 ? u16(document, run.start) : 0
}
