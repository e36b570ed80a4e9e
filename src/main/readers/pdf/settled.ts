import { performance } from 'node:perf_hooks'

/** So many looks in a row at an idle thread, and how far they are apart. Waiting for a slow disk takes less. */
const looks = 4
const apart = 1000
/** A thread that does less than this part of the time waits for something. Being starved by other programs is not being idle. */
const active = 0.02

/**
 * The work's outcome; fails where it can have none any more. pdf.js has promises that never settle on some damaged files: nothing runs
 * then, and the reader would wait until its worker is ended with everything it has read.
 */
export function settled<T>(work: Promise<T>, every: number = apart): Promise<T> {
  return new Promise((resolve, reject) => {
    let before = performance.eventLoopUtilization()
    let idle = 0
    const timer = setInterval(() => {
      const now = performance.eventLoopUtilization()
      idle = performance.eventLoopUtilization(now, before).active < active * every ? idle + 1 : 0
      before = now
      if (idle < looks) return
      clearInterval(timer)
      reject(new Error('the parser waits for something that does not come'))
    }, every)
    work.then(resolve, reject).finally(() => clearInterval(timer))
  })
}
