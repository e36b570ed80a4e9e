import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeCells, type RowGroups } from '../../../src/main/readers/common/placeCells.ts'

/**
 * The HTML standard's own algorithm, literally: a set of taken slots, one slot at a time, rows added by long spans and all. Slots
 * that two cells cover belong to the earlier one; rows that no row element began are dropped at the end.
 */
function byTheStandard(groups: RowGroups<number>): { rows: number; owner: Map<string, number> } {
  const taken = new Map<string, number>()
  let row = 0
  for (const group of groups) {
    const groupEnd = row + group.length
    for (const line of group) {
      let column = 0
      for (const cell of line) {
        while (taken.has(`${row}/${column}`)) column += 1
        const height = cell.rowSpan === 0 ? groupEnd - row : cell.rowSpan
        for (let y = row; y < row + height; y += 1) {
          for (let x = column; x < column + cell.columnSpan; x += 1) {
            if (y < groupEnd && !taken.has(`${y}/${x}`)) taken.set(`${y}/${x}`, cell.value)
          }
        }
        column += cell.columnSpan
      }
      row += 1
    }
  }
  return { rows: row, owner: taken }
}

const anyGroups: fc.Arbitrary<RowGroups<number>> = fc
  .array(
    fc.array(
      fc.array(fc.record({ columnSpan: fc.integer({ min: 1, max: 4 }), rowSpan: fc.integer({ min: 0, max: 5 }) }), {
        maxLength: 5,
      }),
      {
        maxLength: 6,
      },
    ),
    { maxLength: 3 },
  )
  .map(groups => {
    let value = 0
    return groups.map(group => group.map(line => line.map(cell => ({ ...cell, value: value++ }))))
  })

describe('placing table cells', () => {
  it('covers no slot twice and stays inside the table, whatever the spans', () => {
    fc.assert(
      fc.property(anyGroups, groups => {
        const placed = placeCells(groups, 1e6)
        const seen = new Set<string>()
        for (const cell of placed?.cells ?? []) {
          expect(cell.rowSpan).toBeGreaterThan(0)
          expect(cell.columnSpan).toBeGreaterThan(0)
          expect(cell.row + cell.rowSpan).toBeLessThanOrEqual(placed?.rows ?? 0)
          expect(cell.column + cell.columnSpan).toBeLessThanOrEqual(placed?.columns ?? 0)
          for (let y = cell.row; y < cell.row + cell.rowSpan; y += 1) {
            for (let x = cell.column; x < cell.column + cell.columnSpan; x += 1) {
              expect(seen.has(`${y}/${x}`)).toBe(false)
              seen.add(`${y}/${x}`)
            }
          }
        }
        expect(placed?.cells.length).toBe(groups.flat(2).length)
      }),
    )
  })

  it('begins every cell in the slot the standard gives it and keeps every slot the standard gives it alone', () => {
    fc.assert(
      fc.property(anyGroups, groups => {
        const placed = placeCells(groups, 1e6)
        const model = byTheStandard(groups)
        expect(placed?.rows).toBe(model.rows)
        for (const cell of placed?.cells ?? []) {
          expect(model.owner.get(`${cell.row}/${cell.column}`)).toBe(cell.value)
          for (let y = cell.row; y < cell.row + cell.rowSpan; y += 1) {
            expect(model.owner.get(`${y}/${cell.column + cell.columnSpan - 1}`)).toBe(cell.value)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('equals the standard exactly where no cells overlap', () => {
    fc.assert(
      fc.property(anyGroups, groups => {
        const narrow = groups.map(group => group.map(line => line.map(cell => ({ ...cell, columnSpan: 1 }))))
        const owner = new Map<string, number>()
        for (const cell of placeCells(narrow, 1e6)?.cells ?? []) {
          for (let y = cell.row; y < cell.row + cell.rowSpan; y += 1) owner.set(`${y}/${cell.column}`, cell.value)
        }
        expect(owner).toEqual(byTheStandard(narrow).owner)
      }),
    )
  })

  it('lets rowspan 0 reach to the end of its group and no further', () => {
    const one = (value: string, rowSpan = 1) => ({ value, columnSpan: 1, rowSpan })
    const placed = placeCells([[[one('a', 0), one('b')], [one('c')]], [[one('d')]]], 100)
    expect(placed?.cells.map(cell => [cell.value, cell.row, cell.column, cell.rowSpan])).toEqual([
      ['a', 0, 0, 2],
      ['b', 0, 1, 1],
      ['c', 1, 1, 1],
      ['d', 2, 0, 1],
    ])
  })

  it('refuses a table of more slots than allowed before laying it out', () => {
    const line = Array.from({ length: 1_000 }, (_, value) => ({ value, columnSpan: 1_000, rowSpan: 1 }))
    expect(placeCells([[line, line]], 1e6)).toBeNull()
  })
})
