import type { Worker } from 'node:worker_threads'

/** An answer takes under 0.1 s even of a worker that is busy: it is given at an interrupt. */
const everyMilliseconds = 250

/**
 * Watches what a worker holds outside its heap and calls `onTooMuch` above `megabytes`. The limit Node puts on a worker counts the heap
 * alone, and inflated data lies in buffers: a PDF of 1 MB whose one stream inflates to 1 GB took 2.4 GB. The function returned ends it.
 */
export function watchBuffers(worker: Worker, megabytes: number, onTooMuch: () => void): () => void {
  let watching = true
  const look = async (): Promise<void> => {
    const { external_memory: held } = await worker.getHeapStatistics()
    if (watching && held > megabytes * 1024 * 1024) onTooMuch()
  }
  // A worker that is ending cannot answer; nobody waits for it.
  const timer = setInterval(() => void look().catch(() => undefined), everyMilliseconds)
  timer.unref()
  return () => {
    watching = false
    clearInterval(timer)
  }
}
