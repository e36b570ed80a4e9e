import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Pool } from '../../src/main/ingest/pool.ts'
import type { Services } from '../../src/main/services.ts'
import { recordOf } from '../archive/samples.ts'
import { makeArchive } from '../bench/archive/make.ts'
import { services, tempFolder, value } from './support.ts'

/** A report holds 1,000 records. */
const count = 1005

/** A record without text: what is tried here is how many there are. */
function small(number: number) {
  const source = Buffer.from(`report ${number}`)
  const sha256 = createHash('sha256').update(source).digest('hex')
  const kept = { id: sha256.slice(0, 16), sha256, bytes: source.length, path: '', record: null }
  return { record: recordOf(kept, `${number}.txt`), source }
}

/** Reads nothing: workers are tried elsewhere. */
const noReading: Pool = {
  size: 2,
  read: async () => ({ kind: 'unopened', code: 'ENOENT' }),
  print: async () => ({ kind: 'unopened', code: 'ENOENT' }),
  close: async () => undefined,
}

async function manyRecords(): Promise<string> {
  const folder = join(await tempFolder(), 'archive')
  await makeArchive(folder, count, small)
  return folder
}

const inspectsOf = async (from: Services) =>
  value(
    await from.api['journal.list']({
      ...{ before: null, limit: 10, kinds: ['inspect'], who: [], since: null, record: null, text: '' },
    }),
  ).entries.flatMap(({ event }) => (event.kind === 'inspect' ? [event] : []))

/** Every record that these reports tell of. */
async function recordsIn(from: Services, reports: readonly string[]): Promise<readonly string[]> {
  const opened = []
  for (const report of reports) opened.push(value(await from.api['inspect.open']({ report })))
  return opened.flatMap(({ inspections }) => inspections.map(one => one.record))
}

describe('more records than one report of 四性检测 holds', () => {
  it('give several, which name each record once and are saved as so many pages', async () => {
    const target = await tempFolder()
    const from = await services({ folder: await manyRecords(), pool: noReading, chooseTarget: async () => target })
    await from.ready()
    const selection = { kind: 'filter' as const, text: '', years: [], statuses: [] }
    const run = value(await from.api['inspect.run']({ selection }))
    expect([run.done, run.of, run.reports.map(report => report.records)]).toEqual([count, count, [1000, 5]])
    const reports = run.reports.map(report => report.id)
    const told = await recordsIn(from, reports)
    expect([told.length, new Set(told).size]).toEqual([count, count])
    expect((await inspectsOf(from)).map(event => [event.report, event.records])).toEqual([
      [reports[1], 5],
      [reports[0], 1000],
    ])
    value(await from.api['inspect.save']({ reports }))
    const saved = (await readdir(target)).toSorted()
    expect(saved.map(name => name.split('.').at(-1))).toEqual(['html', 'json', 'html', 'json'])
    const pages = await Promise.all(
      saved
        .filter(name => name.endsWith('.json'))
        .map(async name => JSON.parse(await readFile(join(target, name), 'utf8'))),
    )
    expect(pages.map(page => page.inspections.length).toSorted((a, b) => a - b)).toEqual([5, 1000])
  })

  it('give several by themselves after an import, and none of them again at the next start', async () => {
    const folder = await manyRecords()
    // As an application leaves it that was closed when all had just come in.
    const head = JSON.stringify({ after: 0 })
    await mkdir(join(folder, 'inspections'), { recursive: true })
    const sealed = `${createHash('sha256').update(head).digest('hex')} ${head}\n`
    await writeFile(join(folder, 'inspections', 'unfinished.jsonl'), sealed)
    const from = await services({ folder, pool: noReading, inspectImports: 'atOnce' })
    await from.ready()
    await from.inspectingImports?.done()
    const { reports, due, done } = value(await from.api['app.state'](null)).inspection
    expect([reports.length, due, done]).toEqual([2, 0, count])
    expect(new Set(await recordsIn(from, reports)).size).toBe(count)
    expect((await inspectsOf(from)).map(event => [event.records, event.upTo])).toEqual([
      [5, expect.any(Number)],
      [1000, 1000],
    ])
    await from.close()
    const again = await services({ folder, pool: noReading, inspectImports: 'atOnce' })
    await again.inspectingImports?.done()
    expect(await inspectsOf(again)).toHaveLength(2)
    expect(value(await again.api['archive.verify'](null))).toMatchObject({ inspections: 2, problems: [] })
  })
})
