import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Archive } from '../../../src/main/archive/model.ts'
import { hasty } from '../faults.ts'
import { ingest, never, open, revise, value } from '../samples.ts'
import { tempsIn } from '../temp.ts'

export const quiet = () => undefined
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
export async function revised(archive: Archive) {
  for (const id of await archive.recordIds()) {
    const record = value(await archive.record(id))
    if (record.revisions.length > 0) return record
  }
  throw new Error('no record was revised')
}

export async function mustBeWhole(archive: Archive, home: string): Promise<void> {
  expect(archive.readOnly).toBeNull()
  expect(await tempsIn(home)).toEqual([])
  const report = value(await archive.verify(quiet, never()))
  expect(report.problems.filter(item => item.severity === 'error')).toEqual([])
}
