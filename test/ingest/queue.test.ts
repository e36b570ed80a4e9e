import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import type { Pool } from '../../src/main/ingest/pool.ts'
import { type Accept, createQueue, type QueueEntry } from '../../src/main/ingest/queue.ts'
import { type Following, followed, opening } from '../../src/renderer/import/following.ts'
import type { ImportChange, ImportState, ImportView } from '../../src/shared/data/importing.ts'
import { open } from '../archive/samples.ts'
import { tempFolder } from '../archive/temp.ts'
import { handClock } from './handClock.ts'

const pool: Pool = {
  size: 2,
  read: async () => ({ kind: 'cancelled' }),
  print: async () => ({ kind: 'cancelled' }),
  close: async () => undefined,
}

/** A queue whose clock the test turns on, and what it told. */
async function setting() {
  const clock = handClock()
  const archive = await open(join(await tempFolder(), 'archive'))
  const told: ImportChange[] = []
  const queue = createQueue(
    { archive, pool, version: 'test', add: archive.addRecord },
    change => void told.push(change),
    clock.after,
  )
  const close = async (): Promise<void> => {
    await queue.close()
    await archive.close()
  }
  onTestFinished(close)
  return { clock, told, queue, close }
}

const entries = (count: number, accept: Accept): readonly QueueEntry[] =>
  Array.from({ length: count }, (_, at) => ({ path: `/inbox/${at}.txt`, accept }))

it('tells at most ten times a second, however much changes, and once more at the end', async () => {
  const { clock, told, queue } = await setting()
  queue.add(entries(50, async () => ({ state: 'archived' })))
  clock.turnOn(0)
  await queue.idle()
  expect(told).toHaveLength(1)
  clock.turnOn(99)
  expect(told).toHaveLength(1)
  clock.turnOn(1)
  expect(told.map(({ totals }) => totals)).toMatchObject([
    { all: 50, waiting: 45, working: 5, archived: 0 },
    { all: 50, waiting: 0, working: 0, archived: 50 },
  ])
  expect([told[0]?.endedAt, typeof told[1]?.startedAt, typeof told[1]?.endedAt]).toEqual([null, 'string', 'string'])
  clock.turnOn(60_000)
  expect(told).toHaveLength(2)
})

it('tells what changed, not the whole list each time', async () => {
  const { clock, told, queue } = await setting()
  queue.add(entries(5_000, async () => ({ state: 'archived' })))
  clock.turnOn(0)
  await queue.idle()
  clock.turnOn(100)
  queue.add(entries(1, async () => ({ state: 'archived' })))
  await queue.idle()
  clock.turnOn(100)
  queue.clear()
  clock.turnOn(100)
  expect(told.map(({ items, gone }) => [items.length, gone.length])).toEqual([
    [5_000, 0],
    [5_000, 0],
    [1, 0],
    [0, 5_001],
  ])
  expect(told.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4])
})

type Act =
  | { readonly kind: 'add'; readonly ends: readonly (ImportState | 'bag')[] }
  | { readonly kind: 'cancel' | 'retry'; readonly items: readonly number[] }
  | { readonly kind: 'clear' | 'ask' | 'settle' }
  /** What is told meanwhile reaches the window, or is lost. */
  | { readonly kind: 'wait' | 'lose'; readonly milliseconds: number }

const items = fc.array(fc.nat(20), { maxLength: 4 })
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    ends: fc.array(fc.constantFrom<ImportState | 'bag'>('archived', 'failed', 'duplicate', 'bag'), { maxLength: 6 }),
  }),
  fc.record({ kind: fc.constantFrom('cancel' as const, 'retry' as const), items }),
  fc.record({ kind: fc.constantFrom('clear' as const, 'ask' as const, 'settle' as const) }),
  fc.record({ kind: fc.constantFrom('wait' as const, 'lose' as const), milliseconds: fc.nat(150) }),
)

it('tells so that whoever puts the changes in has the list as it is, though it came late or missed some', async () => {
  const one = (end: ImportState | 'bag'): QueueEntry => ({
    path: `/inbox/${end}.txt`,
    accept: async () => (end === 'bag' ? { into: [one('archived'), one('failed')] } : { state: end }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async acts => {
      const { clock, told, queue, close } = await setting()
      let window: Following = opening
      let asked: { readonly round: number; readonly view: ImportView } | null = null
      let heard = 0
      const hear = (lost = false): void => {
        for (const change of told.slice(heard)) if (!lost) window = followed(window, { kind: 'changed', change })
        heard = told.length
        // Main answers with the list as it is when it is asked; the answer comes with the next act.
        if (asked) window = followed(window, { kind: 'whole', view: asked.view })
        asked = null
        if (window.kind === 'asking') asked = { round: window.round, view: queue.view() }
      }
      for (const next of acts) {
        if (next.kind === 'add') queue.add(next.ends.map(one))
        else if (next.kind === 'cancel' || next.kind === 'retry') queue[next.kind](next.items)
        else if (next.kind === 'clear') queue.clear()
        else if (next.kind === 'wait' || next.kind === 'lose') clock.turnOn(next.milliseconds)
        else if (next.kind === 'settle') await queue.idle()
        else if (next.kind === 'ask') window = followed(window, { kind: 'again' })
        hear(next.kind === 'lose')
      }
      await queue.idle()
      // One more change shows whether some before it was missed; two answers later nothing is.
      queue.add([one('archived')])
      await queue.idle()
      for (let round = 0; round < 3; round++) {
        clock.turnOn(1000)
        hear()
      }
      expect([window.kind, window.view]).toEqual(['following', queue.view()])
      await close()
    }),
    { numRuns: 60 },
  )
})

it('tells of a change that comes after a pause at once', async () => {
  const { clock, told, queue } = await setting()
  queue.add(entries(1, async () => ({ state: 'archived' })))
  await queue.idle()
  clock.turnOn(0)
  clock.turnOn(1_000)
  queue.clear()
  clock.turnOn(0)
  expect(told.map(({ totals }) => totals.all)).toEqual([1, 0])
})
