import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/main/archive/index.ts'
import { imported, qinghe, services, tempFolder, value } from './support.ts'

describe('what the window is told of damage', () => {
  it('names a record that was put back when it was read, once', async () => {
    const folder = join(await tempFolder(), 'archive')
    const first = await services({ folder })
    const [item] = await imported(first, qinghe)
    await first.close()
    const archive = value(await openArchive(folder, { version: 'test' }))
    value(await archive.keepGeneration(new AbortController().signal))
    await archive.close()
    const [name = ''] = (await readdir(join(folder, 'records'), { recursive: true })).filter(each =>
      each.endsWith('.json'),
    )
    await writeFile(join(folder, 'records', name), '{"schema":1')

    const app = await services({ folder })
    expect(value(await app.api['app.state'](null)).archive.notes).toEqual([])
    const id = item?.record ?? ''
    value(await app.api['record.open']({ id }))
    value(await app.api['record.open']({ id }))
    const { notes } = value(await app.api['app.state'](null)).archive
    expect(notes).toMatchObject([{ code: 'archive.recordRepaired', params: { name: '云岭市清河区人民政府' } }])
  })
})
