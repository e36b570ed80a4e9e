import { appendFile, chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sealedJson } from '../../src/main/archive/index.ts'
import { messageText } from '../../src/shared/messages/index.ts'
import { kaijuan } from '../cli/support.ts'
import { imported, problem, qinghe, services, tempFolder, value, wholeCatalogue } from './support.ts'

const was = '云岭市清河区人民政府'
const now = '云岭市清江区人民政府'

/** A report whose body a person corrects. */
async function renamed() {
  const folder = join(await tempFolder(), 'archive')
  const app = await services({ folder })
  const [item] = await imported(app, qinghe)
  const id = item?.record ?? ''
  expect(item?.recordName).toBe(was)
  const change = { kind: 'field', field: 'organization', after: now } as const
  value(await app.api['record.revise']({ id, base: 0, act: 'edit', why: '', change }))
  return { app, folder, id }
}

const journalNames = async (app: Awaited<ReturnType<typeof services>>) => {
  const query = { before: null, limit: 50, kinds: [], who: [], since: null, record: null, text: '' }
  const { entries } = value(await app.api['journal.list'](query))
  return entries.map(({ event }) => [event.kind, 'name' in event ? event.name : ''])
}

describe('a report whose body a person corrects', () => {
  it('is called so in the catalogue, by a later import of the same bytes and by whatever is refused', async () => {
    const { app, id } = await renamed()
    expect(value(await app.api['catalogue.list'](wholeCatalogue)).rows.map(row => row.name)).toEqual([now])
    const again = (await imported(app, qinghe)).at(-1)
    expect([again?.state, again?.recordName]).toEqual(['duplicate', now])
    const change = { kind: 'field', field: 'year', after: '某年' } as const
    const refused = await app.api['record.revise']({ id, base: 1, act: 'edit', why: '', change })
    expect(refused).toMatchObject({ problem: { code: 'record.changeDoesNotFit', params: { name: now } } })
    const stale = await app.api['record.undo']({ id, base: 0 })
    expect(stale).toMatchObject({ problem: { code: 'archive.recordMovedOn', params: { name: now } } })
  })

  it('is called so by new entries of the journal, while old ones stay as they were written', async () => {
    const { app, folder } = await renamed()
    const [shard = ''] = await readdir(join(folder, 'sources'))
    const [source = ''] = await readdir(join(folder, 'sources', shard))
    const path = join(folder, 'sources', shard, source)
    await chmod(path, 0o600)
    await appendFile(path, 'x')
    const mended = (await imported(app, qinghe)).at(-1)
    expect(mended?.messages.map(item => item.params.name)).toEqual([now])
    expect(await journalNames(app)).toEqual([
      ['repair', now],
      ['revise', now],
      ['ingest', was],
    ])
  })

  it('is called so where it is found damaged', async () => {
    const { app, folder, id } = await renamed()
    await app.close()
    const file = join(folder, 'records', id.slice(0, 2), `${id}.json`)
    const { seal: _, ...record } = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, sealedJson({ ...record, extraction: { ...record.extraction, at: '2020' } }).bytes)
    const open = await services({ folder, readOnly: true })
    const found = value(await open.api['archive.verify'](null)).problems
    expect(found.map(item => item.code)).toEqual(['archive.recordAltered'])
    expect(found.map(item => messageText(item, 'zh')).join()).toContain(`“${now}”`)
    expect(problem(await open.api['record.open']({ id }))).toBe('no problem')
  })

  it('is called so in an inspection, in a bag and on the command line', async () => {
    const { app, folder, id } = await renamed()
    const selection = { kind: 'records', ids: [id] } as const
    const run = value(await app.api['inspect.run']({ selection: { ...selection, ids: [id] } }))
    const report = run.reports[0]?.id ?? ''
    expect(value(await app.api['inspect.open']({ report })).inspections.map(item => item.name)).toEqual([now])
    const bag = join(await tempFolder(), '移交')
    value(await app.api['export.run']({ selection: { ...selection, ids: [id] }, format: 'bag', to: bag }))
    expect(await readdir(join(bag, 'data', '2023'))).toEqual([`${now}_${id}`])
    const to = await services()
    expect((await imported(to, bag)).map(item => item.recordName)).toEqual([now])
    expect(await journalNames(to)).toEqual([['ingest', now]])
    await app.close()
    expect((await kaijuan('list', `--archive=${folder}`)).out.join()).toContain(now)
    expect((await kaijuan('import', qinghe, `--archive=${folder}`)).out.join()).toContain(now)
  })
})
