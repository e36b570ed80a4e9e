import { createHash } from 'node:crypto'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../src/main/archive/index.ts'
import type { Archive } from '../../src/main/archive/model.ts'
import type { Outcome } from '../../src/shared/outcome.ts'
import { type Call, type Fault, faultyFiles, hasty, Stopped } from './faults.ts'
import { killHolder } from './holders.ts'
import { ingest, never, open, recordOf, revise, value } from './samples.ts'
import { contents, tempFolder, tempsIn } from './temp.ts'
import { visible } from './visible.ts'

/** A folder with an archive (one record, one revision), two files to import and their steps. */
async function prepared(): Promise<string> {
  const folder = await tempFolder()
  await mkdir(join(folder, 'inbox'))
  await writeFile(join(folder, 'inbox/old.txt'), 'an old report')
  await writeFile(join(folder, 'inbox/new.txt'), 'a new report')
  const archive = await open(join(folder, 'archive'), hasty)
  const record = await ingest(archive, join(folder, 'inbox/old.txt'))
  value(await revise(archive, record, 2022))
  await archive.close()
  return folder
}

const oldId = createHash('sha256').update('an old report').digest('hex').slice(0, 16)

type Step = (archive: Archive, inbox: string) => Promise<Outcome<unknown>>

const steps: readonly Step[] = [
  async (archive, inbox) => {
    const kept = await archive.keepSource(join(inbox, 'new.txt'), never())
    return kept.ok && !kept.value.record ? await archive.addRecord(recordOf(kept.value, 'new.txt'), 'archived') : kept
  },
  async archive => {
    const record = await archive.record(oldId)
    return record.ok ? await revise(archive, record.value, 2021) : record
  },
  archive => archive.saveSettings({ who: '李明' }),
  archive => archive.addJournal({ kind: 'verify', sources: 1, records: 1, damaged: 0, milliseconds: 1 }),
]

/** A source kept before a later step failed is no harm: it is named by its content and waits for the next attempt. */
function withoutNewSource(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path, hash]) => !path.endsWith(hash)))
}

type Run = { readonly calls: number; readonly failed: number }

/** Runs the steps over a copy of the prepared folder with faults, and checks everything that must hold whatever fails. */
async function runWith(from: string, plan: (call: Call) => Fault | null): Promise<Run> {
  const folder = await tempFolder()
  await cp(from, folder, { recursive: true })
  const home = join(folder, 'archive')
  const files = faultyFiles(plan)
  const baseline = await contents(home)
  let failed = 0
  const acknowledged: Step[] = []
  const opened = await openArchive(home, { version: 'test', files })
  if (!opened.ok) failed++
  else {
    const archive = opened.value
    for (const step of steps) {
      const before = await contents(home)
      const outcome = await step(archive, join(folder, 'inbox'))
      if (outcome.ok) acknowledged.push(step)
      else {
        failed++
        expect(outcome.problem.severity).not.toBe('info')
        expect(withoutNewSource(await contents(home))).toEqual(withoutNewSource(before))
      }
    }
    await archive.close()
  }
  if (acknowledged.length === 0) expect(withoutNewSource(await contents(home))).toEqual(withoutNewSource(baseline))
  await mustShow(home, await expectedAfter(from, acknowledged))
  return { calls: files.calls(), failed }
}

const memory = new Map<string, unknown>()

/** What an archive shows on which nothing ever failed and these steps were done. */
async function expectedAfter(from: string, done: readonly Step[]): Promise<unknown> {
  const key = steps.map(step => (done.includes(step) ? '1' : '0')).join('')
  const known = memory.get(key)
  if (known) return known
  const folder = await tempFolder()
  await cp(from, folder, { recursive: true })
  const archive = await open(join(folder, 'archive'), hasty)
  for (const step of done) value(await step(archive, join(folder, 'inbox')))
  const shown = await visible(archive)
  await archive.close()
  memory.set(key, shown)
  return shown
}

async function mustShow(home: string, ...allowed: readonly unknown[]): Promise<void> {
  const again = await open(home, hasty)
  expect(again.readOnly).toBeNull()
  expect(allowed).toContainEqual(await visible(again))
  expect(await tempsIn(home)).toEqual([])
  const report = value(await again.verify(() => undefined, never()))
  expect(report.problems.filter(item => item.severity === 'error')).toEqual([])
  await again.close()
}

/** How many calls the scenario makes when nothing fails. */
async function countCalls(from: string): Promise<number> {
  const run = await runWith(from, () => null)
  expect(run.failed).toBe(0)
  return run.calls
}

const stride = (short: number) => (process.env.KAIJUAN_EVERY_CALL === '1' ? 1 : short)

describe('whatever file-system call fails', () => {
  // Every fourth call for each: between them they meet every call (all with each: npm run soak:faults).
  for (const [code, first, step] of [
    ['ENOSPC', 0, stride(4)],
    ['EIO', 0, stride(4)],
    ['EPERM', 1, stride(4)],
    ['EBUSY', 2, stride(4)],
    ['EACCES', 3, stride(4)],
  ] as const) {
    test(`one ${code} at any call: the step says so, the old data are byte-identical, the next steps work`, async () => {
      const from = await prepared()
      const calls = await countCalls(from)
      let failures = 0
      for (let at = first; at < calls; at += step) {
        const { failed } = await runWith(from, call => (call.index === at ? { kind: 'error', code } : null))
        failures += failed
      }
      expect(failures).toBeGreaterThan(20 / step)
    })
  }

  test('a disk that is full from any call on', async () => {
    const from = await prepared()
    const calls = await countCalls(from)
    const needsSpace = new Set(['write', 'sync', 'create', 'mkdir', 'link'])
    for (let at = 0; at < calls; at += stride(5))
      await runWith(from, call =>
        call.index >= at && needsSpace.has(call.name) ? { kind: 'error', code: 'ENOSPC' } : null,
      )
  })

  test('a folder that may not be written from any call on', async () => {
    const from = await prepared()
    const calls = await countCalls(from)
    // As root, permission bits forbid nothing; the refusal is injected instead.
    for (let at = 0; at < calls; at += stride(7))
      await runWith(from, call =>
        call.index >= at && call.path.includes('/archive') && ['create', 'mkdir', 'link'].includes(call.name)
          ? { kind: 'error', code: 'EROFS' }
          : null,
      )
  })

  test('writes that take only half of what they were given are continued', async () => {
    const from = await prepared()
    const { failed } = await runWith(from, call => (call.name === 'write' ? { kind: 'short' } : null))
    expect(failed).toBe(0)
  })

  test('a process that ends at any call: reopening shows what was acknowledged, or that and the step under way', async () => {
    const from = await prepared()
    const calls = await countCalls(from)
    for (let at = 0; at < calls; at += stride(3)) {
      const folder = await tempFolder()
      await cp(from, folder, { recursive: true })
      const home = join(folder, 'archive')
      const files = faultyFiles(call => (call.index === at ? { kind: 'stop' } : null))
      const acknowledged: Step[] = []
      let underWay: Step | null = null
      const work = async () => {
        const archive = value(await openArchive(home, { version: 'test', files }))
        for (const step of steps) {
          underWay = step
          value(await step(archive, join(folder, 'inbox')))
          acknowledged.push(step)
          underWay = null
        }
        await archive.close()
      }
      await expect(work()).rejects.toThrow(Stopped)
      await killHolder(home)
      const possible = [await expectedAfter(from, acknowledged)]
      if (underWay) possible.push(await expectedAfter(from, [...acknowledged, underWay]))
      await mustShow(home, ...possible)
    }
  })
})
