import type { ImportCounts, ImportItem, ImportState, ImportTotals } from '../../shared/data/importing.ts'
import type { RecordId } from '../../shared/data/record.ts'
import { hasEnded, isNewRecord } from '../../shared/facts/importEnd.ts'

/** The import queue as the window shows it. */

/** A new line of the queue. */
export function waitingItem(facts: Pick<ImportItem, 'id' | 'batch' | 'path' | 'name'>): ImportItem {
  return {
    ...facts,
    bytes: null,
    format: null,
    state: 'waiting',
    step: 'keep',
    record: null,
    recordName: null,
    year: null,
    errors: 0,
    messages: [],
  }
}

function totalsOf(items: readonly ImportItem[]): ImportTotals {
  const totals: Record<ImportState, number> = {
    ...{ waiting: 0, working: 0, archived: 0, warned: 0, duplicate: 0, failed: 0, cancelled: 0 },
  }
  for (const item of items) totals[item.state]++
  return { ...totals, all: items.length }
}

/** Files that have not ended. */
export function underWay(items: readonly ImportItem[]): number {
  return items.filter(item => !hasEnded(item.state)).length
}

/** The records that the files became, each once; a duplicate came in before. */
export function arrivedOf(items: readonly ImportItem[]): readonly RecordId[] {
  const became = items.filter(({ state }) => isNewRecord(state))
  return [...new Set(became.flatMap(({ record }) => record ?? []))]
}

/** Where the queue stands after so many changes were told. */
export function countsOf(
  items: readonly ImportItem[],
  sequence: number,
  startedAt: string | null,
  endedAt: string | null,
): ImportCounts {
  return { sequence, totals: totalsOf(items), startedAt, endedAt: underWay(items) > 0 ? null : endedAt }
}
