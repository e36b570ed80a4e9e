import { parentPort } from 'node:worker_threads'

/** A worker that begins with each file and never answers. It waits and does not work: several of them take no processor from anybody. */
parentPort?.on('message', () => {
  parentPort?.postMessage({ kind: 'step', step: 'read' })
})
