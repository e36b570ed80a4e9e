import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../../src/main/archive/index.ts'
import { type Lock, takeLock } from '../../../src/main/archive/lock/lock.ts'
import { type FileLayer, realFiles } from '../../../src/main/disk/files.ts'
import { messageLines } from '../../../src/shared/messages/index.ts'
import { faultyFiles } from '../faults.ts'
import { deadPid, killHolder } from '../holders.ts'
import { ingest, open, problem, revise, value } from '../samples.ts'
import { contents, tempFolder } from '../temp.ts'

async function mine(folder: string, files = realFiles): Promise<Lock> {
  const result = await takeLock(files, folder)
  if (result.kind !== 'mine') throw new Error(`held by ${result.by.pid}`)
  return result
}

type Starter = { readonly child: ChildProcess; readonly line: () => Promise<string> }

/** A process that is ready to try for the lock. */
async function starter(folder: string): Promise<Starter> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./locker.ts', import.meta.url)), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const line = async () => String((await lines.next()).value)
  expect(await line()).toBe('ready')
  return { child, line }
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

describe('the lock', () => {
  test('is given to the first and refused to the second, until it is given back', async () => {
    const folder = await tempFolder()
    const first = await mine(folder)
    expect(await takeLock(realFiles, folder)).toMatchObject({ kind: 'held', by: { pid: process.pid } })
    await first.release()
    expect(await readdir(folder)).toEqual([])
    expect((await mine(folder)).afterCrash).toBe(false)
  })

  test('of a process that has ended is taken over, and the new holder knows that there was a crash', async () => {
    const folder = await tempFolder()
    await mine(folder)
    await killHolder(folder)
    expect((await mine(folder)).afterCrash).toBe(true)
    expect(await readdir(folder)).toEqual(['archive.lock'])
  })

  test('of this very process number from before a restart of the computer is taken over', async () => {
    const folder = await tempFolder()
    await mine(folder)
    const path = join(folder, 'archive.lock')
    const lock = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...lock, boot: 'another boot' }))
    // Where the system tells no boot id, nothing can be known and the lock counts as held.
    expect((await takeLock(realFiles, folder)).kind).toBe(lock.boot === null ? 'held' : 'mine')
  })

  test('of another process that got the number of the ended one is taken over', async () => {
    const folder = await tempFolder()
    await mine(folder)
    const path = join(folder, 'archive.lock')
    const lock = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...lock, start: '1' }))
    expect((await takeLock(realFiles, folder)).kind).toBe(lock.start === null ? 'held' : 'mine')
  })

  test('of another computer is never taken over', async () => {
    const folder = await tempFolder()
    await mine(folder)
    const path = join(folder, 'archive.lock')
    const lock = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...lock, host: 'archive-room-2', pid: deadPid }))
    expect(await takeLock(realFiles, folder)).toMatchObject({ kind: 'held', by: { host: 'archive-room-2' } })
  })

  test('that was cut off while being written is taken over', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'archive.lock'), '{"token":"00')
    expect((await mine(folder)).afterCrash).toBe(true)
    expect(await takeLock(realFiles, folder)).toMatchObject({ kind: 'held' })
  })

  test('works where the file system has no hard links', async () => {
    const folder = await tempFolder()
    const files = faultyFiles(call => (call.name === 'link' ? { kind: 'error', code: 'EPERM' } : null))
    await mine(folder, files)
    expect(await takeLock(files, folder)).toMatchObject({ kind: 'held' })
    await killHolder(folder)
    expect((await mine(folder, files)).afterCrash).toBe(true)
    expect(await takeLock(files, folder)).toMatchObject({ kind: 'held' })
  })

  test('goes to exactly one of eight processes that start at once, over a free lock and over a dead one, round after round', async () => {
    const folder = await tempFolder()
    for (let round = 0; round < 4; round++) {
      const starters = await Promise.all(Array.from({ length: 8 }, () => starter(folder)))
      for (const { child } of starters) child.stdin?.write('go\n')
      const answers = await Promise.all(starters.map(item => item.line()))
      const winners = answers.flatMap((answer, index) => (answer.startsWith('mine') ? [starters[index]] : []))
      expect(winners).toHaveLength(1)
      expect(answers.filter(answer => answer === `held ${winners[0]?.child.pid}`)).toHaveLength(7)
      expect(winners[0] && answers[starters.indexOf(winners[0])]).toBe(`mine ${round > 0}`)
      expect(await readdir(folder)).toEqual(['archive.lock'])
      await Promise.all(starters.map(item => kill(item.child)))
    }
  })
})

describe('starters in one race, their calls in any order', () => {
  /** The real file system, each call of which waits for its turn. */
  const inTurns = (scheduler: fc.Scheduler): FileLayer => {
    const turn =
      <Args extends readonly unknown[], T>(work: (...args: Args) => Promise<T>) =>
      async (...args: Args): Promise<T> => {
        await scheduler.schedule(Promise.resolve(), work.name)
        return await work(...args)
      }
    return {
      ...realFiles,
      open: turn(realFiles.open),
      readFile: turn(realFiles.readFile),
      readdir: turn(realFiles.readdir),
      rename: turn(realFiles.rename),
      link: turn(realFiles.link),
      unlink: turn(realFiles.unlink),
    }
  }

  const dead = (token: string) =>
    JSON.stringify({ token, pid: deadPid, start: null, boot: null, host: hostname(), since: '' })
  const one = '1'.repeat(32)
  const two = '2'.repeat(32)
  const beginnings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'a free lock': {},
    'a dead lock': { 'archive.lock': dead(one) },
    'a dead lock with a dead successor': { 'archive.lock': dead(one), [`archive.lock.${one}.next`]: dead(two) },
  }

  for (const [name, files] of Object.entries(beginnings))
    test(`over ${name} have exactly one winner`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 4 }), async (scheduler, starters) => {
          const folder = await mkdtemp(join(tmpdir(), 'kaijuan-lock-'))
          try {
            for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
            const layer = inTurns(scheduler)
            const results = await scheduler.waitFor(
              Promise.all(Array.from({ length: starters }, () => takeLock(layer, folder))),
            )
            expect(results.map(item => item.kind).sort()).toEqual([...Array(starters - 1).fill('held'), 'mine'])
            expect(await readdir(folder)).toEqual(['archive.lock'])
          } finally {
            await rm(folder, { recursive: true })
          }
        }),
        { numRuns: 150 },
      )
    })
})

describe('an archive that another process holds', () => {
  test('opens for reading, says who holds it in Chinese, and refuses to write', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'a.txt'), 'a report')
    const home = join(folder, 'archive')
    const first = await open(home)
    const record = await ingest(first, join(folder, 'a.txt'))
    const before = await contents(home)
    const second = value(await openArchive(home, { version: 'test' }))
    expect(second.readOnly).toMatchObject({ code: 'archive.heldByOther', params: { pid: process.pid } })
    if (second.readOnly) expect(messageLines(second.readOnly, 'zh').what).toContain('归档库正由另一个开卷打开')
    expect(value(await second.record(record.id))).toEqual(record)
    expect(problem(await revise(second, record, 2022))).toBe('archive.heldByOther')
    expect(problem(await second.saveSettings({ who: 'x' }))).toBe('archive.heldByOther')
    expect(problem(await second.keepSource(join(folder, 'a.txt'), new AbortController().signal))).toBe(
      'archive.heldByOther',
    )
    await second.close()
    expect(await contents(home)).toEqual(before)
    value(await revise(first, record, 2022))
    await first.close()
  })
})
