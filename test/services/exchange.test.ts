import { existsSync } from 'node:fs'
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Selection } from '../../src/shared/api.ts'
import { foreignBag } from '../exchange/bags.ts'
import { objections } from '../exchange/validator.ts'
import { imported, problem, qinghe, reason, services, tempFolder, tongwu, value, wholeCatalogue } from './support.ts'

const newest = { before: null, limit: 10, who: [], since: null, record: null, text: '' }
const everything: Selection = { kind: 'filter', text: '', years: [], statuses: [] }

describe('handing over and taking in', () => {
  it('exports what fits the catalogue’s conditions, verified, with progress, and shows where', async () => {
    const shown: string[] = []
    const folder = await tempFolder()
    const from = await services({ reveal: path => shown.push(path), chooseTarget: async () => folder })
    await imported(from, qinghe, tongwu)
    const steps = new Set<string>()
    from.on('export.progress', ({ step, done, of }) => steps.add(`${step} ${done}/${of}`))
    const to = value(await from.api['export.choose']({ format: 'bag' }))
    expect(to).toMatch(/开卷导出-\d{4}-\d\d-\d\d$/)
    const selection = { ...everything, text: '桐坞' }
    const bag = value(await from.api['export.run']({ selection, format: 'bag', to: to ?? '' }))
    expect(bag).toMatchObject({ path: to, records: 1, files: 5, problems: [] })
    expect(objections(bag.path)).toEqual([])
    expect([...steps]).toEqual(expect.arrayContaining(['write 1/1', 'check 9/9']))
    // The journal tells of it.
    const journal = value(await from.api['journal.list']({ ...newest, kinds: ['export'] }))
    expect(journal.entries[0]?.event).toMatchObject({ kind: 'export', format: 'bag', records: 1 })
    expect(value(await from.api['archive.verify'](null)).problems).toEqual([])
    value(await from.api['export.show'](null))
    expect(shown).toEqual([to])
    // The name is taken now.
    expect(value(await from.api['export.choose']({ format: 'bag' }))).toMatch(/-2$/)
  })

  it('hands over what the files of the import list became, each once, and without those that were there before', async () => {
    const app = await services()
    await imported(app, qinghe)
    value(await app.api['import.clear'](null))
    expect(value(await app.api['import.arrived'](null))).toBe(0)
    await imported(app, tongwu, qinghe)
    expect(value(await app.api['import.arrived'](null))).toBe(1)
    const to = join(await tempFolder(), '新到')
    const handed = await app.api['export.run']({ selection: { kind: 'arrived' }, format: 'csv', to })
    expect(value(handed)).toMatchObject({ records: 1, problems: [] })
  })

  it('takes a dropped bag for one thing, restores its reports and finds them again', async () => {
    const from = await services()
    await imported(from, qinghe, tongwu)
    const bag = join(await tempFolder(), '移交')
    value(await from.api['export.run']({ selection: everything, format: 'bag', to: bag }))
    const to = await services()
    const items = await imported(to, bag)
    expect(items.map(item => item.state)).toEqual(['archived', 'archived'])
    expect(reason(items[0]).what).toContain('由包“移交”取回')
    const page = value(await to.api['catalogue.list'](wholeCatalogue))
    expect(page.rows.map(row => row.name)).toEqual(
      value(await from.api['catalogue.list'](wholeCatalogue)).rows.map(row => row.name),
    )
    expect(value(await to.api['archive.verify'](null)).problems).toEqual([])
    expect((await imported(to, bag)).map(item => item.state)).toEqual([
      'archived',
      'archived',
      'duplicate',
      'duplicate',
    ])
  })

  it('refuses a damaged bag by the name of the file, and takes in nothing of it', async () => {
    const from = await services()
    await imported(from, qinghe, tongwu)
    const bag = join(await tempFolder(), '移交')
    value(await from.api['export.run']({ selection: everything, format: 'bag', to: bag }))
    const [victim = ''] = (await readdir(bag, { recursive: true })).filter(name => name.endsWith('.docx'))
    await appendFile(join(bag, victim), 'x')
    const to = await services()
    const items = await imported(to, bag)
    expect(items.map(item => item.state)).toEqual(['failed'])
    expect(reason(items[0]).what).toContain(`“${victim}”与清单上的摘要不符`)
    expect(value(await to.api['app.state'](null)).archive.records).toBe(0)
    // Mended, it can be tried again from the same line.
    const bytes = await readFile(join(bag, victim))
    await writeFile(join(bag, victim), bytes.subarray(0, -1))
    value(await to.api['import.retry']({ items: [items[0]?.id ?? -1] }))
    await to.imported()
    expect(value(await to.api['import.view'](null)).items.map(item => item.state)).toEqual(['archived', 'archived'])
  })

  it('reads the reports in a bag of another program like any file', async () => {
    const bag = await foreignBag({ 'data/年报/桐坞.html': await readFile(tongwu), 'data/.DS_Store': 'x' })
    const to = await services()
    const [item, ...more] = await imported(to, bag)
    expect(more).toEqual([])
    expect(item).toMatchObject({ state: 'archived', name: '桐坞.html', year: 2023 })
  })

  it('says why nothing was exported', async () => {
    const from = await services()
    const to = join(await tempFolder(), '包')
    const run = (selection: Selection) => from.api['export.run']({ selection, format: 'bag', to })
    expect(problem(await run(everything))).toBe('export.nothing')
    expect(problem(await run({ kind: 'records', ids: ['0'.repeat(16)] }))).toBe('archive.recordUnknown')
    expect(existsSync(to)).toBe(false)
  })
})
