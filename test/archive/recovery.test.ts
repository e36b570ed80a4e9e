import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../src/main/archive/index.ts'
import { sealedJson } from '../../src/main/archive/seal.ts'
import { messageText } from '../../src/shared/messages/index.ts'
import type { ArchiveRecord } from '../../src/shared/record.ts'
import { faultyFiles, Stopped } from './faults.ts'
import { killHolder } from './holders.ts'
import { problemsOf, setting } from './oldArchive.ts'
import { never, open, problem, resealed, revise, value } from './samples.ts'
import { contents } from './temp.ts'

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

describe('generations', () => {
  test('hold what changed since the one before, ten of them, and the oldest the rest', async () => {
    const { home, archive, record, other } = await setting()
    const root = join(home, 'generations')
    const { keepGeneration } = await import('../../src/main/archive/generations.ts')
    const { openRecords } = await import('../../src/main/archive/records.ts')
    const { realFiles } = await import('../../src/main/archive/files.ts')
    const { openJournal } = await import('../../src/main/archive/journal.ts')
    const { loadJournal } = await import('../../src/main/archive/journalLoading.ts')
    let now: ArchiveRecord = record
    for (let day = 10; day < 24; day++) {
      const loaded = await loadJournal(realFiles, home, { repair: false, afterCrash: false })
      const journal = openJournal(realFiles, home, loaded)
      const work = { files: realFiles, folder: home, records: openRecords(realFiles, home), journal }
      const kept = value(await keepGeneration(work, `2026-01-${day}`, never()))
      expect(kept).toEqual({ day: `2026-01-${day}`, records: day === 10 ? 2 : 1 })
      now = value(await revise(archive, now, 2000 + day))
    }
    const days = (await readdir(root)).filter(name => /^\d/.test(name)).sort()
    expect(days).toEqual(Array.from({ length: 10 }, (_, index) => `2026-01-${14 + index}`))
    const inOldest = (await readdir(join(root, '2026-01-14'), { recursive: true })).filter(name =>
      name.endsWith('.zst'),
    )
    expect(inOldest).toHaveLength(2)
    for (const item of [now, other]) {
      const file = join(home, 'records', item.id.slice(0, 2), `${item.id}.json`)
      await rm(file)
      expect(value(await archive.repairRecord(item.id))).toEqual(item)
    }
  })

  test('killed at any step are finished by the next, and the records are as they were', async () => {
    const { home, archive, record } = await setting()
    await archive.close()
    const before = await contents(join(home, 'records'))
    let finished = false
    for (let at = 40; !finished; at += 2) {
      const files = faultyFiles(call => (call.index === at ? { kind: 'stop' } : null))
      try {
        const cut = value(await openArchive(home, { version: 'test', files }))
        await cut.keepGeneration(never())
        finished = files.calls() < at
      } catch (error) {
        if (!(error instanceof Stopped)) throw error
      }
      await killHolder(home)
      const again = await open(home)
      await again.keepGeneration(never())
      expect(await contents(join(home, 'records'))).toEqual(before)
      expect(value(await again.repairRecord(record.id))).toEqual(record)
      expect(await problemsOf(again)).toEqual([])
      await again.close()
      await rm(join(home, 'generations', new Date().toISOString().slice(0, 10)), { recursive: true })
    }
  })

  test('do not take damage over the good copy they have', async () => {
    const { archive, record, file, home } = await setting()
    value(await archive.keepGeneration(never()))
    const copy = join(home, 'generations', new Date().toISOString().slice(0, 10), record.id.slice(0, 2))
    expect(await readdir(copy)).toEqual([`${record.id}.json.zst`])
    await writeFile(join(copy, `${record.id}.json.zst`), 'damaged')
    await writeFile(file, '{}')
    expect(problem(await archive.repairRecord(record.id))).toBe('archive.notRecoverable')
  })
})
