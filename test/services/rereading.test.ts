import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { file, imported, problem, qinghe, services, tempFolder, tongwu, value } from './support.ts'

const locked = join(import.meta.dirname, '../fixtures/pdf/locked.pdf')
const password = 'kaijuan'

describe('a source that needs a password', () => {
  it('is kept unread, read with the password, and put in place with an entry of the journal', async () => {
    const app = await services()
    const [item] = await imported(app, locked)
    const id = item?.record ?? ''
    expect(item).toMatchObject({ state: 'failed', messages: [{ code: 'pdf.encrypted' }] })
    expect(problem(await app.api['record.unlock']({ id, password: 'kaihu' }))).toBe('pdf.wrongPassword')
    expect(value(await app.api['record.open']({ id })).record.extraction.document).toBeNull()

    const record = value(await app.api['record.unlock']({ id, password }))
    expect(record.extraction.document?.blocks.length).toBeGreaterThan(0)
    const found = value(await app.api['search.run']({ text: '上锁', years: [], statuses: [], offset: 0, limit: 10 }))
    expect(found.groups.map(group => group.record.id)).toEqual([id])
  })

  it('leaves its password nowhere in the archive', async () => {
    const folder = join(await tempFolder(), 'archive')
    const app = await services({ folder })
    const [item] = await imported(app, locked)
    value(await app.api['record.unlock']({ id: item?.record ?? '', password }))
    const entries = await app.api['journal.list']({
      ...{ before: null, limit: 50, kinds: [], who: [], since: null, record: null, text: '' },
    })
    expect(value(entries).entries.map(entry => entry.event.kind)).toEqual(['reread', 'ingest'])
    const record = value(await app.api['record.open']({ id: item?.record ?? '' })).record
    expect(JSON.stringify([value(entries), record])).not.toContain(password)
  })
})

describe('reading a kept source again', () => {
  it('says that nothing would change where the reader is the same', async () => {
    const app = await services()
    const [item] = await imported(app, qinghe)
    const told = value(await app.api['record.reread']({ id: item?.record ?? '', take: false }))
    expect(told).toMatchObject({ read: true, cells: [], fields: [], sections: 0, record: null })
  })

  it('tells what differs from an older reading before it takes the new one, and keeps what a person put right', async () => {
    const folder = join(await tempFolder(), 'archive')
    const old = await services({ folder })
    const [item] = await imported(old, tongwu)
    const id = item?.record ?? ''
    const cell = 'requests/granted/individual'
    const after = { state: 'number', value: 4321, raw: '4321' } as const
    value(await old.api['record.revise']({ id, base: 0, act: 'edit', why: '', change: { kind: 'cell', cell, after } }))
    await old.close()

    const app = await services({ folder, version: 'newer' })
    const looked = value(await app.api['record.reread']({ id, take: false }))
    expect(looked).toMatchObject({ readers: { before: 'test', after: 'newer' }, record: null })
    expect(value(await app.api['record.open']({ id })).record.extraction.reader).toBe('test')
    const taken = value(await app.api['record.reread']({ id, take: true }))
    expect(taken.record?.extraction.reader).toBe('newer')
    expect(taken.record?.revisions).toHaveLength(1)
  })

  it('never puts an unreadable reading in the place of a report', async () => {
    const app = await services()
    const [item] = await imported(app, locked)
    const id = item?.record ?? ''
    value(await app.api['record.unlock']({ id, password }))
    // Read again without its password, the file cannot be opened.
    const told = value(await app.api['record.reread']({ id, take: true }))
    expect(told).toMatchObject({ read: false, record: null })
    expect(value(await app.api['record.open']({ id })).record.extraction.document).not.toBeNull()
  })
})

describe('the import queue', () => {
  it('numbers what came together, and forgets what has ended when told to', async () => {
    const app = await services()
    await imported(app, qinghe)
    const items = await imported(
      app,
      tongwu,
      await file('bad.docx', await readFile(qinghe).then(all => all.subarray(0, 900))),
    )
    expect(items.map(item => [item.id, item.batch])).toEqual([
      [0, 1],
      [1, 2],
      [2, 2],
    ])
    value(await app.api['import.clear'](null))
    expect(value(await app.api['import.view'](null))).toMatchObject({ items: [], totals: { all: 0 } })
    const [again] = await imported(app, qinghe)
    expect(again).toMatchObject({ id: 3, batch: 3, state: 'duplicate' })
  })
})

describe('the archive left alone', () => {
  it('looks at its originals and records by and by, and says how far it is', async () => {
    const folder = join(await tempFolder(), 'archive')
    const before = await services({ folder })
    await imported(before, qinghe)
    await before.close()
    const app = await services({ folder, idle: { after: 1, work: 500, rest: 1, again: 3_600_000 } })
    await new Promise<void>(resolve => {
      app.on('archive.changed', ({ archive }) => {
        if (archive.verified) resolve()
      })
    })
    const { archive } = value(await app.api['app.state'](null))
    expect([archive.quiet, archive.verified?.whole]).toEqual([null, true])
  })
})
