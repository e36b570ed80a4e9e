import type { Message } from '../../../shared/messages/index.ts'
import { failure, type Outcome } from '../../../shared/outcome.ts'

/** Runs one task at a time; whoever asks meanwhile is told so. */
export type OneAtATime = {
  readonly run: <T>(task: (signal: AbortSignal) => Promise<Outcome<T>>) => Promise<Outcome<T>>
  readonly stop: () => void
  readonly running: () => boolean
  /** Stops the task and waits for it. */
  readonly close: () => Promise<void>
}

/** @param busy what is said to whoever asks meanwhile. */
export function oneAtATime(busy: () => Message): OneAtATime {
  let running: { readonly control: AbortController; readonly done: Promise<unknown> } | null = null
  const stop = (): void => running?.control.abort()
  return {
    run: async task => {
      if (running) return failure(busy())
      const control = new AbortController()
      const done = task(control.signal)
      running = { control, done }
      try {
        return await done
      } finally {
        running = null
      }
    },
    stop,
    running: () => running !== null,
    close: async () => {
      stop()
      await running?.done.catch(() => undefined)
    },
  }
}

/** Shortest time between two reports of progress, in milliseconds. */
const pace = 100

/** Whether progress is to be told now: at its end, and else ten times a second at most. */
export function progressPace(): (done: number, of: number) => boolean {
  let told = 0
  return (done, of) => {
    if (done < of && performance.now() - told < pace) return false
    told = performance.now()
    return true
  }
}
