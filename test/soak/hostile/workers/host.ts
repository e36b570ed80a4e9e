import { closeSync, openSync, readFileSync } from 'node:fs'
import { createPool, type PoolAnswer, standardLimits } from '../../../../src/main/ingest/pool.ts'
import { extractStatus } from '../../../../src/shared/extract/output.ts'
import type { Attempt } from '../guard.ts'
import { extractedOf, judge } from '../judge.ts'
import { watchMemory } from '../memory.ts'
import type { Job, Result, Violation } from '../result.ts'

/**
 * Stands where the application's main process stands: it owns the pool, and what brings it down would bring the application down.
 * Files come in and results go out over the channel to supervise.ts, one at a time, so that time and memory are one file's.
 */

const log = process.env.KAIJUAN_GUARD_LOG ?? ''
closeSync(openSync(log, 'a'))
const limits = { ...standardLimits, workers: 1 }
const pool = createPool(new URL('./guarded.ts', import.meta.url), limits)
/** What the limit may be overrun by: ending a worker on a busy machine. */
const grace = 5

let attemptsSeen = 0
function newAttempts(): readonly Violation[] {
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean)
  const fresh = lines.slice(attemptsSeen)
  attemptsSeen = lines.length
  return fresh.map(line => {
    const { what, target, stack }: Attempt = JSON.parse(line)
    return { kind: 'access', detail: `${what} ${target}\n${stack}` }
  })
}

async function readOne(job: Job): Promise<Result> {
  const memory = watchMemory()
  const began = performance.now()
  const answer: PoolAnswer = await pool.read(job, () => {}, new AbortController().signal)
  const milliseconds = Math.round(performance.now() - began)
  const late: Violation[] =
    milliseconds > (limits.seconds + grace) * 1000
      ? [{ kind: 'hang', detail: `answered after ${milliseconds} ms` }]
      : []
  const file = extractedOf(job, answer)
  const violations = [...late, ...newAttempts(), ...judge(job, file)]
  return {
    ...job,
    format: file.format,
    status: extractStatus(file),
    codes: file.messages.map(message => message.code),
    milliseconds,
    ...memory(),
    tables: file.report?.tables.length ?? 0,
    violations,
  }
}

process.on('message', (job: Job) => {
  void readOne(job).then(result => process.send?.(result))
})
process.on('disconnect', () => process.exit(0))
