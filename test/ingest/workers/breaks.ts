import { parentPort } from 'node:worker_threads'

/** A worker with a bug: it throws, or just ends, depending on the file's name. */
parentPort?.on('message', (job: { name: string }) => {
  if (job.name.startsWith('throw')) throw new TypeError('of a bug')
  process.exit(3)
})
