import { createPool, type Pool, standardLimits } from '../src/main/ingest/pool.ts'

export const workerUrl = new URL('../src/main/ingest/worker.ts', import.meta.url)

let pool: Pool | null = null

/**
 * Workers that read for all tests of a process. Each new one loads all readers, which takes a second of processor time; it ends with the
 * process. Tests of what happens to workers make their own.
 */
export function readingPool(): Pool {
  // No file is given up for its time: on a busy machine a sound one may need more than the 30 s that a person would wait.
  pool ??= createPool(workerUrl, { ...standardLimits, seconds: 600 })
  return pool
}
