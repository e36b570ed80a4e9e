import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPool, type Limits, type Pool, type PoolAnswer } from '../../src/main/ingest/pool.ts'
import { handClock } from './handClock.ts'

const real = new URL('../../src/main/ingest/worker.ts', import.meta.url)
const hangs = new URL('./workers/hangs.ts', import.meta.url)
const silent = new URL('./workers/silent.ts', import.meta.url)
const orphanOfPdfjs = new URL('./workers/orphanOfPdfjs.ts', import.meta.url)
const orphanOfOurs = new URL('./workers/orphanOfOurs.ts', import.meta.url)
const swells = new URL('./workers/swells.ts', import.meta.url)
const swellsOutside = new URL('./workers/swellsOutside.ts', import.meta.url)
const breaks = new URL('./workers/breaks.ts', import.meta.url)

function pool(worker: URL, limits: Partial<Limits> = {}, around: Parameters<typeof createPool>[2] = {}): Pool {
  const made = createPool(worker, { workers: 1, seconds: 20, megabytes: 512, ...limits }, around)
  onTestFinished(() => made.close())
  return made
}

function read(from: Pool, name: string, signal = new AbortController().signal): Promise<PoolAnswer> {
  return from.read({ path: `/nowhere/${name}`, name }, () => {}, signal)
}

/** Gives a file to a worker that hangs over it. */
async function hang(
  from: Pool,
  name: string,
  how?: { readonly quiet: boolean },
): Promise<{ end: Promise<PoolAnswer> }> {
  const { promise: begun, resolve } = Promise.withResolvers<void>()
  const end = from.read({ path: `/nowhere/${name}`, name }, () => resolve(), new AbortController().signal, how)
  await begun
  return { end }
}

const code = (answer: PoolAnswer) => (answer.kind === 'failed' ? answer.problem.code : answer.kind)

describe('the pool', () => {
  it('reads on where pdf.js has left a promise that fails to nobody, and not where we have', async () => {
    const path = fileURLToPath(new URL('../fixtures/reports/桐坞县人民政府2023.pdf', import.meta.url))
    const readBy = (worker: URL) => pool(worker).read({ path, name: '甲.pdf' }, () => {}, new AbortController().signal)
    expect(await readBy(orphanOfPdfjs)).toMatchObject({
      kind: 'done',
      reading: { format: 'pdf', report: { year: 2023 } },
    })
    expect(await readBy(orphanOfOurs)).toMatchObject({ problem: { code: 'read.crashed' } })
  })

  it('reads a file and tells its steps', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kaijuan-pool-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const path = join(folder, '甲.txt')
    await writeFile(path, '望溪区2023年政府信息公开工作年度报告\n一、总体情况\n全年平稳。\n')
    const steps: string[] = []
    const answer = await pool(real).read(
      { path, name: '甲.txt' },
      step => steps.push(step),
      new AbortController().signal,
    )
    expect(steps).toEqual(['sniff', 'read', 'recognise'])
    expect(answer).toMatchObject({ kind: 'done', reading: { format: 'text', report: { year: 2023 } } })
  })

  it('lets quiet work wait for all others, and ends it rather than let a file wait for it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kaijuan-pool-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const path = join(folder, '甲.txt')
    await writeFile(path, '望溪区2023年政府信息公开工作年度报告\n一、总体情况\n全年平稳。\n')
    const one = pool(real)
    const order: string[] = []
    const ask = async (name: string, quiet: boolean) => {
      const answer = await one.read({ path, name }, () => {}, new AbortController().signal, { quiet })
      order.push(`${name} ${answer.kind}`)
    }
    await Promise.all([ask('first', false), ask('quiet', true), ask('second', false), ask('third', false)])
    expect(order).toEqual(['first done', 'second done', 'third done', 'quiet done'])

    const clock = handClock()
    const stuck = pool(hangs, {}, { after: clock.after })
    const held = await hang(stuck, 'hang quietly', { quiet: true })
    const wanted = read(stuck, 'wanted')
    clock.turnOn(300)
    // It hangs for ever, and yet is out of the way.
    expect(await held.end).toEqual({ kind: 'cancelled' })
    expect((await wanted).kind).toBe('done')
  })

  it('says that a file could not be opened', async () => {
    expect(await read(pool(real), 'gone.pdf')).toEqual({ kind: 'unopened', code: 'ENOENT' })
  })

  it('ends a worker that takes too long, and reads the next file with another', async () => {
    const clock = handClock()
    const both = pool(hangs, { seconds: 3 }, { after: clock.after })
    const first = await hang(both, 'hang.pdf')
    const second = read(both, 'quick.pdf')
    clock.turnOn(3000)
    expect(await first.end).toMatchObject({
      problem: { code: 'read.tookTooLong', params: { file: 'hang.pdf', seconds: 3 } },
    })
    expect((await second).kind).toBe('done')
  })

  it('does not end a worker that reads quick files one after the other for longer than the limit', async () => {
    const clock = handClock()
    const quick = pool(hangs, { seconds: 3 }, { after: clock.after })
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) {
      const answer = read(quick, name)
      // The worker has been given the file and has had no chance to answer yet.
      clock.turnOn(2000)
      expect((await answer).kind).toBe('done')
    }
  })

  it('ends a worker that takes too much memory', async () => {
    const answer = await read(pool(swells, { megabytes: 48 }), 'big.docx')
    expect(answer).toMatchObject({
      problem: { code: 'read.tookTooMuchMemory', params: { file: 'big.docx', megabytes: 48 } },
    })
  })

  it('ends a worker whose buffers, which are outside its heap, take too much', async () => {
    const both = pool(swellsOutside, { megabytes: 48 })
    const [first, second] = await Promise.all([read(both, 'big.pdf'), read(both, 'quick.pdf')])
    expect(first).toMatchObject({
      problem: { code: 'read.tookTooMuchMemory', params: { file: 'big.pdf', megabytes: 48 } },
    })
    expect(second.kind).toBe('done')
  })

  it('survives a worker with a bug, and gives the trace for the details', async () => {
    const broken = pool(breaks)
    const answers = await Promise.all(['throw.doc', 'exit.doc', 'throw.doc'].map(name => read(broken, name)))
    expect(answers.map(code)).toEqual(['read.crashed', 'read.crashed', 'read.crashed'])
    expect(answers[0]).toMatchObject({
      problem: { params: { file: 'throw.doc' }, detail: expect.stringContaining('of a bug') },
    })
  })

  it('cancels a file that waits and one that is being read', async () => {
    const hanging = pool(hangs)
    const control = new AbortController()
    const answers = ['hang.pdf', 'quick.pdf'].map(name => read(hanging, name, control.signal))
    const kept = read(hanging, 'quick.pdf')
    control.abort()
    expect((await Promise.all(answers)).map(code)).toEqual(['cancelled', 'cancelled'])
    expect((await kept).kind).toBe('done')
    expect((await read(hanging, 'quick.pdf', control.signal)).kind).toBe('cancelled')
  })

  it('lets nobody wait for ever when it is closed', async () => {
    const closing = createPool(hangs, { workers: 1, seconds: 20, megabytes: 512 })
    const answers = ['hang.pdf', 'quick.pdf'].map(name => read(closing, name))
    await closing.close()
    expect((await Promise.all(answers)).map(code)).toEqual(['cancelled', 'cancelled'])
  })

  it('reads as many files at once as it may have workers', async () => {
    const from = pool(silent, { workers: 3 }, { free: () => 0 })
    const begun = await Promise.all(['a', 'b', 'c'].map(name => hang(from, name)))
    await from.close()
    expect(await Promise.all(begun.map(({ end }) => end))).toEqual([
      { kind: 'cancelled' },
      { kind: 'cancelled' },
      { kind: 'cancelled' },
    ])
  })

  it('reads one file at a time where memory is short, however many workers it may have', async () => {
    const free = { bytes: 600 * 1024 * 1024 }
    const from = pool(silent, { workers: 3 }, { free: () => free.bytes })
    const began: string[] = []
    const ends: Promise<PoolAnswer>[] = []
    const begin = (name: string) =>
      new Promise<void>(resolve => {
        const step = () => {
          began.push(name)
          resolve()
        }
        ends.push(from.read({ path: `/nowhere/${name}`, name }, step, new AbortController().signal))
      })
    await begin('a')
    const second = begin('b')
    // What another pool has begun meanwhile, this one would have begun, too.
    await hang(pool(silent), 'elsewhere')
    expect(began).toEqual(['a'])
    // With memory again, a third file brings both into workers of their own.
    free.bytes = 4096 * 1024 * 1024
    await Promise.all([second, begin('c')])
    await from.close()
    expect((await Promise.all(ends)).map(answer => answer.kind)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  })
})
