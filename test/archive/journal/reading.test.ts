import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type Line,
  readLines,
  readLinesBackwards,
  readPart,
  sizeOf,
} from '../../../src/main/archive/journal/reading.ts'
import { type FileLayer, realFiles } from '../../../src/main/disk/files.ts'
import { faultyFiles } from '../faults.ts'
import { tempFolder } from '../temp.ts'

/** As much as is read at once. */
const block = 256 * 1024

async function fileOf(text: string): Promise<string> {
  const path = join(await tempFolder(), '2026.jsonl')
  await writeFile(path, text)
  return path
}

const told = ({ bytes, start, ended }: Line) => [bytes.toString(), start, ended]

async function forwards(path: string, start: number, end: number, files: FileLayer = realFiles) {
  const lines: unknown[] = []
  await readLines(files, path, start, end, line => lines.push(told(line)))
  return lines
}

async function backwards(path: string, end: number, most = Number.POSITIVE_INFINITY, files: FileLayer = realFiles) {
  const lines: unknown[] = []
  const went = await readLinesBackwards(files, path, end, line => (lines.push(told(line)) < most ? 'more' : 'enough'))
  return { lines, went }
}

/** A disk that gives few bytes at a time. */
const sparing: FileLayer = {
  ...realFiles,
  open: async (path, flags, mode) => {
    const file = await realFiles.open(path, flags, mode)
    return { ...file, read: (buffer, offset, length, at) => file.read(buffer, offset, Math.min(2, length), at) }
  },
}

describe('the lines of a journal file', () => {
  test('come in order, each with where it starts, the last one though nothing ends it', async () => {
    const path = await fileOf('ab\n\ncde')
    expect(await forwards(path, 0, 7)).toEqual([
      ['ab', 0, true],
      ['', 3, true],
      ['cde', 4, false],
    ])
    expect(await forwards(await fileOf('ab\ncde\n'), 0, 7)).toEqual([
      ['ab', 0, true],
      ['cde', 3, true],
    ])
  })

  test('come from where one starts up to where the asker says', async () => {
    const path = await fileOf('ab\ncd\nef\n')
    expect(await forwards(path, 3, 6)).toEqual([['cd', 3, true]])
    expect(await forwards(path, 3, 7)).toEqual([
      ['cd', 3, true],
      ['e', 6, false],
    ])
    expect(await forwards(path, 9, 9)).toEqual([])
    // Shorter than was said: it was cut off meanwhile.
    expect(await forwards(path, 6, 1000)).toEqual([['ef', 6, true]])
  })

  test('come from the last one back, empty ones left out, until the asker has enough', async () => {
    const path = await fileOf('ab\n\ncd\nef')
    const all = [
      ['ef', 7, false],
      ['cd', 4, true],
      ['ab', 0, true],
    ]
    expect(await backwards(path, 9)).toEqual({ lines: all, went: 'more' })
    expect(await backwards(path, 9, 2)).toEqual({ lines: all.slice(0, 2), went: 'enough' })
    expect(await backwards(path, 9, 3)).toEqual({ lines: all, went: 'enough' })
    expect(await backwards(path, 7)).toEqual({ lines: all.slice(1), went: 'more' })
    expect(await backwards(path, 6)).toEqual({ lines: [['cd', 4, false], all[2]], went: 'more' })
    expect(await backwards(path, 0)).toEqual({ lines: [], went: 'more' })
    expect(await backwards(await fileOf('\nab\n'), 4)).toEqual({ lines: [['ab', 1, true]], went: 'more' })
  })

  for (const lengths of [
    [block - 1],
    [block],
    [block - 2, 5],
    [block - 1, 0, block - 1, 3],
    [3, 2 * block + 7, 0, 4],
    [block + 1, block + 1, block + 1],
  ])
    test(`are whole wherever what is read at once ends: lengths ${lengths.join(', ')}`, async () => {
      const lines = lengths.map((length, index) => String(index).repeat(length))
      for (const ended of [true, false]) {
        const text = lines.join('\n') + (ended ? '\n' : '')
        let start = 0
        const expected = lines.map((line, index) => {
          const told = [line, start, ended || index < lines.length - 1]
          start += line.length + 1
          return told
        })
        const path = await fileOf(text)
        expect(await forwards(path, 0, text.length)).toEqual(expected)
        expect((await backwards(path, text.length)).lines).toEqual(expected.filter(([line]) => line !== '').reverse())
      }
    })

  test('are whole on a disk that gives few bytes at a time', async () => {
    const path = await fileOf('abcdefg\nhijk\n')
    expect(await forwards(path, 0, 13, sparing)).toEqual([
      ['abcdefg', 0, true],
      ['hijk', 8, true],
    ])
    expect((await backwards(path, 13, 1, sparing)).lines).toEqual([['hijk', 8, true]])
    expect((await readPart(sparing, path, 2, 7)).toString()).toBe('cdefg\nh')
  })

  test('are none where there is no file', async () => {
    const path = join(await tempFolder(), '2026.jsonl')
    expect(await forwards(path, 0, 10)).toEqual([])
    expect(await backwards(path, 10)).toEqual({ lines: [], went: 'more' })
    expect(await sizeOf(realFiles, path)).toBeNull()
    expect(await readPart(realFiles, path, 0, 10)).toHaveLength(0)
  })

  test('are not taken for none where the file cannot be opened', async () => {
    const path = join(await fileOf('ab\n'), 'below')
    await expect(sizeOf(realFiles, path)).rejects.toMatchObject({ code: 'ENOTDIR' })
    await expect(forwards(path, 0, 10)).rejects.toMatchObject({ code: 'ENOTDIR' })
  })

  test('leave no file open, also when whoever hears them fails', async () => {
    const path = await fileOf('ab\n')
    const calls: string[] = []
    const files = faultyFiles(({ name }) => {
      calls.push(name)
      return null
    })
    await forwards(path, 0, 3, files)
    const failing = readLines(files, path, 0, 3, () => {
      throw new Error('of a bug')
    })
    await expect(failing).rejects.toThrow('of a bug')
    expect(calls.filter(name => name === 'open')).toHaveLength(2)
    expect(calls.filter(name => name === 'close')).toHaveLength(2)
  })
})

test('part of a file is given, less where the file ends before', async () => {
  const path = await fileOf('0123456789')
  expect(await sizeOf(realFiles, path)).toBe(10)
  expect((await readPart(realFiles, path, 2, 3)).toString()).toBe('234')
  expect((await readPart(realFiles, path, 8, 5)).toString()).toBe('89')
  expect(await readPart(realFiles, path, 10, 5)).toHaveLength(0)
})
