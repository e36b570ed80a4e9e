import type { SearchGroup, SearchHit, SearchResult } from '../../shared/data/catalogue.ts'

/** One line of the results under the cursor. `hit` is null for a report found by its figures or name alone. */
export type FlatHit = {
  readonly index: number
  readonly group: SearchGroup
  readonly groupIndex: number
  readonly hit: SearchHit | null
}

/** All hits of all reports one after the other, as the arrow keys go through them. */
export function flatHits(result: SearchResult | null): readonly FlatHit[] {
  const flat: FlatHit[] = []
  for (const [groupIndex, group] of (result?.groups ?? []).entries()) {
    const hits: readonly (SearchHit | null)[] = group.hits.length > 0 ? group.hits : [null]
    for (const hit of hits) flat.push({ index: flat.length, group, groupIndex, hit })
  }
  return flat
}

/** The first hit of the report after this one, or before it; the same place where there is none. */
export function otherReport(hits: readonly FlatHit[], at: number, by: 1 | -1): number {
  const here = hits[at]
  if (!here) return at
  return hits.find(item => item.groupIndex === here.groupIndex + by)?.index ?? at
}
