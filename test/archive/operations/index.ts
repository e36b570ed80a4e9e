import { appendFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Archive } from '../../../src/main/archive/model.ts'
import type { Message } from '../../../src/shared/messages/index.ts'
import { failure, type Outcome } from '../../../src/shared/outcome.ts'
import type { Operation } from '../everyCall.ts'
import { hasty } from '../faults.ts'
import { killHolder } from '../holders.ts'
import { never, open, recordOf, revise, value, yearChange } from '../samples.ts'

import { backup, elevenDays, generation, migration, repair, restoring } from './copies.ts'
import { homeOf, mustBeWhole, quiet, revised, twoRecords } from './setting.ts'
import { opening, step } from './steps.ts'

const journalIn = async (home: string) => {
  const name = (await readdir(join(home, 'log'))).find(item => item.endsWith('.jsonl')) ?? ''
  return join(home, 'log', name)
}

/** The lock of a process that has ended. */
async function leaveLock(home: string): Promise<void> {
  const archive = await open(`${home}-lock`, hasty)
  await rename(join(`${home}-lock`, 'archive.lock'), join(home, 'archive.lock'))
  await archive.close()
  await rm(`${home}-lock`, { recursive: true })
  await killHolder(home)
}

/** The report, or the file of it that failed: the one given, the original (by its number), the record. */
const named = /清河区教育委员会|c\.txt|[0-9a-f]{16}/

/** Verification refuses nothing: what it could not read it names, in its answer and in the journal. */
function verification(
  act: (archive: Archive) => Promise<Outcome<{ readonly problems: readonly Message[] }>>,
): Operation {
  return {
    before: twoRecords,
    run: step(async archive => {
      const verified = await act(archive)
      const wrong = verified.ok ? verified.value.problems.find(item => item.severity === 'error') : null
      return wrong ? failure(wrong) : verified
    }).run,
    after: async (folder, done) => {
      const archive = await open(homeOf(folder), hasty)
      if (done) expect([archive.lastEntry(), archive.lastVerified()?.whole]).toEqual([4, true])
      await mustBeWhole(archive, homeOf(folder))
      await archive.close()
    },
  }
}

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
  'verification of everything': verification(archive => archive.verify(quiet, never())),
  // With time enough for a whole round: how far it comes in a millisecond is chance.
  'a round of the quiet verification': verification(archive => archive.verifySome(60_000, never())),
  'the first generation': generation(twoRecords),
  'a generation that lets the oldest two become one': generation(elevenDays),
  'bringing a damaged record back': repair,
  'bringing a backup up to date': backup,
  'restoring a backup': restoring,
}
