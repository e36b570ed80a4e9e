import type { Outcome } from '../../../shared/outcome.ts'
import type { FileLayer } from '../../disk/files.ts'

/**
 * Brings the files of an archive from one schema to the next. It may be cut off anywhere and is then run again from its beginning:
 * what is done already must be recognised and left alone.
 */
export type Migration = (files: FileLayer, folder: string) => Promise<Outcome<void>>
