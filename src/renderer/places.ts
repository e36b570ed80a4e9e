import type { RecordId } from '../shared/data/record.ts'
import type { CellKey } from '../shared/form/index.ts'

/** Where in a report the review desk is to open: an official cell, or a place in the source at which words were found. */
export type ReviewPlace =
  | { readonly kind: 'cell'; readonly cell: CellKey }
  | {
      readonly kind: 'block'
      readonly block: number
      readonly row: number | null
      readonly column: number | null
      readonly words: readonly string[]
    }

/** Where the person is. Kept in memory: the window has no address line, and nothing to be linked to from outside. */
export type Place =
  | { readonly name: 'import' }
  | { readonly name: 'catalogue' }
  /** `id` is null where no record is open for review. */
  | { readonly name: 'review'; readonly id: RecordId | null; readonly at: ReviewPlace | null }
  | { readonly name: 'search' }
  | { readonly name: 'history'; readonly record: RecordId | null }
  | { readonly name: 'settings' }

export type PlaceName = Place['name']
