import { parentPort } from 'node:worker_threads'

/** A worker that begins and never answers for a file named hang, and answers at once for any other. */
parentPort?.on('message', (job: { name: string }) => {
  parentPort?.postMessage({ kind: 'step', step: 'read' })
  while (job.name.startsWith('hang'));
  const reading = { sha256: 'a'.repeat(64), bytes: 1, format: 'text', document: null, report: null, messages: [] }
  parentPort?.postMessage({ kind: 'done', reading })
})
