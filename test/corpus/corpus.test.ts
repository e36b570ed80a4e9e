import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readBytes } from '../../src/main/ingest/readBytes.ts'
import { type FileResult, judgeFile } from '../bench/accuracy/outcome.ts'
import { writePlanned } from './make.ts'
import type { Truth } from './model.ts'
import { makeDraft, planCorpus } from './plan.ts'
import { truthHash } from './truthHash.ts'

/** The number in the archive is the number on the page, or the application says it is not sure. */

const planned = planCorpus({ seeds: 1, combinations: 8 })

async function judge(bytes: Uint8Array, name: string, truth: Truth): Promise<FileResult> {
  const { report, messages } = await readBytes(bytes, name, () => {})
  return judgeFile(truth, report, messages)
}

/** What must hold for every file, however bad. */
function expectHonest(result: FileResult): void {
  expect(result.cells.filter(cell => cell.outcome === 'silent').map(cell => cell.detail)).toEqual([])
  expect(result.cells.filter(cell => cell.blankAsZero && !cell.doubted).map(cell => cell.key)).toEqual([])
  expect(result.invented).toEqual([])
  expect(result.unsaidPictures).toEqual([])
  expect(result.wrongEditions).toEqual([])
}

const exact = (results: readonly FileResult[]): number => {
  const cells = results.flatMap(result => result.cells.filter(cell => !cell.lost))
  return cells.filter(cell => cell.outcome === 'right').length / cells.length
}

describe('reports in every shape that the generator knows', () => {
  test.each([
    ['html', 0.999],
    ['docx', 0.999],
    ['txt', 0.97],
  ] as const)('%s: no cell is wrong in silence and at least %d of them are exact', async (format, least) => {
    const results: FileResult[] = []
    for (const file of planned.filter(item => item.format === format)) {
      const { bytes, truth } = writePlanned(file)
      const result = await judge(bytes, `${file.id}.${format}`, truth)
      expectHonest(result)
      if (!file.lossy) results.push(result)
    }
    expect(results.length).toBeGreaterThan(50)
    expect(exact(results)).toBeGreaterThanOrEqual(least)
  })

  test('PDFs drawn by hand: ruled in any manner, turned, without ToUnicode, scrambled: none is wrong in silence', async () => {
    const drawn = planned.filter(item => item.drawn)
    expect(drawn.length).toBeGreaterThan(10)
    for (const file of drawn) {
      const { bytes, truth } = writePlanned(file)
      expectHonest(await judge(bytes, `${file.id}.pdf`, truth))
    }
  })

  test('sums that do not add up keep every printed figure and are found, each of them', async () => {
    const files = planned.filter(
      item =>
        item.quirks.length === 1 &&
        item.quirks[0]?.name === 'sums that do not add up' &&
        item.format !== 'doc' &&
        item.format !== 'pdf',
    )
    expect(files.length).toBe(3)
    for (const file of files) {
      const { bytes, truth } = writePlanned(file)
      const { sums } = await judge(bytes, `${file.id}.${file.format}`, truth)
      expect(sums.due).toBeGreaterThan(3)
      expect(sums).toEqual({ due: sums.due, found: sums.due, kept: sums.due, missed: [] })
    }
  })
})

const folder = join(import.meta.dirname, '..', 'fixtures', 'corpus')
const Manifest = z.array(z.object({ file: z.string(), id: z.string(), sha256: z.string(), truth: z.string() }))
const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))

describe('files that an office program wrote', () => {
  test.each(manifest)(
    '$file is what the manifest says and is read to the last cell',
    async ({ file, id, sha256, truth }) => {
      const bytes = new Uint8Array(readFileSync(join(folder, file)))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
      const plan = planned.find(item => item.id === id)
      if (!plan) throw new Error(`the generator no longer plans ${id}: make the fixtures anew`)
      const made = makeDraft(plan).truth
      expect(truthHash(made)).toBe(truth)
      const result = await judge(bytes, file, made)
      expectHonest(result)
      expect(result.cells.filter(cell => cell.outcome !== 'right').map(cell => cell.detail || cell.key)).toEqual([])
      expect(result.sums.missed).toEqual([])
    },
  )
})
