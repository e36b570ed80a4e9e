import { expect } from 'vitest'
import { openArchive } from '../../../src/main/archive/index.ts'
import type { Archive } from '../../../src/main/archive/model.ts'
import type { ArchiveRecord } from '../../../src/shared/data/record.ts'
import { messageText } from '../../../src/shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../src/shared/outcome.ts'
import type { Operation } from '../everyCall.ts'
import { hasty } from '../faults.ts'
import { killHolder } from '../holders.ts'
import { open, value } from '../samples.ts'
import { contents } from '../temp.ts'
import { visible } from '../visible.ts'

import { homeOf, mustBeWhole, revised, twoRecords } from './setting.ts'

/** What may change in a failed step: derived files, and a source kept before its record failed waits for the next attempt. */
const derived = (path: string, hash: string) => /^log\/(summary|verify-state)\.json$/.test(path) || path.endsWith(hash)
const proper = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).filter(([path, hash]) => !derived(path, hash)))

export type Step = (archive: Archive, record: ArchiveRecord, folder: string) => Promise<Outcome<unknown>>

/** A step in an opened archive. It is there as a whole or not at all, and not at all means that not a byte is another one. */
export function step(act: Step, of: RegExp | null = null): Operation {
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
export function opening(harm: (home: string) => Promise<void>): Operation {
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
