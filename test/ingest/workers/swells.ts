import { parentPort } from 'node:worker_threads'

/** A worker that takes memory without end. */
parentPort?.on('message', () => {
  const held: number[][] = []
  for (;;) held.push(Array.from({ length: 100_000 }, (_, index) => index + 0.5))
})
