import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { walkPaths } from '../../src/main/ingest/walk.ts'

async function folderWith(files: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-walk-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const file of files) {
    await mkdir(join(folder, file, '..'), { recursive: true })
    await writeFile(join(folder, file), file)
  }
  return folder
}

async function walked(folder: string, ...paths: readonly string[]) {
  const outcome = await walkPaths(paths.length > 0 ? paths : [folder])
  if (!outcome.ok) return outcome.problem.code
  return { files: outcome.value.files.map(file => relative(folder, file)), passedOver: outcome.value.passedOver }
}

describe('what is dropped in', () => {
  it('is walked with its sub-folders, in name order, whatever the files are', async () => {
    const folder = await folderWith(['b.doc', 'a/2.pdf', 'a/1.docx', 'c.zip'])
    expect(await walked(folder)).toEqual({ files: ['a/1.docx', 'a/2.pdf', 'b.doc', 'c.zip'], passedOver: 0 })
  })

  it('leaves hidden, lock and system files aside, and counts them', async () => {
    const folder = await folderWith([
      '.DS_Store',
      '~$报告.docx',
      'Thumbs.db',
      '__MACOSX/x.doc',
      'desktop.ini',
      '报告.docx',
    ])
    expect(await walked(folder)).toEqual({ files: ['报告.docx'], passedOver: 5 })
  })

  it('takes a hidden file that is named outright', async () => {
    const folder = await folderWith(['.报告.docx'])
    expect(await walked(folder, join(folder, '.报告.docx'))).toEqual({ files: ['.报告.docx'], passedOver: 0 })
  })

  it('walks a folder whose name ends like a file', async () => {
    const folder = await folderWith(['x.pdf/甲.txt'])
    expect(await walked(folder, join(folder, 'x.pdf'))).toEqual({ files: ['x.pdf/甲.txt'], passedOver: 0 })
  })

  it('does not follow links inside folders, so that a circle has an end', async () => {
    const folder = await folderWith(['a/甲.txt'])
    await symlink(folder, join(folder, 'a', 'round'))
    await symlink(join(folder, 'a', '甲.txt'), join(folder, 'link.txt'))
    expect(await walked(folder)).toEqual({ files: ['a/甲.txt'], passedOver: 2 })
    expect(await walked(folder, join(folder, 'link.txt'))).toEqual({ files: ['link.txt'], passedOver: 0 })
  })

  it('keeps what does not exist, so that it fails by name, and takes a file named twice once', async () => {
    const folder = await folderWith(['a.txt'])
    const paths = ['a.txt', 'gone.pdf', 'a.txt'].map(name => join(folder, name))
    expect(await walked(folder, ...paths)).toEqual({ files: ['a.txt', 'gone.pdf'], passedOver: 0 })
  })

  it('says so when there is nothing in it', async () => {
    const folder = await folderWith(['.hidden'])
    expect(await walked(folder)).toBe('ingest.nothingFound')
  })

  it('stops at some depth', async () => {
    const deep = Array.from({ length: 80 }, () => 'd').join('/')
    const folder = await folderWith([`${deep}/x.txt`, 'y.txt'])
    expect(await walked(folder)).toEqual({ files: ['y.txt'], passedOver: 1 })
  })
})
