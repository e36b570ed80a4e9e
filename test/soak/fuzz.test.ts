import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { messageTable } from '../../src/shared/messages/index.ts'
import { fuzz } from './hostile/fuzzing.ts'
import type { Attempt } from './hostile/guard.ts'
import { judge } from './hostile/judge.ts'
import { mutantOf } from './hostile/mutate/index.ts'
import { readSeeds } from './hostile/mutate/seeds.ts'
import type { Result } from './hostile/result.ts'
import { isClean, summarise, summaryText } from './hostile/summary.ts'
import { standardHosts, supervise } from './hostile/supervise.ts'

test('150 mutated files do no harm, and each that cannot be read says why', async () => {
  const results: Result[] = []
  await fuzz({ count: 150, seed: 1, first: 0, hosts: 1 }, (result, did) => {
    results.push({ ...result, path: `${result.name} (${did})` })
  })
  const summary = summarise(results)
  expect(summary.files).toBe(150)
  expect(isClean(summary), summaryText(summary)).toBe(true)
  // Neither all refused at the door nor all unharmed: else nothing was tried.
  expect(results.filter(one => one.status === 'failed').length).toBeGreaterThan(20)
  expect(results.filter(one => one.tables > 0).length).toBeGreaterThan(20)
}, 180_000)

test('the same seed makes the same files', async () => {
  const seeds = await readSeeds()
  const [one, again, other] = await Promise.all([1, 1, 2].map(number => mutantOf(seeds, number, 5)))
  expect(again?.bytes.equals(one?.bytes ?? Buffer.alloc(0))).toBe(true)
  expect(other?.bytes.equals(one?.bytes ?? Buffer.alloc(0))).toBe(false)
})

test('the guard refuses and writes down whatever is reached for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-guard-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const log = join(folder, 'log')
  const script = join(import.meta.dirname, 'hostile/workers/reaches.ts')
  const said = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, log], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  expect(said.trim().split('\n')).toEqual([
    'file given: got',
    'map of pdf.js: got',
    'other file: EACCES',
    'other file, promised: EACCES',
    'writing: EACCES',
    'connection: EACCES',
    'name: EACCES',
    'fetch: EACCES',
  ])
  const lines = (await readFile(log, 'utf8')).trim().split('\n')
  expect(lines.map(line => (JSON.parse(line) as Attempt).what)).toEqual([
    ...['file readFileSync', 'file readFile', 'write writeFile'],
    ...['network connect', 'network dns lookup', 'network fetch'],
  ])
})

test('a host that is brought down or hangs is told, and the next file gets a new one', async () => {
  const names = ['exit.pdf', 'abort.doc', 'hang.html']
  const seen: string[] = []
  const script = join(import.meta.dirname, 'hostile/workers/failingHost.ts')
  const jobs = names.map(name => ({ path: `/nowhere/${name}`, name }))
  await supervise(jobs[Symbol.iterator](), { ...standardHosts, count: 1, patience: 2, script }, result => {
    seen.push(`${result.name} ${result.violations.map(({ kind }) => kind).join()}`)
  })
  expect(seen).toEqual(['exit.pdf hostCrash', 'abort.doc hostCrash', 'hang.html hang'])
})

test('a refusal must name the file in Chinese, and a message must have no holes', () => {
  const job = { path: '/nowhere/甲.pdf', name: '甲.pdf' }
  const file = { file: job.path, sha256: null, format: 'unknown', report: null } as const
  const empty = { code: 'read.empty', severity: 'error', anchor: null } as const
  expect(messageTable['read.empty']).toBeDefined()
  const kinds = (messages: Parameters<typeof judge>[1]['messages']) =>
    judge(job, { ...file, messages }).map(({ kind }) => kind)
  expect(kinds([{ ...empty, params: { file: '甲.pdf' } }])).toEqual([])
  expect(kinds([{ ...empty, params: { file: '乙.pdf' } }])).toEqual(['noReason'])
  expect(kinds([{ ...empty, params: {} }])).toEqual(['noReason', 'badOutput'])
  expect(kinds([])).toEqual(['noReason'])
})
