import { basename } from 'node:path'
import type { ImportAdded, ImportChange, ImportItem, ImportView } from '../../shared/data/importing.ts'
import type { RecordId } from '../../shared/data/record.ts'
import { hasEnded } from '../../shared/facts/importEnd.ts'
import { message } from '../../shared/messages/index.ts'
import { type Accepting, acceptFile } from './acceptFile.ts'
import { type After, afterTime } from './pool.ts'
import { arrivedOf, countsOf, underWay, waitingItem } from './view.ts'

/** The import queue: files wait, are read in parallel, and end as records or with a reason. */

/** Shortest time between two reports of change, in milliseconds. */
const pace = 100

/** What a line of the queue becomes: its end, or other lines in its place. */
export type Accepted = Partial<ImportItem> | { readonly into: readonly QueueEntry[] }
export type Accept = (
  item: ImportItem,
  progress: (change: Partial<ImportItem>) => void,
  signal: AbortSignal,
) => Promise<Accepted>

/** What is to be taken in. `accept` takes it in another way than a file: it may put other lines in its own place. */
export type QueueEntry = { readonly path: string; readonly accept?: Accept }

export type Queue = {
  readonly view: () => ImportView
  readonly underWay: () => number
  /** The records that came in with the files of the list. */
  readonly arrived: () => readonly RecordId[]
  /** Adds files in the order given and begins with them. */
  readonly add: (entries: readonly QueueEntry[]) => ImportAdded
  /** These items, or all that have not ended for null. Those that have ended stay as they are. */
  readonly cancel: (items: readonly number[] | null) => void
  /** Failed and cancelled items begin again; others stay as they are. */
  readonly retry: (items: readonly number[]) => void
  /** Takes what has ended off the list. Records and originals stay. */
  readonly clear: () => void
  /** Resolves when nothing is waiting or under way. */
  readonly idle: () => Promise<void>
  /** Cancels everything and waits for what was being written. */
  readonly close: () => Promise<void>
}

/**
 * The import queue: twice as many files at once as the pool has workers, and one more. While those are read, as many are copied and
 * flushed before, or recorded and flushed behind.
 *
 * @param after the timers; tests turn their clock on themselves.
 */
export function createQueue(by: Accepting, onChange: (change: ImportChange) => void, after: After = afterTime): Queue {
  let items: ImportItem[] = []
  /** Where an item stands in the list, by its number. */
  let places = new Map<number, number>()
  let nextId = 0
  let batches = 0
  let startedAt: string | null = null
  let endedAt: string | null = null
  let first = 0
  /** Stops what waits to tell of a change; null where nothing waits. */
  let stopTelling: (() => void) | null = null
  /** What changed since the last telling; null where nothing did. */
  let changed: { readonly items: Set<number>; readonly gone: Set<number> } | null = null
  let told = 0
  const acceptFiles: Accept = (item, progress, signal) => acceptFile(item, by, progress, signal)
  const others = new Map<number, Accept>()
  const running = new Map<number, { readonly control: AbortController; readonly done: Promise<void> }>()
  let resting: (() => void)[] = []

  const counts = () => countsOf(items, told, startedAt, endedAt)
  const telling = (): void => {
    stopTelling = null
    if (!changed) return
    const now = chosen([...changed.items])
    const gone = [...changed.gone]
    changed = null
    told++
    stopTelling = after(pace, telling)
    onChange({ ...counts(), items: now, gone })
  }
  /** Notes what has changed; what changes in the same breath is told together. */
  const tell = (ids: Iterable<number> = [], gone: Iterable<number> = []): void => {
    changed ??= { items: new Set(), gone: new Set() }
    for (const id of ids) changed.items.add(id)
    for (const id of gone) changed.gone.add(id)
    stopTelling ??= after(0, telling)
  }
  const change = (id: number, to: Partial<ImportItem>): void => {
    const place = places.get(id)
    const item = place === undefined ? undefined : items[place]
    if (place === undefined || !item) return
    items[place] = { ...item, ...to }
    tell([id])
  }
  const chosen = (ids: readonly number[]) => ids.flatMap(id => items[places.get(id) ?? -1] ?? [])

  const accept = async (item: ImportItem, control: AbortController): Promise<void> => {
    const progress = (to: Partial<ImportItem>) => change(item.id, to)
    const begun = performance.now()
    const outcome = await (others.get(item.id) ?? acceptFiles)(item, progress, control.signal).catch(
      (error: unknown): Accepted => {
        // A bug of ours must not stop the other files.
        const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
        return { state: 'failed', messages: [message('read.crashed', { file: item.name }, null, detail)] }
      },
    )
    running.delete(item.id)
    if ('into' in outcome) replace(item, outcome.into)
    else change(item.id, outcome)
    for (const done of chosen([item.id])) by.ended?.(done, performance.now() - begun)
    begin()
  }

  function begin(): void {
    while (running.size <= 2 * by.pool.size) {
      while (first < items.length && items[first]?.state !== 'waiting') first++
      const item = items[first]
      if (!item) break
      const control = new AbortController()
      change(item.id, { state: 'working', step: 'keep' })
      running.set(item.id, { control, done: accept({ ...item, state: 'working' }, control) })
    }
    if (running.size > 0 || underWay(items) > 0) return
    endedAt = new Date().toISOString()
    tell()
    for (const wake of resting.splice(0)) wake()
  }

  const put = (entries: readonly QueueEntry[], batch: number): void => {
    tell()
    for (const { path, accept } of entries) {
      const id = nextId++
      if (accept) others.set(id, accept)
      places.set(id, items.length)
      items.push(waitingItem({ id, batch, path, name: basename(path) }))
      tell([id])
    }
  }

  const keep = (wanted: (item: ImportItem) => boolean): void => {
    for (const { id } of items.filter(item => !wanted(item))) {
      others.delete(id)
      tell([], [id])
    }
    items = items.filter(wanted)
    places = new Map(items.map((item, place) => [item.id, place]))
    first = 0
  }

  const replace = (item: ImportItem, entries: readonly QueueEntry[]): void => {
    keep(other => other.id !== item.id)
    put(entries, item.batch)
  }

  const cancel = (ids: readonly number[] | null): void => {
    for (const item of ids ? chosen(ids) : items) {
      if (item.state === 'waiting') change(item.id, { state: 'cancelled' })
      running.get(item.id)?.control.abort()
    }
    begin()
  }

  const start = (): void => {
    if (underWay(items) === 0) startedAt = new Date().toISOString()
    endedAt = null
  }

  return {
    view: () => ({ ...counts(), items: [...items] }),
    underWay: () => underWay(items),
    arrived: () => arrivedOf(items),
    add: entries => {
      start()
      const batch = ++batches
      put(entries, batch)
      begin()
      return { batch, files: entries.length }
    },
    cancel,
    retry: ids => {
      const failed = chosen(ids).filter(item => item.state === 'failed' || item.state === 'cancelled')
      if (failed.length === 0) return
      start()
      for (const item of failed) {
        const place = places.get(item.id) ?? 0
        items[place] = { ...waitingItem(item), record: item.record }
        first = Math.min(first, place)
        tell([item.id])
      }
      begin()
    },
    clear: () => {
      keep(item => !hasEnded(item.state))
      if (items.length === 0) startedAt = null
      tell()
    },
    idle: () =>
      underWay(items) === 0 && running.size === 0 ? Promise.resolve() : new Promise(resolve => resting.push(resolve)),
    close: async () => {
      const writing = [...running.values()].map(item => item.done)
      cancel(null)
      await Promise.all(writing)
      stopTelling?.()
      resting = []
    },
  }
}
