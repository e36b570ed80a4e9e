import { describe, expect, it } from 'vitest'
import { openIndex } from '../../src/main/index/index.ts'
import { yearBefore } from '../../src/main/services/years.ts'
import { sampleRecord } from './samples.ts'

describe('the report of the year before', () => {
  it('is the one imported last where a body has two of that year, whichever was indexed first', () => {
    // A sample is imported so many seconds after the hour as its number says.
    const [earlier, later, after] = [1, 2, 3].map(number =>
      sampleRecord({ number, name: '清河区教育委员会', year: number === 3 ? 2023 : 2022 }),
    )
    if (!earlier || !later || !after) throw new Error('three samples')
    for (const order of [
      [earlier, later, after],
      [later, earlier, after],
      [after, later, earlier],
    ]) {
      const index = openIndex(null, 'test')
      for (const record of order) index.put(record, 1)
      expect(index.ofYear('清河区教育委员会', 2022, 2023)).toEqual([later.id, earlier.id])
      expect(yearBefore(index, after)).toBe(later.id)
    }
  })
})
