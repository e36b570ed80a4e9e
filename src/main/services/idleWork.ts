import type { Message } from '../../shared/messages/index.ts'
import type { Archive } from '../archive/model.ts'

/** How far the quiet verification of this session is. */
export type Quiet = { readonly done: number; readonly of: number; readonly problems: readonly Message[] }

export type IdleWork = {
  /** Null before it began and when nothing was due. */
  readonly quiet: () => Quiet | null
  readonly stop: () => Promise<void>
}

export type IdlePace = {
  /** From the start to the first look, so that opening stays quick. */
  readonly after: number
  /** How long it works at a time, and how long it rests in between. */
  readonly work: number
  readonly rest: number
}

/** A quarter of the time, some minutes after the start: nobody notices, and 10,000 reports are through in an hour or two. */
export const standardPace: IdlePace = { after: 3 * 60_000, work: 500, rest: 1500 }

/**
 * What the archive does for itself while nobody imports or verifies: keeps the day's generation, then looks at originals and records
 * a few at a time.
 */
export function startIdleWork(archive: Archive, idle: () => boolean, changed: () => void, pace: IdlePace): IdleWork {
  const control = new AbortController()
  const { signal } = control
  let quiet: Quiet | null = null
  let timer: NodeJS.Timeout | null = null
  let working: Promise<void> = Promise.resolve()
  let kept = false

  /** @returns whether there is more to do. */
  const look = async (): Promise<boolean> => {
    if (!idle()) return true
    if (!kept) {
      kept = true
      await archive.keepGeneration(signal)
    }
    const some = await archive.verifySome(pace.work, signal)
    if (!some.ok || some.value.idle || signal.aborted) return false
    const done = (quiet?.done ?? 0) + some.value.looked
    quiet = { done, of: done + some.value.left, problems: [...(quiet?.problems ?? []), ...some.value.problems] }
    changed()
    return some.value.left > 0
  }
  const next = (wait: number): void => {
    if (signal.aborted) return
    timer = setTimeout(() => {
      working = look().then(
        more => (more ? next(pace.rest) : undefined),
        // Quiet work must never break anything else; the whole verification says what is wrong.
        () => undefined,
      )
    }, wait)
  }
  if (!archive.readOnly) next(pace.after)
  return {
    quiet: () => quiet,
    stop: async () => {
      control.abort()
      if (timer) clearTimeout(timer)
      await working
    },
  }
}
