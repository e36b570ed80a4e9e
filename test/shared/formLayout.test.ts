import { describe, expect, it } from 'vitest'
import { editions, formCells, tableKeys } from '../../src/shared/form/index.ts'
import { type FormLayout, formLayout, type LayoutCell, layoutRows } from '../../src/shared/form/layout.ts'

const all = tableKeys.flatMap(table => editions.map(edition => ({ table, edition })))

function covered(cells: readonly LayoutCell[]): readonly string[] {
  return cells.flatMap(cell =>
    Array.from({ length: cell.rowSpan }, (_, row) =>
      Array.from({ length: cell.columnSpan }, (_, column) => `${cell.row + row},${cell.column + column}`),
    ).flat(),
  )
}

function slots(layout: FormLayout): readonly string[] {
  return Array.from({ length: layout.rows }, (_, row) =>
    Array.from({ length: layout.columns }, (_, column) => `${row},${column}`),
  ).flat()
}

function textAt(layout: FormLayout, row: number, column: number): string | undefined {
  const cell = layout.cells.find(
    item =>
      item.row <= row &&
      row < item.row + item.rowSpan &&
      item.column <= column &&
      column < item.column + item.columnSpan,
  )
  return cell && cell.kind !== 'number' ? cell.text.zh.replaceAll('\n', '') : cell?.id
}

describe.each(all)('the layout of $table, edition $edition', ({ table, edition }) => {
  const layout = formLayout(table, edition)

  it('has every number of the form exactly once, in the order of the form', () => {
    const keys = layout.cells.filter(cell => cell.kind === 'number').map(cell => cell.id)
    expect(keys).toEqual(formCells(table, edition).map(cell => cell.key))
  })

  it('tiles the table: every slot is covered by exactly one cell', () => {
    expect(covered(layout.cells).toSorted()).toEqual(slots(layout).toSorted())
  })

  it('still tiles when it is cut into heads, body and closing rows', () => {
    const bands = [
      ...layoutRows(layout, 0, layout.heads),
      ...layoutRows(layout, layout.heads, layout.closing),
      ...layoutRows(layout, layout.closing, layout.rows),
    ]
    expect(bands).toHaveLength(layout.rows)
    expect(covered(bands.flat()).toSorted()).toEqual(slots(layout).toSorted())
    const ids = bands.flat().map(cell => cell.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('names every number by heads and labels that exist', () => {
    const texts = new Set(layout.cells.filter(cell => cell.kind !== 'number').map(cell => cell.id))
    for (const cell of layout.cells) {
      if (cell.kind !== 'number') continue
      expect(cell.namedBy).toHaveLength(2)
      for (const id of cell.namedBy) expect(texts).toContain(id)
    }
  })
})

describe('table 三', () => {
  const layout = formLayout('requests', '2021')

  it('is printed with three head rows and its groups on the left', () => {
    expect(layout.heads).toBe(3)
    expect(textAt(layout, 0, 3)).toBe('申请人情况')
    expect(textAt(layout, 1, 4)).toBe('法人或其他组织')
    expect(textAt(layout, 2, 3)).toBe('自然人')
    expect(textAt(layout, 2, 7)).toBe('法律服务机构')
    expect(textAt(layout, 5, 0)).toBe('三、本年度办理结果')
    expect(textAt(layout, 7, 1)).toBe('（三）不予公开')
    expect(textAt(layout, 14, 1)).toBe('（三）不予公开')
    expect(textAt(layout, 15, 1)).toBe('（四）无法提供')
    expect(layout.cells.find(cell => cell.kind === 'strip')?.rowSpan).toBe(22)
  })

  it('keeps （七） and 四 as closing rows and cuts 三 above them', () => {
    const [concluded, forward] = layoutRows(layout, layout.closing, layout.rows)
    expect(concluded?.map(cell => cell.kind).slice(0, 2)).toEqual(['fill', 'label'])
    expect(forward?.[0]).toMatchObject({ kind: 'label', columnSpan: 3 })
  })

  it('has （六） as one row in the 2019 edition', () => {
    const old = formLayout('requests', '2019')
    expect(old.rows).toBe(26)
    expect(old.cells.filter(cell => cell.kind === 'group')).toHaveLength(3)
    expect(textAt(old, 23, 1)).toBe('（六）其他处理')
  })
})

describe('table 二', () => {
  it('has a band for every item of article 20, each with its own columns', () => {
    const layout = formLayout('disclosure', '2021')
    expect(textAt(layout, 0, 0)).toBe('第二十条第（一）项')
    expect(textAt(layout, 1, 5)).toBe('现行有效件数')
    expect(
      layout.cells.filter(cell => cell.kind === 'band').map(cell => (cell.kind === 'number' ? '' : cell.text.en)),
    ).toEqual(['Article 20, item 1', 'Article 20, item 5', 'Article 20, item 6', 'Article 20, item 8'])
    expect(layout.cells.find(cell => cell.id === 'disclosure/fees/amount')).toMatchObject({ columnSpan: 6, column: 1 })
  })

  it('sets two columns over the width of three in the 2019 edition', () => {
    const layout = formLayout('disclosure', '2019')
    expect(layout.cells.find(cell => cell.id === 'disclosure/fees/change')).toMatchObject({ columnSpan: 3, column: 4 })
  })
})

describe('table 四', () => {
  it('is one row of fifteen numbers under three levels of heads', () => {
    const layout = formLayout('proceedings', '2021')
    expect([layout.rows, layout.heads, layout.columns]).toEqual([4, 3, 15])
    expect(textAt(layout, 0, 0)).toBe('行政复议')
    expect(textAt(layout, 0, 14)).toBe('行政诉讼')
    expect(textAt(layout, 1, 5)).toBe('未经复议直接起诉')
    expect(textAt(layout, 2, 0)).toBe('结果维持')
    expect(textAt(layout, 2, 14)).toBe('总计')
  })
})
