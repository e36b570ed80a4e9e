import type { OpenCounts } from '../../shared/current/review.ts'
import type {
  CataloguePage,
  CatalogueQuery,
  CatalogueRow,
  SearchQuery,
  SearchResult,
} from '../../shared/data/catalogue.ts'
import type { ArchiveRecord, RecordId } from '../../shared/data/record.ts'
import type { Report } from '../../shared/data/report.ts'
import type { IndexPart, LinesChecked } from './agreement.ts'
import type { Named } from './known.ts'
import type { Searchable, Sorted } from './text/searchable.ts'

export type { Named } from './known.ts'
export type { Searchable } from './text/searchable.ts'

/** What whoever read a source has already made of it, beside the main process. */
export type ReadyEntry = {
  readonly searchable: Searchable
  readonly sorted: Sorted
  /** Open findings, without a year before. */
  readonly open: OpenCounts
}

/** The derived index: catalogue and full text. Deleting its file loses nothing. */
export type Index = {
  /** Makes known whose report of which year a record is, before it is put: the order of puts then does not matter for checks between years. */
  readonly announce: (record: ArchiveRecord) => void
  /**
   * Puts a record in, or puts its newer state in its place; `entry` is the number of the last journal entry it reflects, `previous`
   * the report of the same organization for the year before, with which its findings are counted. What is `ready` is not made again.
   */
  readonly put: (record: ArchiveRecord, entry: number, previous?: Report | null, ready?: ReadyEntry) => void
  /** Runs many puts in one transaction. */
  readonly batch: (work: () => void) => void
  readonly row: (id: RecordId) => CatalogueRow | null
  /** What of a record the index holds otherwise than the record gives; `previous` as for `put`. */
  readonly compare: (record: ArchiveRecord, previous: Report | null) => readonly IndexPart[]
  /** What SQLite finds wrong with the file, and what its tables tell of each other that does not fit; null for nothing. */
  readonly check: () => string | null
  /** A part of the same: what the tables tell of each other, a few lines after one that is given. */
  readonly checkLines: (after: number) => LinesChecked
  /** How far a quiet comparison with the records is: of the index, so it is kept in it and goes with it. */
  readonly comparison: () => string | null
  readonly setComparison: (text: string) => void
  /** The same, and the names whose reports have to be counted anew by it, because their year before is another one now or is this very record. */
  readonly announceAmong: (record: ArchiveRecord) => readonly Named[]
  /**
   * The record with an organization's report for the year before `year`; of several, the one imported last. Where nobody has its very
   * name, that of the one body that could be the same under another name. Null for none.
   */
  readonly yearBefore: (organization: string, year: number) => RecordId | null
  /** The records that bear a name in a year. */
  readonly reportsOf: (named: Named) => readonly RecordId[]
  /** All announced records, those of one body one after the other, by year. */
  readonly byBody: () => readonly RecordId[]
  readonly list: (query: CatalogueQuery) => CataloguePage
  readonly search: (query: SearchQuery) => SearchResult
  /** First record after `after` in catalogue order (name, year) that still has open findings; wraps around; null when none. */
  readonly nextOpen: (after: RecordId | null) => RecordId | null
  /** Number of the last journal entry that the index reflects; 0 for an empty one. */
  readonly lastEntry: () => number
  readonly setLastEntry: (entry: number) => void
  readonly counts: () => { readonly records: number; readonly open: number }
  readonly clear: () => void
  readonly close: () => void
}
