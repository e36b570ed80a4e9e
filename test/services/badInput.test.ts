import { rmSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPool, standardLimits } from '../../src/main/ingest/pool.ts'
import type { ImportItem } from '../../src/shared/data/importing.ts'
import { handClock } from '../ingest/handClock.ts'
import { file, imported, qinghe, reason, samples, services, tempFolder, value } from './support.ts'
import { filler, zip } from './zip.ts'

const hangs = new URL('../ingest/workers/hangs.ts', import.meta.url)
const swells = new URL('../ingest/workers/swells.ts', import.meta.url)
const cut = async (path: string, part: number) => {
  const bytes = await readFile(path)
  return bytes.subarray(0, Math.floor(bytes.byteLength * part))
}

/** A file that no reader can read ends as a kept source with a reason, and the next file is read as if nothing had been. */
async function keptWithReason(path: string): Promise<ImportItem> {
  const app = await services()
  const items = await imported(app, path, qinghe)
  const [bad, good] = items
  if (!bad) throw new Error('nothing was imported')
  expect([bad.state, good?.state]).toEqual(['failed', 'archived'])
  const { what, kept, todo } = reason(bad)
  expect(what).toContain(bad.name)
  for (const line of [what, kept, todo]) expect(line).toMatch(/\p{Script=Han}/u)
  const { record, sourceIntact } = value(await app.api['record.open']({ id: bad.record ?? '' }))
  expect(sourceIntact).toBe(true)
  expect(record.extraction.report).toBe(null)
  expect(record.source.bytes).toBe((await readFile(path)).byteLength)
  const listed = value(
    await app.api['catalogue.list']({
      ...{ text: '', years: [], statuses: ['unread'], sort: 'name', descending: false, offset: 0, limit: 9 },
    }),
  )
  expect(listed.rows.map(row => row.id)).toEqual([bad.record])
  return bad
}

/** The file is read, if not in full; nothing in it stops the application. */
async function keptAndRead(path: string): Promise<ImportItem> {
  const [item] = await imported(await services(), path)
  if (!item) throw new Error('nothing was imported')
  expect(['archived', 'warned']).toContain(item.state)
  return item
}

describe('a file that cannot be read is kept, with a reason in Chinese', () => {
  it('when it is empty', async () => {
    const item = await keptWithReason(await file('空.pdf', ''))
    expect(item.messages.map(message => message.code)).toEqual(['read.empty'])
    expect(item.format).toBe('unknown')
  })

  it('when it is called .docx but is any zip archive', async () => {
    const bytes = await zip([{ name: 'readme.bin', chunks: filler(1) }])
    await keptWithReason(await file('压缩包.docx', bytes))
  })

  it('when it is a cut .docx, .doc or .pdf', async () => {
    await keptWithReason(await file('半.docx', await cut(qinghe, 0.6)))
    await keptWithReason(await file('半.doc', await cut(join(samples, '云岭市清河区人民政府2023.doc'), 0.04)))
    await keptWithReason(await file('半.pdf', await cut(join(samples, '云岭市清河区人民政府2023.pdf'), 0.02)))
  })

  it('when it is of no format we read', async () => {
    await keptWithReason(await file('照片.docx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')))
  })

  it('when far more is packed into it than its size can honestly hold', async () => {
    const bytes = await zip([
      { name: '[Content_Types].xml', chunks: [Buffer.from('<Types/>')] },
      { name: 'word/document.xml', chunks: filler(8) },
    ])
    expect(bytes.byteLength).toBeLessThan((8 * 1024 * 1024) / 100)
    await keptWithReason(await file('炸弹.docx', bytes))
  })
})

describe('a file under a wrong name is read as what it is', () => {
  it('a web page called .doc', async () => {
    const item = await keptAndRead(await file('网页.doc', await readFile(join(samples, '桐坞县人民政府2023.html'))))
    expect(item).toMatchObject({ format: 'html', recordName: '云岭市桐坞县人民政府', year: 2023, state: 'warned' })
    expect(item.messages.map(message => message.code)).toEqual(['read.otherFormat'])
  })

  it('a .docx called .pdf', async () => {
    const item = await keptAndRead(await file('其实是.pdf', await readFile(qinghe)))
    expect(item).toMatchObject({ format: 'docx', errors: 1 })
  })

  it('a folder called x.pdf is walked as a folder', async () => {
    const folder = join(await tempFolder(), 'x.pdf')
    await mkdir(folder)
    await copyFile(qinghe, join(folder, '甲.docx'))
    const item = await keptAndRead(folder)
    expect(item.name).toBe('甲.docx')
  })
})

describe('a file that cannot be had at all becomes no record but a line in the journal', () => {
  it('when it is not there', async () => {
    const app = await services()
    const [item] = await imported(app, join(await tempFolder(), '没有.docx'))
    expect(item).toMatchObject({ state: 'failed', record: null })
    expect(reason(item).what).toContain('没有.docx')
    const query = { before: null, limit: 9, kinds: [], who: [], since: null, record: null, text: '' }
    const journal = value(await app.api['journal.list'](query))
    expect(journal.entries.map(entry => entry.event)).toMatchObject([{ kind: 'refuse', fileName: '没有.docx' }])
    expect(value(await app.api['app.state'](null)).archive.records).toBe(0)
  })

  it('when it vanishes while others are being read', async () => {
    const app = await services({ limits: { workers: 1 } })
    const folder = await tempFolder()
    const paths = ['1', '2', '3', '4', '5', '6'].map(name => join(folder, `${name}.txt`))
    for (const path of paths) await writeFile(path, `报告 ${path}`)
    value(await app.api['import.paths']({ paths }))
    rmSync(join(folder, '6.txt'))
    await app.imported()
    const { items, totals } = value(await app.api['import.view'](null))
    expect(totals).toMatchObject({ all: 6, failed: 1 })
    expect(items.map(item => item.name)).toEqual(['1.txt', '2.txt', '3.txt', '4.txt', '5.txt', '6.txt'])
    expect(items[5]).toMatchObject({ state: 'failed', messages: [{ code: 'archive.fileGone' }] })
  })

  it('and can be tried again once it is there', async () => {
    const app = await services()
    const path = join(await tempFolder(), '迟到.docx')
    const [before] = await imported(app, path)
    expect(before?.state).toBe('failed')
    await copyFile(qinghe, path)
    value(await app.api['import.retry']({ items: [before?.id ?? -1] }))
    await app.imported()
    const { items } = value(await app.api['import.view'](null))
    expect(items).toMatchObject([{ state: 'archived', recordName: '云岭市清河区人民政府', messages: [] }])
  })
})

describe('a worker that gets stuck', () => {
  it('for too long is ended, and the file is kept with the reason', async () => {
    const clock = handClock()
    const pool = createPool(hangs, { ...standardLimits, workers: 1, seconds: 30 }, { after: clock.after })
    onTestFinished(() => pool.close())
    const app = await services({ pool })
    value(await app.api['import.paths']({ paths: [await file('hang.txt', '慢')] }))
    const items = async () => value(await app.api['import.view'](null)).items
    await expect.poll(async () => (await items()).map(({ step }) => step)).toEqual(['read'])
    clock.turnOn(30_000)
    await app.imported()
    const [item] = await items()
    expect(item).toMatchObject({ state: 'failed', messages: [{ code: 'read.tookTooLong' }] })
    expect(reason(item).what).toContain('hang.txt')
    const { record } = value(await app.api['record.open']({ id: item?.record ?? '' }))
    expect(record.extraction.messages).toEqual(item?.messages)
  })

  it('by taking all memory is ended, and the file is kept with the reason', async () => {
    const app = await services({ workerUrl: swells, limits: { workers: 1, megabytes: 48 } })
    const [item] = await imported(app, await file('大.txt', '大'))
    expect(item).toMatchObject({ state: 'failed', messages: [{ code: 'read.tookTooMuchMemory' }] })
    expect(item?.record).not.toBe(null)
  })

  it('and gives a digest that is not the source’s is not believed: no record is made', async () => {
    const app = await services({ workerUrl: hangs, limits: { workers: 1 } })
    const [item] = await imported(app, await file('甲.txt', '别的字节'))
    expect(item).toMatchObject({ state: 'failed', record: null, messages: [{ code: 'ingest.damagedCopy' }] })
    expect(value(await app.api['app.state'](null)).archive.records).toBe(0)
  })
})
