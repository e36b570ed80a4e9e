import type { AppState } from '../../shared/api.ts'
import type { Message } from '../../shared/messages/index.ts'
import { type Outcome, success } from '../../shared/outcome.ts'
import type { Archive } from '../archive/model.ts'
import type { IdleWork } from './idleWork.ts'
import type { IndexKeeper } from './indexKeeper.ts'

type Shown = {
  readonly notes: readonly Message[]
  /** Why nothing can be written. */
  readonly why: Message | null
  readonly importing: number
  readonly version: string
  readonly quiet: ReturnType<IdleWork['quiet']>
}

/** What the window shows on every screen. */
export function appState(
  archive: Archive,
  keeper: IndexKeeper,
  { notes, why, importing, version, quiet }: Shown,
): Outcome<AppState> {
  const counted = keeper.ask(index => index.counts())
  if (!counted.ok) return counted
  const verified = archive.lastVerified()
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
      verifiedAt: verified?.at ?? null,
      verifiedWhole: verified?.whole ?? false,
      backup: archive.lastBackup(),
      quiet: quiet && { done: quiet.done, of: quiet.of, damaged: quiet.problems.length },
    },
    open: counted.value.open,
    importing,
    ...(indexing ? { indexing } : {}),
  })
}

/** Calls `work` at most once per `pace`, and once more after the last request. */
export function paced(pace: number, work: () => void): { readonly ask: () => void; readonly stop: () => void } {
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  return {
    ask: () => {
      if (timer || stopped) return
      timer = setTimeout(() => {
        timer = null
        work()
      }, pace)
    },
    stop: () => {
      stopped = true
      if (timer) clearTimeout(timer)
    },
  }
}
