/**
 * Reads every document of some folders as `extract` does, in guarded workers without a network, and reports whatever must not happen:
 * `npm run soak:hostile -- FOLDER…`. Figures go to test-results/hostile.json; exit status 1 on any violation.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Job, Result } from './hostile/result.ts'
import { isClean, summarise, summaryText } from './hostile/summary.ts'
import { canUnshare, standardHosts, supervise } from './hostile/supervise.ts'

const wanted = /\.(docx?|docm|dot[xm]?|wps|pdf|x?html?|rtf|mht(?:ml)?|eml|odt|ott|fodt|xml|txt)$/i

async function jobsIn(folders: readonly string[]): Promise<readonly Job[]> {
  const jobs: Job[] = []
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !wanted.test(entry.name)) continue
      const path = resolve(entry.parentPath, entry.name)
      jobs.push({ path, name: basename(path) })
    }
  }
  return jobs.sort((a, b) => (a.path < b.path ? -1 : 1))
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { hosts: { type: 'string', default: '2' }, out: { type: 'string', default: 'hostile.json' } },
})
if (positionals.length === 0) {
  console.error('Usage: npm run soak:hostile -- [--hosts 2] [--out hostile.json] FOLDER…')
  process.exit(2)
}
console.error(canUnshare() ? 'no network at all (unshare -n)' : 'network watched by hooks only')
const jobs = await jobsIn(positionals)
const results: Result[] = []
await supervise(jobs[Symbol.iterator](), { ...standardHosts, count: Number(values.hosts) }, result => {
  results.push(result)
  const marks = result.violations.map(({ kind }) => `  ${kind.toUpperCase()}`).join('')
  const codes = [...new Set(result.codes)].join(' ')
  console.error(
    `[${results.length}/${jobs.length}] ${result.status} ${result.milliseconds} ms ${result.path} ${codes}${marks}`,
  )
})
const summary = summarise(results)
const folder = join(import.meta.dirname, '../../test-results')
await mkdir(folder, { recursive: true })
await writeFile(
  join(folder, values.out),
  `${JSON.stringify({ ...summary, unshared: canUnshare(), results }, null, 1)}\n`,
)
console.log(summaryText(summary))
if (!isClean(summary)) process.exitCode = 1
