import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ImportStep } from '../../shared/data/importing.ts'
import type { Printed } from '../../shared/extract/print.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { watchMemory } from '../readers/common/memoryWatch.ts'
import type { FileReading, Job, PrintJob, WorkerAnswer } from './job.ts'

/** Limits of one file: documents are hostile until read. The heap may take `megabytes`, buffers outside it twice as much. */
export type Limits = { readonly workers: number; readonly seconds: number; readonly megabytes: number }

export const standardLimits: Limits = {
  workers: availableParallelism(),
  seconds: 30,
  megabytes: 512,
}

/** Calls `work` after so many milliseconds, unless the function returned is called before. */
export type After = (milliseconds: number, work: () => void) => () => void

/** The system's timers. None keeps the process alive: a worker that is being waited for does. */
export const afterTime: After = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds).unref()
  return () => clearTimeout(timer)
}

type Done = { readonly kind: 'done'; readonly reading: FileReading }
type Print = { readonly kind: 'printed'; readonly printed: Printed }
/** Why there is no reading. */
export type NotRead =
  /** The reading was ended or broke; the file itself was there. */
  | { readonly kind: 'failed'; readonly problem: Message }
  | { readonly kind: 'unopened'; readonly code: string }
  | { readonly kind: 'cancelled' }

export type PoolAnswer = Done | NotRead
export type PrintAnswer = Print | NotRead

export type Pool = {
  readonly size: number
  /** Reads one file in a worker; waits for a free one. Never rejects. */
  readonly read: (
    job: Job,
    onStep: (step: ImportStep) => void,
    signal: AbortSignal,
    /** quiet: waits for all others, and gives its worker to one of them rather than let it wait; it is then `cancelled`. */
    how?: { readonly quiet: boolean },
  ) => Promise<PoolAnswer>
  /** Reads one file as `read` does, and answers with what the command line prints of it. Never rejects. */
  readonly print: (job: Job & { readonly print: PrintJob }) => Promise<PrintAnswer>
  readonly close: () => Promise<void>
}

type Task = {
  readonly job: Job
  readonly quiet: boolean
  readonly onStep: (step: ImportStep) => void
  readonly settle: (answer: Done | Print | NotRead) => void
}

/** So long another file waits for quiet work that is nearly done: ending it costs a new worker, some 300 ms. */
const patience = 300

/** A worker that was ended for its file or broke: why, and how long it had read. */
export type Broken = { readonly problem: Message; readonly ms: number }

/** One worker and the file it is reading. */
type Seat = {
  readonly worker: Worker
  begun: number
  task: Task | null
  stopTimer: () => void
  stopWatching: () => void
}

/** What a pool hears from and tells to. */
type Around = {
  /** The timers; tests turn their clock on themselves. */
  readonly after?: After
  /** Hears of each worker that was ended for its file or broke. */
  readonly onBroken?: (broken: Broken) => void
  /** Bytes that the process may still take, 0 where nobody knows. */
  readonly free?: () => number
}

/**
 * Workers are started when first needed and used again. One that runs out of time or memory or breaks is ended, its file gets the
 * reason, and the next file gets a new worker.
 *
 * So many workers read at once as there are processors, but a further one starts or goes on only where the machine has memory for it: a
 * machine that swaps reads slower with each.
 */
export function createPool(
  workerUrl: URL,
  limits: Limits = standardLimits,
  { after = afterTime, onBroken = () => undefined, free = () => process.availableMemory() }: Around = {},
): Pool {
  const seats = new Set<Seat>()
  const waiting: Task[] = []

  const finish = (seat: Seat, answer: Done | Print | NotRead): void => {
    seat.stopTimer()
    seat.stopWatching()
    const { task } = seat
    seat.task = null
    task?.settle(answer)
  }
  const end = (seat: Seat, answer: NotRead): void => {
    seats.delete(seat)
    if (answer.kind === 'failed') onBroken({ problem: answer.problem, ms: performance.now() - seat.begun })
    finish(seat, answer)
    void seat.worker.terminate()
    next()
  }
  const crashedAt = (file: string, detail: string): NotRead => {
    return { kind: 'failed', problem: message('read.crashed', { file }, null, detail) }
  }
  const crashed = (seat: Seat, detail: string) => crashedAt(seat.task?.job.name ?? '', detail)
  const swollen = (seat: Seat): NotRead => {
    const params = { file: seat.task?.job.name ?? '', megabytes: limits.megabytes }
    return { kind: 'failed', problem: message('read.tookTooMuchMemory', params) }
  }
  const broke = (seat: Seat, error: Error & { code?: unknown }): NotRead => {
    return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? swollen(seat) : crashed(seat, error.stack ?? error.message)
  }
  const heard = (seat: Seat, answer: WorkerAnswer): void => {
    switch (answer.kind) {
      case 'step':
        seat.task?.onStep(answer.step)
        return
      case 'done':
      case 'printed':
      case 'unopened':
        finish(seat, answer)
        next()
        return
      case 'crashed':
        end(seat, crashed(seat, answer.detail))
    }
  }

  const start = (): Seat => {
    const worker = new Worker(workerUrl, {
      // Twice what is allowed: a worker that reaches this limit in one step takes the whole process down. It is ended before.
      resourceLimits: { maxOldGenerationSizeMb: 2 * limits.megabytes },
      // Libraries print warnings; standard output belongs to the command line's answers.
      stdout: true,
      stderr: true,
      execArgv: [],
    })
    worker.stdout.resume()
    worker.stderr.resume()
    const seat: Seat = {
      ...{ worker, begun: performance.now(), task: null },
      ...{ stopTimer: () => undefined, stopWatching: () => undefined },
    }
    seats.add(seat)
    worker.on('message', (answer: WorkerAnswer) => heard(seat, answer))
    worker.on('error', (error: Error) => end(seat, broke(seat, error)))
    worker.on('exit', code => {
      if (seats.has(seat)) end(seat, crashed(seat, `worker ended with ${code}`))
    })
    return seat
  }

  const give = (seat: Seat, task: Task): void => {
    seat.task = task
    seat.begun = performance.now()
    seat.stopTimer = after(limits.seconds * 1000, () => {
      const params = { file: task.job.name, seconds: limits.seconds }
      end(seat, { kind: 'failed', problem: message('read.tookTooLong', params) })
    })
    // A file of 256 MB, the largest that is read, may be held twice before anything of it is inflated.
    const most = { heap: limits.megabytes, buffers: 2 * limits.megabytes }
    seat.stopWatching = watchMemory(seat.worker, most, () => end(seat, swollen(seat)))
    seat.worker.postMessage(task.job)
  }

  /** The first that waits; quiet work after all others. */
  const take = (): Task | undefined => {
    const at = waiting.findIndex(task => !task.quiet)
    return waiting.splice(Math.max(0, at), 1)[0]
  }

  /** A seat for the next file, none where all read or memory is short. One file is always being read, come what may. */
  const freeSeat = (): Seat | null => {
    const all = [...seats]
    const idle = all.find(seat => seat.task === null)
    const roomFor = (files: number) => {
      const bytes = free()
      return bytes === 0 || bytes >= files * limits.megabytes * 1024 * 1024
    }
    if (all.every(seat => seat.task === null)) return idle ?? start()
    if (idle) return roomFor(1) ? idle : null
    return seats.size < limits.workers && roomFor(2) ? start() : null
  }

  function next(): void {
    while (waiting.length > 0) {
      const seat = freeSeat()
      const task = seat && take()
      if (!seat || !task) return
      give(seat, task)
    }
  }

  /** Ends quiet work for a file that has waited long enough. */
  const makeRoom = (task: Task): void => {
    if (task.quiet || !waiting.includes(task)) return
    after(patience, () => {
      const quiet = waiting.includes(task) ? [...seats].find(seat => seat.task?.quiet) : undefined
      if (quiet) end(quiet, { kind: 'cancelled' })
    })
  }

  /** Gives a file to a worker, or lets it wait for one. */
  const begin = (asked: Omit<Task, 'settle'>, signal: AbortSignal): Promise<Done | Print | NotRead> =>
    new Promise(resolve => {
      if (signal.aborted) return resolve({ kind: 'cancelled' })
      const cancel = (): void => {
        const at = waiting.indexOf(task)
        const seat = [...seats].find(item => item.task === task)
        if (at >= 0) waiting.splice(at, 1)
        if (seat) end(seat, { kind: 'cancelled' })
        else task.settle({ kind: 'cancelled' })
      }
      const task: Task = {
        ...asked,
        settle: answer => {
          signal.removeEventListener('abort', cancel)
          resolve(answer)
        },
      }
      signal.addEventListener('abort', cancel, { once: true })
      waiting.push(task)
      next()
      makeRoom(task)
    })
  const never = new AbortController().signal

  return {
    size: limits.workers,
    read: async (job, onStep, signal, { quiet } = { quiet: false }) => {
      const answer = await begin({ job, quiet, onStep }, signal)
      return answer.kind === 'printed' ? crashedAt(job.name, 'printed, where a reading was asked for') : answer
    },
    print: async job => {
      const answer = await begin({ job, quiet: false, onStep: () => undefined }, never)
      return answer.kind === 'done' ? crashedAt(job.name, 'a reading, where print was asked for') : answer
    },
    close: async () => {
      for (const task of waiting.splice(0)) task.settle({ kind: 'cancelled' })
      const ending = [...seats]
      seats.clear()
      for (const seat of ending) finish(seat, { kind: 'cancelled' })
      await Promise.all(ending.map(seat => seat.worker.terminate()))
    },
  }
}
