import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Services } from '../../src/main/services.ts'
import { imported, problem, qinghe, services, tempFolder, value, wangxi, wholeCatalogue } from './support.ts'

const rows = async (from: Services) => value(await from.api['catalogue.list'](wholeCatalogue)).rows
const edited = async (from: Services, id: string) =>
  value(
    await from.api['record.revise']({
      ...{ id, base: 0, act: 'edit', why: '对着原件看过' },
      change: { kind: 'field', field: 'title', after: '更正过的题名' },
    }),
  )

/** An archive with two reports, one of them changed by a person, and a backup of it. */
async function setting() {
  const place = await tempFolder()
  const folder = join(place, 'archive')
  const from = await services({ folder, inspectImports: 'quietly' })
  const [first] = await imported(from, qinghe, wangxi)
  const id = first?.record ?? ''
  await edited(from, id)
  await from.inspectingImports?.done()
  const backup = join(place, 'backup')
  value(await from.api['archive.backup']({ folder: backup }))
  const file = (home: string) => join(home, 'records', id.slice(0, 2), `${id}.json`)
  return { place, folder, from, id, backup, file }
}

describe('restoring', () => {
  it('gives an archive to work in: reports, changes, history, reports of inspections, search', async () => {
    const { from, place, backup, id } = await setting()
    const told: number[] = []
    from.on('work.progress', ({ work, done, of }) => {
      if (work === 'restore') told.push(done / of)
    })
    const to = join(place, 'restored')
    const made = value(await from.api['archive.restore']({ from: backup, to }))
    expect(made.problems).toEqual([])
    expect(told.at(-1)).toBe(1)
    const again = await services({ folder: to })
    await again.ready()
    expect(await rows(again)).toEqual(await rows(from))
    expect(value(await again.api['record.open']({ id })).record).toEqual(
      value(await from.api['record.open']({ id })).record,
    )
    const inspected = value(
      await again.api['journal.list']({
        ...{ before: null, limit: 10, kinds: ['inspect'], who: [], since: null, record: null, text: '' },
      }),
    ).entries.flatMap(({ event }) => (event.kind === 'inspect' ? [event.report] : []))
    expect(value(await again.api['inspect.open']({ report: inspected[0] ?? '' })).inspections).toHaveLength(2)
    // It is written in like any other.
    expect(value(await again.api['record.undo']({ id, base: 1 })).revisions).toHaveLength(2)
    expect(value(await again.api['archive.verify'](null)).problems).toEqual([])
  })

  it('names what is damaged in the backup and brings the rest', async () => {
    const { from, place, backup, file } = await setting()
    await writeFile(file(backup), '{}')
    const to = join(place, 'restored')
    const made = value(await from.api['archive.restore']({ from: backup, to }))
    // That the record is missing in what was restored is the same fact; that its original is there is another.
    expect(made.problems.map(item => item.code)).toEqual(['archive.damagedRecord', 'archive.sourceWithoutRecord'])
    const again = await services({ folder: to })
    await again.ready()
    expect(await rows(again)).toHaveLength(1)
  })

  it('names an original that is damaged in the backup once', async () => {
    const { from, place, backup, id } = await setting()
    const { sha256 } = value(await from.api['record.open']({ id })).record.source
    const original = join(backup, 'sources', sha256.slice(0, 2), sha256)
    await chmod(original, 0o644)
    await writeFile(original, 'other bytes')
    const made = value(await from.api['archive.restore']({ from: backup, to: join(place, 'restored') }))
    expect(made.problems.map(item => [item.code, item.params.source])).toEqual([['archive.sourceAltered', id]])
  })

  it('never writes over anything, and leaves a stopped one to be gone on with', async () => {
    const { from, folder, place, backup } = await setting()
    expect(problem(await from.api['archive.restore']({ from: backup, to: folder }))).toBe('archive.restoreNotEmpty')
    const to = join(place, 'restored')
    const running = from.api['archive.restore']({ from: backup, to })
    await from.api['work.stop']({ work: 'restore' })
    expect(problem(await running)).toBe('archive.restoreCancelled')
    expect(value(await from.api['archive.restore']({ from: backup, to })).problems).toEqual([])
  })
})

describe('a damaged original', () => {
  it('is put right by importing the same file again, and list, history and report say so', async () => {
    const { from, id } = await setting()
    const { path } = value(await from.sourceFile(id))
    await chmod(path, 0o644)
    const bytes = await readFile(path)
    bytes[100] = (bytes[100] ?? 0) ^ 1
    await writeFile(path, bytes)
    expect(value(await from.api['record.open']({ id })).sourceIntact).toBe(false)
    const again = (await imported(from, qinghe)).at(-1)
    expect([again?.state, again?.record, again?.messages.map(item => item.code)]).toEqual([
      'duplicate',
      id,
      ['ingest.sourceMended'],
    ])
    expect(value(await from.api['record.open']({ id })).sourceIntact).toBe(true)
    const { entries } = value(
      await from.api['journal.list']({
        ...{ before: null, limit: 1, kinds: ['repair'], who: [], since: null, record: id, text: '' },
      }),
    )
    expect(entries[0]?.event).toMatchObject({ kind: 'repair', was: 'altered' })
    expect(value(await from.api['archive.verify'](null)).problems).toEqual([])
  })
})

describe('a damaged record', () => {
  it('comes back by itself when it is opened, with what a person had changed, and the history says so', async () => {
    const { folder, from, id, file } = await setting()
    const before = value(await from.api['record.open']({ id })).record
    await from.close()
    // The day's generation is kept while nobody works.
    const idle = await services({ folder, idle: { after: 1, work: 1, rest: 1, again: 60_000 } })
    const generation = join(folder, 'generations', new Date().toISOString().slice(0, 10))
    while (!(await stat(generation).catch(() => null))) await new Promise(resolve => setImmediate(resolve))
    await writeFile(file(folder), (await readFile(file(folder), 'utf8')).replace('更正过', '改坏了'))
    expect(value(await idle.api['record.open']({ id })).record).toEqual(before)
    const { byKind } = value(
      await idle.api['journal.list']({
        ...{ before: null, limit: 10, kinds: [], who: [], since: null, record: id, text: '' },
      }),
    )
    expect(byKind.repair).toBe(1)
    expect(value(await idle.api['archive.verify'](null)).problems).toEqual([])
  })

  it('without a copy is named, is not replaced by anything, and the other reports go on', async () => {
    const { folder, from, id, file } = await setting()
    await from.close()
    await rm(join(folder, 'generations'), { recursive: true, force: true })
    await writeFile(file(folder), '{}')
    const again = await services({ folder })
    await again.ready()
    expect(problem(await again.api['record.open']({ id }))).toBe('archive.damagedRecord')
    expect(await readFile(file(folder), 'utf8')).toBe('{}')
    const other = (await rows(again)).find(row => row.id !== id)
    expect(value(await again.api['record.open']({ id: other?.id ?? '' })).sourceIntact).toBe(true)
  })
})
