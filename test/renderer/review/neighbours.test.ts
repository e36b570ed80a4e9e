import { describe, expect, it } from 'vitest'
import { directions, neighbour } from '../../../src/renderer/review/form/grid/neighbours.ts'
import { editions, formCells, tableKeys } from '../../../src/shared/form/index.ts'
import { formLayout } from '../../../src/shared/form/layout.ts'

const all = tableKeys.flatMap(table => editions.map(edition => ({ table, edition })))

describe.each(all)('moving in $table, edition $edition', ({ table, edition }) => {
  const layout = formLayout(table, edition)

  it('can be walked whole by Tab, and back', () => {
    const keys = formCells(table, edition).map(cell => cell.key)
    for (const [index, key] of keys.entries()) {
      expect(neighbour(layout, key, 'next')).toBe(keys[index + 1] ?? null)
      expect(neighbour(layout, key, 'previous')).toBe(keys[index - 1] ?? null)
    }
  })

  it('never leaves the table and never stays where it is when an arrow leads somewhere', () => {
    const keys = new Set(formCells(table, edition).map(cell => cell.key))
    for (const key of keys) {
      for (const direction of directions) {
        const to = neighbour(layout, key, direction)
        if (to !== null) expect(keys).toContain(to)
        if (['up', 'down', 'left', 'right'].includes(direction)) expect(to).not.toBe(key)
      }
    }
  })
})

describe('moving by geometry', () => {
  it('walks table 三 by what lies beside', () => {
    const layout = formLayout('requests', '2021')
    expect(neighbour(layout, 'requests/newRequests/individual', 'up')).toBeNull()
    expect(neighbour(layout, 'requests/newRequests/individual', 'down')).toBe('requests/carriedOver/individual')
    expect(neighbour(layout, 'requests/newRequests/individual', 'left')).toBeNull()
    expect(neighbour(layout, 'requests/newRequests/individual', 'end')).toBe('requests/newRequests/total')
    expect(neighbour(layout, 'requests/newRequests/total', 'right')).toBeNull()
    expect(neighbour(layout, 'requests/granted/research', 'last')).toBe('requests/carriedForward/total')
  })

  it('leads from three columns to one and back to the middle one', () => {
    const layout = formLayout('disclosure', '2021')
    expect(neighbour(layout, 'disclosure/normativeDocuments/inForce', 'down')).toBe('disclosure/licensing/decisions')
    expect(neighbour(layout, 'disclosure/licensing/decisions', 'up')).toBe('disclosure/normativeDocuments/repealed')
  })

  it('goes on to the nearest of two columns under three, and along the one row of table 四', () => {
    expect(neighbour(formLayout('disclosure', '2019'), 'disclosure/coercion/decisions', 'down')).toBe(
      'disclosure/fees/change',
    )
    const layout = formLayout('proceedings', '2021')
    expect(neighbour(layout, 'proceedings/review/total', 'right')).toBe('proceedings/directLitigation/upheld')
    expect(neighbour(layout, 'proceedings/review/total', 'down')).toBeNull()
  })
})
