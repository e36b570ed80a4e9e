import type { SourceFormat } from './document.ts'
import type { RecordId, RecordStatus } from './record.ts'

/** One line of the catalogue: what lists show without opening the record. Derived from the record, never edited. */
export type CatalogueRow = {
  readonly id: RecordId
  /** Organization as it stands, else the title, else the file's name. */
  readonly name: string
  readonly title: string | null
  readonly organization: string | null
  readonly year: number | null
  readonly publishedOn: string | null
  readonly status: RecordStatus
  /** Open findings. */
  readonly errors: number
  readonly warnings: number
  readonly hints: number
  readonly format: SourceFormat
  readonly bytes: number
  readonly fileName: string
  readonly importedAt: string
  /** Who changed the record last, null while nobody did. */
  readonly reviewer: string | null
  /** 总计 of 一、（七）and 四; null where not a number. */
  readonly newRequests: number | null
  readonly concluded: number | null
  readonly carriedForward: number | null
}

export const catalogueSorts = ['name', 'year', 'status', 'findings', 'format', 'importedAt'] as const
export type CatalogueSort = (typeof catalogueSorts)[number]

export type CatalogueQuery = {
  /** Part of the name; empty for all. */
  readonly text: string
  /** Empty: all. `null` stands for reports without a year. */
  readonly years: readonly (number | null)[]
  readonly statuses: readonly RecordStatus[]
  readonly sort: CatalogueSort
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

export type CataloguePage = {
  readonly rows: readonly CatalogueRow[]
  /** Rows that fit the query, and all rows of the archive. */
  readonly matching: number
  readonly total: number
  readonly openFindings: number
  /** Counts per status over what fits the query. */
  readonly byStatus: Readonly<Record<RecordStatus, number>>
  /** Facets: each counted with the other conditions applied but not its own. */
  readonly facets: {
    readonly years: readonly { readonly year: number | null; readonly count: number }[]
    readonly statuses: readonly { readonly status: RecordStatus; readonly count: number }[]
  }
}

export type SearchQuery = {
  /** Any words; several must all occur in a report; “…” or "…" keeps a phrase together; -word excludes. */
  readonly text: string
  readonly years: readonly (number | null)[]
  readonly statuses: readonly RecordStatus[]
  readonly offset: number
  readonly limit: number
}

/** A place in a report where a word stands. */
export type SearchHit = {
  /** Index into SourceDocument.blocks, and grid cell if it is in a table. */
  readonly block: number
  readonly row: number | null
  readonly column: number | null
  readonly page: number | null
  /** Heading of the section it is in, as printed; null before the first. */
  readonly section: string | null
  /** Text around the hit, and the marked ranges in it (UTF-16 offsets, end exclusive). */
  readonly text: string
  readonly marks: readonly (readonly [number, number])[]
}

export type SearchGroup = {
  readonly record: CatalogueRow
  readonly hits: readonly SearchHit[]
  /** All places in this report; `hits` may hold only the first. */
  readonly hitCount: number
}

export type SearchResult = {
  readonly groups: readonly SearchGroup[]
  readonly reports: number
  readonly hits: number
  readonly milliseconds: number
  /** The words searched for, as understood. */
  readonly words: readonly string[]
  readonly facets: CataloguePage['facets']
}
