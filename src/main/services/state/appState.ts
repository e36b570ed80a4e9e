import type { AppState } from '../../../shared/api.ts'
import type { InspectionState } from '../../../shared/data/inspection.ts'
import type { IndexCompared } from '../../../shared/data/journal.ts'
import type { Message } from '../../../shared/messages/index.ts'
import { type Outcome, success } from '../../../shared/outcome.ts'
import type { Archive } from '../../archive/model.ts'
import type { IndexKeeper } from '../../keeping/keeper.ts'

/** The state of the application as the window shows it. */

type Shown = {
  readonly notes: readonly Message[]
  /** Why nothing can be written. */
  readonly why: Message | null
  readonly importing: number
  readonly version: string
  readonly inspection: InspectionState | null
  readonly index: IndexCompared | null
}

const nothingInspected: InspectionState = {
  ...{ due: 0, done: 0, failed: 0, unopened: 0, reports: [], problem: null },
}

/** What the window shows on every screen. */
export function appState(
  archive: Archive,
  keeper: IndexKeeper,
  { notes, why, importing, version, inspection, index }: Shown,
): Outcome<AppState> {
  const counted = keeper.ask(index => index.counts())
  if (!counted.ok) return counted
  const quiet = archive.quietRound()
  const indexing = keeper.indexing()
  return success({
    version,
    settings: archive.settings(),
    who: archive.who(),
    archive: {
      id: archive.id,
      folder: archive.folder,
      writable: archive.readOnly === null,
      why,
      notes,
      records: counted.value.records,
      verified: archive.lastVerified(),
      backup: archive.lastBackup(),
      index,
      quiet: quiet && {
        begunAt: quiet.begunAt,
        done: quiet.looked,
        of: quiet.of,
        damaged: quiet.problems.filter(item => item.severity === 'error').length,
      },
    },
    open: counted.value.open,
    importing,
    inspection: inspection ?? nothingInspected,
    ...(indexing ? { indexing } : {}),
  })
}
