import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { objections } from '../exchange/validator.ts'
import { qinghe, tempFolder, tongwu, wangxi } from '../services/support.ts'
import { kaijuan } from './support.ts'

const object = (line: string | undefined) => JSON.parse(line ?? '')

describe('kaijuan export', () => {
  it('makes a bag, a table or lines of what was asked for, and import takes the bag back', async () => {
    const folder = await tempFolder()
    const archive = join(folder, 'archive')
    await kaijuan('import', qinghe, wangxi, tongwu, '--archive', archive)
    const [bag, csv] = [join(folder, '包'), join(folder, '格.csv')]
    const made = await kaijuan('export', '--json', '--bag', bag, '--csv', csv, '--year', '2023', '--archive', archive)
    expect(made.status).toBe(0)
    expect(object(made.out[0])).toMatchObject({
      schema: 1,
      format: 'bag',
      path: bag,
      records: 2,
      files: 10,
      problems: [],
    })
    expect(object(made.out[1])).toMatchObject({ format: 'csv', path: csv, records: 2 })
    expect(objections(bag)).toEqual([])
    // 200 cells a report, and the head.
    expect((await readFile(csv, 'utf8')).trimEnd().split('\r\n')).toHaveLength(401)
    const printed = await kaijuan('export', '--json', '--year', '2022', '--archive', archive)
    expect(printed.out.map(line => object(line).report.year)).toEqual([2022])
    const one = await kaijuan('export', object(printed.out[0]).id, '--bag', join(folder, '一份'), '--archive', archive)
    expect(one.out[0]).toContain('报告 1 份，文件 5 个')

    const other = join(folder, 'other')
    const taken = await kaijuan('import', '--json', bag, '--archive', other)
    expect([taken.status, ...taken.out.map(line => object(line).state)]).toEqual([0, 'archived', 'archived'])
    await writeFile(join(bag, 'data/多余'), '')
    const refused = await kaijuan('import', '--json', bag, '--archive', join(folder, 'third'))
    expect(refused.status).toBe(1)
    expect(object(refused.out[0])).toMatchObject({ file: bag, state: 'failed', record: null })
    expect(object(refused.out[0]).messages[0]).toMatchObject({ code: 'bag.extra' })
    expect((await kaijuan('export', '--bag', bag, '--archive', archive)).status).toBe(1)
  })

  it('asks for a target, and for ids that are ids', async () => {
    expect((await kaijuan('export')).log).toContain('--bag')
    expect((await kaijuan('export', '甲.doc', '--bag', '/x')).status).toBe(2)
    expect((await kaijuan('list', '--bag', '/x')).status).toBe(2)
  })
})
