import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../src/main/readers/pdf/index.ts'
import type { GridBlock, SourceDocument } from '../../../src/shared/data/document.ts'

/** Real reports, where the folder is at hand: what a person took from them, number by number, stands beside each file. */
const folder = join(import.meta.dirname, '../../../../shared/reports')
const reports = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.pdf')) : []

type Expected = {
  table2: Record<string, number | null | { 制发: number; 废止: number; 有效: number }>
  table3: { rows: number[][] }
  table4: { 复议: number[]; 诉讼直接: number[]; 诉讼复议后: number[] }
}

type Read = { readonly document: SourceDocument; readonly expected: Expected }

const known = new Map<string, Promise<Read>>()

/** Each report is read once: nothing changes what was read. */
function read(name: string): Promise<Read> {
  const reading = known.get(name) ?? readAnew(name)
  known.set(name, reading)
  return reading
}

async function readAnew(name: string): Promise<Read> {
  const { document, messages } = await readPdf(readFileSync(join(folder, name)), name)
  expect(messages).toEqual([])
  if (!document) throw new Error('nothing was read')
  const expected: Expected = JSON.parse(readFileSync(join(folder, name.replace('.pdf', '.expected.json')), 'utf8'))
  return { document, expected }
}

function grids(document: SourceDocument): readonly GridBlock[] {
  return document.blocks.filter(block => block.kind === 'grid')
}

function textAt(grid: GridBlock | undefined, row: number, column: number): string | undefined {
  return grid?.cells.find(cell => cell.row === row && cell.column === column)?.text
}

const numberOf = (text: string | undefined): number | null =>
  text !== undefined && /\d/.test(text) ? Number(text) : null

describe.each(reports)('%s', name => {
  test('every table comes out as one grid with the spans of the form', async () => {
    const { document } = await read(name)
    const shapes = grids(document).map(grid => [grid.rows, grid.columns])
    expect(shapes).toEqual([
      [14, 4],
      [28, 10],
      [4, 15],
    ])
    const requests = grids(document)[1]
    const spans = requests?.cells
      .filter(cell => cell.row > 4 && cell.column < 2 && cell.columnSpan === 1)
      .map(cell => [cell.row, cell.column, cell.rowSpan])
    expect(spans).toEqual([
      [5, 0, 22],
      [7, 1, 8],
      [15, 1, 3],
      [18, 1, 5],
      [23, 1, 3],
    ])
  })

  test('every slot is covered by exactly one cell', async () => {
    const { document } = await read(name)
    for (const grid of grids(document)) {
      const covered = new Map<string, number>()
      for (const cell of grid.cells)
        for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
          for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
            covered.set(`${row} ${column}`, (covered.get(`${row} ${column}`) ?? 0) + 1)
      expect(covered.size).toBe(grid.rows * grid.columns)
      expect([...covered.values()].every(count => count === 1)).toBe(true)
    }
  })

  test('all numbers are those of the report, by position', async () => {
    const { document, expected } = await read(name)
    const [disclosure, requests, proceedings] = grids(document)
    const rows = Array.from({ length: 25 }, (_, row) =>
      Array.from({ length: 7 }, (_, column) => numberOf(textAt(requests, row + 3, column + 3))),
    )
    expect(rows).toEqual(expected.table3.rows)
    const { 复议, 诉讼直接, 诉讼复议后 } = expected.table4
    const last = Array.from({ length: 15 }, (_, column) => numberOf(textAt(proceedings, 3, column)))
    expect(last).toEqual([...复议, ...诉讼直接, ...诉讼复议后])
    for (const [label, value] of Object.entries(expected.table2)) {
      const row = disclosure?.cells.find(cell => cell.text === label)?.row ?? -1
      const values = typeof value === 'object' && value !== null ? Object.values(value) : [value]
      expect(values.map((_, index) => numberOf(textAt(disclosure, row, index + 1)))).toEqual(values)
    }
  })

  test('every grid cell has its own page and a box on it', async () => {
    const { document } = await read(name)
    for (const cell of grids(document).flatMap(grid => grid.cells)) {
      const page = document.pages.find(one => one.number === cell.page)
      const [left, top, right, bottom] = cell.box ?? [0, 0, 0, 0]
      expect(left >= 0 && left < right && right <= (page?.width ?? 0)).toBe(true)
      expect(top >= 0 && top < bottom && bottom <= (page?.height ?? 0)).toBe(true)
    }
  })

  test('the sections come out as headings in order, with readable paragraphs between', async () => {
    const { document } = await read(name)
    const heads = document.blocks.filter(block => block.kind === 'heading').map(block => block.text[0])
    expect(heads).toEqual([...'一二三四五六'])
    const paragraphs = document.blocks.filter(block => block.kind === 'paragraph').map(block => block.text)
    expect(paragraphs.length).toBeGreaterThan(5)
    for (const text of paragraphs) expect(text).not.toMatch(/\p{Script=Han} \p{Script=Han}|\n/u)
  })

  test('the running text is that of the text file, character by character', async () => {
    const { document } = await read(name)
    const bare = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')
    const plain = bare(readFileSync(join(folder, name.replace('.pdf', '.txt')), 'utf8'))
    const long = document.blocks.filter(block => block.kind === 'paragraph' && block.text.length > 60)
    expect(long.length).toBeGreaterThan(2)
    for (const block of long) if (block.kind === 'paragraph') expect(plain).toContain(bare(block.text))
  })
})

test('our own report comes out as the three tables, whether or not real ones are at hand', async () => {
  const own = join(import.meta.dirname, '../../fixtures/reports/桐坞县人民政府2023.pdf')
  const { document } = await readPdf(readFileSync(own), own)
  expect(document ? grids(document).map(grid => grid.columns) : []).toEqual([4, 10, 15])
})
