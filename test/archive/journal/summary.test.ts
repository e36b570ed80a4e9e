import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  lineEndingAt,
  readSummary,
  type Summary,
  summaryFile,
  summedEntry,
  writeSummary,
} from '../../../src/main/archive/journal/summary.ts'
import { sealedJson } from '../../../src/main/archive/seal.ts'
import { realFiles } from '../../../src/main/disk/files.ts'
import { faultyFiles, hasty, Stopped } from '../faults.ts'
import { tempFolder } from '../temp.ts'
import { chained, textOf, verified } from './entries.ts'

const summary: Summary = {
  ...{ year: 2026, length: 10, number: 2, hash: 'a' },
  verified: { since: '2026-01-01T00:00:00.000Z', at: '2026-01-02T00:00:00.000Z', whole: true },
}

/** A folder with a journal of this year. */
async function journalled(text: string): Promise<string> {
  const folder = await tempFolder()
  await mkdir(join(folder, 'log'))
  await writeFile(join(folder, 'log', '2026.jsonl'), text)
  return folder
}

describe('the summary of the journal', () => {
  test('is read as it was written, and lies beside the journal', async () => {
    const folder = await journalled('')
    for (const written of [summary, { ...summary, verified: null }]) {
      await writeSummary(hasty, folder, written)
      expect(await readSummary(realFiles, folder)).toEqual(written)
    }
    expect((await readdir(join(folder, 'log'))).sort()).toEqual(['2026.jsonl', 'summary.json'])
    expect(summaryFile(folder)).toBe(join(folder, 'log', 'summary.json'))
  })

  test('counts for none where there is none, where it is damaged, and where it says what cannot be', async () => {
    const folder = await journalled('')
    expect(await readSummary(realFiles, folder)).toBeNull()
    await writeFile(summaryFile(folder), 'damaged')
    expect(await readSummary(realFiles, folder)).toBeNull()
    await writeSummary(hasty, folder, summary)
    await writeFile(
      summaryFile(folder),
      (await readFile(summaryFile(folder), 'utf8')).replace('"number":2', '"number":3'),
    )
    expect(await readSummary(realFiles, folder)).toBeNull()
    const wrong = [
      ...Object.keys(summary).map(key => ({ ...summary, [key]: undefined })),
      ...Object.keys(summary.verified ?? {}).map(key => ({
        ...summary,
        verified: { ...summary.verified, [key]: undefined },
      })),
      ...[{ length: 0 }, { number: 0 }, { length: 1.5 }, { number: 1.5 }, { year: 2026.5 }].map(each => ({
        ...summary,
        ...each,
      })),
    ]
    for (const each of wrong) {
      await writeFile(summaryFile(folder), sealedJson(each).bytes)
      expect([each, await readSummary(realFiles, folder)]).toEqual([each, null])
    }
  })

  test('may fail to be written, for it costs only time; a bug may not hide behind that', async () => {
    const folder = await journalled('')
    await writeSummary(
      faultyFiles(({ name }) => (name === 'create' ? { kind: 'error', code: 'ENOSPC' } : null)),
      folder,
      summary,
    )
    expect(await readSummary(realFiles, folder)).toBeNull()
    const stopped = writeSummary(
      faultyFiles(() => ({ kind: 'stop' })),
      folder,
      summary,
    )
    await expect(stopped).rejects.toThrow(Stopped)
  })
})

describe('the line that ends at a byte of the journal', () => {
  test('is found, with where it starts', async () => {
    const folder = await journalled('first\nsecond\n')
    expect(await lineEndingAt(realFiles, folder, 2026, 6)).toEqual({ text: 'first', start: 0 })
    expect(await lineEndingAt(realFiles, folder, 2026, 13)).toEqual({ text: 'second', start: 6 })
  })

  test('is none where no line ends there, the file is shorter, or there is no such file', async () => {
    const folder = await journalled('first\nsecond\n')
    for (const length of [3, 5, 12, 14])
      expect([length, await lineEndingAt(realFiles, folder, 2026, length)]).toEqual([length, null])
    expect(await lineEndingAt(realFiles, folder, 2025, 6)).toBeNull()
  })
})

test('a summary stands for the entry it names, at the place it names', async () => {
  const entries = chained(verified(1), verified(2))
  const [first, second] = entries
  if (!first || !second) throw new Error('two entries')
  const begin = textOf([first]).length
  const folder = await journalled(textOf(entries))
  const whole = { ...summary, length: textOf(entries).length, number: 2, hash: second.hash }
  expect(await summedEntry(realFiles, folder, whole)).toEqual({ entry: second, start: begin })
  expect(await summedEntry(realFiles, folder, { ...whole, number: 3 })).toBeNull()
  expect(await summedEntry(realFiles, folder, { ...whole, hash: first.hash })).toBeNull()
  expect(await summedEntry(realFiles, folder, { ...whole, length: begin })).toBeNull()
  expect(await summedEntry(realFiles, folder, { ...whole, length: begin + 1 })).toBeNull()
  expect(await summedEntry(realFiles, await journalled('no entry\n'), { ...whole, length: 9 })).toBeNull()
})
