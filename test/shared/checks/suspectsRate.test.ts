import { describe, expect, it } from 'vitest'
import { suspectsRate } from './plantedErrors.ts'
import { manyRate } from './plantedMany.ts'
import { slipKinds, slipRate } from './plantedSlips.ts'

describe('the cells most likely misread', () => {
  it('name the one misread cell first wherever our knowledge can tell, in 99 of 100 cases', () => {
    const rate = suspectsRate(800, 'suite')
    expect(rate.decidable).toBeGreaterThan(600)
    expect(rate.first / rate.decidable).toBeGreaterThanOrEqual(0.99)
  })

  it('name one to four misreadings first wherever anybody could know, in 95 of 100 cases', () => {
    const rates = [1, 2, 3, 4].map(count => manyRate(count, 60, 'suite'))
    const decidable = rates.reduce((all, rate) => all + rate.judged.decidable, 0)
    const named = rates.reduce((all, rate) => all + rate.namedOfDecidable, 0)
    expect(decidable).toBeGreaterThan(180)
    expect(named / decidable).toBeGreaterThanOrEqual(0.95)
  })

  it.each(slipKinds.flatMap(kind => (['2021', '2019'] as const).map(edition => [kind, edition] as const)))(
    'name a slip of several cells first, if not always alone: %s, %s',
    (kind, edition) => {
      const { cases, first, tied, other } = slipRate(kind, edition, 60)
      expect(other / cases).toBeLessThanOrEqual(0.05)
      expect(first + tied).toBe(cases - other)
      expect(first / cases).toBeGreaterThan(0.6)
    },
  )
})
