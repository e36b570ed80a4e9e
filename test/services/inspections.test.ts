import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Inspection } from '../../src/shared/data/inspection.ts'
import { kaijuan } from '../cli/support.ts'
import { file, imported, problem, qinghe, services, tempFolder, tongwu, value, wangxi } from './support.ts'

const resultOf = (inspection: Inspection | undefined, key: string) =>
  inspection?.items.find(item => item.key === key)?.result

it('inspects what is really there: the bytes, the journal, what is inside', async () => {
  const folder = await tempFolder()
  const from = await services({ folder: join(folder, 'archive'), chooseTarget: async () => folder })
  const scripted = await file('页面.doc', `${await readFile(tongwu, 'utf8')}<script>x()</script>`)
  const [good, page] = await imported(from, qinghe, scripted)
  const ids = [good?.record ?? '', page?.record ?? '']
  const reports = async () =>
    value(await from.api['inspect.run']({ selection: { kind: 'records', ids } })).reports.map(report => report.id)
  const run = async () => {
    const [report = ''] = await reports()
    return value(await from.api['inspect.open']({ report })).inspections
  }
  const [whole, web] = await run()
  expect(whole?.items.filter(item => item.result === 'fail')).toEqual([])
  expect(web?.items.filter(item => item.result === 'fail').map(item => item.key)).toEqual(['formatAndName', 'scripts'])
  expect(web?.items.find(item => item.key === 'virus')?.result).toBe('notChecked')

  // A page and JSON are saved, self-contained: nothing is fetched, whatever the reports are called.
  const saved = value(await from.api['inspect.save']({ reports: await reports() }))
  const html = await readFile(saved ?? '', 'utf8')
  expect(html).toContain('电子档案四性检测报告')
  expect(html).not.toMatch(/<script|src=|url\(|href=/)
  expect(JSON.parse(await readFile((saved ?? '').replace('.html', '.json'), 'utf8'))).toMatchObject({ schema: 1 })

  // One byte of the original changes behind the archive's back.
  const path = value(await from.sourceFile(ids[0] ?? '')).path
  const bytes = await readFile(path)
  await chmod(path, 0o644)
  await writeFile(path, Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]))
  const [altered] = await run()
  expect([resultOf(altered, 'sourceDigest'), resultOf(altered, 'byteCount'), resultOf(altered, 'readOnly')]).toEqual([
    'fail',
    'pass',
    'fail',
  ])
  expect(
    problem(await from.api['inspect.run']({ selection: { kind: 'filter', text: '没有', years: [], statuses: [] } })),
  ).toBe('inspect.nothing')
})

it('inspects from the command line, with a page to print', async () => {
  const archive = join(await tempFolder(), 'archive')
  const printed = join(await tempFolder(), '四性.html')
  await kaijuan('import', qinghe, '--archive', archive)
  const { status, out } = await kaijuan('inspect', '--json', '--page', printed, '--archive', archive)
  const [inspection] = out.map(line => JSON.parse(line))
  expect(status).toBe(0)
  expect(inspection).toMatchObject({ schema: 1, year: 2023, items: expect.any(Array) })
  expect(inspection.items[0]).toMatchObject({
    key: 'sourceDigest',
    nature: 'authenticity',
    result: 'pass',
    name: '原件固化信息有效',
    basis: expect.any(String),
  })
  expect(await readFile(printed, 'utf8')).toContain(inspection.sha256)
  expect((await kaijuan('inspect', '--page', printed, '--archive', archive)).status).toBe(1)
})

it('keeps what was inspected until it is stopped, and says how far it was', async () => {
  const from = await services()
  await imported(from, qinghe, tongwu, wangxi)
  from.on('inspect.progress', ({ done }) => {
    if (done === 1) void from.api['inspect.cancel'](null)
  })
  const all = { kind: 'filter', text: '', years: [], statuses: [] } as const
  const run = value(await from.api['inspect.run']({ selection: { ...all, years: [], statuses: [] } }))
  expect([run.done, run.of, run.reports.length]).toEqual([1, 3, 1])
  const kept = value(await from.api['inspect.open']({ report: run.reports[0]?.id ?? '' }))
  expect([kept.cause, kept.inspections.length]).toEqual(['asked', 1])
})
