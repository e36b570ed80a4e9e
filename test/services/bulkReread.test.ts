import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Services } from '../../src/main/services.ts'
import { open } from '../archive/samples.ts'
import { misread } from './misread.ts'
import { imported, problem, services, tempFolder, value } from './support.ts'

const individual = 'requests/granted/individual'

const samples = join(import.meta.dirname, '../../assets/samples')
const reports = join(import.meta.dirname, '../fixtures/reports')
/** Formats that are read in a moment. */
const texts = [
  join(samples, '云岭市清河区人民政府2023.txt'),
  join(reports, '桐坞县人民政府2023.html'),
  join(samples, '望溪区人民政府2022.html'),
]

/** Three reports, of which older readers misread two: one untouched by people, one corrected by them in another way. */
async function setting() {
  const folder = join(await tempFolder(), 'archive')
  const first = await services({ folder })
  const items = await imported(first, ...texts)
  const [plain = '', worked = '', same = ''] = items.map(item => item.record ?? '')
  await first.close()
  const archive = await open(folder)
  for (const [id, to] of [
    [plain, 7000],
    [worked, 7001],
  ] as const)
    value(await archive.replaceExtraction(id, misread(value(await archive.record(id)), individual, to)))
  const after = { state: 'number', value: 55, raw: '55' } as const
  const change = { kind: 'cell', cell: individual, before: { ...after, value: 7001, raw: '7001' }, after } as const
  value(await archive.revise({ id: worked, base: 0, act: 'edit', reverses: null, why: '', change }))
  await archive.close()
  return { folder, plain, worked, same }
}

const page = { offset: 0, limit: 100 }
const cellOf = async (app: Services, id: string, cell: string) => {
  const { record } = value(await app.api['record.open']({ id }))
  const [, row, column] = cell.split('/')
  return record.extraction.report?.tables
    .find(table => table.key === 'requests')
    ?.cells.find(item => item.row === row && item.column === column)?.value
}

describe('reading all kept sources again', () => {
  it('first tells what would change, record by record, and changes nothing', async () => {
    const { folder, plain, worked } = await setting()
    const app = await services({ folder, readers: 'newer' })
    const preview = value(await app.api['reread.preview']({ scope: 'older' }))
    expect(preview).toMatchObject({ readers: 'newer', looked: 3, same: 1, unread: 0, records: 2, cells: 1, kept: 1 })
    const rows = value(await app.api['reread.list'](page))
    expect(rows.map(row => [row.id, row.cells, row.kept]).sort()).toEqual(
      [
        [plain, 1, 0],
        // A person’s figure stands: nothing changes but the question whether it is right.
        [worked, 0, 1],
      ].sort(),
    )
    expect(await cellOf(app, plain, individual)).toBe(7000)
  })

  it('takes what was chosen, then all, and what a person put right becomes a question and stays', async () => {
    const { folder, plain, worked } = await setting()
    const app = await services({ folder, readers: 'newer' })
    value(await app.api['reread.preview']({ scope: 'older' }))
    expect(value(await app.api['reread.take']({ records: [plain] }))).toEqual({ taken: 1, kept: 0, problems: [] })
    expect(await cellOf(app, plain, individual)).not.toBe(7000)
    expect(await cellOf(app, worked, individual)).toBe(7001)
    expect(value(await app.api['reread.take']({ records: null }))).toMatchObject({ taken: 1, kept: 1 })
    expect(value(await app.api['reread.list'](page))).toEqual([])
    const { record } = value(await app.api['record.open']({ id: worked }))
    expect(record.extraction.reader).toBe('newer')
    const { rows } = value(
      await app.api['catalogue.list']({
        ...{ text: '', years: [], statuses: [], sort: 'name', descending: false },
        ...page,
      }),
    )
    expect(rows.find(row => row.id === worked)?.warnings).toBeGreaterThan(0)
    // What today’s readers have read is not read again unless asked for.
    expect(value(await app.api['reread.preview']({ scope: 'older' }))).toMatchObject({ looked: 1, records: 0 })
    expect(value(await app.api['reread.preview']({ scope: 'all' }))).toMatchObject({ looked: 3, same: 3 })
  })

  it('goes on where it was stopped, also after a restart, and not from what other readers had found', async () => {
    const { folder } = await setting()
    const app = await services({ folder, readers: 'newer', limits: { workers: 1 } })
    app.on('work.progress', ({ work }) => void app.api['work.stop']({ work }))
    expect(problem(await app.api['reread.preview']({ scope: 'older' }))).toBe('app.workStopped')
    await app.close()
    expect(await readdir(folder)).toContain('rereading.jsonl')
    const again = await services({ folder, readers: 'newer' })
    expect(value(await again.api['reread.preview']({ scope: 'older' }))).toMatchObject({ looked: 3, records: 2 })
    await again.close()
    const other = await services({ folder, readers: 'newest' })
    expect(value(await other.api['reread.preview']({ scope: 'older' }))).toMatchObject({
      readers: 'newest',
      records: 2,
    })
  })

  it('is refused a second time while it is under way, and takes nothing in an archive that may only be read', async () => {
    const { folder } = await setting()
    const app = await services({ folder, readers: 'newer' })
    const first = app.api['reread.preview']({ scope: 'all' })
    expect(problem(await app.api['reread.preview']({ scope: 'all' }))).toBe('app.workRunning')
    value(await first)
    const reader = await services({ folder, readers: 'newer', readOnly: true })
    expect(value(await reader.api['reread.preview']({ scope: 'older' }))).toMatchObject({ records: 2 })
    expect(problem(await reader.api['reread.take']({ records: null }))).toBe('archive.openedToRead')
  })
})
