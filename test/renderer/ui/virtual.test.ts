import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsInView } from '../../../src/renderer/ui/lists/virtual.ts'

const list = { count: 1000, rowHeight: 32, height: 640, extraAfter: null, extra: 0 }

describe('rows in view', () => {
  it('are the ones that fit, with some to spare on both sides', () => {
    expect(rowsInView({ ...list, top: 0 })).toEqual({ first: 0, last: 28 })
    expect(rowsInView({ ...list, top: 3200 })).toEqual({ first: 92, last: 128 })
  })

  it('end with the list', () => {
    expect(rowsInView({ ...list, top: 1000 * 32 - 640 }).last).toBe(999)
    expect(rowsInView({ ...list, count: 3, top: 0 })).toEqual({ first: 0, last: 2 })
    expect(rowsInView({ ...list, count: 0, top: 0 }).last).toBe(-1)
  })

  it('leave out no row that can be seen, wherever one scrolls and whatever is unfolded', () => {
    const view = fc.record({
      count: fc.integer({ min: 1, max: 5000 }),
      rowHeight: fc.constantFrom(32, 34),
      top: fc.integer({ min: 0, max: 200_000 }),
      height: fc.integer({ min: 100, max: 1200 }),
      unfolded: fc.option(fc.integer({ min: 0, max: 4999 })),
      extra: fc.integer({ min: 0, max: 400 }),
    })
    fc.assert(
      fc.property(view, ({ unfolded, ...rest }) => {
        const extraAfter = unfolded !== null && unfolded < rest.count ? unfolded : null
        const { first, last } = rowsInView({ ...rest, extraAfter })
        for (let row = 0; row < rest.count; row += 1) {
          const top = row * rest.rowHeight + (extraAfter !== null && row > extraAfter ? rest.extra : 0)
          const seen = top + rest.rowHeight > rest.top && top < rest.top + rest.height
          if (seen && (row < first || row > last)) return false
        }
        return true
      }),
      { numRuns: 60 },
    )
  })
})
