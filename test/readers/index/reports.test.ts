import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../src/main/readers/index.ts'
import type { GridBlock } from '../../../src/shared/data/document.ts'

/** Whole reports, our own and (where they are present) real ones: three tables as grids, every number in printed order. */

const root = join(import.meta.dirname, '..', '..', '..')
const fixtures = join(root, 'test', 'fixtures', 'reports')
const samples = join(root, 'assets', 'samples')
const real = join(root, '..', 'shared', 'reports')

type Numbers = readonly (readonly string[])[]

/** The number cells of the three official tables among the grids of a source. */
async function numbersIn(path: string): Promise<{ grids: readonly GridBlock[]; numbers: Numbers }> {
  const { document } = await readSource(readFileSync(path), path)
  const all = (document?.blocks ?? []).filter(block => block.kind === 'grid')
  const grids = all.filter(grid => grid.cells.some(cell => /信息内容|本年新收|行政复议/.test(cell.text)))
  const texts = (grid: GridBlock | undefined, keep: (row: number, column: number) => boolean) =>
    grid?.cells.filter(cell => keep(cell.row, cell.column)).map(cell => cell.text) ?? []
  return {
    grids,
    numbers: [
      texts(grids[0], (_row, column) => column > 0).filter(text => !/[\u4e00-\u9fff]/.test(text)),
      texts(grids[1], (row, column) => row > 2 && column > 2),
      texts(grids[2], row => row === 3),
    ],
  }
}

type Expected = { cells: Record<string, { raw: string }> }
function expectedNumbers(name: string): Numbers {
  const { cells }: Expected = JSON.parse(readFileSync(join(fixtures, `${name}.expected.json`), 'utf8'))
  const of = (table: string) =>
    Object.entries(cells)
      .filter(([key]) => key.startsWith(table))
      .map(([, cell]) => cell.raw)
  return [of('disclosure'), of('requests'), of('proceedings')]
}

const ours = [samples, fixtures]
  .flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
  .filter(path => /\.(docx|html)$/.test(path))

describe('our own reports', () => {
  it.each(ours.map(path => [basename(path), path]))('%s gives every number of its three tables', async (name, path) => {
    const { grids, numbers } = await numbersIn(path)
    expect(grids.map(grid => [grid.rows, grid.columns])).toEqual([
      [14, 4],
      [28, 10],
      [4, 15],
    ])
    expect(numbers).toEqual(expectedNumbers(name.replace(/\.\w+$/, '')))
  })

  it.each(['site-page.html', 'word-page.doc'])('%s, as it stands in the wild, gives the same', async name => {
    const { numbers } = await numbersIn(join(root, 'test', 'fixtures', 'html', name))
    expect(numbers).toEqual(expectedNumbers('桐坞县人民政府2023'))
  })

  it('are the files the manifest says they are', () => {
    const manifest: { file: string; sha256: string }[] = JSON.parse(
      readFileSync(join(fixtures, 'manifest.json'), 'utf8'),
    )
    expect(manifest.length).toBeGreaterThan(10)
    for (const { file, sha256 } of manifest) {
      expect([
        file,
        createHash('sha256')
          .update(readFileSync(join(fixtures, file)))
          .digest('hex'),
      ]).toEqual([file, sha256])
    }
  })
})

type RealExpected = {
  table2: Record<string, number | null | Record<string, number | null>>
  table3: { rows: number[][] }
  table4: Record<string, number[]>
}

describe('real reports where they are present', () => {
  const names = existsSync(real) ? readdirSync(real).filter(name => /\.(docx|html)$/.test(name)) : []

  it('are five in both formats, or none', () => {
    expect([0, 10]).toContain(names.length)
  })

  it.each(names)('%s gives every number of its three tables', async name => {
    const { grids, numbers } = await numbersIn(join(real, name))
    const path = join(real, name.replace(/\.\w+$/, '.expected.json'))
    const { table2, table3, table4 }: RealExpected = JSON.parse(readFileSync(path, 'utf8'))
    expect(grids.length).toBe(3)
    expect(numbers.map(list => list.map(text => (/^\d/.test(text) ? Number(text) : null)))).toEqual([
      Object.values(table2).flatMap(value =>
        value === null || typeof value === 'number' ? [value] : Object.values(value),
      ),
      table3.rows.flat(),
      Object.values(table4).flat(),
    ])
  })
})
