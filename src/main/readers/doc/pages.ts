import { fits, u8, u16, u32 } from './bytes.ts'
import type { Place } from './fib.ts'

/**
 * Formatted disk pages, [MS-DOC] 2.9.31 (characters) and 2.9.174 (paragraphs): 512-byte pages in the WordDocument stream, each with
 * runs of bytes and the properties that hold for them. A table in the table stream says which pages there are.
 */
export type Run = {
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

/** All paragraph runs, by place. The properties begin with the number of the style (two bytes). */
export function paragraphRuns(document: Uint8Array, table: Uint8Array, place: Place): readonly Run[] {
  // BxPap ([MS-DOC] 2.9.23) is 13 bytes: an offset and 12 bytes of no use.
  return runsOf(document, table, place, 13, (page, offset) => {
    // [MS-DOC] 2.9.114: a first byte of 0 means that the second counts words, else the first counts words less one byte.
    const words = u8(document, page + offset)
    const start = words === 0 ? page + offset + 2 : page + offset + 1
    const length = words === 0 ? u8(document, page + offset + 1) * 2 : words * 2 - 1
    return { start, end: start + length }
  })
}

/** All character runs, by place. */
export function characterRuns(document: Uint8Array, table: Uint8Array, place: Place): readonly Run[] {
  return runsOf(document, table, place, 1, (page, offset) => {
    const start = page + offset + 1
    return { start, end: start + u8(document, page + offset) }
  })
}

type Extent = { readonly start: number; readonly end: number }

function runsOf(
  document: Uint8Array,
  table: Uint8Array,
  place: Place,
  slotSize: number,
  extentAt: (page: number, offset: number) => Extent,
): readonly Run[] {
  if (place.length < 12 || !fits(table, place.at, place.length)) return []
  const count = Math.floor((place.length - 4) / 8)
  const runs: Run[] = []
  // Each page is read once, however often a hostile table names it.
  const visited = new Set<number>()
  for (let index = 0; index < count; index++) {
    const page = (u32(table, place.at + (count + 1) * 4 + index * 4) & pageMask) * pageSize
    if (visited.has(page) || !fits(document, page, pageSize)) continue
    visited.add(page)
    const runCount = u8(document, page + pageSize - 1)
    if ((runCount + 1) * 4 + runCount * slotSize > pageSize - 1) continue
    for (let run = 0; run < runCount; run++) {
      const from = u32(document, page + run * 4)
      const to = u32(document, page + run * 4 + 4)
      const offset = u8(document, page + (runCount + 1) * 4 + run * slotSize) * 2
      const extent = offset === 0 ? none : extentAt(page, offset)
      // Properties end with their page; the run count in the last byte is not theirs.
      if (to > from && extent.end < page + pageSize) runs.push({ from, to, ...extent })
    }
  }
  return disjoint(runs)
}

/** Sorted, and each place covered once: what a later run claims again is taken from it. Searching by halves needs both. */
function disjoint(runs: Run[]): readonly Run[] {
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

/** The run that covers a place in the stream, by halving. */
export function runAt(runs: readonly Run[], place: number): Run | null {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const run = runs[middle]
    if (!run) return null
    if (place < run.from) high = middle - 1
    else if (place >= run.to) low = middle + 1
    else return run
  }
  return null
}

/** The style number in front of a paragraph's properties. */
export function styleOf(document: Uint8Array, run: Run): number {
  return run.end >= run.start + 2 ? u16(document, run.start) : 0
}
