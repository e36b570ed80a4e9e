import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate, withDigits, yearOfTitle } from '../../../src/main/recognition/text/writtenDates.ts'

const digits = '〇一二三四五六七八九'
const small = (value: number): string =>
  value < 10
    ? digits.charAt(value)
    : `${value < 20 ? '' : digits.charAt(Math.floor(value / 10))}十${value % 10 === 0 ? '' : digits.charAt(value % 10)}`
const hanYear = (year: number, zero: string): string =>
  [...String(year)].map(digit => (digit === '0' ? zero : digits.charAt(Number(digit)))).join('')

const days = fc.date({ min: new Date('2009-01-01'), max: new Date('2098-12-31'), noInvalidDate: true }).map(date => ({
  iso: date.toISOString().slice(0, 10),
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
}))
const zeros = fc.constantFrom('〇', '○', '零', 'O', '0')

describe('a written date', () => {
  test('is read in every shape it is printed in', () => {
    fc.assert(
      fc.property(days, zeros, ({ iso, year, month, day }, zero) => {
        const two = (value: number) => String(value).padStart(2, '0')
        const shapes = [
          iso,
          `${year}年${month}月${day}日`,
          `${year} 年 ${two(month)} 月 ${two(day)} 日`,
          `${year}/${month}/${day}`,
          `${year}.${two(month)}.${two(day)}`,
          `${year}${two(month)}${two(day)}`,
          `${hanYear(year, zero)}年${small(month)}月${small(day)}日`,
          // Set wide, or each digit on its own.
          [...`${year}年${month}月${day}日`].join(' '),
          `${year} 年 ${month} 月 ${[...String(day)].join(' ')} 日`,
          [...`${hanYear(year, zero)}年${small(month)}月${small(day)}日`].join(' '),
        ]
        expect(shapes.map(readDate)).toEqual(shapes.map(() => iso))
      }),
    )
  })

  test('set wide is closed up, and nothing else is', () => {
    expect(withDigits('点击 12 2024 年 1 月 2 4 日')).toBe('点击 12 2024年1月24日')
    expect(withDigits('2024 年 1 月 2 4 件')).toBe('2024 年 1 月 2 4 件')
    expect(withDigits('1 2 0 2 4 年 1 月 2 日')).toBe('1 2 0 2 4 年 1 月 2 日')
    expect(withDigits('2023 年受理 1 2 件')).toBe('2023 年受理 1 2 件')
  })

  test('that does not exist is none', () => {
    for (const text of ['2024-02-30', '2024年13月1日', '20241301', '二〇二四年二月三十日', '1998-01-01'])
      expect(readDate(text), text).toBeNull()
  })

  test('元月 is January', () => {
    expect(readDate('二〇二四年元月十日')).toBe('2024-01-10')
  })
})

test('the year of a title is the one before 年, in any numerals', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2008, max: 2098 }), zeros, (year, zero) => {
      expect(yearOfTitle(`桐坞县${hanYear(year, zero)}年政府信息公开工作年度报告`)).toBe(year)
    }),
  )
})

test('text without Han numerals stays as it is', () => {
  fc.assert(
    fc.property(fc.string(), drawn => {
      const text = drawn.replace(/\p{Script=Han}/gu, '')
      expect(withDigits(text)).toBe(text)
    }),
  )
})
