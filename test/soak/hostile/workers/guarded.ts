import { parentPort } from 'node:worker_threads'
import { installGuard } from '../guard.ts'

/** The application's own reading worker, under guard. The file it was last given is the only one it may open. */

const log = process.env.KAIJUAN_GUARD_LOG
if (!parentPort || !log) throw new Error('runs as a worker of host.ts')

let current = ''
installGuard(log, () => current)

type Listener = (given: unknown) => void
const on = parentPort.on.bind(parentPort)
const listen = (event: string, listener: Listener): unknown =>
  on(event, (given: unknown) => {
    if (event === 'message' && typeof given === 'object' && given !== null && 'path' in given)
      current = String(given.path)
    listener(given)
  })
// The listener of worker.ts is wrapped rather than preceded: a listener of our own would start the port before its one is there.
Object.defineProperty(parentPort, 'on', { value: listen })

await import('../../../../src/main/ingest/worker.ts')
