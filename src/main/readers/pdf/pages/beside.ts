import { availableParallelism, loadavg } from 'node:os'
import { Worker } from 'node:worker_threads'
import { watchMemory } from '../../common/memoryWatch.ts'
import { besidesMegabytes } from '../limits.ts'
import type { PageParts } from './pageParts.ts'

/** A second thread that reads a long PDF's pages from its end while this one reads them from its beginning, until they meet. */
export type Beside = {
  /** Takes a page for this thread; false where the other has it. */
  readonly take: (number: number) => boolean
  /** What the other thread made of a page that it took: null where the library failed, undefined where the thread was lost. */
  readonly page: (number: number) => Promise<PageParts | null | undefined>
  readonly end: () => Promise<void>
}

/** What the other thread gets. `taken` has a place for each page, 1 where somebody has taken it. */
export type BesideJob = {
  readonly bytes: Uint8Array
  readonly name: string
  readonly password: string | null
  readonly last: number
  readonly taken: Int32Array
}
export type BesidePage = { readonly number: number; readonly parts: PageParts | null }

/** True for the one thread that asks first. */
export function takePage(taken: Int32Array, number: number): boolean {
  return Atomics.compareExchange(taken, number, 0, 1) === 0
}

/** A thread costs its start, a second of work, and opens the file again: it pays where so many pages and so much work are left. */
const fewestPages = 40
const worthMilliseconds = 3000
/** Fonts are read and the program warms up with the first pages; the time of those between these two tells that of the others. */
const [warm, told] = [8, 24]

type Machine = {
  readonly cores: number
  /** How many threads of the whole machine want to run (0 where the system does not tell). */
  readonly load: () => number
  /** This thread's own work so far, in milliseconds: that of others must not make a short file look long. */
  readonly worked: () => number
}
const thisMachine: Machine = {
  cores: availableParallelism(),
  load: () => loadavg()[0] ?? 0,
  worked: () => process.threadCpuUsage().user / 1000,
}

/** Whether it is time for a second thread, asked before each of the pages up to `last`. It is at most once. */
export function whenItPays(last: number, { cores, load, worked }: Machine = thisMachine): (number: number) => boolean {
  let before = 0
  return number => {
    if (number === warm + 1) before = worked()
    if (number !== told + 1 || last < fewestPages || cores < 2 || load() >= cores) return false
    return ((worked() - before) / (told - warm)) * (last - told) > worthMilliseconds
  }
}

const bundled = import.meta.url.endsWith('.js')
const threadUrl = new URL(bundled ? '../besideThread.js' : './besideThread.ts', import.meta.url)

/** Starts the thread on pages 1 to `last`. It has the limits of memory that the reading worker has; beyond them it is ended, and lost. */
export function startBeside(bytes: Uint8Array, name: string, password: string | null, last: number): Beside {
  const taken = new Int32Array(new SharedArrayBuffer(4 * (last + 1)))
  const workerData: BesideJob = { bytes, name, password, last, taken }
  const worker = new Worker(threadUrl, {
    workerData,
    // As for reading workers: see src/main/ingest/pool.ts.
    resourceLimits: { maxOldGenerationSizeMb: 2 * besidesMegabytes },
    stdout: true,
    stderr: true,
    execArgv: [],
  })
  worker.stdout.resume()
  worker.stderr.resume()
  const pages = new Map<number, PageParts | null>()
  const waiting = new Map<number, (page: PageParts | null | undefined) => void>()
  let lost = false
  const lose = (): void => {
    lost = true
    for (const resolve of waiting.values()) resolve(undefined)
    waiting.clear()
  }
  const limits = { heap: besidesMegabytes, buffers: 2 * besidesMegabytes }
  const stopWatching = watchMemory(worker, limits, () => void worker.terminate())
  worker.on('message', ({ number, parts }: BesidePage) => {
    const wanted = waiting.get(number)
    waiting.delete(number)
    if (wanted) wanted(parts)
    else pages.set(number, parts)
  })
  worker.on('error', lose)
  worker.on('exit', lose)
  return {
    take: number => takePage(taken, number),
    page: number => {
      const parts = pages.get(number)
      pages.delete(number)
      if (parts !== undefined || lost) return Promise.resolve(parts)
      return new Promise(resolve => waiting.set(number, resolve))
    },
    end: async () => {
      stopWatching()
      await worker.terminate()
    },
  }
}
