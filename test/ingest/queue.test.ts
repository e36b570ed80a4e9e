import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Pool } from '../../src/main/ingest/pool.ts'
import { type Accept, createQueue, type QueueEntry } from '../../src/main/ingest/queue.ts'
import type { ImportView } from '../../src/shared/data/importing.ts'
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
  const told: ImportView[] = []
  const queue = createQueue(
    { archive, pool, version: 'test', add: archive.addRecord },
    view => void told.push(view),
    clock.after,
  )
  onTestFinished(async () => {
    await queue.close()
    await archive.close()
  })
  return { clock, told, queue }
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
  expect(told.map(view => view.totals)).toMatchObject([
    { all: 50, waiting: 45, working: 5, archived: 0 },
    { all: 50, waiting: 0, working: 0, archived: 50 },
  ])
  expect([told[0]?.endedAt, typeof told[1]?.startedAt, typeof told[1]?.endedAt]).toEqual([null, 'string', 'string'])
  clock.turnOn(60_000)
  expect(told).toHaveLength(2)
})

it('tells more seldom where very many files make the telling dear', async () => {
  const { clock, told, queue } = await setting()
  queue.add(entries(5_000, async () => ({ state: 'archived' })))
  clock.turnOn(0)
  await queue.idle()
  clock.turnOn(499)
  expect(told).toHaveLength(1)
  clock.turnOn(1)
  expect(told.map(view => view.totals.archived)).toEqual([0, 5_000])
})

it('tells of a change that comes after a pause at once', async () => {
  const { clock, told, queue } = await setting()
  queue.add(entries(1, async () => ({ state: 'archived' })))
  await queue.idle()
  clock.turnOn(0)
  clock.turnOn(1_000)
  queue.clear()
  clock.turnOn(0)
  expect(told.map(view => view.totals.all)).toEqual([1, 0])
})
