import type { ImportItem, ImportState } from '../data/importing.ts'
import type { Extraction } from '../data/record.ts'

/** How the import of a file ended: judged once, for queue, journal, bags and command line. */

/** What the import of a file that became a record ends as. A file that no reader could read is a record, too. */
export type ImportEnd = Extract<ImportState, 'archived' | 'warned' | 'failed'>

export function importEnd({ report, messages }: Pick<Extraction, 'report' | 'messages'>): ImportEnd {
  if (!report) return 'failed'
  return messages.some(item => item.severity !== 'info') ? 'warned' : 'archived'
}

/** Nothing more happens to the file. */
export const hasEnded = (state: ImportState): boolean => state !== 'waiting' && state !== 'working'

/** The record came of this import; a duplicate was there before. */
export function isNewRecord(state: ImportState): state is ImportEnd {
  return state === 'archived' || state === 'warned' || state === 'failed'
}

/** 已列入待核, a fact beside how it ended: sums do not agree, and a person is asked. */
export const listedForReview = ({ state, errors }: Pick<ImportItem, 'state' | 'errors'>): boolean =>
  isNewRecord(state) && errors > 0
