import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realFiles } from '../../src/main/disk/files.ts'
import { tempBeside } from '../../src/main/disk/temps.ts'
import { receiveHandOffs } from '../../src/main/services/importing/handOff.ts'
import { messageText } from '../../src/shared/messages/index.ts'
import { deadPid } from '../archive/holders.ts'
import { kaijuan } from '../cli/support.ts'
import { imported, problem, qinghe, services, tempFolder, value, wangxi } from './support.ts'

const everything = { text: '', years: [], statuses: [], sort: 'name', descending: false, offset: 0, limit: 9 } as const
const list = () => ({ ...everything, years: [], statuses: [] })

describe('files for an archive that a window has open', () => {
  it('are taken in by the window, and the command line that brought them prints what became of each', async () => {
    const folder = join(await tempFolder(), 'archive')
    const window = await services({ folder, takesFiles: true })
    await imported(window, wangxi)
    const { status, out, log } = await kaijuan(
      'import',
      qinghe,
      wangxi,
      '/nowhere/没有.doc',
      '--archive',
      folder,
      '--json',
    )
    const states = out.map(line => JSON.parse(line).state)
    expect([status, states]).toEqual([1, ['archived', 'duplicate', 'failed']])
    expect(log).toContain('已交给打开着这个归档库的另一个开卷')
    const { archive } = value(await window.api['app.state'](null))
    expect(archive.records).toBe(2)
    expect(value(await window.api['archive.verify'](null)).problems).toEqual([])
    expect(await readdir(join(folder, 'handoff'))).toEqual([])
  })

  it('are given on by a second window, which then shows what the first has stored', async () => {
    const folder = join(await tempFolder(), 'archive')
    const first = await services({ folder, takesFiles: true })
    const second = await services({ folder, takesFiles: true })
    const state = value(await second.api['app.state'](null))
    expect(state.archive).toMatchObject({ writable: false, why: { code: 'archive.heldByOther' } })
    const shown = new Promise<void>(resolve => {
      second.on('archive.changed', ({ archive }) => {
        if (archive.records === 1) resolve()
      })
    })
    const answer = await second.api['import.paths']({ paths: [qinghe] })
    expect(problem(answer)).toBe('ingest.handedOver')
    if (!answer.ok) expect(messageText(answer.problem, 'zh')).toContain('请到那个窗口查看')
    await first.imported()
    await shown
    expect(value(await second.api['catalogue.list'](list())).rows).toHaveLength(1)
  })

  it('cannot be written by a second window when the first is gone, which says so', async () => {
    const folder = join(await tempFolder(), 'archive')
    const first = await services({ folder, takesFiles: true })
    const second = await services({ folder, takesFiles: true })
    const free = new Promise<void>(resolve => {
      second.on('archive.changed', ({ archive }) => {
        if (archive.why?.code === 'archive.noLongerHeld') resolve()
      })
    })
    await first.close()
    await free
    expect(value(await second.api['app.state'](null)).archive.writable).toBe(false)
  })

  it('stay where they are when nobody takes them, and the answer says who could not', async () => {
    const folder = join(await tempFolder(), 'archive')
    const holder = await services({ folder })
    const refused = await kaijuan('import', qinghe, '--archive', folder)
    expect([refused.status, refused.out]).toEqual([1, []])
    expect(refused.log).toContain('正由另一个开卷打开')
    // A window that ended without clearing up: the holder now does not look, goes away, and the request is withdrawn.
    await mkdir(join(folder, 'handoff'))
    const ran = kaijuan('import', qinghe, '--archive', folder)
    await expect.poll(() => readdir(join(folder, 'handoff'))).toHaveLength(1)
    await holder.close()
    const { status, out, log } = await ran
    expect([status, out]).toEqual([1, []])
    expect(log).toContain('没有接手')
    expect(await readdir(join(folder, 'handoff'))).toEqual([])
  })

  it('are taken once the request is whole, and what a killed process left of one is cleared away', async () => {
    const archive = await tempFolder()
    const folder = join(archive, 'handoff')
    await mkdir(folder)
    const request = (name: string) => JSON.stringify({ paths: [`/inbox/${name}`] })
    const unfinished = tempBeside(join(folder, '0123.json'))
    await writeFile(unfinished, request('甲'))
    await writeFile(unfinished.replace(`-${process.pid}-`, `-${deadPid}-`), request('乙'))
    await writeFile(join(folder, '4567.json'), request('丙'))
    const taken: string[] = []
    const take = async (paths: readonly string[]) => {
      taken.push(...paths)
      return []
    }
    const receiving = receiveHandOffs(realFiles, archive, { take }, 5)
    await expect.poll(() => readdir(folder)).toEqual([basename(unfinished), '4567.done'])
    receiving.stop()
    expect(taken).toEqual(['/inbox/丙'])
  })

  it('that a window took and did not finish before it ended are taken in by the next', async () => {
    const folder = join(await tempFolder(), 'archive')
    await (await services({ folder })).close()
    await mkdir(join(folder, 'handoff'))
    await writeFile(join(folder, 'handoff/0123.taken'), JSON.stringify({ paths: [qinghe] }))
    await writeFile(join(folder, 'handoff/4567.json'), '{"paths":')
    const window = await services({ folder, takesFiles: true })
    await expect.poll(async () => value(await window.api['app.state'](null)).archive.records).toBe(1)
    await expect.poll(() => readdir(join(folder, 'handoff'))).toEqual(['0123.done'])
    await rm(join(folder, 'handoff'), { recursive: true })
  })
})
