import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../../src/main/archive/index.ts'
import { openJournal } from '../../../src/main/archive/journal/journal.ts'
import { loadJournal } from '../../../src/main/archive/journal/loading.ts'
import { recover } from '../../../src/main/archive/records/recovery.ts'
import { makeRevision } from '../../../src/main/archive/revisions.ts'
import { sealedJson } from '../../../src/main/archive/seal.ts'
import { realFiles } from '../../../src/main/disk/files.ts'
import type { JournalEntry, JournalEvent } from '../../../src/shared/data/journal.ts'
import type { ArchiveRecord } from '../../../src/shared/data/record.ts'
import { messageText } from '../../../src/shared/messages/index.ts'
import { faultyFiles } from '../faults.ts'
import { chained, ingested, textOf } from '../journal/entries.ts'
import { problemsOf, setting } from '../migrations/oldArchive.ts'
import { never, problem, recordOf, resealed, revise, value } from '../samples.ts'
import { tempFolder } from '../temp.ts'

describe('a record that is damaged after a generation was kept', () => {
  test('comes back by itself when it is read, with the revisions made since, and the journal says so', async () => {
    const { archive, record, file } = await setting()
    expect(value(await archive.keepGeneration(never()))?.records).toBe(2)
    expect(value(await archive.keepGeneration(never()))).toBeNull()
    const later = value(await revise(archive, value(await revise(archive, record, 2021)), 2020))
    const good = await readFile(file)
    await writeFile(file, good.subarray(0, 200))
    expect(value(await archive.record(record.id))).toEqual(later)
    expect(await readFile(file)).toEqual(good)
    const [entry] = (await archive.entriesAfter(archive.lastEntry() - 1)) ?? []
    expect(entry?.event).toMatchObject({ kind: 'repair', record: record.id })
    expect(await problemsOf(archive)).toEqual([])
    expect(value(await revise(archive, later, 2019)).revisions).toHaveLength(4)
    expect(await problemsOf(archive)).toEqual([])
  })

  test('comes back when asked for, where it is gone, set back or sealed anew by somebody else', async () => {
    const { archive, record, file } = await setting()
    value(await archive.keepGeneration(never()))
    const good = await readFile(file)
    const changes = [
      async () => rm(file),
      async () => writeFile(file, sealedJson({ ...record, revisions: [] }).bytes),
      async () => writeFile(file, resealed(good.toString().replace('清河区', '清江区'))),
    ]
    for (const change of changes) {
      await change()
      expect(await problemsOf(archive)).not.toEqual([])
      expect(value(await archive.repairRecord(record.id))).toEqual(record)
      expect(await readFile(file)).toEqual(good)
      expect(await problemsOf(archive)).toEqual([])
    }
  })

  test('comes back from a bad sector, but one that another program holds is left alone and not called damaged', async () => {
    const { archive, home, record, file } = await setting()
    value(await archive.keepGeneration(never()))
    await archive.close()
    const good = await readFile(file)
    const trouble = { code: 'EBUSY', left: 2 }
    const files = faultyFiles(({ name, path }) =>
      name === 'readFile' && path === file && trouble.left-- > 0 ? { kind: 'error', code: trouble.code } : null,
    )
    const again = value(await openArchive(home, { version: 'test', files }))
    const held = await again.record(record.id)
    expect(problem(held)).toBe('archive.recordUnreadable')
    if (!held.ok) expect(messageText(held.problem, 'zh')).toContain(`${record.id}.json”现在读不出来`)
    expect(again.lastEntry()).toBe(archive.lastEntry())
    Object.assign(trouble, { code: 'EIO', left: 2 })
    expect(value(await again.record(record.id))).toEqual(record)
    const [entry] = await again.entriesAfter(archive.lastEntry())
    expect(entry?.event).toMatchObject({ kind: 'repair', record: record.id })
    expect(await readFile(file)).toEqual(good)
    await again.close()
  })

  test('stays damaged, and is said to be, where there is no copy', async () => {
    const { archive, record, file } = await setting()
    await writeFile(file, '{}')
    expect(problem(await archive.record(record.id))).toBe('archive.damagedRecord')
    expect(problem(await archive.repairRecord(record.id))).toBe('archive.notRecoverable')
    expect(await readFile(file, 'utf8')).toBe('{}')
  })

  test('is not recovered where a journal line of it was altered, though that line still makes a revision', async () => {
    const { archive, home, record, file } = await setting()
    value(await archive.keepGeneration(never()))
    value(await revise(archive, value(await revise(archive, record, 2021)), 2020))
    const journal = join(home, 'log', `${new Date().getUTCFullYear()}.jsonl`)
    const lines = (await readFile(journal, 'utf8')).split('\n')
    const changed = lines.with(-3, (lines.at(-3) ?? '').replace('对着原件看过', '对着原件改过'))
    expect(changed).not.toEqual(lines)
    await writeFile(journal, changed.join('\n'))
    await writeFile(file, '{}')
    expect(problem(await archive.repairRecord(record.id))).toBe('archive.notRecoverable')
    expect(await readFile(file, 'utf8')).toBe('{}')
  })

  test('is not put right by a process that may only read', async () => {
    const { archive, home, record, file } = await setting()
    value(await archive.keepGeneration(never()))
    await archive.close()
    await writeFile(file, '{}')
    const reader = value(await openArchive(home, { version: 'test', readOnly: true }))
    expect(problem(await reader.record(record.id))).toBe('archive.damagedRecord')
    expect(await readFile(file, 'utf8')).toBe('{}')
  })
})

describe('a record is made again from a copy and the journal', () => {
  const sha256 = 'a'.repeat(64)
  const source = { sha256, id: sha256.slice(0, 16), bytes: 1, path: '', record: null }

  /** What the archive writes of a record that is imported and changed `changes` times: its states, and the event of each. */
  function written(changes: number): { states: ArchiveRecord[]; events: JournalEvent[] } {
    let record = recordOf(source, 'a.txt')
    const states = [record]
    const events: JournalEvent[] = [{ ...ingested, record: record.id, seal: sealedJson(record).seal }]
    for (let number = 1; number <= changes; number++) {
      const facts = { act: 'edit', why: `${number}`, reverses: null } as const
      const change = { kind: 'field', field: 'year', before: 2023, after: 2000 + number } as const
      // When and by whom: as `chained` has it for the event that follows.
      const stamp = { at: `2026-01-02T03:04:0${events.length}.000Z`, who: 'tester' }
      const revision = makeRevision(record, { ...stamp, ...facts, change })
      const sealBefore = sealedJson(record).seal
      record = { ...record, revisions: [...record.revisions, revision] }
      events.push({
        ...{ kind: 'revise', record: record.id, name: `第${number}次`, year: 2023, revision: number, ...facts, change },
        ...{ revisionHash: revision.hash, seal: sealedJson(record).seal, sealBefore },
      })
      states.push(record)
    }
    return { states, events }
  }

  /** Makes it again where these copies and this journal are left. */
  async function recovered(
    entries: readonly JournalEntry[],
    copies: Readonly<Record<string, ArchiveRecord | undefined>>,
  ) {
    const folder = await tempFolder()
    await mkdir(join(folder, 'log'))
    await writeFile(join(folder, 'log', '2026.jsonl'), textOf(entries))
    for (const [day, copy] of Object.entries(copies)) {
      const path = join(folder, 'generations', day, source.id.slice(0, 2), `${source.id}.json.zst`)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, copy ? zstdCompressSync(sealedJson(copy).bytes) : 'damaged')
    }
    const journal = openJournal(
      realFiles,
      folder,
      await loadJournal(realFiles, folder, { repair: false, afterCrash: false }),
    )
    return await recover(realFiles, folder, journal, source.id)
  }

  test('as it was imported, with all changes since, and says where from', async () => {
    const { states, events } = written(2)
    const [first, , last] = states
    expect(value(await recovered(chained(...events), { '2026-01-02': first }))).toEqual({
      ...{ record: last, seal: last && sealedJson(last).seal, name: '第2次', day: '2026-01-02' },
    })
  })

  test('from the newest copy that is whole and that the journal knows', async () => {
    const { states, events } = written(3)
    const [first, second, , last] = states
    const unknown = last && { ...last, provenance: { ...last.provenance, importedBy: '别人' } }
    const copies = { '2026-01-01': first, '2026-01-02': second, '2026-01-03': undefined, '2026-01-04': unknown }
    expect(value(await recovered(chained(...events), copies))).toMatchObject({ record: last, day: '2026-01-02' })
  })

  test('though it was put back once before', async () => {
    const { states, events } = written(1)
    const [first, last] = states
    const repaired: JournalEvent = {
      ...{
        kind: 'repair',
        record: source.id,
        name: '第1次',
        seal: last ? sealedJson(last).seal : '',
        generation: '2026-01-01',
      },
    }
    expect(value(await recovered(chained(...events, repaired), { '2026-01-01': first })).record).toEqual(last)
  })

  test('though its original was put right since: that tells nothing of the record', async () => {
    const { states, events } = written(1)
    const mended: JournalEvent = { kind: 'repair', record: source.id, name: '别的', sha256, was: 'missing' }
    const made = value(await recovered(chained(...events, mended), { '2026-01-01': states[0] }))
    expect([made.record, made.name]).toEqual([states[1], '第1次'])
  })

  test('from its own entries alone, not from those of other records', async () => {
    const { states, events } = written(1)
    const other = written(1).events.map(
      event => ({ ...event, record: 'b'.repeat(16), seal: 'f'.repeat(64) }) as JournalEvent,
    )
    const entries = chained(...events, ...other)
    expect(value(await recovered(entries, { '2026-01-01': states[0] })).record).toEqual(states[1])
  })

  test('not over a new reading, nor over an entry of an older version that does not tell all of its change', async () => {
    const { states, events } = written(2)
    const [first, second, third] = states
    const [one, two, three] = events
    if (!one || two?.kind !== 'revise' || !three) throw new Error('an import and two changes')
    const { reverses: _, ...untold } = two
    const reread: JournalEvent = {
      ...{ kind: 'reread', record: source.id, name: '清河区', before: 'a', after: 'b', disagreements: 0 },
      ...{ recordHash: '', seal: second ? sealedJson(second).seal : '', sealBefore: null },
    }
    for (const between of [untold, reread]) {
      const entries = chained(one, between, three)
      const refused = await recovered(entries, { '2026-01-01': first })
      expect(!refused.ok && refused.problem).toMatchObject({
        code: 'archive.notRecoverable',
        params: { name: '第2次', file: `records/aa/${source.id}.json` },
      })
      expect(value(await recovered(entries, { '2026-01-01': first, '2026-01-02': second })).record).toEqual(third)
    }
  })

  test('not where the journal tells nothing of it, or an older version wrote no seal', async () => {
    const { states, events } = written(0)
    const copies = { '2026-01-01': states[0] }
    const refused = await recovered([], copies)
    expect(!refused.ok && refused.problem.params).toEqual({ name: source.id, file: `records/aa/${source.id}.json` })
    const [first] = events
    if (first?.kind !== 'ingest') throw new Error('an import')
    const { seal: _, ...unsealed } = first
    expect(problem(await recovered(chained(unsealed), copies))).toBe('archive.notRecoverable')
  })
})
