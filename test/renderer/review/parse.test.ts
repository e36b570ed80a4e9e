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

  it('takes the marks that input methods give: commas and points of either width, spaces between digits', () => {
    expect(parseTyped('1，284', 'count')).toEqual({ ok: true, reading: { state: 'number', value: 1284, raw: '1284' } })
    expect(parseTyped('1、284', 'count')).toMatchObject({ reading: { value: 1284 } })
    expect(parseTyped('12。5', 'amount')).toMatchObject({ reading: { value: 12.5, raw: '12.5' } })
    expect(parseTyped('1 284 000', 'count')).toMatchObject({ reading: { value: 1_284_000 } })
    expect(parseTyped('1,284,000.25', 'amount')).toMatchObject({ reading: { value: 1_284_000.25 } })
    expect(parseTyped('-1,284', 'change')).toMatchObject({ reading: { value: -1284 } })
    expect(parseTyped('+1284', 'count')).toMatchObject({ reading: { value: 1284 } })
    expect(parseTyped('.5', 'amount')).toMatchObject({ reading: { value: 0.5 } })
    expect(parseTyped('.55', 'amount')).toMatchObject({ reading: { value: 0.55 } })
    expect(parseTyped('12,345', 'count')).toMatchObject({ reading: { value: 12_345 } })
    expect(parseTyped('5.', 'count')).toMatchObject({ reading: { value: 5 } })
    expect(parseTyped('-12.5', 'amount')).toEqual({ ok: false, error: 'negative' })
  })

  it('keeps a dash as it is typed, and takes nothing longer or shorter for one', () => {
    expect(parseTyped(' —— ', 'count')).toEqual({ ok: true, reading: { state: 'dash', value: null, raw: '——' } })
    for (const typed of ['−', '–', '―', '---', '无']) expect(parseTyped(typed, 'count')).toMatchObject({ ok: true })
    for (const typed of ['----', '无无', 'x—', '—x', '无x', 'x无']) {
      expect([typed, parseTyped(typed, 'count')]).toEqual([typed, { ok: false, error: 'notANumber' }])
    }
  })

  it('refuses what is a number only in part', () => {
    for (const typed of [
      '1284,000',
      '1,28',
      '1,2845',
      ',284',
      '1,284x',
      'x1,284',
      'x12',
      '12x',
      '1.2.3',
      '.',
      '1,284.',
      '--5',
    ]) {
      expect([typed, parseTyped(typed, 'count')]).toEqual([typed, { ok: false, error: 'notANumber' }])
    }
    for (const typed of ['x12,5', '12,5x', '1,2,5', ',5', '12,', '万']) {
      expect([typed, parseTyped(typed, 'amount')]).toEqual([typed, { ok: false, error: 'notANumber' }])
    }
    for (const typed of ['+12,5', '-1,55', '12、5', '12，5']) {
      expect([typed, parseTyped(typed, 'amount')]).toEqual([typed, { ok: false, error: 'decimalPoint' }])
    }
  })

  it('takes numbers up to a million million, and no negative nothing', () => {
    expect(parseTyped('1000000000000', 'count')).toMatchObject({ ok: true })
    expect(parseTyped('1000000000001', 'count')).toEqual({ ok: false, error: 'tooLarge' })
    expect(parseTyped('-1000000000000', 'change')).toMatchObject({ ok: true })
    expect(parseTyped('-1000000000001', 'change')).toEqual({ ok: false, error: 'tooLarge' })
    for (const quantity of ['count', 'amount', 'change'] as const) {
      expect(parseTyped('-0', quantity)).toEqual({ ok: true, reading: { state: 'number', value: 0, raw: '0' } })
    }
    expect(parseTyped('1.5', 'change')).toEqual({ ok: false, error: 'whole' })
  })

  it('begins with what stands there', () => {
    expect(typedFrom({ state: 'number', value: 12, raw: '十二' })).toBe('12')
    expect(typedFrom({ state: 'number', value: null, raw: 'x' })).toBe('')
    expect(typedFrom({ state: 'text', value: null, raw: '八件' })).toBe('八件')
    expect(typedFrom({ state: 'absent', value: null, raw: null })).toBe('')
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
