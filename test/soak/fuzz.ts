/**
 * Reads mutated fixtures as `extract` does and reports whatever must not happen: `npm run soak:fuzz -- --count 20000 --seed 1`.
 * `--first N` begins at the N-th mutant, so that one of them can be made again alone. Files that did wrong are kept in
 * test-results/fuzz, figures in test-results/fuzz.json; exit status 1 on any violation.
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzz } from './hostile/fuzzing.ts'
import type { Result } from './hostile/result.ts'
import { isClean, summarise, summaryText } from './hostile/summary.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    hosts: { type: 'string', default: '2' },
    out: { type: 'string', default: 'fuzz.json' },
  },
})
const fuzzing = {
  count: Number(values.count),
  seed: Number(values.seed),
  first: Number(values.first),
  hosts: Number(values.hosts),
}
const folder = join(import.meta.dirname, '../../test-results')
const kept = join(folder, 'fuzz')
await mkdir(kept, { recursive: true })

/** Ended for its time or memory: no violation, but worth a look. */
const costly = new Set(['read.tookTooLong', 'read.tookTooMuchMemory'])
const results: Result[] = []
await fuzz(fuzzing, async (result, did) => {
  results.push({ ...result, path: `${result.name} (${did})` })
  const marks = result.violations.map(({ kind }) => kind.toUpperCase()).join(' ')
  if (marks || result.codes.some(code => costly.has(code))) {
    await copyFile(result.path, join(kept, result.name))
    console.error(`${result.name}: ${result.codes.join(' ')} ${marks} (${did})`)
  }
  if (results.length % 500 === 0) console.error(`${results.length} of ${fuzzing.count}`)
})
const summary = summarise(results)
await writeFile(join(folder, values.out), `${JSON.stringify({ ...fuzzing, ...summary }, null, 1)}\n`)
console.log(summaryText(summary))
if (!isClean(summary)) process.exitCode = 1
