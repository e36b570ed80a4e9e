import { createPool, type Pool } from '../src/main/ingest/pool.ts'

export const workerUrl = new URL('../src/main/ingest/worker.ts', import.meta.url)

let pool: Pool | null = null

/**
 * Workers that read for all tests of a process. Each new one loads all readers, which takes a second of processor time; it ends with the
 * process. Tests of what happens to workers make their own.
 */
export function readingPool(): Pool {
  pool ??= createPool(workerUrl)
  return pool
}
