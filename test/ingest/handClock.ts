import type { After } from '../../src/main/ingest/pool.ts'

type Timer = { readonly due: number; readonly work: () => void }

export type HandClock = {
  readonly after: After
  /** Lets so many milliseconds pass: what falls due is called, in order, before this returns. */
  readonly turnOn: (milliseconds: number) => void
}

/** A clock that stands still until a test turns it on, however busy the machine is. */
export function handClock(): HandClock {
  const timers = new Set<Timer>()
  let now = 0
  return {
    after: (milliseconds, work) => {
      const timer = { due: now + milliseconds, work }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    turnOn: milliseconds => {
      now += milliseconds
      for (const timer of [...timers].sort((a, b) => a.due - b.due)) {
        // One that fell due before may have taken it back.
        if (timer.due <= now && timers.delete(timer)) timer.work()
      }
    },
  }
}
