import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Journal, openJournal } from '../../../src/main/archive/journal/journal.ts'
import { hashHolds, noHash } from '../../../src/main/archive/journal/lines.ts'
import { type LoadedJournal, loadJournal } from '../../../src/main/archive/journal/loading.ts'
import { readSummary } from '../../../src/main/archive/journal/summary.ts'
import type { FileLayer } from '../../../src/main/disk/files.ts'
import type { JournalEntry } from '../../../src/shared/data/journal.ts'
import { type Call, type Fault, faultyFiles, hasty } from '../faults.ts'
import { tempFolder } from '../temp.ts'
import { chained, ingested, textOf, verified } from './entries.ts'

const stampIn = (year: number) => ({ at: `${year}-05-06T07:08:09.000Z`, who: '李明' })
const written = stampIn(2026)

/** A journal in a folder of its own, with what stands in its files. */
async function opened(years: Readonly<Record<string, string>> = {}, files: FileLayer = hasty) {
  const folder = await tempFolder()
  await mkdir(join(folder, 'log'))
  for (const [year, content] of Object.entries(years)) await writeFile(join(folder, 'log', `${year}.jsonl`), content)
  const load = (): Promise<LoadedJournal> => loadJournal(hasty, folder, { repair: true, afterCrash: false })
  const open = async () => openJournal(files, folder, await load())
  const path = join(folder, 'log', '2026.jsonl')
  const names = async () => (await readdir(join(folder, 'log'))).sort()
  return { folder, path, load, open, journal: await open(), names, text: () => readFile(path, 'utf8') }
}

/** A disk on which calls fail as long as the plan says, and the calls that were made. */
function failing(plan: (call: Call) => Fault | null = () => null) {
  const calls: string[] = []
  let on = true
  const files = faultyFiles(call => {
    calls.push(call.name)
    return on ? plan(call) : null
  })
  const mend = () => {
    on = false
  }
  return { files, calls, mend }
}
const fails = (...names: readonly string[]) =>
  failing(({ name }) => (names.includes(name) ? { kind: 'error', code: 'EIO' } : null))

/** A disk that says of which files of the journal it was asked for some work. */
function reading() {
  let read: string[] = []
  const files = faultyFiles(({ name, path }) => {
    if (name === 'open') read.push(basename(path))
    return null
  })
  const readFor = async (work: () => Promise<unknown>) => {
    read = []
    await work()
    return [...new Set(read)]
  }
  return { files, readFor }
}

const numbers = (entries: readonly JournalEntry[]) => entries.map(entry => entry.number)

async function linesOf(journal: Journal, from?: { year: number; length: number }) {
  const lines: unknown[] = []
  const end = await journal.lines(({ entry, bytes, year, start, line }) => {
    lines.push([entry?.number ?? null, bytes.length, year, start, line])
  }, from)
  return { lines, end }
}

describe('appending to the journal', () => {
  test('numbers, chains and hashes each entry, and has it in the file of its year', async () => {
    const { journal, text, load } = await opened()
    expect([journal.last(), journal.verified()]).toEqual([0, null])
    const first = await journal.append(ingested, written)
    const second = await journal.append(verified(1), written)
    expect(first).toMatchObject({ ...written, number: 1, event: ingested, previous: noHash })
    expect(second).toMatchObject({ number: 2, previous: first.hash })
    expect([hashHolds(first), hashHolds(second)]).toEqual([true, true])
    expect(await text()).toBe(textOf([first, second]))
    expect(journal.last()).toBe(2)
    expect(journal.verified()).toEqual({ since: '2026-05-06T07:08:08.000Z', at: written.at, whole: true })
    await journal.append(ingested, written)
    expect(journal.verified()?.at).toBe(written.at)
    expect((await load()).last?.number).toBe(3)
  })

  test('begins a file with the year, and stays in it when the clock goes back', async () => {
    const { journal, names } = await opened()
    for (const year of [2025, 2026, 2024, 2026]) await journal.append(ingested, stampIn(year))
    expect(await names()).toEqual(['2025.jsonl', '2026.jsonl'])
    expect((await linesOf(journal)).lines).toMatchObject(
      [
        [1, {}, 2025, 0, 1],
        [2, {}, 2026, 0, 1],
        [3, {}, 2026, {}, 2],
        [4, {}, 2026, {}, 3],
      ].map(([number, , year, , line]) => [number, expect.any(Number), year, expect.any(Number), line]),
    )
  })

  test('has the line on the disk before what goes with it, and the name of a new file, too', async () => {
    const { files, calls } = failing()
    const { journal } = await opened({}, files)
    const commit = async () => void calls.push('commit')
    const orders: string[][] = []
    for (let time = 0; time < 2; time++) {
      calls.length = 0
      await journal.append(ingested, written, commit)
      orders.push(calls.filter(name => ['write', 'sync', 'commit'].includes(name)))
    }
    // The second sync is that of the folder.
    expect(orders).toEqual([
      ['write', 'sync', 'sync', 'commit'],
      ['write', 'sync', 'commit'],
    ])
    expect(calls.at(-1)).toBe('close')
  })

  test('goes one after the other, each with what goes with it', async () => {
    const { journal } = await opened()
    const order: string[] = []
    const append = async (name: string) => {
      const { number } = await journal.append(ingested, written, async () => {
        order.push(`${name} begins`)
        await new Promise(resolve => setImmediate(resolve))
        order.push(`${name} ends`)
      })
      return number
    }
    const still = journal.still(async () => void order.push('still'))
    expect(await Promise.all([append('a'), append('b'), still])).toEqual([1, 2, undefined])
    expect(order).toEqual(['still', 'a begins', 'a ends', 'b begins', 'b ends'])
  })

  test('takes an entry back when what goes with it fails', async () => {
    const { journal, text, names } = await opened()
    const commit = async () => {
      throw new Error('not in its place')
    }
    await expect(journal.append(ingested, written, commit)).rejects.toThrow('not in its place')
    expect([await names(), journal.last(), journal.clean()]).toEqual([[], 0, true])
    const first = await journal.append(ingested, written)
    await expect(journal.append(ingested, written, commit)).rejects.toThrow('not in its place')
    expect([await text(), journal.last(), journal.clean()]).toEqual([textOf([first]), 1, true])
    const second = await journal.append(verified(1), written)
    expect(await text()).toBe(textOf([first, second]))
    expect([second.number, second.previous]).toEqual([2, first.hash])
  })

  test('has what it took back off the disk', async () => {
    const { files, calls } = failing()
    const { journal } = await opened({ 2026: textOf(chained(ingested)) }, files)
    const commit = async () => {
      calls.length = 0
      throw new Error('not in its place')
    }
    await expect(journal.append(ingested, written, commit)).rejects.toThrow()
    expect(calls).toEqual(['truncate', 'sync', 'close'])
  })

  test('is not clean while the remains of a failed entry cannot be removed, and removes them before the next', async () => {
    const before = textOf(chained(ingested))
    const disk = fails('truncate', 'sync')
    const { journal, text, folder } = await opened({ 2026: before }, disk.files)
    await expect(journal.append(verified(1), written)).rejects.toMatchObject({ code: 'EIO' })
    expect([journal.clean(), journal.last()]).toEqual([false, 1])
    expect((await text()).length).toBeGreaterThan(before.length)
    // Half an entry is nothing that a summary may stand for.
    await journal.close()
    expect(await readSummary(hasty, folder)).toBeNull()
    disk.mend()
    const entry = await journal.append(verified(2), written)
    expect([await text(), journal.clean(), entry.number]).toEqual([before + textOf([entry]), true, 2])
  })

  test('leaves a new file that cannot be removed for the next entry to begin anew', async () => {
    const disk = fails('unlink', 'sync')
    const { journal, text } = await opened({}, disk.files)
    await expect(journal.append(verified(1), written)).rejects.toMatchObject({ code: 'EIO' })
    expect([journal.clean(), journal.last()]).toEqual([false, 0])
    disk.mend()
    const entry = await journal.append(verified(2), written)
    expect([await text(), entry.number]).toEqual([textOf([entry]), 1])
  })

  test('writes nothing behind what somebody else has written or cut off', async () => {
    const { journal, path, text } = await opened({ 2026: textOf(chained(ingested)) })
    await appendFile(path, 'x')
    await expect(journal.append(ingested, written)).rejects.toMatchObject({
      ...{ code: 'ESTALE', message: expect.stringContaining(`${path} has`) },
    })
    expect([await text(), journal.clean(), journal.last()]).toEqual([`${textOf(chained(ingested))}x`, true, 1])
    await writeFile(path, '')
    await expect(journal.append(ingested, written)).rejects.toMatchObject({ code: 'ESTALE' })
    expect(await text()).toBe('')
  })
})

describe('reading the open journal', () => {
  const [first, ...rest] = chained(ingested, verified(2), verified(3), verified(4))
  if (!first) throw new Error('an entry')
  const years = { 2025: textOf([first, ...rest.slice(0, 1)]), 2026: textOf(rest.slice(1)) }

  test('gives the entries after a number, from memory and from all files', async () => {
    const { journal } = await opened(years)
    expect(numbers(await journal.after(0))).toEqual([1, 2, 3, 4])
    expect(numbers(await journal.after(1))).toEqual([2, 3, 4])
    expect(numbers(await journal.after(2))).toEqual([3, 4])
    expect(numbers(await journal.after(3))).toEqual([4])
    expect([await journal.after(4), await journal.after(5)]).toEqual([[], []])
    await journal.append(ingested, written)
    expect(numbers(await journal.after(3))).toEqual([4, 5])
    expect(numbers(await journal.after(4))).toEqual([5])
    expect(numbers(await journal.after(2))).toEqual([3, 4, 5])
    expect(await (await opened()).journal.after(0)).toEqual([])
  })

  test('asks the disk only for what it does not remember, and no file before the one it needs', async () => {
    const { files, readFor } = reading()
    const { journal, load } = await opened({ 2025: textOf([first]), 2026: textOf(rest) }, files)
    const readAfter = (number: number) => readFor(() => journal.after(number))
    await journal.append(ingested, written)
    expect([await readAfter(3), await readAfter(4), await readAfter(5)]).toEqual([[], [], []])
    expect(await readAfter(2)).toEqual(['2026.jsonl'])
    expect(await readAfter(0)).toEqual(['2026.jsonl', '2025.jsonl'])
    journal.reload(await load())
    expect([await readAfter(4), await readAfter(3)]).toEqual([[], ['2026.jsonl']])
  })

  test('remembers the first entry of a new journal, too', async () => {
    const { files, readFor } = reading()
    const { journal, load } = await opened({}, files)
    const none = await load()
    await journal.append(ingested, written)
    expect(await readFor(() => journal.after(0))).toEqual([])
    const other = await opened({}, files)
    other.journal.reload(none)
    await other.journal.append(ingested, written)
    expect(await readFor(() => other.journal.after(0))).toEqual([])
  })

  test('leaves out broken lines among them', async () => {
    const [, second, third, fourth] = chained(ingested, verified(2), verified(3), verified(4))
    if (!second || !third || !fourth) throw new Error('four entries')
    const { journal } = await opened({ 2026: `${textOf([first, second])}{"number":\n${textOf([fourth])}` })
    expect(numbers(await journal.after(0))).toEqual([1, 2, 4])
  })

  test('visits every line with where it stands, and says how far it went', async () => {
    const { journal } = await opened(years)
    const length = (entry: JournalEntry | undefined) => Buffer.byteLength(JSON.stringify(entry))
    const [second, third, fourth] = rest
    const all = [
      [1, length(first), 2025, 0, 1],
      [2, length(second), 2025, length(first) + 1, 2],
      [3, length(third), 2026, 0, 1],
      [4, length(fourth), 2026, length(third) + 1, 2],
    ]
    const end = { year: 2026, length: length(third) + length(fourth) + 2 }
    expect(await linesOf(journal)).toEqual({ lines: all, end })
    expect(await linesOf(journal, { year: 2025, length: length(first) + 1 })).toEqual({
      lines: [[2, length(second), 2025, length(first) + 1, 1], ...all.slice(2)],
      end,
    })
    expect(await linesOf(journal, { year: 2026, length: length(third) + 1 })).toEqual({
      lines: [[4, length(fourth), 2026, length(third) + 1, 1]],
      end,
    })
    expect(await linesOf(journal, end)).toEqual({ lines: [], end })
    expect(await linesOf((await opened()).journal)).toEqual({ lines: [], end: null })
  })

  test('stops at its end: what another process has appended since is not there yet', async () => {
    const { journal, folder } = await opened(years)
    const before = await linesOf(journal)
    const more = chained(ingested, verified(2), verified(3), verified(4), verified(5), verified(6)).slice(4)
    await appendFile(join(folder, 'log', '2026.jsonl'), textOf(more.slice(0, 1)))
    await writeFile(join(folder, 'log', '2027.jsonl'), textOf(more.slice(1)))
    expect(await linesOf(journal)).toEqual(before)
    expect(numbers(await journal.after(0))).toEqual([1, 2, 3, 4])
    const none = await opened()
    await writeFile(none.path, years[2025])
    expect(await linesOf(none.journal)).toEqual({ lines: [], end: null })
  })

  test('knows the places of all entries, also of those that come after it was asked', async () => {
    const { journal } = await opened({ ...years, 2026: `{}\n${years[2026]}` })
    const places = await journal.places()
    const entry = await journal.append(ingested, written)
    expect(await journal.places()).toBe(places)
    expect(Array.from({ length: places.count() }, (_, index) => places.number(index))).toEqual([1, 2, 3, 4, 5])
    const lengths = rest.slice(1).map(item => Buffer.byteLength(JSON.stringify(item)))
    expect(places.place(2)).toEqual({ year: 2026, start: 3, length: lengths[0] })
    const start = 3 + lengths.reduce((sum, length) => sum + length + 1, 0)
    expect(places.place(4)).toEqual({ year: 2026, start, length: Buffer.byteLength(JSON.stringify(entry)) })
  })

  test('makes the places again where the disk failed the first time', async () => {
    const disk = fails('readdir')
    const { journal } = await opened(years, disk.files)
    await expect(journal.places()).rejects.toMatchObject({ code: 'EIO' })
    disk.mend()
    expect((await journal.places()).count()).toBe(4)
  })

  test('takes over what another process has appended', async () => {
    const { journal, open, load } = await opened(years)
    const places = await journal.places()
    const writer = await open()
    await writer.append(verified(9), written)
    expect(journal.last()).toBe(4)
    journal.reload(await load())
    expect([journal.last(), journal.verified()?.at]).toEqual([5, written.at])
    expect(numbers(await journal.after(4))).toEqual([5])
    expect(numbers(await journal.after(2))).toEqual([3, 4, 5])
    expect([places.count(), (await journal.places()).count()]).toEqual([4, 5])
    expect((await journal.append(ingested, written)).number).toBe(6)
    expect((await journal.places()).count()).toBe(6)
    const empty = await opened()
    journal.reload(await empty.load())
    expect([journal.last(), await journal.after(0)]).toEqual([0, []])
  })
})

describe('the summary of the open journal', () => {
  test('is written at closing, of where the journal stands', async () => {
    const { journal, folder, text } = await opened()
    const entry = await journal.append(verified(1), written)
    expect(await readSummary(hasty, folder)).toBeNull()
    await journal.close()
    expect(await readSummary(hasty, folder)).toEqual({
      ...{
        year: 2026,
        length: Buffer.byteLength(await text()),
        number: 1,
        hash: entry.hash,
        verified: journal.verified(),
      },
    })
  })

  test('is written only where there is something new to sum up', async () => {
    const nothing = await opened()
    await nothing.journal.close()
    expect(await nothing.names()).toEqual([])
    const { files, calls } = failing()
    const { journal, open } = await opened({ 2026: textOf(chained(ingested)) }, files)
    const renames = () => calls.filter(name => name === 'rename').length
    await journal.close()
    // It was loaded without one: the next opening need not read all of it again.
    expect(renames()).toBe(1)
    await journal.close()
    const again = await open()
    await again.close()
    expect(renames()).toBe(1)
    await again.append(ingested, written)
    await again.close()
    expect(renames()).toBe(2)
  })

  test('comes after a thousand entries by itself, while memory keeps a few hundred of them', async () => {
    const { files, readFor } = reading()
    const { journal, folder } = await opened({ 2026: textOf(chained(ingested, verified(2))) }, files)
    for (let number = 3; number <= 1001; number++) await journal.append(ingested, written)
    expect(await readSummary(hasty, folder)).toBeNull()
    const last = await journal.append(ingested, written)
    expect(await readSummary(hasty, folder)).toMatchObject({ number: 1002, hash: last.hash })
    for (const from of [0, 400, 745, 746, 747, 1000])
      expect(numbers(await journal.after(from))).toEqual(
        Array.from({ length: 1002 - from }, (_, index) => from + 1 + index),
      )
    expect(await readFor(() => journal.after(800))).toEqual([])
    expect(await readFor(() => journal.after(400))).toEqual(['2026.jsonl'])
    await journal.append(ingested, written)
    expect(await readSummary(hasty, folder)).toMatchObject({ number: 1002 })
  })
})
