import type { Message } from '../messages/model.ts'
import type { SourceFormat } from './document.ts'
import type { RecordId } from './record.ts'

/** The five steps of one file: 收存、辨型、读取、对表、校验. */
export const importSteps = ['keep', 'sniff', 'read', 'recognise', 'check'] as const
export type ImportStep = (typeof importSteps)[number]

/** What each means and how it is judged: `facts/importEnd.ts`; what it is called: `words/record.ts`. */
export const importStates = ['waiting', 'working', 'archived', 'warned', 'duplicate', 'failed', 'cancelled'] as const
export type ImportState = (typeof importStates)[number]

/** One file of the queue. */
export type ImportItem = {
  readonly id: number
  /** Counts up with every drop or choice: files that came together. */
  readonly batch: number
  readonly path: string
  readonly name: string
  /** Null until known. */
  readonly bytes: number | null
  readonly format: SourceFormat | null
  readonly state: ImportState
  /** The step under way or, once ended, the last one reached. */
  readonly step: ImportStep
  /** How far a step is that takes long: of a bag, how many of its files are checked. */
  readonly counted?: { readonly done: number; readonly of: number } | null
  /** The record it became, or of which it is a duplicate. A file that could not be read is a record too (state failed). */
  readonly record: RecordId | null
  /** Name and year of that record, for the result line. */
  readonly recordName: string | null
  readonly year: number | null
  /** Questions (疑点) about failed sums, counted as in every list: “合计不符，疑点 2 个，已列入待核”. */
  readonly errors: number
  readonly messages: readonly Message[]
}

export type ImportTotals = Readonly<Record<ImportState, number>> & { readonly all: number }

/** Where the queue stands, without its files. */
export type ImportCounts = {
  /** Number of the last change that was told; the next bears the next number. */
  readonly sequence: number
  readonly totals: ImportTotals
  readonly startedAt: string | null
  /** Null while files are still under way. */
  readonly endedAt: string | null
}

/** The queue as the window sees it: its files in the order of their numbers. */
export type ImportView = ImportCounts & { readonly items: readonly ImportItem[] }

/** What became of the queue since the change before: files that are new or another, as they are now, and those taken off the list. */
export type ImportChange = ImportCounts & { readonly items: readonly ImportItem[]; readonly gone: readonly number[] }

/** What was put into the queue: the number of the batch, and how many files; a bag is one until it is opened. */
export type ImportAdded = { readonly batch: number; readonly files: number }

export type ImportChosen = { readonly kind: 'cancelled' } | ({ readonly kind: 'added' } & ImportAdded)

/** A view with one more change. What the view holds of it already stays as it is. Null where a change between was missed. */
export function withImportChange(view: ImportView, { items, gone, ...counts }: ImportChange): ImportView | null {
  if (counts.sequence <= view.sequence) return view
  if (counts.sequence > view.sequence + 1) return null
  const off = new Set(gone)
  const now = new Map(items.map(item => [item.id, item]))
  const known = view.items.flatMap(item => {
    const there = now.get(item.id) ?? item
    now.delete(item.id)
    return off.has(item.id) ? [] : [there]
  })
  const fresh = [...now.values()].toSorted((a, b) => a.id - b.id)
  return { ...counts, items: [...known, ...fresh] }
}
