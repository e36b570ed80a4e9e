import { describe, expect, it } from 'vitest'
import { checkReport, defaultOff } from '../../../../src/shared/checks/index.ts'
import { sampleReport } from '../proseSamples.ts'
import { heldOutSamples, madeWithSamples } from './index.ts'
import { measured, ratesOf, reportOf, rulesOn } from './rates.ts'

describe('prose in the manner of such reports', () => {
  const all = [...madeWithSamples, ...heldOutSamples]

  it.each(all)('$section: $text', sample => {
    // A sentence for one rule may be all that another would want: only what was looked for is due.
    expect(rulesOn(sample)).toEqual(measured.filter(rule => sample.due.includes(rule)))
  })

  it('is mostly right, so that a false alarm would be seen, and wrong in every way that is looked for', () => {
    const rates = ratesOf(all)
    expect(all.length).toBeGreaterThan(300)
    expect(rates.map(({ rule }) => rule)).toEqual([...measured])
    for (const { right, wrong } of rates) expect(Math.min(right, wrong)).toBeGreaterThanOrEqual(9)
  })

  it('is pointed at wrongly in at most 2 of 100 cases by a rule that speaks without being asked', () => {
    for (const { rule, right, alarms } of ratesOf(all))
      if (!defaultOff.has(rule)) expect([rule, alarms.length <= right * 0.02]).toEqual([rule, true])
  })

  it('has nothing to find where its sections are right', () => {
    const report = reportOf({ section: 'overview', text: '', due: [] })
    expect(checkReport(report)).toEqual([])
    expect(checkReport(sampleReport('')).length).toBe(0)
  })
})
