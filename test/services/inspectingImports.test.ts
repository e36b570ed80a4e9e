import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Pool } from '../../src/main/ingest/pool.ts'
import { createServices, type Services } from '../../src/main/services.ts'
import { kaijuan, root } from '../cli/support.ts'
import { readingPool } from '../readingPool.ts'
import { file, imported, qinghe, services, tempFolder, tongwu, value, wangxi } from './support.ts'

const journalOf = async (from: Services) =>
  value(
    await from.api['journal.list']({
      ...{ before: null, limit: 100, kinds: ['inspect'], who: [], since: null, record: null, text: '' },
    }),
  ).entries.map(entry => entry.event)
const stateOf = async (from: Services) => value(await from.api['app.state'](null)).inspection
const reportsIn = async (folder: string) =>
  (await readdir(join(folder, 'inspections'))).filter(name => name.endsWith('.json'))

describe('四性检测 of what comes in', () => {
  it('is made by itself, kept as a sealed report, and told', async () => {
    const folder = join(await tempFolder(), 'archive')
    const from = await services({ folder, inspectImports: 'quietly' })
    const scripted = await file('页面.html', `${await readFile(tongwu, 'utf8')}<script>x()</script>`)
    await imported(from, qinghe, wangxi, scripted)
    await from.inspectingImports?.done()
    expect(await stateOf(from)).toMatchObject({ due: 0, done: 3, failed: 1, unopened: 0, problem: null })
    const [report = ''] = (await stateOf(from)).reports
    const kept = value(await from.api['inspect.open']({ report }))
    expect(kept).toMatchObject({ cause: 'import', problems: [] })
    expect(kept.inspections.map(one => one.items.length)).toEqual([23, 23, 23])
    expect(await journalOf(from)).toMatchObject([{ report, cause: 'import', records: 3, failed: 1, unopened: 0 }])
    expect(await reportsIn(folder)).toEqual([`${report}.json`])
    // Whole verification and a backup know the report.
    const verified = value(await from.api['archive.verify'](null))
    expect([verified.inspections, verified.problems]).toEqual([1, []])
    const backup = join(await tempFolder(), 'backup')
    value(await from.api['archive.backup']({ folder: backup }))
    expect(await reportsIn(backup)).toEqual([`${report}.json`])
  })

  it('counts what the import has just proved, each with its time, and opens nothing a second time', async () => {
    const purposes: (string | undefined)[] = []
    const reading = readingPool()
    const pool: Pool = {
      ...reading,
      read: (job, ...others) => {
        purposes.push(job.purpose)
        return reading.read(job, ...others)
      },
    }
    const from = await services({ inspectImports: 'quietly', pool })
    const began = new Date().toISOString()
    const [item] = await imported(from, qinghe, tongwu)
    const ended = new Date().toISOString()
    await from.inspectingImports?.done()
    expect(purposes).toEqual(['archive', 'archive'])
    const [report = ''] = (await stateOf(from)).reports
    const kept = value(await from.api['inspect.open']({ report }))
    const one = kept.inspections.find(each => each.record === item?.record)
    const times = new Map(one?.items.map(each => [each.key, each.at ?? '']))
    for (const key of ['sourceDigest', 'readable', 'macros', 'journalProof', 'recordReadable'] as const) {
      const at = times.get(key) ?? ''
      expect(at >= began && at <= ended).toBe(true)
    }
    // Looked at anew, everything is found as the import had proved it.
    const anew = value(await from.api['inspect.run']({ selection: { kind: 'records', ids: [item?.record ?? ''] } }))
    const again = value(await from.api['inspect.open']({ report: anew.reports[0]?.id ?? '' })).inspections[0]
    const found = (inspected: typeof again) => inspected?.items.map(each => [each.key, each.result])
    expect(found(one)).toEqual(found(again))
    expect(purposes).toEqual(['archive', 'archive', 'inspection'])
  })

  it('tells of a later import apart, and makes no report of duplicates', async () => {
    const from = await services({ inspectImports: 'quietly' })
    await imported(from, qinghe)
    await from.inspectingImports?.done()
    await imported(from, wangxi, qinghe)
    await from.inspectingImports?.done()
    expect(await stateOf(from)).toMatchObject({ done: 1, failed: 0 })
    await imported(from, qinghe)
    await from.inspectingImports?.done()
    expect(await journalOf(from)).toHaveLength(2)
  })

  it('is made at the next start of what was left, and nothing is inspected twice or never', async () => {
    const folder = join(await tempFolder(), 'archive')
    const first = await services({ folder, inspectImports: 'quietly' })
    // Closed at once: the import has ended, its inspection has not.
    await imported(first, qinghe, wangxi, tongwu)
    await first.close()
    expect(await journalOf(await services({ folder, readOnly: true }))).toEqual([])
    const again = await services({ folder, inspectImports: 'quietly' })
    await again.inspectingImports?.done()
    expect(await journalOf(again)).toMatchObject([{ records: 3 }])
    await again.close()
    const third = await services({ folder, inspectImports: 'quietly' })
    await third.inspectingImports?.done()
    expect(await journalOf(third)).toHaveLength(1)
    expect(await stateOf(third)).toMatchObject({ due: 0, done: 0 })
  })

  it('goes on from what was found when it was cut off, wherever its list was torn', async () => {
    const folder = join(await tempFolder(), 'archive')
    const first = await services({ folder, inspectImports: 'quietly' })
    await imported(first, qinghe, wangxi, tongwu)
    const list = join(folder, 'inspections', 'unfinished.jsonl')
    const lines = async () => (await readFile(list, 'utf8')).split('\n').filter(Boolean)
    while ((await lines()).length < 2) await new Promise(resolve => setImmediate(resolve))
    await first.close()
    const found = (await lines()).length
    const whole = await readFile(list)
    await truncate(list, whole.length - 10)
    const again = await services({ folder, inspectImports: 'quietly' })
    await again.inspectingImports?.done()
    expect(await journalOf(again)).toMatchObject([{ records: 3 }])
    expect(found).toBeGreaterThan(1)
    await again.close()
    // Without the list the journal says from where on.
    await rm(list)
    const third = await services({ folder, inspectImports: 'quietly' })
    await third.inspectingImports?.done()
    expect(await journalOf(third)).toHaveLength(1)
  })

  it('does not begin with what an archive has held for years', async () => {
    const folder = join(await tempFolder(), 'archive')
    const old = await services({ folder })
    await imported(old, qinghe)
    await old.close()
    const now = await services({ folder, inspectImports: 'quietly' })
    await now.inspectingImports?.done()
    expect(await journalOf(now)).toEqual([])
  })

  it('names in its report a record that cannot be opened', async () => {
    const folder = join(await tempFolder(), 'archive')
    const from = value(
      await createServices({ folder, workerUrl: workerUrl(), version: 'test', samples: '', inspectImports: 'quietly' }),
    )
    const [item] = await imported(from, qinghe)
    await from.close()
    const id = item?.record ?? ''
    await writeFile(join(folder, 'records', id.slice(0, 2), `${id}.json`), '{}')
    const again = await services({ folder, inspectImports: 'quietly' })
    await again.inspectingImports?.done()
    const [report = ''] = (await stateOf(again)).reports
    const events = await journalOf(again)
    expect(events.length).toBe(1)
    const kept = value(await again.api['inspect.open']({ report }))
    expect(kept.inspections.length + kept.problems.length).toBe(1)
  })
})

describe('the command line', () => {
  it('inspects what it imports, says so, and carries it in its JSON', async () => {
    const archive = join(await tempFolder(), 'archive')
    const { out, log, status } = await kaijuan('import', '--json', qinghe, '--archive', archive)
    expect(status).toBe(0)
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      state: 'archived',
      inspection: { fail: 0, notChecked: expect.any(Number), failed: [] },
    })
    expect(log).toContain('四性检测 1 份，没有不通过的项目，报告已存入归档库')
    expect(await reportsIn(archive)).toHaveLength(1)
  })

  it('leaves it to the window when told to', async () => {
    const archive = join(await tempFolder(), 'archive')
    const { out, log } = await kaijuan('import', '--json', '--no-inspect', qinghe, '--archive', archive)
    expect([JSON.parse(out[0] ?? '').inspection, log.includes('四性检测')]).toEqual([null, false])
  })
})

function workerUrl(): URL {
  return new URL(`file://${join(root, 'src/main/ingest/worker.ts')}`)
}
