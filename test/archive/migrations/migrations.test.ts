import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../../src/main/archive/index.ts'
import type { Archive } from '../../../src/main/archive/model.ts'
import { recordForm, upgraded } from '../../../src/main/archive/records/form.ts'
import { checkSeal } from '../../../src/main/archive/seal.ts'
import { faultyFiles, Stopped } from '../faults.ts'
import { killHolder } from '../holders.ts'
import { never, open, problem, resealed, revise, value } from '../samples.ts'
import { contents, tempFolder } from '../temp.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/archives')
const stored = join(fixtures, 'schema-1')

async function copy(of = stored): Promise<string> {
  const home = join(await tempFolder(), 'archive')
  await cp(of, home, { recursive: true })
  return home
}

/** What an archive shows in the newest form, without the entries that say which form it has. */
async function shown(archive: Archive): Promise<unknown> {
  const ids = await archive.recordIds()
  const records = await Promise.all(ids.map(async id => upgraded(value(await archive.record(id))).record))
  const journal = (await archive.entriesAfter(0)).filter(({ event }) => event.kind !== 'migrate')
  return { settings: archive.settings(), records, journal }
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
    expect(JSON.parse(await readFile(join(home, 'archive.json'), 'utf8')).schema).toBe(3)
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

  test.each(['schema-1', 'schema-2'])(
    '%s, killed at any step of the migration, is migrated by the next opening, and loses nothing',
    async name => {
      const stored = join(fixtures, name)
      const before = await shown(value(await openArchive(stored, { version: 'test', readOnly: true })))
      for (let at = 0; ; at++) {
        const home = await copy(stored)
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
          expect(at).toBeGreaterThan(40)
          break
        }
        await killHolder(home)
        const archive = await open(home)
        expect(archive.readOnly).toBeNull()
        expect(await shown(archive)).toEqual(before)
        expect(await problemsOf(archive)).toEqual([])
        await archive.close()
      }
    },
  )

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

describe('an archive of schema 2', () => {
  const second = join(fixtures, 'schema-2')
  const fileOf = (home: string, id: string) => join(home, 'records', id.slice(0, 2), `${id}.json`)
  const forms = async (archive: Archive) =>
    Promise.all((await archive.recordIds()).map(async id => value(await archive.record(id)).schema))

  test('is read as it is where it may not be written', async () => {
    const home = await copy(second)
    const before = await contents(home)
    const reader = value(await openArchive(home, { version: 'test', readOnly: true }))
    expect([await forms(reader), await problemsOf(reader)]).toEqual([[1, 1], []])
    expect(await contents(home)).toEqual(before)
  })

  test('keeps what only this computer knows beside its records, for the owner alone, and proves the new form by the old', async () => {
    const home = await copy(second)
    const before = await shown(value(await openArchive(home, { version: 'test', readOnly: true })))
    const archive = await open(home)
    expect(await shown(archive)).toEqual(before)
    expect([await forms(archive), await problemsOf(archive)]).toEqual([[recordForm, recordForm], []])
    for (const id of await archive.recordIds()) {
      expect(await readFile(fileOf(home, id), 'utf8')).not.toMatch(/liming|worker\.js/)
      const local = await archive.local(id)
      expect(local?.path).toMatch(/^\/home\/liming\/年报\/[甲乙]\.txt$/)
      expect(local?.details[0]).toMatchObject({
        code: 'office.damaged',
        detail: expect.stringContaining('worker.js:12:3'),
      })
      const { mode } = await stat(join(home, 'local', id.slice(0, 2), `${id}.json`))
      if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600)
    }
    const entries = (await archive.entriesAfter(0)).flatMap(({ event }) => (event.kind === 'migrate' ? [event] : []))
    expect(entries).toMatchObject([{ form: recordForm }, { form: recordForm }])
    // A second opening has nothing to do.
    const last = archive.lastEntry()
    await archive.close()
    expect((await open(home)).lastEntry()).toBeGreaterThanOrEqual(last)
  })

  test('tells by its cells and paragraphs what it told by words only', async () => {
    const archive = await open(await copy(second))
    for (const id of await archive.recordIds()) {
      const report = value(await archive.record(id)).extraction.report
      const chosen = report?.tables.flatMap(table => table.cells.flatMap(cell => cell.chosenOver ?? []))
      expect(chosen).toEqual([1, 2])
      expect(report?.sections.map(section => section.paragraphs)).toEqual([
        [
          { start: 0, anchor: { block: 1 } },
          { start: 9, anchor: { block: 2 } },
        ],
      ])
    }
  })

  test('loses nothing with what lies beside it', async () => {
    const home = await copy(second)
    const before = await shown(await open(home))
    await killHolder(home)
    await rm(join(home, 'local'), { recursive: true })
    const archive = await open(home)
    expect([await shown(archive), await problemsOf(archive)]).toEqual([before, []])
    for (const id of await archive.recordIds()) expect(await archive.local(id)).toBeNull()
  })

  test('does not vouch for a record that somebody altered and sealed anew: it stays as it is, and is named', async () => {
    const home = await copy(second)
    const [id = ''] = await value(await openArchive(home, { version: 'test', readOnly: true })).recordIds()
    const altered = resealed((await readFile(fileOf(home, id), 'utf8')).replace('"value":12', '"value":13'))
    await writeFile(fileOf(home, id), altered)
    const archive = await open(home)
    expect(await readFile(fileOf(home, id))).toEqual(altered)
    expect([await forms(archive), await problemsOf(archive)]).toEqual([[1, recordForm], ['archive.recordAltered']])
  })

  test('brings a record back from a copy of before, through the new form', async () => {
    const home = await copy(second)
    const first = await open(home)
    const [id = ''] = await first.recordIds()
    const record = value(await first.record(id))
    await first.close()
    const good = await readFile(fileOf(home, id))
    await writeFile(fileOf(home, id), '{}')
    const archive = await open(home)
    expect(value(await archive.record(id))).toEqual(record)
    expect(await readFile(fileOf(home, id))).toEqual(good)
    expect(await problemsOf(archive)).toEqual([])
  })

  test('brings a record that was damaged before to the new form once it is put back', async () => {
    const home = await copy(second)
    const [id = ''] = await value(await openArchive(home, { version: 'test', readOnly: true })).recordIds()
    await writeFile(fileOf(home, id), '{}')
    const archive = await open(home)
    expect(value(await archive.record(id)).schema).toBe(recordForm)
    expect(await problemsOf(archive)).toEqual([])
  })
})
