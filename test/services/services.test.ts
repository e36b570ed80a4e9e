import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Services } from '../../src/main/services.ts'
import type { Events } from '../../src/shared/api.ts'
import { currentOf } from '../../src/shared/current/current.ts'
import { versionOf } from '../../src/shared/current/version.ts'
import type { ImportChange } from '../../src/shared/data/importing.ts'
import type { RecordId } from '../../src/shared/data/record.ts'
import { findCell } from '../../src/shared/data/report.ts'
import {
  file,
  imported,
  problem,
  qinghe,
  samples,
  services,
  tempFolder,
  tongwu,
  value,
  wangxi,
  wholeCatalogue,
} from './support.ts'

const search = (text: string) => ({ text, years: [], statuses: [], offset: 0, limit: 20 })
const list = async (app: Services) => value(await app.api['catalogue.list'](wholeCatalogue)).rows
const cell = 'requests/unavailable.needsCreation/total'
const five = { state: 'number', value: 5, raw: '5' } as const

async function withQinghe(): Promise<{ app: Services; id: RecordId; folder: string }> {
  const folder = join(await tempFolder(), 'archive')
  const app = await services({ folder })
  const [item] = await imported(app, qinghe)
  return { app, id: item?.record ?? '', folder }
}

describe('importing', () => {
  it('keeps the order in which files were given, and says what became of each', async () => {
    const app = await services()
    const odd = await file('说明.txt', '食堂本周菜单')
    const items = await imported(app, wangxi, odd, tongwu, qinghe)
    expect(items.map(item => [item.name, item.state, item.recordName, item.year, item.errors])).toEqual([
      ['望溪区人民政府2022.docx', 'archived', '云岭市望溪区人民政府', 2022, 0],
      ['说明.txt', 'warned', '说明.txt', null, 0],
      ['桐坞县人民政府2023.html', 'archived', '云岭市桐坞县人民政府', 2023, 0],
      ['云岭市清河区人民政府2023.docx', 'archived', '云岭市清河区人民政府', 2023, 1],
    ])
    expect(items.every(item => item.step === 'check' && item.bytes !== null)).toBe(true)
  })

  it('never changes the file it was given', async () => {
    const path = await file('甲.docx', await readFile(qinghe))
    await imported(await services(), path)
    expect(await readFile(path)).toEqual(await readFile(qinghe))
  })

  it('knows the same bytes again, under another name, later or at the same time', async () => {
    const app = await services()
    const again = await file('另名.docx', await readFile(qinghe))
    const [first, second] = await imported(app, qinghe, again)
    const states = [first?.state, second?.state].sort()
    expect(states).toEqual(['archived', 'duplicate'])
    expect(second?.record).toBe(first?.record)
    const third = (await imported(app, again)).at(-1)
    expect(third).toMatchObject({
      state: 'duplicate',
      record: first?.record,
      recordName: '云岭市清河区人民政府',
      year: 2023,
    })
    expect(await list(app)).toHaveLength(1)
  })

  it('tells the window of it, and once more at the end', async () => {
    const app = await services()
    const told: ImportChange[] = []
    const ended = new Promise<void>(resolve => {
      app.on('import.changed', view => {
        told.push(view)
        if (view.endedAt !== null) resolve()
      })
    })
    await imported(app, samples)
    await ended
    expect(told[0]?.totals).toMatchObject({ all: 9 })
    expect(told.at(-1)?.totals).toMatchObject({ all: 9, archived: 9, waiting: 0, working: 0 })
    expect(told.at(-1)?.startedAt).not.toBe(null)
  })

  it('can be cancelled: what waits is not touched, what has ended stays', async () => {
    const app = await services({ limits: { workers: 1 } })
    value(await app.api['import.paths']({ paths: [samples] }))
    value(await app.api['import.cancel']({ items: [3] }))
    value(await app.api['import.cancel']({ items: null }))
    expect(value(await app.api['import.view'](null)).items[3]?.state).toBe('cancelled')
    await app.imported()
    const { totals, items } = value(await app.api['import.view'](null))
    expect(totals.waiting + totals.working).toBe(0)
    expect(totals.cancelled + totals.archived).toBe(9)
    expect(await list(app)).toHaveLength(totals.archived)
    value(await app.api['import.retry']({ items: items.map(item => item.id) }))
    await app.imported()
    expect(value(await app.api['import.view'](null)).totals).toMatchObject({ archived: 9, cancelled: 0 })
  })

  it('does not take the same failed reading for a duplicate when it is tried again', async () => {
    const app = await services()
    const [item] = await imported(app, await file('空.pdf', ''))
    value(await app.api['import.retry']({ items: [item?.id ?? -1] }))
    await app.imported()
    expect(value(await app.api['import.view'](null)).items).toMatchObject([
      { state: 'failed', record: item?.record, messages: [{ code: 'read.empty' }] },
    ])
  })

  it('takes a thousand files, each exactly once', { timeout: 120_000 }, async () => {
    const app = await services()
    const folder = await tempFolder()
    for (let number = 0; number < 1000; number++) {
      await writeFile(join(folder, `${String(number).padStart(4, '0')}.txt`), `第 ${number} 份`)
    }
    const items = await imported(app, folder)
    expect(items).toHaveLength(1000)
    expect(items.map(item => item.name)).toEqual(items.map(item => item.name).toSorted())
    expect(new Set(items.map(item => item.record)).size).toBe(1000)
    expect(value(await app.api['app.state'](null))).toMatchObject({ importing: 0, archive: { records: 1000 } })
  })

  it('imports the sample, and what was chosen in the dialog', async () => {
    const app = await services({ chooseFiles: async what => (what === 'files' ? [wangxi] : []) })
    value(await app.api['import.sample'](null))
    expect(value(await app.api['import.choose']({ what: 'files' }))).toEqual({ kind: 'added', batch: 2, files: 1 })
    expect(value(await app.api['import.choose']({ what: 'folder' }))).toEqual({ kind: 'cancelled' })
    await app.imported()
    expect((await list(app)).map(row => row.name)).toEqual(['云岭市清河区人民政府', '云岭市望溪区人民政府'])
    expect(problem(await (await services({ samples: '/nowhere' })).api['import.sample'](null))).toBe('ingest.noSample')
  })
})

describe('changing a record', () => {
  it('fills in what was there before, and shows at once in catalogue and counts', async () => {
    const { app, id } = await withQinghe()
    const changed: Events['record.changed'][] = []
    app.on('record.changed', event => changed.push(event))
    const change = { kind: 'cell', cell, after: five } as const
    const record = value(await app.api['record.revise']({ id, base: 0, act: 'edit', why: '原件为 5', change }))
    expect(record.revisions[0]?.change).toEqual({ ...change, before: { state: 'number', value: 4, raw: '4' } })
    expect(await list(app)).toMatchObject([{ errors: 0, status: 'reviewing', reviewer: record.revisions[0]?.who }])
    expect(changed).toEqual([{ id, version: versionOf(record) }])
    expect(changed[0]?.version).toMatchObject({ revision: 1, hash: record.revisions[0]?.hash })
  })

  it('is undone and done again, each as a revision of its own', async () => {
    const { app, id } = await withQinghe()
    const current = async () =>
      findCell(currentOf(value(await app.api['record.open']({ id })).record).report, cell)?.value
    const change = { kind: 'cell', cell, after: five } as const
    value(await app.api['record.revise']({ id, base: 0, act: 'edit', why: '', change }))
    const undone = value(await app.api['record.undo']({ id, base: 1 }))
    expect(undone.revisions.at(-1)).toMatchObject({ number: 2, act: 'undo', reverses: 1 })
    expect(await current()).toBe(4)
    const redone = value(await app.api['record.redo']({ id, base: 2 }))
    expect(redone.revisions.at(-1)).toMatchObject({ number: 3, act: 'redo', reverses: 2 })
    expect(await current()).toBe(5)
    expect(problem(await app.api['record.redo']({ id, base: 3 }))).toBe('record.nothingToRedo')
  })

  it('confirms only what was not confirmed, so that undoing restores exactly that', async () => {
    const { app, id } = await withQinghe()
    const [a, b] = ['requests/newRequests/total', 'requests/concluded/total'] as const
    const confirm = (base: number, cells: (typeof a | typeof b)[]) =>
      app.api['record.revise']({ id, base, act: 'edit', why: '', change: { kind: 'confirm', cells, after: true } })
    value(await confirm(0, [a]))
    expect(value(await confirm(1, [a, b])).revisions[1]?.change).toMatchObject({ cells: [b] })
    const undone = value(await app.api['record.undo']({ id, base: 2 }))
    expect([...currentOf(undone).confirmed]).toEqual([a])
    expect(value(await confirm(3, [a])).revisions).toHaveLength(3)
  })

  it('is refused when the record has moved on, has no such cell, or there is nothing to undo', async () => {
    const { app, id } = await withQinghe()
    const status = { kind: 'status', after: 'reviewed' } as const
    expect(problem(await app.api['record.undo']({ id, base: 0 }))).toBe('record.nothingToUndo')
    value(await app.api['record.revise']({ id, base: 0, act: 'edit', why: '', change: status }))
    const late = { id, base: 0, act: 'edit', why: '', change: { kind: 'status', after: 'pending' } } as const
    expect(problem(await app.api['record.revise'](late))).toBe('archive.recordMovedOn')
    const wrong = [
      { kind: 'cell', cell: 'requests/granted/nobody', after: five },
      { kind: 'cell', cell: 'disclosure/procurement/items', after: five },
      { kind: 'cell', cell, after: { state: 'number', value: null, raw: '' } },
      { kind: 'field', field: 'year', after: '二〇二三' },
      { kind: 'status', after: 'unread' },
    ] as const
    for (const change of wrong) {
      expect(problem(await app.api['record.revise']({ id, base: 1, act: 'edit', why: '', change }))).toBe(
        'record.changeDoesNotFit',
      )
    }
    expect(problem(await app.api['record.open']({ id: '0'.repeat(16) }))).toBe('archive.recordUnknown')
  })

  it('goes on to the next report with open findings', async () => {
    const { app, id } = await withQinghe()
    await imported(app, wangxi)
    expect(value(await app.api['catalogue.nextOpen']({ after: null }))).toBe(id)
    expect(value(await app.api['catalogue.nextOpen']({ after: id }))).toBe(null)
  })
})

describe('search and catalogue', () => {
  it('find text, cells and file names of what was imported', async () => {
    const { app } = await withQinghe()
    await imported(app, wangxi)
    const prose = value(await app.api['search.run'](search('“三审三校”')))
    expect(prose.groups[0]?.hits[0]).toMatchObject({ section: '一、总体情况', row: null })
    const number = value(await app.api['search.run'](search('18206 清河区')))
    expect(number.groups.map(group => group.record.name)).toEqual(['云岭市清河区人民政府'])
    expect(number.groups[0]?.hits.some(hit => hit.row !== null)).toBe(true)
    expect(value(await app.api['search.run'](search('望溪区人民政府2022.docx'))).reports).toBe(1)
  })

  it('are the same after the index was lost, damaged or left behind', async () => {
    const folder = join(await tempFolder(), 'archive')
    const index = join(folder, 'index.sqlite')
    const first = await services({ folder })
    await imported(first, qinghe)
    await first.close()
    const old = join(await tempFolder(), 'old.sqlite')
    await copyFile(index, old)
    const second = await services({ folder })
    const [item] = await imported(second, wangxi)
    const change = { kind: 'status', after: 'reviewed' } as const
    value(await second.api['record.revise']({ id: item?.record ?? '', base: 0, act: 'edit', why: '', change }))
    const rows = await list(second)
    await second.close()
    const losses = [
      () => rm(index),
      () => writeFile(index, 'rubbish'.repeat(5000)),
      async () => writeFile(index, await readFile(old)),
    ]
    for (const lose of losses) {
      await lose()
      const again = await services({ folder })
      await again.ready()
      expect(await list(again)).toEqual(rows)
      expect(value(await again.api['search.run'](search('三审'))).reports).toBe(2)
      await again.close()
    }
  })

  it('say that they are being rebuilt when the index breaks while it is used, and then answer again', async () => {
    const { app, folder } = await withQinghe()
    await imported(app, wangxi)
    const { DatabaseSync } = await import('node:sqlite')
    const other = new DatabaseSync(join(folder, 'index.sqlite'))
    other.exec('DROP TABLE body')
    other.close()
    expect(problem(await app.api['search.run'](search('三审')))).toBe('index.damaged')
    await app.ready()
    expect(value(await app.api['search.run'](search('三审'))).reports).toBe(2)
  })

  it('can be rebuilt on demand, telling how far it is', async () => {
    const { app } = await withQinghe()
    await imported(app, wangxi)
    const before = await list(app)
    expect(await app.rebuild()).toEqual({ records: 2, problems: [] })
    expect(await list(app)).toEqual(before)
    expect(value(await app.api['app.state'](null)).indexing).toBe(undefined)
  })

  it('leave out a record file that cannot be read, and name it', async () => {
    const { app, id, folder } = await withQinghe()
    await imported(app, wangxi)
    await writeFile(join(folder, 'records', id.slice(0, 2), `${id}.json`), '{"cut')
    const { records, problems } = await app.rebuild()
    expect(records).toBe(1)
    expect(problems).toMatchObject([{ code: 'index.recordUnreadable', params: { record: id } }])
  })
})

describe('an archive that is open elsewhere', () => {
  it('can be looked at but not written to, and says why', async () => {
    const { app, folder, id } = await withQinghe()
    const second = await services({ folder })
    await second.ready()
    const state = value(await second.api['app.state'](null))
    expect(state.archive).toMatchObject({ writable: false, records: 1, why: { code: 'archive.heldByOther' } })
    expect((await list(second)).map(row => row.id)).toEqual([id])
    expect(value(await second.api['search.run'](search('三审三校'))).reports).toBe(1)
    expect(problem(await second.api['import.paths']({ paths: [wangxi] }))).toBe('archive.heldByOther')
    const change = { kind: 'status', after: 'reviewed' } as const
    expect(problem(await second.api['record.revise']({ id, base: 0, act: 'edit', why: '', change }))).toBe(
      'archive.heldByOther',
    )
    await imported(app, wangxi)
    expect(await list(app)).toHaveLength(2)
  })

  it('is writable again once the other has closed it', async () => {
    const { app, folder } = await withQinghe()
    await app.close()
    const second = await services({ folder })
    expect((await imported(second, wangxi)).map(item => item.state)).toEqual(['archived'])
  })
})

describe('settings, originals, verification', () => {
  it('are saved and told', async () => {
    const app = await services()
    const told = new Promise<string>(resolve => app.on('archive.changed', state => resolve(state.who)))
    const state = value(await app.api['app.saveSettings']({ who: '许砚' }))
    expect([state.who, state.settings.who, await told]).toEqual(['许砚', '许砚', '许砚'])
  })

  it('are where the window can fetch them, byte for byte', async () => {
    const { app, id } = await withQinghe()
    const source = value(await app.sourceFile(id))
    expect(await readFile(source.path)).toEqual(await readFile(qinghe))
    expect(source.name).toBe('云岭市清河区人民政府2023.docx')
    expect(problem(await app.sourceFile('0'.repeat(16)))).toBe('archive.recordUnknown')
  })

  it('find a source that was tampered with', async () => {
    const { app, id } = await withQinghe()
    const done: number[] = []
    app.on('verify.progress', progress => done.push(progress.done / progress.of))
    expect(value(await app.api['archive.verify'](null)).problems).toEqual([])
    expect(done.at(-1)).toBe(1)
    const { path } = value(await app.sourceFile(id))
    await rm(path)
    await writeFile(path, 'altered')
    expect(value(await app.api['record.open']({ id })).sourceIntact).toBe(false)
    expect(value(await app.api['archive.verify'](null)).problems).toHaveLength(1)
    expect(value(await app.api['app.state'](null)).archive.verified?.whole).toBe(false)
  })
})
