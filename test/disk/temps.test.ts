import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { clearAbandoned } from '../../src/main/disk/abandoned.ts'
import { durableWrite } from '../../src/main/disk/durable.ts'
import { realFiles } from '../../src/main/disk/files.ts'
import { abandonTemp, isAbandoned, tempBeside } from '../../src/main/disk/temps.ts'
import { faultyFiles } from '../archive/faults.ts'
import { deadPid } from '../archive/holders.ts'
import { tempFolder, tempsIn } from '../archive/temp.ts'

const mine = () => basename(tempBeside('/x/包'))
/** The same name with another process, or another part of it changed. */
const ofDead = () => mine().replace(`-${process.pid}-`, `-${deadPid}-`)

test('a file may bear the longest name that a system takes, in Chinese, and still be written', async () => {
  const folder = await tempFolder()
  // 85 characters of three bytes each are 255, the most that ext4 and others take.
  const name = '年'.repeat(85)
  await durableWrite(realFiles, join(folder, name), Buffer.from('{}'))
  expect(await readdir(folder)).toEqual([name])
})

test('only the name of a process of this machine that has surely ended is abandoned', () => {
  expect(isAbandoned(mine())).toBe(false)
  expect(isAbandoned(ofDead())).toBe(true)
  // Its number was given to a process that began at another time.
  expect(isAbandoned(mine().replace(/-(\d+)-(\d+)-/, '-$1-77-'))).toBe(process.platform === 'linux')
  // Another computer's, or another container's: nobody here can ask.
  expect(isAbandoned(ofDead().replace(/tmp-.{8}/, 'tmp-00000000'))).toBe(false)
  for (const name of ['.kaijuan-tmp-1-2', `.kaijuan-tmp-${deadPid}-0123456789ab-x`, `${ofDead().slice(1)}`, '包', ''])
    expect([name, isAbandoned(name)]).toEqual([name, false])
})

test('after a restart of the machine no process of before it lives', () => {
  const before = ofDead().replace(/(tmp-.{8}).{8}/, '$1deadbeef')
  expect(isAbandoned(before)).toBe(process.platform === 'linux')
})

test('clearing a folder takes what was abandoned, with all below it, and nothing that is or may be somebody else’s', async () => {
  const folder = await tempFolder()
  await mkdir(join(folder, ofDead(), 'data/2023'), { recursive: true })
  const [half = ''] = await readdir(folder)
  await writeFile(join(folder, half, 'data/2023/记录.json'), '{}')
  const other = await tempFolder()
  await writeFile(join(other, '别人的.txt'), '别人的')
  // What a link leads to is not ours.
  await symlink(other, join(folder, half, 'data/link'))
  await writeFile(join(folder, ofDead()), 'half a table')
  const live = [mine(), mine()]
  for (const name of live) await mkdir(join(folder, name))
  await mkdir(join(folder, '.kaijuan-tmp-99-00-我的'))
  await clearAbandoned(realFiles, folder)
  expect((await readdir(folder)).sort()).toEqual([...live, '.kaijuan-tmp-99-00-我的'].sort())
  expect(await readdir(other)).toEqual(['别人的.txt'])
  // This process gave one of its own up.
  abandonTemp(join(folder, live[0] ?? ''))
  await clearAbandoned(realFiles, folder)
  expect(await readdir(folder)).toHaveLength(2)
})

test('what could not be removed on the way out of a failure goes at the next clearing', async () => {
  const folder = await tempFolder()
  const failing = faultyFiles(({ name }) =>
    name === 'write' || name === 'unlink' ? { kind: 'error', code: 'EIO' } : null,
  )
  await expect(durableWrite(failing, join(folder, 'a.json'), Buffer.from('{}'))).rejects.toMatchObject({ code: 'EIO' })
  expect(await tempsIn(folder)).toHaveLength(1)
  await clearAbandoned(realFiles, folder)
  expect(await readdir(folder)).toEqual([])
})
