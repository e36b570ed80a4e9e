import { startIdleWork } from '../care/idleWork.ts'
import type { Ingesting } from './ingest.ts'
import type { Kept } from './keep.ts'
import type { OpenArchive } from './open.ts'

/** The last phase: what the application does by itself while nobody waits, with everything that somebody may wait for entered as busy. */
export function beIdle(
  { options, store, changed, busy }: OpenArchive,
  { comparing }: Kept,
  { onImport }: Ingesting,
): { readonly close: () => Promise<void> } {
  const work = options.idle ? startIdleWork(store, comparing, () => !busy.any(), changed.ask, options.idle) : null
  // What was left when the application was closed.
  onImport?.look()
  return { close: async () => work?.stop() }
}
