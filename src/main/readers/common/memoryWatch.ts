import type { Worker } from 'node:worker_threads'

/** Bounds the memory of worker threads that read. */

/** An answer takes under 0.1 s even of a worker that is busy: it is given at an interrupt. */
const everyMilliseconds = 250

/** What a worker may hold, in MB: in its heap, and in buffers outside it. */
export type MemoryLimits = { readonly heap: number; readonly buffers: number }

/**
 * Watches what a worker holds and calls `onTooMuch` above the limits. The limit that Node puts on a worker is not enough: it counts the
 * heap alone, while inflated data lies in buffers (one small PDF took 2.4 GB), and when the heap grows past it in one step, V8 ends the
 * whole process (seen with pdf.js). The function returned ends it.
 */
export function watchMemory(worker: Worker, limits: MemoryLimits, onTooMuch: () => void): () => void {
  let watching = true
  const over = (bytes: number, megabytes: number) => bytes > megabytes * 1024 * 1024
  const look = async (): Promise<void> => {
    const { used_heap_size: heap, external_memory: buffers } = await worker.getHeapStatistics()
    if (watching && (over(heap, limits.heap) || over(buffers, limits.buffers))) onTooMuch()
  }
  // A worker that is ending cannot answer; nobody waits for it.
  const timer = setInterval(() => void look().catch(() => undefined), everyMilliseconds)
  timer.unref()
  return () => {
    watching = false
    clearInterval(timer)
  }
}
