import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Glyph, PageDrawing, Rules } from '../../../src/main/readers/pdf/model.ts'
import { partsOf } from '../../../src/main/readers/pdf/pages/pageParts.ts'
import { glyph } from './tables.ts'

const none: Rules = { horizontal: [], vertical: [] }
const em = 8

function width(text: string): number {
  return [...text].reduce((sum, one) => sum + (/[\x20-\x7e]/.test(one) ? em / 2 : em), 0)
}

/** One line of text, from `x` on. */
function words(text: string, x: number, baseline: number): Glyph[] {
  let at = x
  return [...text].map((one, index) => {
    const made = glyph(one, at, baseline, width(one), em, index)
    at += width(one)
    return made
  })
}

function pageOf(glyphs: readonly Glyph[], rules: Rules = none): PageDrawing {
  const ordered = glyphs.map((one, order) => ({ ...one, order }))
  return {
    number: 1,
    width: 595,
    height: 842,
    glyphs: ordered,
    rules,
    fills: [],
    images: [],
    unmapped: 0,
    unseen: 0,
    cut: false,
  }
}

type Align = 'left' | 'center' | 'right'
type Column = { readonly align: Align; readonly width: number }
type Drawn = {
  readonly columns: readonly Column[]
  readonly gap: number
  readonly labels: readonly string[]
  readonly values: readonly (readonly string[])[]
  readonly heads: boolean
  readonly pitch: number
}

const labels = ['规章', '行政规范性文件', '1.属于国家秘密', '总计', '（一）予以公开', '其他', '行政许可', '重复申请']
const value = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 99_999 }).map(String) },
  { weight: 2, arbitrary: fc.constant('0') },
  { weight: 1, arbitrary: fc.constantFrom('', '/', '——', '12.5') },
)

const drawings: fc.Arbitrary<Drawn> = fc
  .record({
    columns: fc.array(
      fc.record({
        align: fc.constantFrom<Align>('left', 'center', 'right'),
        width: fc.integer({ min: 20, max: 60 }),
      }),
      { minLength: 2, maxLength: 7 },
    ),
    gap: fc.integer({ min: 2, max: 30 }),
    rows: fc.array(fc.array(value, { minLength: 7, maxLength: 7 }), { minLength: 2, maxLength: 9 }),
    heads: fc.boolean(),
    pitch: fc.integer({ min: 11, max: 30 }),
    start: fc.nat({ max: 7 }),
  })
  .map(({ columns, gap, rows, heads, pitch, start }) => ({
    columns,
    gap,
    heads,
    pitch,
    labels: rows.map((_, row) => labels[(row + start) % labels.length] ?? ''),
    values: rows.map(row => row.slice(0, columns.length)),
  }))

/** Where the table's columns begin: labels first. */
function lefts(table: Drawn): readonly number[] {
  const xs = [60 + 8 * em + table.gap]
  for (const column of table.columns) xs.push((xs.at(-1) ?? 0) + column.width + table.gap)
  return xs
}

function placed(column: Column | undefined, left: number, text: string): number {
  const room = (column?.width ?? 0) - width(text)
  return left + (column?.align === 'right' ? room : column?.align === 'center' ? room / 2 : 0)
}

function drawnWithoutLines(table: Drawn): Glyph[] {
  const xs = lefts(table)
  const rows = [
    ...(table.heads ? [table.columns.map((_, index) => '甲乙丙丁戊己庚'[index] ?? '')] : []),
    ...table.values,
  ]
  return rows.flatMap((row, index) => {
    const y = 100 + index * table.pitch
    const head = table.heads && index === 0
    const label = head ? '项目' : (table.labels[index - (table.heads ? 1 : 0)] ?? '')
    return [
      ...words(label, 60, y),
      ...row.flatMap((text, at) => {
        return words(text, placed(table.columns[at], xs[at] ?? 0, text), y)
      }),
    ]
  })
}

describe('tables without any ruling line', () => {
  test('whatever the gaps: a number is in its row and column, or its cell is doubtful, or the text is left as printed', () => {
    let tables = 0
    let sure = 0
    fc.assert(
      fc.property(drawings, table => {
        const { grids } = partsOf(pageOf(drawnWithoutLines(table)))
        for (const grid of grids) {
          tables += 1
          const homes = new Map<number, number>()
          for (const cell of grid.cells) {
            if ((cell.confidence ?? 1) < 0.9 || !/^[\d./—]+$/.test(cell.text)) continue
            sure += 1
            const y = (top: number) => (top - 100) / table.pitch - (table.heads ? 1 : 0)
            const row = Math.round(y((cell.box[1] + cell.box[3]) / 2 + 0.38 * em))
            const label = grid.cells.find(one => one.row === cell.row && one.column === 0)?.text
            expect(label).toBe(table.labels[row])
            const home = columnAt(table, row, cell.box)
            expect(homes.get(cell.column) ?? home).toBe(home)
            homes.set(cell.column, home)
            expect([row, cell.column, cell.text]).toEqual([row, cell.column, table.values[row]?.[home]])
          }
          expect(new Set(homes.values()).size).toBe(homes.size)
        }
      }),
      { numRuns: 500 },
    )
    expect(tables).toBeGreaterThan(200)
    expect(sure).toBeGreaterThan(500)
  })
})

/** Where the text of a cell begins and ends. */
function extent(table: Drawn, row: number, index: number): readonly [number, number] {
  const text = table.values[row]?.[index] ?? ''
  const left = placed(table.columns[index], lefts(table)[index] ?? 0, text)
  return [left, left + width(text)]
}

/** The column of the drawing whose text in this row stands in the box; -1 where it is not exactly one. */
function columnAt(table: Drawn, row: number, box: readonly [number, number, number, number]): number {
  const inside = table.columns.flatMap((_, index) => {
    const [from, to] = extent(table, row, index)
    return table.values[row]?.[index] !== '' && (from + to) / 2 > box[0] && (from + to) / 2 < box[2] ? [index] : []
  })
  return inside.length === 1 ? (inside[0] ?? -1) : -1
}

type Wrapped = {
  readonly way: 'first' | 'middle' | 'last'
  readonly padding: number
  readonly numbered: boolean
  readonly lines: readonly number[]
}

const wrappings: fc.Arbitrary<Wrapped> = fc.record({
  way: fc.constantFrom('first', 'middle', 'last'),
  padding: fc.integer({ min: 0, max: 14 }),
  numbered: fc.boolean(),
  lines: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 9 }),
})

/** A table whose labels run over up to three lines of 10 points, each with two numbers beside its first, middle or last. */
function drawnWrapped({ way, padding, numbered, lines }: Wrapped): { glyphs: Glyph[]; labels: string[] } {
  const glyphs: Glyph[] = []
  let y = 100
  const names = lines.map((count, row) =>
    Array.from({ length: count }, (_, line) =>
      line === 0 ? `${numbered ? `${row + 1}.` : ''}第${'甲乙丙丁戊己庚辛壬'[row]}项事务` : `续写${line}行`,
    ),
  )
  names.forEach((name, row) => {
    name.forEach((text, line) => {
      glyphs.push(...words(text, 60, y + line * 10))
    })
    const last = (name.length - 1) * 10
    const at = y + (way === 'first' ? 0 : way === 'last' ? last : last / 2)
    glyphs.push(...words(String(100 + row), 200, at), ...words(String(200 + row), 260, at))
    y += last + 10 + padding
  })
  return { glyphs, labels: names.map(name => name.join('\n')) }
}

describe('labels of several lines', () => {
  test('each row has its own label and its own numbers, or is doubtful, wherever the numbers stand', () => {
    let rows = 0
    let found = 0
    fc.assert(
      fc.property(wrappings, wrapped => {
        const { glyphs, labels: names } = drawnWrapped(wrapped)
        rows += names.length
        for (const cell of partsOf(pageOf(glyphs)).grids.flatMap(grid =>
          grid.cells.map(one => ({ ...one, label: grid.cells.find(two => two.row === one.row && two.column === 0) })),
        )) {
          if ((cell.confidence ?? 1) < 0.8 || !/^[12]\d\d$/.test(cell.text)) continue
          const row = Number(cell.text) % 100
          if (cell.text.startsWith('1')) found += 1
          expect([cell.column, cell.label?.text]).toEqual([Number(cell.text[0]), names[row]])
        }
      }),
      { numRuns: 500 },
    )
    expect(found).toBeGreaterThan(rows * 0.5)
  })
})
