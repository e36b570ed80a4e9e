import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  closeLine,
  journalFile,
  journalName,
  journalYears,
  truncateFile,
} from '../../../src/main/archive/journal/files.ts'
import { realFiles } from '../../../src/main/disk/files.ts'
import { faultyFiles } from '../faults.ts'
import { tempFolder } from '../temp.ts'

/** Notes the calls that change or close a file; one of them may fail. */
function noting(failing: string | null = null) {
  const calls: string[] = []
  const files = faultyFiles(({ name }) => {
    if (name !== 'open' && name !== 'create') calls.push(name)
    return name === failing ? { kind: 'error', code: 'EIO' } : null
  })
  return { calls, files }
}

describe('the files of the journal', () => {
  test('are one a year, found oldest first, whatever else lies beside them', async () => {
    const folder = await tempFolder()
    expect(await journalYears(realFiles, folder)).toEqual([])
    await mkdir(join(folder, 'log'))
    const others = ['summary.json', 'x2024.jsonl', '2024.jsonl.bak', '12024.jsonl', 'torn-2026.txt']
    for (const name of ['2026.jsonl', '0987.jsonl', '2025.jsonl', ...others])
      await writeFile(join(folder, 'log', name), '')
    expect(await journalYears(realFiles, folder)).toEqual([987, 2025, 2026])
    // In whatever order the system lists them.
    const sorted = async (path: string) =>
      (await realFiles.readdir(path)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const forwards = { ...realFiles, readdir: sorted }
    const backwards = { ...realFiles, readdir: async (path: string) => (await sorted(path)).toReversed() }
    for (const files of [forwards, backwards]) expect(await journalYears(files, folder)).toEqual([987, 2025, 2026])
    expect([journalName(987), journalFile(folder, 2026)]).toEqual(['log/0987.jsonl', join(folder, 'log/2026.jsonl')])
  })

  test('are cut off and given a line break so that it is on the disk', async () => {
    const path = join(await tempFolder(), 'a')
    await writeFile(path, '0123456789')
    const cut = noting()
    await truncateFile(cut.files, path, 4)
    expect([await readFile(path, 'utf8'), cut.calls]).toEqual(['0123', ['truncate', 'sync', 'close']])
    const closed = noting()
    await closeLine(closed.files, path)
    expect([await readFile(path, 'utf8'), closed.calls]).toEqual(['0123\n', ['write', 'sync', 'close']])
  })

  test('are closed, too, when that fails', async () => {
    const path = join(await tempFolder(), 'a')
    await writeFile(path, '0123456789')
    for (const work of [truncateFile, closeLine]) {
      const { files, calls } = noting('sync')
      await expect(work(files, path, 4)).rejects.toMatchObject({ code: 'EIO' })
      expect(calls.at(-1)).toBe('close')
    }
  })
})
