import type { Outcome } from '../../../shared/outcome.ts'
import type { FileLayer } from '../../disk/files.ts'
import type { Journal } from '../journal/journal.ts'

/**
 * Brings the files of an archive from one schema to the next. It may be cut off anywhere and is then run again from its beginning:
 * what is done already must be recognised and left alone.
 */
export type Migration = (files: FileLayer, folder: string, by: Migrating) => Promise<Outcome<void>>

export type Migrating = {
  readonly journal: Journal
  readonly stamp: () => { readonly at: string; readonly who: string }
}
