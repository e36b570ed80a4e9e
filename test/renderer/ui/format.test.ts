import { describe, expect, it } from 'vitest'
import { bytes, count, day, shortHash, time, timeWithSeconds } from '../../../src/renderer/ui/format.ts'

describe('figures and dates', () => {
  it('put a comma from 1,000 on and write minus as −', () => {
    expect([0, 999, 1000, 11930, 1234567, -5, -1200].map(count)).toEqual([
      '0',
      '999',
      '1,000',
      '11,930',
      '1,234,567',
      '−5',
      '−1,200',
    ])
  })

  it('keep decimals as they are', () => {
    expect(count(12.5)).toBe('12.5')
    expect(count(1234.5678)).toBe('1,234.5678')
  })

  it('write days and times of the machine’s own zone', () => {
    const at = new Date(2024, 2, 8, 9, 6, 5)
    expect(day(at)).toBe('2024-03-08')
    expect(time(at)).toBe('09:06')
    expect(timeWithSeconds(at)).toBe('09:06:05')
  })

  it('never call a file that holds something 0 KB', () => {
    expect([0, 1, 1500, 423_000, 2_000_000].map(bytes)).toEqual(['0 KB', '1 KB', '1 KB', '413 KB', '1.9 MB'])
  })

  it('shorten a checksum to its ends', () => {
    expect(shortHash(`9f3c71ae${'0'.repeat(52)}04e1`)).toBe('9f3c 71ae … 04e1')
  })
})
