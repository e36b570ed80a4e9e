import { createRequire } from 'node:module'
import { standardOut } from './cli/io.ts'
import { run } from './cli/run.ts'

/** Command-line entry. Runs from the sources and, bundled, beside the built worker. */

const bundled = import.meta.url.endsWith('.js')
const workerUrl = new URL(bundled ? './worker.js' : './ingest/worker.ts', import.meta.url)
const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

process.exitCode = await run(process.argv.slice(2), {
  workerUrl,
  version,
  environment: process.env,
  out: standardOut(process.stdout),
  log: line => process.stderr.write(`${line}\n`),
})
