import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/main/archive/index.ts'
import { quietIndex } from '../../src/main/keeping/quietComparison.ts'
import type { Message } from '../../src/shared/messages/index.ts'
import { ingest, never } from '../archive/samples.ts'
import { openKept } from './kept.ts'
import { imported, qinghe, services, tempFolder, value } from './support.ts'

const day = 24 * 60 * 60 * 1000

/** An archive of some reports whose clock the test turns on, and its index. */
async function setting(reports = 4) {
  const place = await tempFolder()
  const folder = join(place, 'archive')
  const clock = { at: Date.parse('2026-01-10T08:00:00Z') }
  const now = () => new Date(clock.at)
  const filled = value(await openArchive(folder, { version: 'test', now }))
  for (let number = 0; number < reports; number++) {
    const path = join(place, `${number}.txt`)
    await writeFile(path, `report ${number}`)
    await ingest(filled, path)
  }
  await filled.close()
  const open = async () => {
    const { archive, keeper, close } = await openKept(folder, { now })
    const notes: Message[] = []
    const index = quietIndex({ archive, keeper, now, said: note => notes.push(note) })
    return { archive, keeper, index, notes, close }
  }
  const alter = (statement: string) => {
    const database = new DatabaseSync(join(folder, 'index.sqlite'))
    database.exec(statement)
    database.close()
  }
  return { open, alter, clock }
}
type Open = Awaited<ReturnType<Awaited<ReturnType<typeof setting>>['open']>>

/** Looks on until the quiet verification has been through everything. */
async function round({ archive }: Open): Promise<void> {
  while (value(await archive.verifySome(60_000, never())).left > 0);
}

/** Compares on, the smallest piece at a time. @returns how many pieces it took. */
async function compared({ index, keeper }: Open): Promise<number> {
  for (let pieces = 1; ; pieces++) {
    if (await index.some(0, never())) continue
    await keeper.ready()
    return pieces
  }
}

describe('the quiet comparison of the index with the records', () => {
  it('waits for a round of the quiet verification, goes record by record, and says when all agrees', async () => {
    const { open, clock } = await setting()
    const here = await open()
    expect(await here.index.some(0, never())).toBe(false)
    await round(here)
    clock.at += day
    expect(await here.index.some(0, never())).toBe(true)
    expect(here.index.under()).toEqual({ done: 1, of: 4 })
    await compared(here)
    expect(here.index.last()).toEqual({
      at: '2026-01-11T08:00:00.000Z',
      agreement: { compared: 4, differing: 0, problems: [], repaired: false },
    })
    expect([here.index.under(), here.notes]).toEqual([null, []])
    expect(await here.index.some(0, never())).toBe(false)
  })

  it('is due again after the next round only, and not after a verification that compared everything itself', async () => {
    const { open, clock } = await setting()
    const here = await open()
    await round(here)
    await compared(here)
    clock.at += 30 * day
    await round(here)
    expect(await here.index.some(0, never())).toBe(false)
    clock.at += 31 * day
    await round(here)
    expect(await here.index.some(0, never())).toBe(true)
    value(await here.archive.verify(() => undefined, never()))
    here.index.compared({ compared: 4, differing: 0, problems: [], repaired: false })
    expect([await here.index.some(0, never()), here.index.under()]).toEqual([false, null])
  })

  it('goes on after a restart where it was', async () => {
    const { open } = await setting()
    const first = await open()
    await round(first)
    for (let piece = 0; piece < 3; piece++) await first.index.some(0, never())
    await first.close()
    const again = await open()
    expect(again.index.under()).toEqual({ done: 3, of: 4 })
    // One record, one part of the tables, and the sums.
    expect(await compared(again)).toBe(3)
    expect(again.index.last()?.agreement.compared).toBe(4)
  })

  it('gives way at once when it is stopped', async () => {
    const { open } = await setting()
    const here = await open()
    await round(here)
    expect(await here.index.some(60_000, AbortSignal.abort())).toBe(false)
    expect(here.index.under()).toEqual({ done: 1, of: 4 })
  })

  it.each([
    ['a line', "UPDATE report SET title = 'x' WHERE number = 2", 'index.differs'],
    ['a text', "UPDATE body SET text = 'x' WHERE number = 3", 'index.differs'],
    ['a sum', 'UPDATE tally SET open = open + 1', 'index.broken'],
    [
      'a line without a record',
      "INSERT INTO known (number, id, importedAt) VALUES (9999, 'x', '2026')",
      'index.broken',
    ],
    ['a text without a line', "INSERT INTO body VALUES (12345678, '', '', 0, x'00')", 'index.broken'],
  ])('finds %s altered, says so, and writes the index anew', async (_, statement, code) => {
    const { open, alter } = await setting()
    const first = await open()
    await first.close()
    alter(statement)
    const here = await open()
    await round(here)
    await compared(here)
    expect(here.index.last()?.agreement).toMatchObject({ differing: 1, repaired: true, problems: [{ code }] })
    expect(here.notes).toMatchObject([{ code: 'index.quietlyRepaired', params: { count: 1 } }])
    for (const id of await here.archive.recordIds()) {
      const record = value(await here.archive.record(id))
      expect(value(here.keeper.ask(index => index.compare(record, null)))).toEqual([])
    }
    expect(value(here.keeper.ask(index => index.check()))).toBeNull()
  })

  it('follows a round by itself while nobody works, and the window is told', async () => {
    const folder = join(await tempFolder(), 'archive')
    const first = await services({ folder })
    await imported(first, qinghe)
    await first.close()
    const database = new DatabaseSync(join(folder, 'index.sqlite'))
    database.exec("UPDATE report SET title = 'x'")
    database.close()
    const idle = await services({ folder, idle: { after: 1, work: 1000, rest: 1, again: 60_000 } })
    const state = async () => value(await idle.api['app.state'](null)).archive
    while (!(await state()).index) await new Promise(resolve => setImmediate(resolve))
    expect((await state()).index?.agreement).toMatchObject({ compared: 1, differing: 1, repaired: true })
    expect((await state()).notes).toMatchObject([{ code: 'index.quietlyRepaired' }])
    await idle.ready()
    expect(value(await idle.api['archive.verify'](null)).index?.differing).toBe(0)
  })
})
