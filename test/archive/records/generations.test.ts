import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../../src/main/archive/index.ts'
import { openJournal } from '../../../src/main/archive/journal/journal.ts'
import { loadJournal } from '../../../src/main/archive/journal/loading.ts'
import { keepGeneration } from '../../../src/main/archive/records/generations.ts'
import { openRecords } from '../../../src/main/archive/records/records.ts'
import { realFiles } from '../../../src/main/disk/files.ts'
import type { ArchiveRecord } from '../../../src/shared/data/record.ts'
import { faultyFiles, Stopped } from '../faults.ts'
import { killHolder } from '../holders.ts'
import { problemsOf, setting } from '../migrations/oldArchive.ts'
import { never, open, problem, revise, value } from '../samples.ts'
import { contents } from '../temp.ts'

describe('generations', () => {
  test('hold what changed since the one before, ten of them, and the oldest the rest', async () => {
    const { home, archive, record, other } = await setting()
    const root = join(home, 'generations')
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
