import { parentPort } from 'node:worker_threads'

/** A worker that begins and never answers for a file named hang, and answers at once for any other. */
parentPort?.on('message', (job: { name: string }) => {
  parentPort?.postMessage({ kind: 'step', step: 'read' })
  // Nothing is called in it: a worker is not always ended in the middle of one that calls.
  if (job.name.startsWith('hang')) for (;;);
  const reading = { sha256: 'a'.repeat(64), bytes: 1, format: 'text', document: null, report: null, messages: [] }
  parentPort?.postMessage({ kind: 'done', reading })
})
