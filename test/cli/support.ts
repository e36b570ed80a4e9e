import { join } from 'node:path'
import { run } from '../../src/main/cli/run.ts'
import { readingPool, workerUrl } from '../readingPool.ts'

export const root = join(import.meta.dirname, '..', '..')

export type Ran = { readonly status: number; readonly out: readonly string[]; readonly log: string }

/** Runs a command line in this process. */
export async function kaijuan(...argv: readonly string[]): Promise<Ran> {
  const out: string[] = []
  const log: string[] = []
  const status = await run(argv, {
    workerUrl,
    pool: readingPool(),
    version: '9.9.9',
    environment: { LANG: 'zh_CN.UTF-8' },
    out: async line => {
      out.push(line)
      return true
    },
    log: line => log.push(line),
  })
  return { status, out, log: log.join('\n') }
}
