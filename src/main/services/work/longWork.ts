import type { LongWork } from '../../../shared/data/longWork.ts'
import { message } from '../../../shared/messages/index.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import type { Progress } from '../../archive/model.ts'
import type { Emitter } from '../state/events.ts'
import { type OneAtATime, oneAtATime, progressPace } from './oneAtATime.ts'

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

export function longWorks(emitter: Emitter): LongWorks {
  const kinds = new Map<LongWork, OneAtATime>()
  const kind = (work: LongWork): OneAtATime => {
    const known = kinds.get(work) ?? oneAtATime(() => message('app.workRunning'))
    kinds.set(work, known)
    return known
  }
  return {
    run: (work, task) => {
      const due = progressPace()
      const progress: Progress = (done, of) => {
        if (due(done, of)) emitter.emit('work.progress', { work, done, of })
      }
      return kind(work).run(signal => task(progress, signal))
    },
    stop: work => kind(work).stop(),
    running: () => [...kinds.values()].some(one => one.running()),
    close: async () => {
      await Promise.all([...kinds.values()].map(one => one.close()))
    },
  }
}
