import type { LongWork } from '../../shared/longWork.ts'
import { message } from '../../shared/messages/index.ts'
import { failure, type Outcome } from '../../shared/outcome.ts'
import type { Progress } from '../archive/model.ts'
import type { Emitter } from './events.ts'

/** Work of minutes, one of a kind at a time. */
export type LongWorks = {
  readonly run: <T>(
    work: LongWork,
    task: (progress: Progress, signal: AbortSignal) => Promise<Outcome<T>>,
  ) => Promise<Outcome<T>>
  readonly stop: (work: LongWork) => void
  readonly running: () => boolean
  /** Stops everything and waits for it. */
  readonly close: () => Promise<void>
}

/** Shortest time between two reports of progress. */
const pace = 100

export function longWorks(emitter: Emitter): LongWorks {
  const running = new Map<LongWork, { readonly control: AbortController; readonly done: Promise<unknown> }>()
  return {
    run: async (work, task) => {
      if (running.has(work)) return failure(message('app.workRunning'))
      const control = new AbortController()
      let told = 0
      const progress: Progress = (done, of) => {
        if (done < of && performance.now() - told < pace) return
        told = performance.now()
        emitter.emit('work.progress', { work, done, of })
      }
      const done = task(progress, control.signal)
      running.set(work, { control, done })
      try {
        return await done
      } finally {
        running.delete(work)
      }
    },
    stop: work => running.get(work)?.control.abort(),
    running: () => running.size > 0,
    close: async () => {
      const all = [...running.values()]
      for (const { control } of all) control.abort()
      await Promise.allSettled(all.map(({ done }) => done))
    },
  }
}
