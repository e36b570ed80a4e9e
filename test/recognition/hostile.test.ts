import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recognise } from '../../src/main/recognition/index.ts'
import type { Block, GridBlock, GridCell, SourceDocument } from '../../src/shared/document.ts'
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

/**
 * A worker is ended after 30 s (docs/safety.md); recognition may take a tenth of them. Under 1 s are usual; the thread's own time is counted, and
 * that doubles where another program has the other half of the core. Work that grows with the square of the size takes minutes here.
 */
const most = 3_000

function timeOf(blocks: readonly Block[]): number {
  const before = process.threadCpuUsage()
  recognise({ format: 'html', title: null, blocks, pages: [] }, 'x.html')
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}

function grid(columns: number, text: (at: number) => string): GridBlock {
  const cells = Array.from(
    { length: 100_000 },
    (_, at): GridCell => ({
      row: Math.floor(at / columns),
      column: at % columns,
      rowSpan: 1,
      columnSpan: 1,
      text: text(at),
    }),
  )
  return { kind: 'grid', rows: Math.ceil(100_000 / columns), columns, cells }
}

const pieces = '本年处理决定数量信息内容政府公开申请自然人法人科研机构其他总计结果维持行政复议'
const outOf = (texts: readonly string[]) => (at: number) => texts[at % texts.length] ?? ''

test.each<[string, GridBlock]>([
  [
    'label-like text',
    grid(
      20,
      at => pieces.slice((at * 7) % 20, ((at * 7) % 20) + 4 + (at % 13)) + String.fromCharCode(0x4e00 + (at % 5_000)),
    ),
  ],
  ['one label of two places', grid(20, () => '其他')],
  ['heads in rows of a thousand', grid(1_000, outOf(['自然人', '总计', '12', '行政复议', '结果维持']))],
  ['heads and torn figures', grid(100, outOf(['行政复议', '结果维持', '未经复议直接起诉', '3 4', '结果纠正']))],
  ['labels of several rows', grid(5, outOf(['其他', '总计', '（七）总计', '3.其他', '1.申请人无正当理由']))],
  ['headings', grid(1, () => '三、收到和处理政府信息公开申请情况')],
  ['names of places', grid(20, () => '重庆市九龙坡区白市驿镇朝阳区长安县城区')],
])('a grid of a hundred thousand cells of %s is done with in time', (_, block) => {
  expect(timeOf([block])).toBeLessThan(most)
})

test('ten thousand grids that claim a million rows each, and as many lines of headings, are done with in time', () => {
  const cell: GridCell = { row: 0, column: 0, rowSpan: 1_000_000, columnSpan: 1, text: '（七）总计' }
  const blocks = Array.from({ length: 20_000 }, (_, at): Block => {
    if (at % 2) return { kind: 'paragraph', text: `${'一二三四五六'.charAt(at % 6)}、主动公开政府信息情况` }
    return { kind: 'grid', rows: 1_000_000, columns: 1, cells: [cell] }
  })
  expect(timeOf(blocks)).toBeLessThan(2 * most)
})

test('twenty megabytes of prose that names places are done with in time', () => {
  const text = '重庆市南岸区魅力嘉兴发布'.repeat(900)
  expect(timeOf(Array.from({ length: 600 }, (): Block => ({ kind: 'paragraph', text })))).toBeLessThan(most)
})
