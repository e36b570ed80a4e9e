import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { qinghe, samples, tempFolder, tongwu, wangxi } from '../services/support.ts'
import { extractSchema } from '../shared/extractSchema.ts'
import { kaijuan } from './support.ts'

const objects = (lines: readonly string[]) => lines.map(line => JSON.parse(line))

async function filled(): Promise<string> {
  const archive = join(await tempFolder(), 'archive')
  expect((await kaijuan('import', qinghe, wangxi, '--no-inspect', '--archive', archive)).status).toBe(0)
  return archive
}

describe('kaijuan extract', () => {
  it('prints one documented object a file, in the order given, and nothing else', async () => {
    const files = [wangxi, join(samples, '云岭市清河区人民政府2023.pdf'), tongwu, qinghe]
    const { status, out, log } = await kaijuan('extract', '--json', ...files)
    const read = out.map(line => extractSchema.parse(JSON.parse(line)))
    expect(status).toBe(0)
    expect(read.map(item => item.file)).toEqual(files)
    expect(read.map(item => item.status)).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(read.map(item => item.report?.year)).toEqual([2022, 2023, 2023, 2023])
    expect(log).toContain('[4/4]')
  })

  it('gives the same for the same report in every format', async () => {
    const files = ['docx', 'doc', 'pdf', 'html', 'txt'].map(ending =>
      join(samples, `云岭市清河区人民政府2023.${ending}`),
    )
    const read = (await kaijuan('extract', '--json', ...files)).out.map(line => extractSchema.parse(JSON.parse(line)))
    const figures = read.map(item =>
      item.report?.tables.map(table => table.cells.map(cell => [cell.row, cell.column, cell.state, cell.value])),
    )
    for (const other of figures) expect(other).toEqual(figures[0])
    for (const { findings } of read) expect(findings).toEqual(read[0]?.findings)
  })

  it('ends with 1 when a file failed, the others printed all the same', async () => {
    const empty = join(await tempFolder(), '空.pdf')
    await writeFile(empty, '')
    const { status, out } = await kaijuan('extract', '--json', empty, '/nowhere/没有.doc', qinghe)
    const read = out.map(line => extractSchema.parse(JSON.parse(line)))
    expect(status).toBe(1)
    expect(read.map(item => item.status)).toEqual(['failed', 'failed', 'ok'])
    expect(read.map(item => item.sha256 === null)).toEqual([false, true, false])
    expect(read[1]?.messages[0]).toMatchObject({ code: 'archive.fileGone', text: expect.stringContaining('没有.doc') })
  })

  it('prints tables and findings for a person, in Chinese or English', async () => {
    const chinese = (await kaijuan('extract', qinghe)).out.join('\n')
    expect(chinese).toContain('（四）2\t自然人 4\t')
    expect(chinese).toContain('合计：表三（四）2 一行六列之和 5，总计印作 4。')
    expect(chinese).toContain('社会公益组织 空')
    const english = (await kaijuan('extract', qinghe, '--lang', 'en')).out.join('\n')
    expect(english).toContain('add up to 5, the total is printed as 4')
  })
})

describe('kaijuan on an archive', () => {
  it('imports, lists, shows and searches', async () => {
    const archive = await filled()
    const again = await kaijuan('import', samples, '--archive', archive, '--json')
    const states = objects(again.out).map(item => item.state)
    expect(states.filter(state => state === 'duplicate')).toHaveLength(2)
    expect(states.filter(state => state === 'archived')).toHaveLength(7)
    const listed = objects((await kaijuan('list', '--archive', archive, '--json', '--year', '2022')).out)
    expect(listed).toMatchObject([
      { schema: 1, name: '云岭市望溪区人民政府', year: 2022, status: 'pending', newRequests: 231 },
      { schema: 1, name: '云岭市望溪区人民政府', year: 2022, status: 'pending', newRequests: 231 },
    ])
    const [shown] = objects((await kaijuan('show', listed[0].id, '--archive', archive, '--json')).out)
    expect(shown).toMatchObject({
      schema: 1,
      id: listed[0].id,
      status: 'pending',
      report: { year: 2022 },
      revisions: [],
    })
    const found = objects((await kaijuan('search', '三审三校', '-望溪', '--archive', archive, '--json')).out)
    expect(found.length).toBeGreaterThan(0)
    expect(found[0]).toMatchObject({ schema: 1, hitCount: found[0].hits.length })
    const none = await kaijuan('search', '绝无此词', '--archive', archive)
    expect([none.status, none.out]).toEqual([0, []])
  })

  it('takes an operand with white space for a phrase', async () => {
    const archive = await filled()
    expect((await kaijuan('search', '三审 三校', '--archive', archive)).out.length).toBeGreaterThan(0)
    expect((await kaijuan('search', '三校 三审', '--archive', archive)).out).toEqual([])
    expect((await kaijuan('search', '三校', '三审', '--archive', archive)).out.length).toBeGreaterThan(0)
  })

  it('verifies, rebuilds, and ends with 1 when something is damaged', async () => {
    const archive = await filled()
    expect(await kaijuan('verify', '--archive', archive)).toMatchObject({
      status: 0,
      out: ['原件 2，记录 2，四性检测报告 0，日志 2 条，全部相符\n索引：2 份的目录行与全文逐份比对，都与记录相符'],
    })
    expect(objects((await kaijuan('rebuild', '--archive', archive, '--json')).out)).toEqual([
      { schema: 1, records: 2, unreadable: [] },
    ])
    const [row] = objects((await kaijuan('list', '--archive', archive, '--json')).out)
    await writeFile(join(archive, 'records', row.id.slice(0, 2), `${row.id}.json`), '{')
    const verified = await kaijuan('verify', '--archive', archive, '--json')
    expect(verified.status).toBe(1)
    expect(objects(verified.out)[0].problems.length).toBeGreaterThan(0)
  })

  it('says in one line what is wrong: no archive, no such record', async () => {
    const nowhere = await kaijuan('list', '--archive', join(await tempFolder(), 'none'))
    expect([nowhere.status, nowhere.out]).toEqual([1, []])
    expect(nowhere.log).toContain('没有归档库')
    const unknown = await kaijuan('show', '0'.repeat(16), '--archive', await filled())
    expect([unknown.status, unknown.out]).toEqual([1, []])
    expect(unknown.log).toContain('没有编号')
  })

  it('leaves the archive as it was when it only looks', async () => {
    const archive = await filled()
    const { log } = await kaijuan('import', wangxi, '--archive', archive)
    expect(log).toContain('1/1')
    const before = await kaijuan('verify', '--archive', archive)
    await kaijuan('list', '--archive', archive)
    await kaijuan('search', '公开', '--archive', archive)
    const after = await kaijuan('verify', '--archive', archive)
    const told = (out: readonly string[]) => out[0]?.replace(/\d+ 条/, '').split('\n此前一次')[0]
    expect(told(after.out)).toBe(told(before.out))
  })
})

describe('kaijuan backup, restore and reread', () => {
  it('backs up, writes only what is new the next time, and restores into an empty folder alone', async () => {
    const archive = await filled()
    const to = join(await tempFolder(), 'backup')
    const first = await kaijuan('backup', to, '--archive', archive, '--json')
    expect(first.status).toBe(0)
    expect(objects(first.out)).toMatchObject([{ schema: 1, folder: to, copied: 6, present: 0, problems: [] }])
    expect((await kaijuan('backup', to, '--archive', archive)).out[0]).toContain('写入 0 个文件')
    const again = join(await tempFolder(), 'again')
    expect((await kaijuan('restore', to, '--archive', again)).out[0]).toContain('全部相符')
    expect((await kaijuan('list', '--archive', again)).out).toEqual((await kaijuan('list', '--archive', archive)).out)
    const refused = await kaijuan('restore', to, '--archive', archive)
    expect([refused.status, refused.out]).toEqual([1, []])
    expect(refused.log).toContain('恢复从不覆盖')
  })

  it('names what was damaged in a backup, restores the rest and ends with 1', async () => {
    const archive = await filled()
    const to = join(await tempFolder(), 'backup')
    await kaijuan('backup', to, '--archive', archive)
    const [row] = objects((await kaijuan('list', '--archive', archive, '--json')).out)
    await writeFile(join(to, 'records', row.id.slice(0, 2), `${row.id}.json`), '{')
    const again = join(await tempFolder(), 'again')
    const restored = await kaijuan('restore', to, '--archive', again)
    expect(restored.status).toBe(1)
    expect(restored.log).toContain('已损坏')
    expect((await kaijuan('list', '--archive', again)).out).toHaveLength(1)
  })

  it('reads the sources again: a dry run lists and takes nothing', async () => {
    const archive = await filled()
    const looked = await kaijuan('reread', '--dry-run', '--all', '--archive', archive, '--json')
    expect([looked.status, objects(looked.out)]).toEqual([
      0,
      [{ schema: 1, looked: 2, same: 2, placesOnly: 0, unread: 0, changed: 0, taken: 0 }],
    ])
    expect((await kaijuan('reread', '--archive', archive)).out.at(-1)).toContain('重读 0 份')
  })
})

describe('kaijuan diagnose', () => {
  it('prints versions, settings and counts, for people or on one line, and nothing of the reports', async () => {
    const archive = await filled()
    const shown = await kaijuan('diagnose', '--archive', archive)
    const [made] = objects([shown.out.join('\n')])
    expect([shown.status, shown.log]).toEqual([0, ''])
    expect(made).toMatchObject({ schema: 1, versions: { application: '9.9.9' }, archive: { records: 2 } })
    const [line] = (await kaijuan('diagnose', '--json', '--archive', archive)).out
    expect(line).not.toContain('\n')
    expect(JSON.parse(line ?? '')).toMatchObject({ ...made, madeAt: expect.any(String), log: expect.any(Array) })
    expect(line).not.toMatch(/清河|望溪|\//)
  })

  it('says of an archive that cannot be opened why, and all the rest, with exit status 1', async () => {
    const nowhere = join(await tempFolder(), '没有')
    const { status, out, log } = await kaijuan('diagnose', '--json', '--archive', nowhere)
    expect([status, log.includes(nowhere)]).toEqual([1, true])
    const made = JSON.parse(out[0] ?? '')
    expect(made).toMatchObject({ settings: null, archive: { problem: expect.stringMatching(/^archive\./) } })
    expect(made.versions.application).toBe('9.9.9')
  })
})
