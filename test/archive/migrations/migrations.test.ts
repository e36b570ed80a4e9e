import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../../src/main/archive/index.ts'
import type { Archive } from '../../../src/main/archive/model.ts'
import { checkSeal } from '../../../src/main/archive/seal.ts'
import { faultyFiles, Stopped } from '../faults.ts'
import { killHolder } from '../holders.ts'
import { never, open, problem, revise, value } from '../samples.ts'
import { contents, tempFolder } from '../temp.ts'

const stored = join(import.meta.dirname, '../../fixtures/archives/schema-1')

async function copy(): Promise<string> {
  const home = join(await tempFolder(), 'archive')
  await cp(stored, home, { recursive: true })
  return home
}

async function shown(archive: Archive): Promise<unknown> {
  const ids = await archive.recordIds()
  const records = await Promise.all(ids.map(async id => value(await archive.record(id))))
  return { settings: archive.settings(), records, journal: await archive.entriesAfter(0) }
}

const problemsOf = async (archive: Archive) =>
  value(await archive.verify(() => undefined, never())).problems.map(item => item.code)

describe('an archive of schema 1', () => {
  test('is read as it is where it may not be written', async () => {
    const home = await copy()
    const before = await contents(home)
    const reader = value(await openArchive(home, { version: 'test', readOnly: true }))
    expect(reader.settings()).toEqual({ language: 'en', theme: 'dark', who: '李明' })
    expect(await reader.recordIds()).toHaveLength(3)
    expect(reader.lastEntry()).toBe(10)
    expect(await problemsOf(reader)).toEqual([])
    expect(await contents(home)).toEqual(before)
  })

  test('is sealed when it is opened to be written, shows the same, verifies, and takes new changes', async () => {
    const home = await copy()
    const before = await shown(value(await openArchive(home, { version: 'test', readOnly: true })))
    const archive = await open(home)
    expect(archive.readOnly).toBeNull()
    expect(await shown(archive)).toEqual(before)
    const files = ['archive.json', ...(await archive.recordIds()).map(id => `records/${id.slice(0, 2)}/${id}.json`)]
    for (const file of files) expect(checkSeal(await readFile(join(home, file))).kind).toBe('whole')
    expect(JSON.parse(await readFile(join(home, 'archive.json'), 'utf8')).schema).toBe(2)
    expect(await problemsOf(archive)).toEqual([])
    for (const id of await archive.recordIds()) value(await revise(archive, value(await archive.record(id)), 2001))
    expect(await problemsOf(archive)).toEqual([])
  })

  test('with a record that is damaged already keeps the damage as it is, and names it', async () => {
    const home = await copy()
    const reader = value(await openArchive(home, { version: 'test', readOnly: true }))
    const [id = ''] = await reader.recordIds()
    const file = join(home, 'records', id.slice(0, 2), `${id}.json`)
    const damaged = (await readFile(file)).subarray(0, 500)
    await writeFile(file, damaged)
    const archive = await open(home)
    expect(archive.readOnly).toBeNull()
    expect(await readFile(file)).toEqual(damaged)
    expect(problem(await archive.record(id))).toBe('archive.damagedRecord')
    expect(await problemsOf(archive)).toEqual(['archive.damagedRecord'])
  })

  test('killed at any step of the migration is migrated by the next opening, and loses nothing', async () => {
    const before = await shown(value(await openArchive(stored, { version: 'test', readOnly: true })))
    for (let at = 0; ; at++) {
      const home = await copy()
      const files = faultyFiles(call => (call.index === at ? { kind: 'stop' } : null))
      let stopped = false
      try {
        const opened = await openArchive(home, { version: 'test', files })
        if (opened.ok) await opened.value.close()
      } catch (error) {
        if (!(error instanceof Stopped)) throw error
        stopped = true
      }
      if (!stopped) {
        expect(at).toBeGreaterThan(60)
        break
      }
      await killHolder(home)
      const archive = await open(home)
      expect(archive.readOnly).toBeNull()
      expect(await shown(archive)).toEqual(before)
      expect(await problemsOf(archive)).toEqual([])
      await archive.close()
    }
  })

  test('on a disk that is full opens to be read, and goes on when there is room', async () => {
    const home = await copy()
    let writes = 0
    const files = faultyFiles(call =>
      call.path.includes('/records/') && call.name === 'write' && writes++ === 1
        ? { kind: 'error', code: 'ENOSPC' }
        : null,
    )
    const reader = await open(home, files)
    expect(reader.readOnly?.code).toBe('archive.diskFull')
    expect(await problemsOf(reader)).toEqual([])
    await reader.close()
    const archive = await open(home)
    expect(archive.readOnly).toBeNull()
    expect(await problemsOf(archive)).toEqual([])
  })
})
