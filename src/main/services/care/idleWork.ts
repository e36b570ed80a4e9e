import type { Archive } from '../../archive/model.ts'
import type { QuietIndex } from '../../keeping/quietComparison.ts'

/** Work for idle time: quiet verification, generations, comparing the index. */

export type IdleWork = {
  readonly stop: () => Promise<void>
}

export type IdlePace = {
  /** From the start to the first look, so that opening stays quick. */
  readonly after: number
  /** How long it works at a time, and how long it rests in between. */
  readonly work: number
  readonly rest: number
  /** When nothing is due: from one look to the next, for an application that stays open for days. */
  readonly again: number
}

/** A quarter of the time, some minutes after the start: nobody notices, and 10,000 reports are through in an hour or two. */
export const standardPace: IdlePace = { after: 3 * 60_000, work: 500, rest: 1500, again: 3_600_000 }

/**
 * What the archive does for itself while nobody imports or verifies: keeps the day's generation, then looks at originals and records
 * a few at a time, and when a round is over compares the index with the records in the same way.
 */
export function startIdleWork(
  archive: Archive,
  index: Pick<QuietIndex, 'some'>,
  idle: () => boolean,
  changed: () => void,
  pace: IdlePace,
): IdleWork {
  const control = new AbortController()
  const { signal } = control
  let timer: NodeJS.Timeout | null = null
  let working: Promise<void> = Promise.resolve()
  /** Once before each stretch of work: a day may have begun. */
  let kept = false

  /** @returns whether there is more to do. */
  const look = async (): Promise<boolean> => {
    if (!idle()) return true
    if (!kept) {
      kept = true
      await archive.keepGeneration(signal)
    }
    const some = await archive.verifySome(pace.work, signal)
    if (some.ok && !some.value.idle) changed()
    kept = some.ok && some.value.left > 0
    // A turn of its own, in which somebody may have begun to work.
    if (!kept && idle()) kept = await index.some(pace.work, signal)
    return kept
  }
  const next = (wait: number): void => {
    if (signal.aborted) return
    timer = setTimeout(() => {
      working = look().then(
        more => next(more ? pace.rest : pace.again),
        // Quiet work must never break anything else; the whole verification says what is wrong.
        () => next(pace.again),
      )
    }, wait)
  }
  if (!archive.readOnly) next(pace.after)
  return {
    stop: async () => {
      control.abort()
      if (timer) clearTimeout(timer)
      await working
    },
  }
}
