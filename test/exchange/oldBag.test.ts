import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordForm } from '../../src/main/archive/index.ts'
import type { Archive } from '../../src/main/archive/model.ts'
import { exportBag } from '../../src/main/exchange/exportBag.ts'
import { openBag } from '../../src/main/exchange/importBag.ts'
import { itemFor, never, open, value } from '../archive/samples.ts'
import { contents, tempFolder } from '../archive/temp.ts'
import { objections } from './validator.ts'

const fixtures = join(import.meta.dirname, '../fixtures/archives')
const bag = join(fixtures, 'bag-1')

async function takeIn(archive: Archive, from: string) {
  const opened = await openBag(itemFor(from), archive, () => undefined, never())
  if (!('kind' in opened)) return [opened.state]
  const records = opened.content.flatMap(one => (one.kind === 'record' ? [one] : []))
  const results = []
  for (const one of records) results.push((await one.accept(itemFor(one.path), () => undefined, never())).state)
  return results
}

const problemsOf = async (archive: Archive) =>
  value(await archive.verify(() => undefined, never())).problems.map(item => item.code)

describe('a bag that was exported before records left their paths', () => {
  it('is taken in, in the new form and proved, without the path of another computer', async () => {
    const archive = await open(join(await tempFolder(), 'archive'))
    expect(await takeIn(archive, bag)).toEqual(['warned', 'warned'])
    for (const id of await archive.recordIds()) {
      const record = value(await archive.record(id))
      expect([record.schema, record.provenance.path, await archive.local(id)]).toEqual([recordForm, undefined, null])
    }
    expect(await problemsOf(archive)).toEqual([])
    expect(await takeIn(archive, bag)).toEqual(['duplicate', 'duplicate'])
  })

  it('holds what the archive has that made it and has been brought up since', async () => {
    const home = join(await tempFolder(), 'archive')
    await cp(join(fixtures, 'schema-2'), home, { recursive: true })
    expect(await takeIn(await open(home), bag)).toEqual(['duplicate', 'duplicate'])
  })
})

describe('a bag of today', () => {
  it('says nowhere where a file lay or where a program broke, and is taken in again', async () => {
    const folder = await tempFolder()
    const home = join(folder, 'archive')
    await cp(join(fixtures, 'schema-2'), home, { recursive: true })
    const from = await open(home)
    const to = join(folder, '移交')
    value(await exportBag(await from.recordIds(), to, { archive: from, version: 'test', signal: never() }))
    expect(objections(to)).toEqual([])
    for (const name of await readdir(to, { recursive: true, withFileTypes: true }))
      if (name.isFile())
        expect(await readFile(join(name.parentPath, name.name), 'utf8')).not.toMatch(/home\/liming|worker\.js/)
    const other = join(folder, 'other')
    const archive = await open(other)
    expect(await takeIn(archive, to)).toEqual(['warned', 'warned'])
    expect(await problemsOf(archive)).toEqual([])
    expect(Object.keys(await contents(other)).filter(path => path.startsWith('local/'))).toEqual([])
  })
})
