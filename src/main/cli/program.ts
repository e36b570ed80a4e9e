import { createRequire } from 'node:module'
import { type ExitStatus, standardOut } from './io.ts'
import { run } from './run.ts'

/**
 * The command line as a whole process: its output, its environment, the worker beside it. Used by both entries, that of plain Node (`cli.ts`)
 * and that of the packed program (`start.ts`).
 * @param entry `import.meta.url` of the entry: bundled ones lie beside the built worker, from the sources the worker is a source file as well.
 */
export function runProgram(argv: readonly string[], entry: string): Promise<ExitStatus> {
  const workerUrl = new URL(entry.endsWith('.js') ? './worker.js' : './ingest/worker.ts', entry)
  const { version } = createRequire(entry)('../../package.json') as { version: string }
  return run(argv, {
    workerUrl,
    version,
    environment: process.env,
    out: standardOut(process.stdout),
    log: line => process.stderr.write(`${line}\n`),
  })
}
