import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDoc } from '../../../src/main/readers/doc/index.ts'
import type { GridBlock, GridCell } from '../../../src/shared/data/document.ts'
import { formTable } from '../../../src/shared/form/index.ts'

/** Whole reports: our own, and the real ones where they lie beside the repository. */
const root = join(import.meta.dirname, '..', '..', '..')
const own = join(root, 'test', 'fixtures', 'reports', '桐坞县人民政府2023.doc')
const beside = join(root, '..', 'shared', 'reports')
const real = existsSync(beside) ? readdirSync(beside).filter(name => name.endsWith('.doc')) : []
const reports = [own, ...real.map(name => join(beside, name))].map(path => ({ name: basename(path), path }))

const value = z.number().nullable()
const documents = z.object({ 制发: value, 废止: value, 有效: value })
/** How the real reports' numbers were written down. */
const realSchema = z.object({
  table2: z.object({
    规章: documents,
    行政规范性文件: documents,
    行政许可: value,
    行政处罚: value,
    行政强制: value,
    行政事业性收费: value,
  }),
  table3: z.object({ rows: z.array(z.array(value)) }),
  table4: z.object({ 复议: z.array(value), 诉讼直接: z.array(value), 诉讼复议后: z.array(value) }),
})
/** How our own reports' are: by cell key, in the order of the form. */
const ownSchema = z.object({ cells: z.record(z.string(), z.object({ value })) })

/** The 200 numbers of the form in printed order; null where no number is printed. */
function expectedOf(path: string): {
  readonly disclosure: Values
  readonly requests: Values
  readonly proceedings: Values
} {
  const json: unknown = JSON.parse(readFileSync(path.replace(/\.doc$/, '.expected.json'), 'utf8'))
  const keyed = ownSchema.safeParse(json)
  if (keyed.success) {
    const values = (table: string) =>
      Object.entries(keyed.data.cells).flatMap(([key, cell]) => (key.startsWith(`${table}/`) ? [cell.value] : []))
    return { disclosure: values('disclosure'), requests: values('requests'), proceedings: values('proceedings') }
  }
  const { table2, table3, table4 } = realSchema.parse(json)
  const { 规章, 行政规范性文件, ...single } = table2
  const files = [规章, 行政规范性文件].flatMap(({ 制发, 废止, 有效 }) => [制发, 废止, 有效])
  return {
    disclosure: [...files, single.行政许可, single.行政处罚, single.行政强制, single.行政事业性收费],
    requests: table3.rows.flat(),
    proceedings: [...table4.复议, ...table4.诉讼直接, ...table4.诉讼复议后],
  }
}

type Values = readonly (number | null)[]

async function gridsOf(path: string): Promise<readonly GridBlock[]> {
  const { document, messages } = await readDoc(readFileSync(path), path)
  expect(messages).toEqual([])
  return (document?.blocks ?? []).filter(block => block.kind === 'grid')
}

/** Labels are compared without spaces and punctuation: printed reports differ in both. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')

/** The cell that covers a slot. */
function covering(grid: GridBlock | undefined, row: number, column: number): GridCell | undefined {
  return grid?.cells.find(
    cell =>
      row >= cell.row &&
      row < cell.row + cell.rowSpan &&
      column >= cell.column &&
      column < cell.column + cell.columnSpan,
  )
}

/** The number printed in the cell that begins in a slot; null for a blank, a slash or a dash; NaN for anything else. */
function printed(grid: GridBlock | undefined, row: number, column: number): number | null {
  const cell = grid?.cells.find(cell => cell.row === row && cell.column === column)
  if (cell === undefined) return Number.NaN
  return /^[/—-]*$/.test(cell.text) ? null : Number(cell.text)
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

describe.each(reports)('$name', ({ path }) => {
  it('has the three tables, each as one grid with its merged cells', async () => {
    const grids = await gridsOf(path)
    expect(grids.map(({ rows, columns }) => `${rows}×${columns}`)).toEqual(['14×4', '28×10', '4×15'])
    expect(
      grids[1]?.cells.filter(cell => cell.rowSpan > 1).map(({ row, column, rowSpan }) => [row, column, rowSpan]),
    ).toEqual([
      [0, 0, 3],
      [1, 3, 2],
      [1, 9, 2],
      [5, 0, 22],
      [7, 1, 8],
      [15, 1, 3],
      [18, 1, 5],
      [23, 1, 3],
    ])
  })

  it('gives table 二 number for number, each in the row of its label', async () => {
    const [grid] = await gridsOf(path)
    const rows = [2, 3, 6, 9, 10, 13]
    const found = rows.flatMap(row => (row < 4 ? [1, 2, 3] : [1]).map(column => printed(grid, row, column)))
    expect(found).toEqual(expectedOf(path).disclosure)
    const labels = formTable('disclosure', '2021').rows.map(row => plain(row.label))
    expect(rows.map(row => plain(covering(grid, row, 0)?.text ?? ''))).toEqual(labels)
  })

  it('gives table 三 number for number, each in the row of its label and its group', async () => {
    const [, grid] = await gridsOf(path)
    const found = range(3, 28).flatMap(row => range(3, 10).map(column => printed(grid, row, column)))
    expect(found).toEqual(expectedOf(path).requests)
    for (const [index, row] of formTable('requests', '2021').rows.entries()) {
      expect(plain(covering(grid, index + 3, 2)?.text ?? '')).toBe(plain(row.label))
      if (row.group) expect(plain(covering(grid, index + 3, 1)?.text ?? '')).toBe(plain(row.group))
    }
  })

  it('gives table 四 number for number, each below its heads', async () => {
    const [, , grid] = await gridsOf(path)
    expect(range(0, 15).map(column => printed(grid, 3, column))).toEqual(expectedOf(path).proceedings)
    const heads = (row: number, columns: readonly number[]) =>
      columns.map(column => plain(covering(grid, row, column)?.text ?? ''))
    expect(heads(0, [0, 4, 5, 14])).toEqual(['行政复议', '行政复议', '行政诉讼', '行政诉讼'])
    expect(heads(1, [0, 5, 10, 14])).toEqual(['结果维持', '未经复议直接起诉', '复议后起诉', '复议后起诉'])
    expect(heads(2, [4, 9, 14])).toEqual(['总计', '总计', '总计'])
  })
})
