import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive, restoreBackup } from '../../../src/main/archive/index.ts'
import { faultyFiles, Stopped } from '../faults.ts'
import { killHolder } from '../holders.ts'
import { problemsOf, setting } from '../migrations/oldArchive.ts'
import { ingest, never, open, problem, revise, value } from '../samples.ts'
import { contents, tempFolder, tempsIn } from '../temp.ts'

const quiet = () => undefined
const reader = async (folder: string) => value(await openArchive(folder, { version: 'test', readOnly: true }))
const restoring = { version: 'test', progress: quiet, signal: never() }

describe('a backup', () => {
  test('is a whole archive, costs only what is new the next time, and can be restored', async () => {
    const { folder, archive, record } = await setting()
    const to = join(folder, 'stick', 'backup')
    const first = value(await archive.backup(to, quiet, never()))
    expect(first).toMatchObject({ copied: 6, present: 0, problems: [] })
    const revised = value(await revise(archive, record, 2021))
    const second = value(await archive.backup(to, quiet, never()))
    expect(second).toMatchObject({ copied: 2, present: 4, problems: [] })
    const home = join(folder, 'restored')
    value(await restoreBackup(to, home, restoring))
    const restored = await open(home)
    expect(restored.notes).toEqual([])
    expect(restored.id).toBe(archive.id)
    expect(value(await restored.record(record.id))).toEqual(revised)
    expect(await restored.entriesAfter(0)).toEqual(await archive.entriesAfter(0))
    expect(await problemsOf(restored)).toEqual([])
  })

  test('that is cut off anywhere goes on the next time', async () => {
    const { folder, archive, home } = await setting()
    await archive.close()
    for (let at = 0; ; at += 11) {
      const to = join(folder, `backup-${at}`)
      let count = 0
      const files = faultyFiles(call =>
        call.path.startsWith(to) && count++ === at ? { kind: 'error', code: 'ENOSPC' } : null,
      )
      const reader = value(await openArchive(home, { version: 'test', readOnly: true, files }))
      const cut = await reader.backup(to, quiet, never())
      const reader2 = value(await openArchive(home, { version: 'test', readOnly: true }))
      const again = await reader2.backup(to, quiet, never())
      expect(again.ok && again.value.problems).toEqual([])
      const backup = value(await openArchive(to, { version: 'test', readOnly: true }))
      expect(await problemsOf(backup)).toEqual([])
      if (cut.ok && count <= at) break
    }
  })

  test('refuses a folder that holds something else, and one inside the archive', async () => {
    const { folder, archive, home } = await setting()
    await writeFile(join(folder, 'a.txt'), 'mine')
    expect(problem(await archive.backup(folder, quiet, never()))).toBe('archive.backupInside')
    expect(problem(await archive.backup(join(home, 'x'), quiet, never()))).toBe('archive.backupInside')
    const full = await tempFolder()
    await writeFile(join(full, 'a.txt'), 'mine')
    const before = await contents(full)
    expect(problem(await archive.backup(full, quiet, never()))).toBe('archive.backupNotEmpty')
    expect(await contents(full)).toEqual(before)
  })

  test('never puts a damaged file over the good one it has', async () => {
    const { folder, archive, record, file } = await setting()
    const to = join(folder, 'backup')
    value(await archive.backup(to, quiet, never()))
    const good = await contents(to)
    await writeFile(file, '{}')
    const source = archive.sourcePath(record.source.sha256)
    await chmod(source, 0o644)
    await writeFile(source, 'a rePort')
    const report = value(await archive.backup(to, quiet, never()))
    expect(report.problems.map(item => item.code)).toEqual(['archive.sourceAltered', 'archive.damagedRecord'])
    expect({ ...(await contents(to)), 'backup.json': '' }).toEqual({ ...good, 'backup.json': '' })
  })
})

describe('a backup that is brought up to date', () => {
  test('and killed at any call is what it was or what it was to become, never half of each, and leaves nothing behind', async () => {
    const { folder, archive, record, home } = await setting()
    const before = join(folder, 'before')
    const entries = archive.lastEntry()
    value(await archive.backup(before, quiet, never()))
    value(await revise(archive, value(await revise(archive, record, 2021)), 2020))
    await writeFile(join(folder, 'c.txt'), 'a third report')
    await ingest(archive, join(folder, 'c.txt'))
    const ready = archive.lastEntry()
    await archive.close()
    const seen = new Set<number>()
    for (let at = 0, finished = false; !finished; at += 19) {
      const to = join(folder, 'killed')
      await cp(before, to, { recursive: true })
      let count = 0
      const files = faultyFiles(call => (call.path.startsWith(to) && count++ === at ? { kind: 'stop' } : null))
      const work = async () => {
        const from = value(await openArchive(home, { version: 'test', readOnly: true, files }))
        return await from.backup(to, quiet, never())
      }
      finished = await work().then(
        () => true,
        error => {
          if (!(error instanceof Stopped)) throw error
          return false
        },
      )
      await killHolder(to)
      const restored = join(folder, `restored-${at}`)
      // An original that came before its record was to come is no harm.
      const { problems } = value(await restoreBackup(to, restored, restoring))
      expect(problems.filter(item => item.severity === 'error')).toEqual([])
      const after = await reader(restored)
      seen.add(after.lastEntry())
      expect([entries, ready]).toContain(after.lastEntry())
      expect(await after.recordIds()).toHaveLength(after.lastEntry() === ready ? 3 : 2)
      const again = await reader(home)
      expect(value(await again.backup(to, quiet, never())).problems).toEqual([])
      expect(await tempsIn(to)).toEqual([])
      expect(await readdir(to)).not.toContain('incoming')
      expect((await reader(to)).lastEntry()).toBe(ready)
      await rm(to, { recursive: true })
      await rm(restored, { recursive: true })
    }
    expect([...seen].sort()).toEqual([entries, ready].sort())
  })

  test('of an archive that was set back to it does not bring back what was waiting', async () => {
    const { folder, archive, record, home } = await setting()
    const to = join(folder, 'backup')
    value(await archive.backup(to, quiet, never()))
    const good = await contents(to)
    value(await revise(archive, record, 2021))
    await archive.close()
    let count = 0
    const files = faultyFiles(call =>
      call.path.includes('incoming/log') && call.name === 'sync' && count++ === 0 ? { kind: 'stop' } : null,
    )
    const from = value(await openArchive(home, { version: 'test', readOnly: true, files }))
    await expect(from.backup(to, quiet, never())).rejects.toThrow(Stopped)
    await killHolder(to)
    expect(await readdir(join(to, 'incoming'))).toContain('records')
    const old = join(folder, 'restored')
    value(await restoreBackup(to, old, restoring))
    value(await (await reader(old)).backup(to, quiet, never()))
    expect({ ...(await contents(to)), 'backup.json': '' }).toEqual({ ...good, 'backup.json': '' })
  })

  test('while another process writes holds what belongs together', async () => {
    const { folder, archive, record, home } = await setting()
    const to = join(folder, 'backup')
    const beside = value(await openArchive(home, { version: 'test' }))
    expect(beside.readOnly?.code).toBe('archive.heldByOther')
    let writing = true
    const writes = (async () => {
      for (let now = record; writing; ) now = value(await revise(archive, now, 2000 + (now.revisions.length % 20)))
    })()
    for (let round = 0; round < 4; round++) {
      expect(value(await beside.backup(to, quiet, never())).problems).toEqual([])
      expect(await problemsOf(await reader(to))).toEqual([])
    }
    writing = false
    await writes
  })

  test('names a record and an original that are gone, and keeps the copies it has', async () => {
    const { folder, archive, record, file } = await setting()
    const to = join(folder, 'backup')
    value(await archive.backup(to, quiet, never()))
    const good = await contents(to)
    await rm(file)
    await rm(archive.sourcePath(record.source.sha256))
    const { problems } = value(await archive.backup(to, quiet, never()))
    expect(problems.map(item => item.code)).toEqual(['archive.sourceMissing', 'archive.recordMissing'])
    expect(archive.lastBackup()).toMatchObject({ folder: to, whole: false })
    expect({ ...(await contents(to)), 'backup.json': '' }).toEqual({ ...good, 'backup.json': '' })
  })

  test('by two at once is done by one, and the other says who is at it', async () => {
    const { folder, archive, home } = await setting()
    const to = join(folder, 'backup')
    const beside = await reader(home)
    const both = await Promise.all([archive.backup(to, quiet, never()), beside.backup(to, quiet, never())])
    expect(both.map(outcome => (outcome.ok ? 'done' : outcome.problem.code)).sort()).toEqual([
      'archive.copyBusy',
      'done',
    ])
  })

  test('can be cancelled and says so; the next run goes on', async () => {
    const { folder, archive } = await setting()
    const to = join(folder, 'backup')
    const control = new AbortController()
    const cut = await archive.backup(to, () => control.abort(), control.signal)
    expect(problem(cut)).toBe('archive.backupCancelled')
    expect(problem(await openArchive(to, { version: 'test' }))).toBe('archive.backupUnfinished')
    expect(archive.lastBackup()).toBeNull()
    expect(value(await archive.backup(to, quiet, never()))).toMatchObject({ copied: 4, present: 2 })
    expect(archive.lastBackup()).toMatchObject({ folder: to, whole: true })
  })
})

describe('a backup folder', () => {
  test('opens to be read only, so that it never becomes another archive', async () => {
    const { folder, archive, record } = await setting()
    const to = join(folder, 'backup')
    value(await archive.backup(to, quiet, never()))
    const before = await contents(to)
    const opened = await open(to)
    expect(opened.readOnly?.code).toBe('archive.isBackup')
    expect(value(await opened.record(record.id))).toEqual(record)
    expect(problem(await revise(opened, record, 2021))).toBe('archive.isBackup')
    await opened.close()
    expect(await contents(to)).toEqual(before)
  })
})

describe('restoring', () => {
  test('refuses a folder with files in it, the backup itself, and a folder that is no archive', async () => {
    const { folder, archive } = await setting()
    const to = join(folder, 'backup')
    value(await archive.backup(to, quiet, never()))
    const full = await tempFolder()
    await writeFile(join(full, 'a.txt'), 'mine')
    expect(problem(await restoreBackup(to, full, restoring))).toBe('archive.restoreNotEmpty')
    expect(await readdir(full)).toEqual(['a.txt'])
    expect(problem(await restoreBackup(to, join(to, 'x'), restoring))).toBe('archive.restoreInside')
    const empty = join(folder, 'empty')
    await mkdir(empty)
    expect(problem(await restoreBackup(empty, join(folder, 'new'), restoring))).toBe('archive.noArchive')
  })

  test('brings back all that is whole and names what was damaged or is missing in the backup', async () => {
    const { folder, archive, record, other } = await setting()
    const to = join(folder, 'backup')
    value(await archive.backup(to, quiet, never()))
    const copy = join(to, 'records', record.id.slice(0, 2), `${record.id}.json`)
    await writeFile(copy, (await readFile(copy)).subarray(0, 300))
    const source = join(to, 'sources', other.id.slice(0, 2), other.source.sha256)
    await chmod(source, 0o644)
    await writeFile(source, 'another rePort')
    const restored = join(folder, 'restored')
    const { problems } = value(await restoreBackup(to, restored, restoring))
    expect(problems.map(item => item.code).sort()).toEqual([
      'archive.damagedRecord',
      'archive.sourceAltered',
      'archive.sourceWithoutRecord',
    ])
    const opened = await open(restored)
    expect(opened.readOnly).toBeNull()
    expect(value(await opened.record(other.id))).toEqual(other)
  })

  test('that was cut off anywhere goes on, and only then can be worked in', async () => {
    const { folder, archive } = await setting()
    const to = join(folder, 'backup')
    value(await archive.backup(to, quiet, never()))
    for (let at = 0, finished = false; !finished; at += 21) {
      const home = join(folder, `restored-${at}`)
      let count = 0
      const files = faultyFiles(call => (call.path.startsWith(home) && count++ === at ? { kind: 'stop' } : null))
      finished = await restoreBackup(to, home, { ...restoring, files }).then(
        () => true,
        error => {
          if (!(error instanceof Stopped)) throw error
          return false
        },
      )
      await mkdir(home, { recursive: true })
      await killHolder(home)
      if (!finished) {
        const cut = await openArchive(home, { version: 'test', readOnly: true })
        expect(cut.ok ? cut.value.lastEntry() : cut.problem.code).toBeOneOf([
          'archive.backupUnfinished',
          'archive.noArchive',
          archive.lastEntry(),
        ])
        expect(value(await restoreBackup(to, home, restoring)).problems).toEqual([])
      }
      expect(await tempsIn(home)).toEqual([])
      const again = await open(home)
      expect(again.readOnly).toBeNull()
      expect(await problemsOf(again)).toEqual([])
      await again.close()
    }
  })
})
