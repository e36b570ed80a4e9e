import type { ImportItem } from '../../shared/data/importing.ts'

/** What can be done with one file of the queue. */
export type ItemActs = {
  readonly open: (item: ImportItem) => void
  readonly retry: (item: ImportItem) => void
  readonly cancel: (item: ImportItem) => void
}
