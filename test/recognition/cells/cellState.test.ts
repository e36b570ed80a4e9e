import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isValueLike, readCell } from '../../../src/main/recognition/cells/cellState.ts'

const short = (text: string) => {
  const { state, value, raw } = readCell(text)
  return { state, value, raw }
}

describe('a cell of figures', () => {
  test.each([
    ['17', 17],
    ['0', 0],
    ['00', 0],
    ['007', 7],
    ['１２３', 123],
    ['1,234', 1234],
    ['1，234', 1234],
    ['1,234,567', 1234567],
    ['8205.13', 8205.13],
    ['８２０５．１３', 8205.13],
    ['-3', -3],
    ['－3', -3],
    ['+5', 5],
    ['-0', 0],
  ])('“%s” is the number %d, and sure', (text, value) => {
    expect(readCell(text)).toMatchObject({ state: 'number', value, raw: text, confidence: 1, alternatives: [] })
  })

  test('white space around a figure is not printed text', () => {
    expect(short(' \u00a0\u30000 \n')).toEqual({ state: 'number', value: 0, raw: '0' })
  })

  test('a figure cut by a line break is put together, but somebody has to look', () => {
    const reading = readCell('1215\n63')
    expect(reading).toMatchObject({ state: 'number', value: 121563, raw: '1215\n63' })
    expect(reading.confidence).toBeLessThan(0.9)
  })

  test('two figures in one cell are not silently joined', () => {
    const reading = readCell('16 1')
    expect(reading.confidence).toBeLessThan(0.9)
    expect(reading.alternatives.map(item => item.value)).toEqual([16, 1])
  })

  test('a comma in an unusual place may be a decimal point', () => {
    const reading = readCell('12,34')
    expect(reading).toMatchObject({ state: 'number', value: 1234 })
    expect(reading.confidence).toBeLessThan(0.9)
    expect(reading.alternatives.map(item => item.value)).toEqual([12.34])
  })
})

describe('a cell without a figure', () => {
  test.each(['', ' ', '\u00a0', '\u3000\n\t', '\u200b', '\ufeff'])('%j is blank, never 0', text => {
    expect(readCell(text)).toMatchObject({ state: 'blank', value: null, raw: '', confidence: 1 })
  })

  test.each(['/', '／', '-', '－', '—', '——', '–', '－－', '\\', '无', '一一', ' / '])('“%s” is a dash', text => {
    expect(readCell(text)).toMatchObject({ state: 'dash', value: null, raw: text.trim(), confidence: 1 })
  })

  test.each([
    ['55（含转办3件）', [55, 3]],
    ['251000元', [25.1, 251000]],
    ['12件', [12]],
    ['减少3', [-3]],
    ['增加3', [3]],
    ['O', [0]],
    ['一', [1]],
    ['十二', [12]],
    ['1O', [10]],
    ['12①', [12, 121]],
    ['12¹', [12, 121]],
    ['1,234⑵', [1234]],
    ['12 *', [12]],
    ['12〔2〕', [12, 2]],
    ['12注1', [12, 1]],
    ['①', [1]],
    ['¹²', [12]],
    ['※', []],
    ['12[1]', [12, 1]],
    ['12（见注1）', [12, 1]],
    ['55（含自然失效29件）', [55, 29]],
    ['1.2万', [12000, 1.2]],
    ['25.1万元', [25.1, 251000]],
    ['0.3亿元', [3000, 0.3]],
    ['不适用', []],
    ['0。5', [0, 5]],
  ])('“%s” stays text, with the numbers it may stand for beside it', (text, values) => {
    const reading = readCell(text)
    expect(reading).toMatchObject({ state: 'text', value: null, raw: text })
    expect(reading.alternatives.map(item => item.value)).toEqual(values)
    expect(reading.confidence).toBeLessThan(0.9)
  })
})

test('whatever text a cell holds: a value exactly for numbers, a number only where a digit is printed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), text => {
      const reading = readCell(text)
      expect(reading.state === 'number').toBe(reading.value !== null)
      if (reading.state === 'number') expect(text.normalize('NFKC')).toMatch(/\d/)
      if (reading.value !== null) expect(Number.isFinite(reading.value)).toBe(true)
    }),
  )
})

test('whatever mark of a note stands at a figure, it is never a silent number', () => {
  const mark = fc.constantFrom(...'①②⑳⑴⒈¹²³⁴₁❶㈠*※†', '[1]', '（1）', '〔2〕', '（注1）', '注')
  fc.assert(
    fc.property(
      fc.nat({ max: 99_999 }),
      mark,
      fc.boolean(),
      fc.constantFrom('', ' ', '\n'),
      (value, note, front, gap) => {
        const reading = readCell(front ? note + gap + value : value + gap + note)
        expect(reading).toMatchObject({ state: 'text', value: null })
        expect(reading.confidence).toBeLessThan(0.9)
        expect(reading.alternatives.map(item => item.value)).toContain(value)
      },
    ),
  )
})

test('white space alone is never a number', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u3000', '\u200b', '\ufeff'), maxLength: 20 }),
      text => {
        expect(readCell(text)).toMatchObject({ state: 'blank', value: null, raw: '' })
      },
    ),
  )
})

test('figures, dashes and figures with a unit are told from labels', () => {
  for (const text of [
    '0',
    '1,234',
    '/',
    '——',
    '251000元',
    '55（含转办）',
    '５５件',
    '12①',
    '12[1]',
    '1.2万',
    '3万件',
    '12*',
  ])
    expect(isValueLike(text)).toBe(true)
  for (const text of ['', '1.属于国家秘密', '规章', '3.其他', '（七）总计', '2023年', '①', '※', '①其他'])
    expect(isValueLike(text)).toBe(false)
})

test('whatever is read as a figure or a dash is told from labels', () => {
  const pieces = fc.constantFrom(...'0159.,-－—/一无 \n\u3000\u200b\u00ad元件（总Ｏ①')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), characters => {
      const text = characters.join('')
      const { state } = readCell(text)
      if (state === 'number' || state === 'dash') expect(isValueLike(text)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a long run of spaces inside a cell is kept', () => {
  const spaces = ' '.repeat(200_000)
  const { state, raw } = readCell(` 规${spaces}章 `)
  // As truth values: a difference would be printed for minutes.
  expect([state, raw === `规${spaces}章`]).toEqual(['text', true])
})
