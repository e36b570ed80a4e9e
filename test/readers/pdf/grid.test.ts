import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Glyph, Rule, Rules } from '../../../src/main/readers/pdf/model.ts'
import { dealOut, pageGrid } from '../../../src/main/readers/pdf/ruled/cells.ts'
import { framesOf } from '../../../src/main/readers/pdf/ruled/frame.ts'
import { drawn, glyph, type Table, tables, written } from './tables.ts'

function read(rules: Rules, glyphs: readonly Glyph[]) {
  const { frames } = framesOf(rules)
  const dealt = dealOut(frames, glyphs)
  const grids = frames.map((frame, index) =>
    pageGrid(1, frame, dealt.texts[index] ?? [], cell => dealt.doubts.has(`${index} ${cell}`), []),
  )
  return { grids, rest: dealt.rest }
}

const plain = (cells: Table['cells']) =>
  cells.map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, text])

const lines = (...rules: [number, number, number][]): Rule[] => rules.map(([at, from, to]) => ({ at, from, to }))

describe('tables out of lines', () => {
  test('any table of merged cells, drawn cell by cell and a little crooked, comes back exactly', () => {
    fc.assert(
      fc.property(
        tables,
        fc.array(fc.double({ min: -0.7, max: 0.7, noNaN: true }), { minLength: 7 }),
        (table, shakes) => {
          const rules = drawn(table, index => shakes[index % shakes.length] ?? 0)
          const { grids, rest } = read(rules, written(table))
          expect(rest).toEqual([])
          expect(grids).toHaveLength(1)
          const [grid] = grids
          expect([grid?.rows, grid?.columns]).toEqual([table.ys.length - 1, table.xs.length - 1])
          expect(plain(grid?.cells ?? [])).toEqual(plain(table.cells))
          expect(grid?.cells.every(cell => cell.confidence === undefined)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('the order in which lines and characters are drawn does not matter', () => {
    fc.assert(
      fc.property(tables, fc.integer(), (table, seed) => {
        const mix = <T>(items: readonly T[]) =>
          items.map((item, index) => ({ item, key: Math.sin(seed + index * 7.3) })).sort((a, b) => a.key - b.key)
        const rules = drawn(table, () => 0)
        const mixed = {
          horizontal: mix(rules.horizontal).map(one => one.item),
          vertical: mix(rules.vertical).map(one => one.item),
        }
        const glyphs = mix(written(table)).map(one => one.item)
        expect(plain(read(mixed, glyphs).grids[0]?.cells ?? [])).toEqual(plain(table.cells))
      }),
    )
  })

  test('two tables on one page stay two', () => {
    fc.assert(
      fc.property(tables, tables, (one, other) => {
        const gap = (one.ys.at(-1) ?? 0) - 60 + 30
        const low = { ...other, ys: other.ys.map(y => y + gap) }
        const [a, b] = [drawn(one, () => 0), drawn(low, () => 0)]
        const rules = { horizontal: [...a.horizontal, ...b.horizontal], vertical: [...a.vertical, ...b.vertical] }
        const { grids } = read(rules, [...written(one), ...written(low)])
        const sorted = [...grids].sort((x, y) => x.box[1] - y.box[1])
        expect(sorted.map(grid => plain(grid.cells))).toEqual([plain(one.cells), plain(other.cells)])
      }),
      { numRuns: 50 },
    )
  })

  test('a table without its outer side borders has its outer columns all the same', () => {
    const rules = {
      horizontal: lines([10, 0, 90], [30, 0, 90], [50, 0, 90]),
      vertical: lines([30, 10, 50], [60, 10, 50]),
    }
    const { grids } = read(rules, [glyph('7', 10, 24), glyph('8', 70, 44)])
    expect(grids[0]?.columns).toBe(3)
    expect(grids[0]?.cells.filter(cell => cell.text).map(cell => [cell.row, cell.column, cell.text])).toEqual([
      [0, 0, '7'],
      [1, 2, '8'],
    ])
  })

  test('an underline that touches the border makes no row', () => {
    const box = {
      horizontal: lines([10, 0, 90], [50, 0, 90], [40, 0, 12]),
      vertical: lines([0, 10, 50], [45, 10, 50], [90, 10, 50]),
    }
    expect(read(box, []).grids[0]?.rows).toBe(1)
  })

  test('a lone line, and lines that cross nothing, are no table', () => {
    expect(framesOf({ horizontal: lines([10, 0, 90]), vertical: [] }).frames).toEqual([])
    expect(framesOf({ horizontal: lines([10, 0, 90]), vertical: lines([50, 200, 300]) }).frames).toEqual([])
  })

  test('a table of more slots than a form can have is refused, and said so', () => {
    const many = Array.from({ length: 200 }, (_, index) => index * 4)
    const across = {
      horizontal: lines(...many.map((at): [number, number, number] => [at, 0, 800])),
      vertical: lines(...many.map((at): [number, number, number] => [at, 0, 800])),
    }
    expect(framesOf(across)).toMatchObject({ frames: [], cut: true })
  })
})

describe('text in cells', () => {
  const two = { horizontal: lines([0, 0, 80], [20, 0, 80]), vertical: lines([0, 0, 20], [40, 0, 20], [80, 0, 20]) }
  const row = (text: string, x: number, width = 8) =>
    [...text].map((one, index) => glyph(one, x + index * width, 14, width, 8, index))

  test('text that two narrow cells share without a gap is parted at the border', () => {
    const { grids } = read(two, row('本年制发件本年废止件', 0))
    expect(grids[0]?.cells.map(cell => cell.text)).toEqual(['本年制发件', '本年废止件'])
  })

  test('a number too long for its cell stays whole, and the cell is marked as doubtful', () => {
    const { grids } = read(two, row('1234567890', 2, 5))
    expect(grids[0]?.cells.map(cell => [cell.text, cell.confidence])).toEqual([
      ['1234567890', 0.5],
      ['', undefined],
    ])
  })

  test('a label written one character a line comes out from top to bottom', () => {
    const tall = { horizontal: lines([0, 0, 80], [90, 0, 80]), vertical: lines([0, 0, 90], [40, 0, 90], [80, 0, 90]) }
    const down = [...'办理结果'].map((one, index) => glyph(one, 16, 20 + index * 18, 8, 8, index))
    expect(read(tall, down).grids[0]?.cells[0]?.text).toBe('办\n理\n结\n果')
  })

  test('a label in two columns from right to left is read by columns, as it was written', () => {
    const tall = { horizontal: lines([0, 0, 80], [90, 0, 80]), vertical: lines([0, 0, 90], [40, 0, 90], [80, 0, 90]) }
    const first = [...'本年度'].map((one, index) => glyph(one, 24, 20 + index * 12, 8, 8, index))
    const second = [...'办理结果'].map((one, index) => glyph(one, 10, 20 + index * 12, 8, 8, 3 + index))
    expect(read(tall, [...first, ...second]).grids[0]?.cells[0]?.text).toBe('本年度\n办理结果')
  })

  test('two characters a line are read across, not down', () => {
    const tall = { horizontal: lines([0, 0, 80], [90, 0, 80]), vertical: lines([0, 0, 90], [40, 0, 90], [80, 0, 90]) }
    const block = [...'不予公开'].map((one, index) =>
      glyph(one, 10 + (index % 2) * 8, 30 + Math.floor(index / 2) * 12, 8, 8, index),
    )
    expect(read(tall, block).grids[0]?.cells[0]?.text).toBe('不予\n公开')
  })

  test('text beside a table is not lost', () => {
    const { rest } = read(two, row('注', 200))
    expect(rest.map(one => one.text)).toEqual(['注'])
  })

  test('a table inside a cell keeps its own text', () => {
    const outer = {
      horizontal: lines([0, 0, 200], [100, 0, 200]),
      vertical: lines([0, 0, 100], [100, 0, 100], [200, 0, 100]),
    }
    const inner = {
      horizontal: lines([20, 10, 90], [40, 10, 90]),
      vertical: lines([10, 20, 40], [50, 20, 40], [90, 20, 40]),
    }
    const rules = {
      horizontal: [...outer.horizontal, ...inner.horizontal],
      vertical: [...outer.vertical, ...inner.vertical],
    }
    const { grids } = read(rules, [glyph('内', 20, 34), glyph('外', 20, 80)])
    const sorted = [...grids].sort((a, b) => a.box[0] - b.box[0])
    expect(sorted.map(grid => grid.cells.map(cell => cell.text))).toEqual([
      ['外', ''],
      ['内', ''],
    ])
  })
})
