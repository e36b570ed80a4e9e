import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive, restoreBackup } from '../../src/main/archive/index.ts'
import { type Call, type Fault, faultyFiles, hasty } from './faults.ts'
import { problemsOf, setting } from './oldArchive.ts'
import { ingest, never, revise, value } from './samples.ts'
import { contents, tempFolder, tempsIn } from './temp.ts'

const quiet = () => undefined
const stride = (short: number) => (process.env.KAIJUAN_EVERY_CALL === '1' ? 1 : short)
const codes = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY'] as const
const stored = join(import.meta.dirname, '../fixtures/archives/schema-1')

/** Fails the call with this number among those on the paths looked at. */
function failing(path: string, at: number, code: string) {
  let count = 0
  const plan = (call: Call): Fault | null =>
    call.path.includes(path) && count++ === at ? { kind: 'error', code } : null
  return { plan, calls: () => count }
}

const errorsIn = (problems: readonly { readonly severity: string }[]) =>
  problems.filter(item => item.severity === 'error')

describe('a backup that is brought up to date', () => {
  for (const [first, code] of codes.entries())
    test(`and meets ${code} at any call says so or is whole; it restores to what it was or to what it is now; the archive is untouched`, async () => {
      const { folder, archive, record, home } = await setting()
      const before = join(folder, 'before')
      value(await archive.backup(before, quiet, never()))
      const old = archive.lastEntry()
      value(await revise(archive, record, 2021))
      await writeFile(join(folder, 'c.txt'), 'a third report')
      await ingest(archive, join(folder, 'c.txt'))
      const now = archive.lastEntry()
      await archive.close()
      const kept = await contents(home)
      let failed = 0
      for (let at = first; ; at += stride(23)) {
        const to = join(folder, 'to')
        await cp(before, to, { recursive: true })
        const { plan, calls } = failing('/to', at, code)
        const reader = value(await openArchive(home, { version: 'test', readOnly: true, files: faultyFiles(plan) }))
        const made = await reader.backup(to, quiet, never())
        if (!made.ok) {
          failed++
          expect(made.problem.severity).toBe('error')
        }
        const restored = join(folder, 'restored')
        const outcome = value(
          await restoreBackup(to, restored, { version: 'test', files: hasty, progress: quiet, signal: never() }),
        )
        expect(errorsIn(outcome.problems)).toEqual([])
        const again = value(await openArchive(restored, { version: 'test', files: hasty, readOnly: true }))
        expect(made.ok ? [now] : [old, now]).toContain(again.lastEntry())
        await rm(restored, { recursive: true })
        await rm(to, { recursive: true })
        if (calls() <= at) break
      }
      expect(failed).toBeGreaterThan(1)
      expect(await contents(home)).toEqual(kept)
    })
})

describe('the migration of an archive of schema 1', () => {
  for (const [first, code] of codes.entries())
    test(`that meets ${code} at any call opens to be read and says why, or to be written; the next opening loses nothing`, async () => {
      const shown = async (folder: string) => {
        const archive = value(await openArchive(folder, { version: 'test', files: hasty }))
        const records = await Promise.all((await archive.recordIds()).map(async id => value(await archive.record(id))))
        const seen = { records, settings: archive.settings(), entries: archive.lastEntry() }
        expect([archive.readOnly, await problemsOf(archive)]).toEqual([null, []])
        await archive.close()
        return seen
      }
      const folder = await tempFolder()
      await cp(stored, join(folder, 'whole'), { recursive: true })
      // Each look adds a verification to the journal, the first one here and below.
      const expected = await shown(join(folder, 'whole'))
      for (let at = first; ; at += stride(11)) {
        const home = join(folder, 'home')
        await mkdir(home)
        await cp(stored, home, { recursive: true })
        const { plan, calls } = failing('/home', at, code)
        const opened = await openArchive(home, { version: 'test', files: faultyFiles(plan) })
        if (opened.ok) {
          if (opened.value.readOnly) expect(opened.value.readOnly.severity).toBe('error')
          await opened.value.close()
        } else expect(opened.problem.severity).toBe('error')
        expect(await shown(home)).toEqual(expected)
        expect(await tempsIn(home)).toEqual([])
        await rm(home, { recursive: true })
        if (calls() <= at) break
      }
    })
})
