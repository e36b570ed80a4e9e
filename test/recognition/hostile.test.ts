import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recognise } from '../../src/main/recognition/index.ts'
import type { Block, GridCell, SourceDocument } from '../../src/shared/document.ts'
import { formTable, tableKeys } from '../../src/shared/form/index.ts'

const words = [
  ...tableKeys.flatMap(key =>
    formTable(key, '2021').rows.flatMap(row => [row.label, ...row.columns.map(column => column.label)]),
  ),
  '一、总体情况',
  '0',
  '12',
  '/',
  '',
  '2023年政府信息公开工作年度报告',
  '发布日期：',
]

const anyText = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 12 }))
const anyCell: fc.Arbitrary<GridCell> = fc.record({
  row: fc.integer({ min: 0, max: 40 }),
  column: fc.integer({ min: 0, max: 20 }),
  rowSpan: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(0, -3, 1e9)),
  columnSpan: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, -3, 1e9)),
  text: anyText,
})
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  anyText.map((text): Block => ({ kind: 'paragraph', text })),
  anyText.map((text): Block => ({ kind: 'heading', level: 1, text })),
  fc.constant<Block>({ kind: 'image', description: '' }),
  fc.record({
    kind: fc.constant('grid' as const),
    rows: fc.constantFrom(0, 10, 41, 2 ** 31),
    columns: fc.constantFrom(0, 10, 21, 2 ** 31),
    cells: fc.array(anyCell, { maxLength: 60 }),
  }),
)

test('whatever a reader hands over, recognition gives a report in which every number is printed somewhere', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 30 }), blocks => {
      const document: SourceDocument = { format: 'html', title: null, blocks, pages: [] }
      const { report } = recognise(document, 'x.html')
      const printed = new Set(
        blocks.flatMap(block =>
          block.kind === 'grid'
            ? block.cells.map(cell => cell.text.trim())
            : block.kind === 'image'
              ? []
              : block.text.split(/\s+/),
        ),
      )
      for (const cell of report.tables.flatMap(table => table.cells)) {
        expect(cell.raw === null).toBe(cell.state === 'absent')
        if (cell.state === 'number') expect(printed.has(cell.raw ?? '')).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})

/** A worker is ended after 30 s (DESIGN: limits); recognition must not be what uses them up. */
const generous = 20_000

test('a grid of a hundred thousand cells of label-like text is done with in time', () => {
  const label = '本年处理决定数量信息内容政府公开申请自然人法人科研机构其他总计结果维持行政复议'
  const cells = Array.from({ length: 100_000 }, (_, at): GridCell => {
    const from = (at * 7) % 20
    return {
      row: Math.floor(at / 20),
      column: at % 20,
      rowSpan: 1,
      columnSpan: 1,
      text: label.slice(from, from + 4 + (at % 13)) + String.fromCharCode(0x4e00 + (at % 5000)),
    }
  })
  const start = performance.now()
  recognise(
    { format: 'html', title: null, blocks: [{ kind: 'grid', rows: 5_000, columns: 20, cells }], pages: [] },
    'x.html',
  )
  expect(performance.now() - start).toBeLessThan(generous)
})

test('ten thousand grids that claim a million rows each, and as many lines of headings, are done with in time', () => {
  const cell: GridCell = { row: 0, column: 0, rowSpan: 1_000_000, columnSpan: 1, text: '（七）总计' }
  const blocks = Array.from({ length: 20_000 }, (_, at): Block => {
    if (at % 2) return { kind: 'paragraph', text: `${'一二三四五六'.charAt(at % 6)}、主动公开政府信息情况` }
    return { kind: 'grid', rows: 1_000_000, columns: 1, cells: [cell] }
  })
  const start = performance.now()
  recognise({ format: 'html', title: null, blocks, pages: [] }, 'x.html')
  expect(performance.now() - start).toBeLessThan(generous)
})
