import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recognise } from '../../src/main/recognition/index.ts'
import type { Block, GridCell, SourceDocument } from '../../src/shared/data/document.ts'
import type { Report } from '../../src/shared/data/report.ts'
import { formCells, formTable, tableKeys } from '../../src/shared/form/index.ts'
import { claimingGrids, costlyGrids, proseOfPlaces } from './costly.ts'
import { layTable, toGrid } from './layout.ts'

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

const places = formCells('requests', '2021').map(cell => cell.key.slice('requests/'.length))

/** A table of the form whose figures are all different, with what stands before and behind it. */
const form = toGrid(layTable('requests', '2021', place => String(1 + places.indexOf(place))))
const title: Block = { kind: 'heading', level: 1, text: '清河区人民政府2023年政府信息公开工作年度报告' }

function readWith(more: readonly Block[]): Report {
  return recognise({ format: 'html', title: null, blocks: [title, form, ...more], pages: [] }, 'x.html').report
}

/** What a person would read of the form: its figures by their places, and whose report it is. */
const seen = (report: Report) => ({
  figures: report.tables.flatMap(table => table.cells.map(cell => [table.key, cell.row, cell.column, cell.value])),
  of: [report.title, report.organization, report.year],
})

const alone = seen(readWith([]))

test('the form alone is read', () => {
  expect(alone.figures.filter(([, , , value]) => value !== null)).toHaveLength(places.length)
  expect(alone.of).toEqual([title.text, '清河区人民政府', 2023])
})

test.each(Object.entries(costlyGrids))(
  'the form is read the same beside a grid of thousands of cells of %s',
  (_, grid) => {
    expect(seen(readWith([grid(10_000)]))).toEqual(alone)
  },
)

test('the form is read the same beside a thousand grids that claim a million rows each, and as many lines of headings', () => {
  expect(seen(readWith(claimingGrids(1_000)))).toEqual(alone)
})

test('the form is read the same beside half a megabyte of prose that names places', () => {
  expect(seen(readWith(proseOfPlaces(40)))).toEqual(alone)
})
