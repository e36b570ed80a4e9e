import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { Low } from 'lowdb'
import { describe, expect, test } from 'vitest'
import { DurableJson, NotWhole } from '../../src/main/archive/adapter.ts'
import { durableWrite, makeFolder, makeFolders, syncFolder } from '../../src/main/disk/durable.ts'
import { type FileLayer, realFiles } from '../../src/main/disk/files.ts'
import { type Call, type Fault, faultyFiles } from '../archive/faults.ts'
import { contents, tempFolder, tempsIn } from '../archive/temp.ts'
import { type CrashDisk, crashDisk } from '../soak/crashDisk.ts'

/** The real file system whose writes take as many bytes as told, one number for each write, then all. */
function greedy(takes: readonly number[]): FileLayer {
  const left = [...takes]
  return {
    ...realFiles,
    open: async (path, flags, mode) => {
      const file = await realFiles.open(path, flags, mode)
      return {
        ...file,
        write: (buffer, offset, length) => {
          const take = Math.min(left.shift() ?? length, length)
          return take === 0 ? Promise.resolve(0) : file.write(buffer, offset, take)
        },
      }
    },
  }
}

describe('a durable write', () => {
  test('puts every byte in place however few each write takes', async () => {
    const path = join(await tempFolder(), 'a.json')
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.array(fc.integer({ min: 1, max: 50 })),
        async (bytes, takes) => {
          await durableWrite(greedy(takes), path, bytes)
          expect(await readFile(path)).toEqual(Buffer.from(bytes))
        },
      ),
      { numRuns: 100 },
    )
  })

  test('fails when a write takes nothing, and leaves the old file alone', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'a.json'), 'old')
    await expect(durableWrite(greedy([2, 0]), join(folder, 'a.json'), Buffer.from('newer'))).rejects.toMatchObject({
      code: 'ENOSPC',
    })
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('old')
    expect(await tempsIn(folder)).toEqual([])
  })

  /** Fails the first `times` renames. */
  const busy = (code: string, times: number) => {
    let left = times
    return (call: Call): Fault | null => (call.name === 'rename' && left-- > 0 ? { kind: 'error', code } : null)
  }

  for (const code of ['EBUSY', 'EPERM', 'EACCES'])
    test(`tries again while a virus scanner holds the file (${code})`, async () => {
      const folder = await tempFolder()
      await writeFile(join(folder, 'a.json'), 'old')
      await durableWrite(faultyFiles(busy(code, 3)), join(folder, 'a.json'), Buffer.from('new'))
      expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('new')
      expect(await tempsIn(folder)).toEqual([])
    })

  test('gives up on a file that stays held, and leaves it alone', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'a.json'), 'old')
    const writing = durableWrite(faultyFiles(busy('EBUSY', 1000)), join(folder, 'a.json'), Buffer.from('new'))
    await expect(writing).rejects.toMatchObject({ code: 'EBUSY' })
    expect(Object.keys(await contents(folder))).toEqual(['a.json'])
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('old')
    expect(await tempsIn(folder)).toEqual([])
  })

  test('has the bytes, the name and the folder on disk before it resolves, in this order', async () => {
    const folder = await tempFolder()
    const calls: string[] = []
    const files = faultyFiles(call => {
      calls.push(call.name)
      return null
    })
    await durableWrite(files, join(folder, 'a.json'), Buffer.from('new'))
    const order = calls.filter(name => ['create', 'write', 'sync', 'rename'].includes(name))
    expect(order).toEqual(['create', 'write', 'sync', 'rename', 'sync'])
  })

  for (const code of ['EISDIR', 'EPERM', 'EINVAL'])
    test(`is content where the system cannot sync a folder (${code})`, async () => {
      const folder = await tempFolder()
      const files = faultyFiles(call => (call.name === 'open' ? { kind: 'error', code } : null))
      await durableWrite(files, join(folder, 'a.json'), Buffer.from('new'))
      expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('new')
    })

  test('works where a file cannot have two names', async () => {
    const folder = await tempFolder()
    const files = faultyFiles(call => (call.name === 'link' ? { kind: 'error', code: 'EPERM' } : null))
    for (const text of ['first', 'second']) {
      await durableWrite(files, join(folder, 'a.json'), Buffer.from(text))
      expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe(text)
    }
  })
})

describe('a folder that was made', () => {
  const quiet = async () => undefined
  /** What a power cut now would leave: nothing that was not flushed. */
  const leftBy = (disk: CrashDisk) => [...disk.image('dropped', () => 0).keys()]

  test('is there after a power cut, with what was written into it and the folders above it', async () => {
    const root = await tempFolder()
    const disk = crashDisk(root, quiet)
    await makeFolder(disk.files, join(root, 'a'))
    await durableWrite(disk.files, join(root, 'a', 'x.json'), Buffer.from('x'))
    await makeFolders(disk.files, join(root, 'b', 'c', 'd'))
    await durableWrite(disk.files, join(root, 'b', 'c', 'd', 'y.json'), Buffer.from('y'))
    expect(leftBy(disk).sort()).toEqual(['a/x.json', 'b/c/d/y.json'])
  })

  test('is lost with all in it where nobody flushed the folder it stands in', async () => {
    const root = await tempFolder()
    const disk = crashDisk(root, quiet)
    await disk.files.mkdir(join(root, 'a'))
    await durableWrite(disk.files, join(root, 'a', 'x.json'), Buffer.from('x'))
    await makeFolder(disk.files, join(root, 'a', 'b'))
    await durableWrite(disk.files, join(root, 'a', 'b', 'y.json'), Buffer.from('y'))
    expect(leftBy(disk)).toEqual([])
    await syncFolder(disk.files, root)
    expect(leftBy(disk).sort()).toEqual(['a/b/y.json', 'a/x.json'])
  })

  test("by somebody who has not flushed it yet can be relied on only after a flush of one's own", async () => {
    const root = await tempFolder()
    const disk = crashDisk(root, quiet)
    const [reached, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let first = true
    const files: FileLayer = {
      ...disk.files,
      open: async (path, flags, mode) => {
        const file = await disk.files.open(path, flags, mode)
        if (path !== root || !first) return file
        first = false
        const sync = async () => {
          reached.resolve()
          await goOn.promise
          await file.sync()
        }
        return { ...file, sync }
      },
    }
    const making = makeFolder(files, join(root, 'a'))
    await Promise.race([reached.promise, making])
    await makeFolder(files, join(root, 'a'))
    await durableWrite(files, join(root, 'a', 'x.json'), Buffer.from('x'))
    expect(leftBy(disk)).toEqual(['a/x.json'])
    goOn.resolve()
    await making
  })

  test('is not flushed again for every file that comes into it', async () => {
    const root = await tempFolder()
    const opened: string[] = []
    const files = faultyFiles(({ name, path }) => {
      if (name === 'open') opened.push(path)
      return null
    })
    for (let time = 0; time < 3; time++) await makeFolder(files, join(root, 'a'))
    expect(opened).toEqual([root])
    // Made by a process that may have been killed before it flushed it.
    const other = faultyFiles(({ name, path }) => {
      if (name === 'open') opened.push(path)
      return null
    })
    for (let time = 0; time < 3; time++) await makeFolder(other, join(root, 'a'))
    expect(opened).toEqual([root, root])
  })

  test('fails where its parent cannot be flushed, and is flushed when it is asked for again', async () => {
    const root = await tempFolder()
    let failures = 1
    const files = faultyFiles(({ name }) => (name === 'sync' && failures-- > 0 ? { kind: 'error', code: 'EIO' } : null))
    await expect(makeFolder(files, join(root, 'a'))).rejects.toMatchObject({ code: 'EIO' })
    await makeFolder(files, join(root, 'a'))
    // The flush that failed, and the one after it.
    expect(failures).toBe(-1)
  })
})

describe('the lowdb adapter', () => {
  test('writes to disk under NODE_ENV=test, compactly, and reads it back', async () => {
    expect(process.env.NODE_ENV).toBe('test')
    const path = join(await tempFolder(), 'a.json')
    const low = new Low<{ numbers: number[] }>(new DurableJson(realFiles, path, 'required'), { numbers: [] })
    await low.update(data => data.numbers.push(1, 2))
    expect(await readFile(path, 'utf8')).toMatch(/^\{"numbers":\[1,2\],"seal":"[0-9a-f]{64}"\}$/)
    const again = new Low<{ numbers: number[] }>(new DurableJson(realFiles, path, 'required'), { numbers: [] })
    await again.read()
    expect(again.data).toEqual({ numbers: [1, 2] })
  })

  test('takes a missing file for a new database, a damaged one for an error', async () => {
    const path = join(await tempFolder(), 'a.json')
    const adapter = new DurableJson<object>(realFiles, path, 'required')
    expect(await adapter.read()).toBeNull()
    for (const text of ['', '{"a":', 'null', '7', '\0\0\0', '{"a":1}']) {
      await writeFile(path, text)
      await expect(adapter.read()).rejects.toThrow(NotWhole)
    }
  })

  test('sees every single flipped bit of a file', async () => {
    const path = join(await tempFolder(), 'a.json')
    const adapter = new DurableJson<object>(realFiles, path, 'required')
    await adapter.write({ text: '卷\u0001 1e5', number: 1e21 })
    const good = await readFile(path)
    for (let bit = 0; bit < good.length * 8; bit++) {
      const bytes = Buffer.from(good)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await writeFile(path, bytes)
      await expect(adapter.read()).rejects.toThrow(NotWhole)
    }
  })
})
