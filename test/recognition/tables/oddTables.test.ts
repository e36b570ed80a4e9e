import { describe, expect, test } from 'vitest'
import { readCell } from '../../../src/main/recognition/cells/cellState.ts'
import { recognise } from '../../../src/main/recognition/index.ts'
import type { Block, GridBlock } from '../../../src/shared/data/document.ts'
import { doubtBelow, type Report, type ReportTable } from '../../../src/shared/data/report.ts'
import { formCells, type TableKey } from '../../../src/shared/form/index.ts'
import { insertColumn, transpose } from '../../corpus/tableChanges.ts'
import { lineDump } from '../dumps.ts'
import { type LaidTable, layTable, toGrid } from '../layout.ts'

/** Tables that somebody changed on purpose: turned, with a column more, with marks of notes on their labels. */

const numbers = new Map(
  (['requests', 'proceedings', 'disclosure'] as const).flatMap(key =>
    formCells(key, '2021').map((cell, at) => [cell.key, at + 1] as const),
  ),
)
const numberOf = (table: TableKey, place: string): number =>
  [...numbers].find(([key]) => key === `${table}/${place}`)?.[1] ?? -1
const lay = (key: TableKey): LaidTable => layTable(key, '2021', place => String(numberOf(key, place)))

function read(table: GridBlock, format: 'docx' | 'text' = 'docx'): Report {
  return recognise({ format, title: null, blocks: [table], pages: [] }, 'x').report
}

function tableOf(report: Report, key: TableKey): ReportTable | undefined {
  return report.tables.find(table => table.key === key)
}

const wrongIn = (table: ReportTable | undefined) =>
  table?.cells.filter(cell => cell.value !== numberOf(table.key, `${cell.row}/${cell.column}`))

describe('a table whose rows and columns are exchanged', () => {
  test.each(['requests', 'proceedings'] as const)('%s is read all the same, every cell at its own place', key => {
    const turned = toGrid(transpose(lay(key)))
    const table = tableOf(read(turned), key)
    expect(wrongIn(table)).toEqual([])
    for (const { value, anchor } of table?.cells ?? []) {
      const cell = turned.cells.find(item => item.row === anchor?.row && item.column === anchor.column)
      expect(cell?.text).toBe(String(value))
    }
  })
})

describe('a column that is not on the form', () => {
  const withColumn = (head: string, figures: string) => {
    const table = lay('requests')
    return insertColumn(table, table.columns, row =>
      row < 3 ? { text: row === 2 ? head : '', kind: 'head' } : { text: figures, kind: 'value' },
    )
  }

  test('合计 beside 总计 does not take its place, and the row is shown as doubtful', () => {
    const table = tableOf(read(toGrid(withColumn('合计', '9'))), 'requests')
    expect(wrongIn(table)).toEqual([])
    expect(table?.cells.every(cell => cell.confidence < doubtBelow)).toBe(true)
  })

  test('备注, left blank, costs plain text no figure, but they are shown as doubtful', () => {
    const { cells, ...grid } = toGrid(withColumn('备注', ''))
    // Plain text knows no spans: cells come from the left as they are.
    const next = new Map<number, number>()
    const packed = cells.map(cell => {
      const column = next.get(cell.row) ?? 0
      next.set(cell.row, column + 1)
      return { ...cell, column, rowSpan: 1, columnSpan: 1 }
    })
    const table = tableOf(read({ ...grid, cells: packed }, 'text'), 'requests')
    expect(wrongIn(table)).toEqual([])
    expect(table?.cells.every(cell => cell.confidence < doubtBelow)).toBe(true)
  })
})

describe('marks of notes behind labels', () => {
  test.each(['①', '¹', '*', '[1]', '※'])('“规章%s” and “总计” with it are the labels without it', mark => {
    for (const key of ['disclosure', 'requests', 'proceedings'] as const) {
      const table = lay(key)
      const cells = table.cells.map(cell => (cell.kind === 'value' ? cell : { ...cell, text: cell.text + mark }))
      expect(wrongIn(tableOf(read(toGrid({ ...table, cells })), key))).toEqual([])
    }
  })
})

describe('a figure struck out and another in its place', () => {
  test.each([
    ['7\u03360', 0],
    ['1\u03362\u0336 15', 15],
    ['3\u03362,084', 2084],
  ])('%s is no number by itself; %d is what it most likely says', (text, value) => {
    const reading = readCell(text)
    expect(reading).toMatchObject({ state: 'text', value: null, raw: text })
    expect(reading.confidence).toBeLessThan(doubtBelow)
    expect(reading.alternatives[0]?.value).toBe(value)
  })

  test('nothing but struck figures says nothing', () => {
    expect(readCell('7\u0336')).toMatchObject({ state: 'text', value: null, alternatives: [] })
  })
})

describe('plain text whose labels have a blank behind every character', () => {
  test.each(['disclosure', 'requests', 'proceedings'] as const)('%s is read, a cell a line', key => {
    const table = lay(key)
    const cells = table.cells.map(cell => (cell.kind === 'value' ? cell : { ...cell, text: [...cell.text].join(' ') }))
    const blocks = lineDump({ ...table, cells })
      .split('\n')
      .map((text): Block => ({ kind: 'paragraph', text }))
    const { report } = recognise({ format: 'text', title: null, blocks, pages: [] }, 'x.txt')
    expect(wrongIn(tableOf(report, key))).toEqual([])
  })
})
