import { parentPort } from 'node:worker_threads'

/** A worker that fills buffers without end for a file named big, never giving its thread away, and answers at once for any other. */
parentPort?.on('message', (job: { name: string }) => {
  const held: Buffer[] = []
  while (job.name.startsWith('big')) {
    // It stops by itself at 1.5 GB: where nobody watches, the test must fail, not the machine.
    if (held.length < 300) held.push(Buffer.alloc(5_000_000, 1))
  }
  const reading = { sha256: 'a'.repeat(64), bytes: 1, format: 'text', document: null, report: null, messages: [] }
  parentPort?.postMessage({ kind: 'done', reading })
})
