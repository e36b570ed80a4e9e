/** Runs work strictly one after the other. A failure is its caller's alone: the next piece of work starts all the same. */
export type SerialQueue = {
  readonly run: <T>(work: () => Promise<T>) => Promise<T>
  /** Resolves when everything asked for so far has ended. */
  readonly idle: () => Promise<void>
}

export function makeQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve()
  const run = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
  return {
    run,
    idle: async () => {
      await last
    },
  }
}

/** One queue for each key; queues that have run empty are forgotten. */
export function makeQueues(): { readonly run: <T>(key: string, work: () => Promise<T>) => Promise<T> } {
  const queues = new Map<string, { readonly queue: SerialQueue; waiting: number }>()
  return {
    run: async (key, work) => {
      const mine = queues.get(key) ?? { queue: makeQueue(), waiting: 0 }
      queues.set(key, mine)
      mine.waiting++
      try {
        return await mine.queue.run(work)
      } finally {
        mine.waiting--
        if (mine.waiting === 0) queues.delete(key)
      }
    },
  }
}
