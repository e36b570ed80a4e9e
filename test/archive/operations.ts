import { appendFile, cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openArchive, restoreBackup } from '../../src/main/archive/index.ts'
import type { Archive } from '../../src/main/archive/model.ts'
import type { CopyReport } from '../../src/shared/longWork.ts'
import { messageText } from '../../src/shared/messages/index.ts'
import { failure, type Outcome, success } from '../../src/shared/outcome.ts'
import type { ArchiveRecord } from '../../src/shared/record.ts'
import type { Operation } from './everyCall.ts'
import { hasty } from './faults.ts'
import { killHolder } from './holders.ts'
import { ingest, never, open, recordOf, revise, value, yearChange } from './samples.ts'
import { contents, tempsIn } from './temp.ts'
import { visible } from './visible.ts'

const quiet = () => undefined
export const homeOf = (folder: string) => join(folder, 'archive')

/** An archive with two records, one of them revised; a third file waits. */
export async function twoRecords(folder: string): Promise<void> {
  const archive = await open(homeOf(folder), hasty)
  for (const name of ['a', 'b', 'c']) await writeFile(join(folder, `${name}.txt`), `report ${name}`)
  value(await revise(archive, await ingest(archive, join(folder, 'a.txt')), 2022))
  await ingest(archive, join(folder, 'b.txt'), 'b.txt')
  await archive.close()
}

/** The record that was revised. */
async function revised(archive: Archive) {
  for (const id of await archive.recordIds()) {
    const record = value(await archive.record(id))
    if (record.revisions.length > 0) return record
  }
  throw new Error('no record was revised')
}

async function mustBeWhole(archive: Archive, home: string): Promise<void> {
  expect(archive.readOnly).toBeNull()
  expect(await tempsIn(home)).toEqual([])
  const report = value(await archive.verify(quiet, never()))
  expect(report.problems.filter(item => item.severity === 'error')).toEqual([])
}

/** What may change in a failed step: derived files, and a source kept before its record failed waits for the next attempt. */
const derived = (path: string, hash: string) => /^log\/(summary|verify-state)\.json$/.test(path) || path.endsWith(hash)
const proper = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).filter(([path, hash]) => !derived(path, hash)))

type Step = (archive: Archive, record: ArchiveRecord, folder: string) => Promise<Outcome<unknown>>

/** A step in an opened archive. It is there as a whole or not at all, and not at all means that not a byte is another one. */
function step(act: Step, of: RegExp | null = null): Operation {
  const seen = new Map<string, unknown>()
  const files = new Map<string, unknown>()
  return {
    before: async folder => {
      await twoRecords(folder)
      const archive = value(await openArchive(homeOf(folder), { version: 'test', files: hasty, readOnly: true }))
      seen.set('not done', await visible(archive))
      seen.delete('done')
      files.set('not done', proper(await contents(homeOf(folder))))
      await archive.close()
    },
    run: async (folder, layer, ready) => {
      const archive = await open(homeOf(folder), layer)
      const record = await revised(archive)
      ready()
      const outcome = await act(archive, record, folder)
      await archive.close()
      // A person must be told which report or file it was.
      if (!outcome.ok && of) expect(messageText(outcome.problem, 'zh')).toMatch(of)
      return outcome
    },
    after: async (folder, done) => {
      if (!done) expect(proper(await contents(homeOf(folder)))).toEqual(files.get('not done'))
      const archive = await open(homeOf(folder), hasty)
      const shown = await visible(archive)
      if (done && !seen.has('done')) seen.set('done', shown)
      expect(shown).toEqual(seen.get(done ? 'done' : 'not done'))
      await mustBeWhole(archive, homeOf(folder))
      await archive.close()
    },
  }
}

/** An opening that has something to put right: afterwards, now or at the next opening, all shows what was stored. */
function opening(harm: (home: string) => Promise<void>): Operation {
  let stored: unknown = null
  return {
    before: async folder => {
      await twoRecords(folder)
      const archive = value(await openArchive(homeOf(folder), { version: 'test', files: hasty, readOnly: true }))
      stored = await visible(archive)
      await archive.close()
      await harm(homeOf(folder))
    },
    run: async (folder, files, ready) => {
      ready()
      const opened = await openArchive(homeOf(folder), { version: 'test', files })
      if (!opened.ok) return opened
      const { readOnly } = opened.value
      await opened.value.close()
      return readOnly ? failure(readOnly) : success(null)
    },
    after: async folder => {
      // This process lives on, unlike one that left such a lock behind.
      await killHolder(homeOf(folder))
      const archive = await open(homeOf(folder), hasty)
      expect(await visible(archive)).toEqual(stored)
      await mustBeWhole(archive, homeOf(folder))
      await archive.close()
    },
  }
}

const journalIn = async (home: string) => {
  const name = (await readdir(join(home, 'log'))).find(item => item.endsWith('.jsonl')) ?? ''
  return join(home, 'log', name)
}

/** A generation, or what is left of one that was not finished: every record can be brought back from it, or from the next. */
function generation(before: (folder: string) => Promise<void>): Operation {
  const keep: Step = archive => archive.keepGeneration(never())
  return {
    before,
    run: step(keep).run,
    after: async folder => {
      const home = homeOf(folder)
      const archive = await open(home, hasty)
      await mustBeWhole(archive, home)
      value(await archive.keepGeneration(never()))
      expect(await tempsIn(home)).toEqual([])
      for (const id of await archive.recordIds()) {
        const file = join(home, 'records', id.slice(0, 2), `${id}.json`)
        const good = await readFile(file)
        await writeFile(file, '{}')
        value(await archive.record(id))
        expect(await readFile(file)).toEqual(good)
      }
      await archive.close()
    },
  }
}

/** Eleven days of which each but the first holds what the one before would: the next generation lets the oldest two become one. */
async function elevenDays(folder: string): Promise<void> {
  await twoRecords(folder)
  const archive = await open(homeOf(folder), hasty)
  value(await archive.keepGeneration(never()))
  await archive.close()
  const days = join(homeOf(folder), 'generations')
  const [today = ''] = (await readdir(days)).filter(name => /^\d{4}-\d{2}-\d{2}$/.test(name))
  for (let day = 1; day <= 10; day++)
    await cp(join(days, today), join(days, `2020-01-${String(day).padStart(2, '0')}`), { recursive: true })
  await rm(join(days, today), { recursive: true })
}

/** What a restored copy of a backup shows. */
async function restoredFrom(backup: string, to: string): Promise<{ entries: number; wrong: string }> {
  const work = { version: 'test', files: hasty, progress: quiet, signal: never() }
  const { problems } = value(await restoreBackup(backup, to, work))
  const wrong = new Set(problems.filter(item => item.severity === 'error').map(item => item.code))
  const archive = await open(to, hasty)
  expect(archive.readOnly).toBeNull()
  const entries = archive.lastEntry()
  await archive.close()
  return { entries, wrong: [...wrong].join() }
}

/** What could not be copied is named in the answer; here that means that not all was done. */
function wholly(outcome: Outcome<CopyReport>): Outcome<unknown> {
  const wrong = outcome.ok ? outcome.value.problems.find(item => item.severity === 'error') : null
  return wrong ? failure(wrong) : outcome
}

const backup: Operation = (() => {
  let kept: Record<string, string> = {}
  return {
    before: async folder => {
      await twoRecords(folder)
      const archive = await open(homeOf(folder), hasty)
      value(await archive.backup(join(folder, 'backup'), quiet, never()))
      value(await revise(archive, await revised(archive), 2021))
      await ingest(archive, join(folder, 'c.txt'), 'c.txt')
      await archive.close()
      kept = await contents(homeOf(folder))
    },
    run: async (folder, files, ready) => {
      const reader = value(await openArchive(homeOf(folder), { version: 'test', files, readOnly: true }))
      ready()
      return wholly(await reader.backup(join(folder, 'backup'), quiet, never()))
    },
    after: async (folder, done) => {
      expect(await contents(homeOf(folder))).toEqual(kept)
      const restored = await restoredFrom(join(folder, 'backup'), join(folder, 'restored'))
      expect(done ? [5] : [3, 5]).toContain(restored.entries)
      // An original that could not be read was named and left out; a later run brings it.
      if (!done) expect(['', 'archive.sourceMissing']).toContain(restored.wrong)
      if (!done) {
        const reader = value(await openArchive(homeOf(folder), { version: 'test', files: hasty, readOnly: true }))
        value(await reader.backup(join(folder, 'backup'), quiet, never()))
        expect(await restoredFrom(join(folder, 'backup'), join(folder, 'again'))).toEqual({ entries: 5, wrong: '' })
      } else expect(restored.wrong).toBe('')
    },
  }
})()

const restoring: Operation = (() => {
  let kept: Record<string, string> = {}
  return {
    before: async folder => {
      await twoRecords(folder)
      const archive = await open(homeOf(folder), hasty)
      value(await archive.backup(join(folder, 'backup'), quiet, never()))
      await archive.close()
      kept = await contents(join(folder, 'backup'))
    },
    run: async (folder, files, ready) => {
      ready()
      const work = { version: 'test', files, progress: quiet, signal: never() }
      return wholly(await restoreBackup(join(folder, 'backup'), join(folder, 'restored'), work))
    },
    after: async (folder, done) => {
      expect(await contents(join(folder, 'backup'))).toEqual(kept)
      const to = join(folder, 'restored')
      const work = { version: 'test', files: hasty, progress: quiet, signal: never() }
      const again = done ? null : await restoreBackup(join(folder, 'backup'), to, work)
      const archive = await open(to, hasty)
      expect(archive.lastEntry()).toBe(3)
      // It was restored but for an original that could not be read and was named.
      if (again && !again.ok) {
        expect(again.problem.code).toBe('archive.restoreNotEmpty')
        const { problems } = value(await archive.verify(quiet, never()))
        expect(problems.map(item => item.code).every(code => code === 'archive.sourceMissing')).toBe(true)
      } else await mustBeWhole(archive, to)
      await archive.close()
    },
  }
})()

const migration: Operation = {
  before: async folder => {
    await cp(join(import.meta.dirname, '../fixtures/archives/schema-1'), homeOf(folder), { recursive: true })
  },
  run: opening(async () => undefined).run,
  after: async folder => {
    const archive = await open(homeOf(folder), hasty)
    expect([archive.settings().who, archive.lastEntry(), (await archive.recordIds()).length]).toEqual(['李明', 10, 3])
    await mustBeWhole(archive, homeOf(folder))
    await archive.close()
  },
}

const repair: Operation = (() => {
  let path = ''
  let good = ''
  const file = (folder: string) => join(homeOf(folder), path)
  return {
    before: async folder => {
      await twoRecords(folder)
      const archive = await open(homeOf(folder), hasty)
      value(await archive.keepGeneration(never()))
      const { id } = await revised(archive)
      await archive.close()
      path = `records/${id.slice(0, 2)}/${id}.json`
      good = await readFile(file(folder), 'utf8')
      await writeFile(file(folder), '{}')
    },
    run: async (folder, files, ready) => {
      const archive = await open(homeOf(folder), files)
      ready()
      const outcome = await archive.repairRecord(path.slice(-21, -5))
      await archive.close()
      return outcome
    },
    after: async (folder, done) => {
      if (done) expect(await readFile(file(folder), 'utf8')).toBe(good)
      const archive = await open(homeOf(folder), hasty)
      value(await archive.record(path.slice(-21, -5)))
      expect(await readFile(file(folder), 'utf8')).toBe(good)
      await mustBeWhole(archive, homeOf(folder))
      await archive.close()
    },
  }
})()

/** The report, or the file of it that failed: the one given, the original (by its number), the record. */
const named = /清河区教育委员会|c\.txt|[0-9a-f]{16}/

/** Everything an archive does on disk. */
export const operations: Readonly<Record<string, Operation>> = {
  'creating an archive': {
    before: async () => undefined,
    run: opening(async () => undefined).run,
    after: async folder => {
      const archive = await open(homeOf(folder), hasty)
      expect(await archive.recordIds()).toEqual([])
      await mustBeWhole(archive, homeOf(folder))
      await archive.close()
    },
  },
  'opening after a crash, with a line that was cut off': opening(async home => {
    await appendFile(await journalIn(home), '{"number":4,"at":"20')
    await writeFile(join(home, '.kaijuan-tmp-1-2'), 'half')
    await leaveLock(home)
  }),
  'opening after a crash, with an entry whose record was not put in place': opening(async home => {
    const archive = await open(home, hasty)
    const record = await revised(archive)
    const file = join(home, 'records', record.id.slice(0, 2), `${record.id}.json`)
    const old = await readFile(file)
    value(await revise(archive, record, 2021))
    await archive.close()
    await writeFile(file, old)
    await rm(join(home, 'log/summary.json'))
    await leaveLock(home)
  }),
  'opening where the last line lost its line break': opening(async home => {
    const path = await journalIn(home)
    await writeFile(path, (await readFile(path)).subarray(0, -1))
    await rm(join(home, 'log/summary.json'))
  }),
  'opening where archive.json is damaged': opening(async home => {
    await writeFile(join(home, 'archive.json'), '{"schema":')
  }),
  'migration of an archive of the first version': migration,
  'import of a file': step(async (archive, _, folder) => {
    const kept = await archive.keepSource(join(folder, 'c.txt'), never())
    return kept.ok ? await archive.addRecord(recordOf(kept.value, 'c.txt'), 'archived') : kept
  }, named),
  edit: step((archive, record) => revise(archive, record, 2021), named),
  undo: step(
    (archive, { id }) =>
      archive.revise({ id, base: 1, act: 'undo', reverses: 1, why: '', change: yearChange(2022, 2023) }),
    named,
  ),
  'a newer reading in place of the old': step(
    (archive, { id, extraction }) => archive.replaceExtraction(id, { ...extraction, reader: 'newer' }),
    named,
  ),
  settings: step(archive => archive.saveSettings({ who: '李明' })),
  'the note of an export': step(archive =>
    archive.addJournal({ kind: 'export', format: 'csv', name: 'x.csv', records: 1, files: 1, bytes: 1 }),
  ),
  'verification of everything': {
    before: twoRecords,
    // Named by it: what it could not read.
    run: step(async archive => {
      const verified = await archive.verify(quiet, never())
      const wrong = verified.ok ? verified.value.problems.find(item => item.severity === 'error') : null
      return wrong ? failure(wrong) : verified
    }).run,
    after: async (folder, done) => {
      const archive = await open(homeOf(folder), hasty)
      if (done) expect([archive.lastEntry(), archive.lastVerified()?.whole]).toEqual([4, true])
      await mustBeWhole(archive, homeOf(folder))
      await archive.close()
    },
  },
  'the quiet verification': step(archive => archive.verifySome(1, never())),
  'the first generation': generation(twoRecords),
  'a generation that lets the oldest two become one': generation(elevenDays),
  'bringing a damaged record back': repair,
  'bringing a backup up to date': backup,
  'restoring a backup': restoring,
}

/** The lock of a process that has ended. */
async function leaveLock(home: string): Promise<void> {
  const archive = await open(`${home}-lock`, hasty)
  await rename(join(`${home}-lock`, 'archive.lock'), join(home, 'archive.lock'))
  await archive.close()
  await rm(`${home}-lock`, { recursive: true })
  await killHolder(home)
}
