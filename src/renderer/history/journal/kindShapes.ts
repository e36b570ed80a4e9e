import type { JournalKind } from '../../../shared/data/journal.ts'
import type { ShapeName } from '../../ui/controls/looks.ts'

/** One shape for each kind of entry, the same in the list of kinds and along the thread. */
export const kindShapes = {
  ingest: 'working',
  refuse: 'unread',
  revise: 'reviewed',
  verify: 'hint',
  reread: 'reviewing',
  repair: 'agrees',
  inspect: 'hint',
  export: 'duplicate',
  migrate: 'hint',
} as const satisfies Record<JournalKind, ShapeName>
