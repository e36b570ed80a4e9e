import { performance } from 'node:perf_hooks'

/** Gives up waiting for pdf.js where nothing can come any more. */

/** So many looks in a row at an idle thread, and how far they are apart. Waiting for a slow disk takes less. */
const looks = 4
const apart = 1000
/** A thread that does less than this part of the time waits for something. Being starved by other programs is not being idle. */
const active = 0.02

/** Looks at the thread: calls `look` again and again, each time with whether it has been idle since the last, until it is stopped. */
export type IdleWatch = (look: (idle: boolean) => void) => () => void

const watchThread: IdleWatch = look => {
  let before = performance.eventLoopUtilization()
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    const idle = performance.eventLoopUtilization(now, before).active < active * apart
    before = now
    look(idle)
  }, apart)
  return () => clearInterval(timer)
}

/**
 * The work's outcome; fails where it can have none any more. pdf.js has promises that never settle on some damaged files: nothing runs
 * then, and the reader would wait until its worker is ended with everything it has read.
 *
 * @param watch how the thread is looked at; tests say themselves when it was idle.
 */
export function failIfIdle<T>(work: Promise<T>, watch: IdleWatch = watchThread): Promise<T> {
  return new Promise((resolve, reject) => {
    let idle = 0
    const stop = watch(wasIdle => {
      idle = wasIdle ? idle + 1 : 0
      if (idle < looks) return
      stop()
      reject(new Error('the parser waits for something that does not come'))
    })
    work.then(resolve, reject).finally(stop)
  })
}
