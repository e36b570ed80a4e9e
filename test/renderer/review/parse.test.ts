import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTyped, typedFrom } from '../../../src/renderer/review/state/parse.ts'

describe('what a person types into a cell', () => {
  it('takes digits as a number, full-width ones too', () => {
    for (const typed of ['58', '５８', ' 58 ', '058']) {
      expect(parseTyped(typed, 'count')).toMatchObject({ ok: true, reading: { state: 'number', value: 58 } })
    }
    expect(parseTyped('1,284', 'count')).toMatchObject({ ok: true, reading: { value: 1284 } })
    expect(parseTyped('１２８４．５', 'amount')).toMatchObject({ ok: true, reading: { value: 1284.5, raw: '1284.5' } })
  })

  it('keeps blank, dash and 0 apart', () => {
    expect(parseTyped('  ', 'count')).toEqual({ ok: true, reading: { state: 'blank', value: null, raw: '' } })
    for (const typed of ['—', '/', '-', '——', '／', '无', '－']) {
      expect(parseTyped(typed, 'count')).toMatchObject({ ok: true, reading: { state: 'dash', value: null } })
    }
    expect(parseTyped('0', 'count')).toMatchObject({ ok: true, reading: { state: 'number', value: 0 } })
  })

  it('says why it cannot take something', () => {
    expect(parseTyped('12,5', 'amount')).toEqual({ ok: false, error: 'decimalPoint' })
    expect(parseTyped('12,50', 'amount')).toEqual({ ok: false, error: 'decimalPoint' })
    expect(parseTyped('−1', 'count')).toEqual({ ok: false, error: 'negative' })
    expect(parseTyped('-1', 'amount')).toEqual({ ok: false, error: 'negative' })
    expect(parseTyped('1.5', 'count')).toEqual({ ok: false, error: 'whole' })
    expect(parseTyped('12,5', 'count')).toEqual({ ok: false, error: 'notANumber' })
    expect(parseTyped('五件', 'count')).toEqual({ ok: false, error: 'notANumber' })
    expect(parseTyped('9'.repeat(400), 'count')).toEqual({ ok: false, error: 'tooLarge' })
  })

  it('lets a change be negative, as the 2019 form prints it', () => {
    expect(parseTyped('-3', 'change')).toMatchObject({ ok: true, reading: { value: -3 } })
    expect(parseTyped('+3', 'change')).toMatchObject({ ok: true, reading: { value: 3 } })
  })

  it('reads back whatever number it shows', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), value => {
        const shown = typedFrom({ state: 'number', value, raw: 'x' })
        expect(parseTyped(shown, 'count')).toMatchObject({ ok: true, reading: { value } })
      }),
    )
  })

  it('never takes a number where there is no digit, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), typed => {
        const result = parseTyped(typed, 'amount')
        if (result.ok && result.reading.state === 'number') expect(typed.normalize('NFKC')).toMatch(/\d/)
      }),
    )
  })
})
