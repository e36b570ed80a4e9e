import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numeral } from '../../../src/main/readers/common/numerals.ts'

describe('numerals', () => {
  it.each([
    ['decimal', 12, '12'],
    ['decimalZero', 3, '03'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 11, '十一'],
    ['chineseCounting', 20, '二十'],
    ['chineseCountingThousand', 101, '一百零一'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 1_020, '一千零二十'],
    ['japaneseCounting', 3, '三'],
    ['japaneseCounting', 15, '十五'],
    ['japaneseCounting', 110, '百十'],
    ['ideographDigital', 10, '一〇'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiac', 12, '亥'],
    ['chineseLegalSimplified', 10, '壹拾'],
    ['decimalEnclosedCircleChinese', 2, '②'],
    ['decimalEnclosedParen', 3, '⑶'],
    ['decimalEnclosedCircle', 99, '99'],
    ['decimalFullWidth', 12, '１２'],
    ['upperRoman', 49, 'XLIX'],
    ['lowerRoman', 4, 'iv'],
    ['upperLetter', 28, 'BB'],
    ['none', 3, ''],
    ['aFormatOfTomorrow', 3, '3'],
  ])('%s writes %d as %s', (format, value, text) => {
    expect(numeral(format, value)).toBe(text)
  })

  it('writes different numbers differently', () => {
    const format = fc.constantFrom(
      'chineseCounting',
      'chineseCountingThousand',
      'japaneseCounting',
      'upperRoman',
      'ideographDigital',
      'upperLetter',
    )
    const value = fc.integer({ min: 1, max: 9_999 })
    fc.assert(
      fc.property(format, value, value, (name, one, other) => {
        expect(numeral(name, one) === numeral(name, other)).toBe(one === other)
      }),
    )
  })
})
