import { describe, expect, it } from 'vitest'
import { editions, findFormCell, formCells, formTable, splitCellKey, tableKeys } from '../../src/shared/form/index.ts'

const count = (edition: '2021' | '2019') => tableKeys.map(key => formCells(key, edition).length)

describe('the official form', () => {
  it('has 10, 175 and 15 cells in the 2021 edition: 200 in all', () => {
    expect(count('2021')).toEqual([10, 175, 15])
  })

  it('has 22 and 161 and 15 cells in the 2019 edition, whose （六） is one row', () => {
    expect(count('2019')).toEqual([22, 161, 15])
    expect(formTable('requests', '2019').rows.map(row => row.key)).toContain('other')
  })

  it('names every cell by a key of its own that can be taken apart and found again', () => {
    for (const edition of editions) {
      const keys = tableKeys.flatMap(key => formCells(key, edition).map(cell => cell.key))
      expect(new Set(keys).size).toBe(keys.length)
      for (const key of keys) {
        const parts = splitCellKey(key)
        const cell = findFormCell(key, edition)
        expect([cell?.row.key, cell?.column.key]).toEqual([parts?.row, parts?.column])
      }
    }
  })

  it('refuses keys that are none', () => {
    for (const key of ['', 'requests', 'requests/granted', 'other/granted/total', 'requests/granted/total/more']) {
      expect(splitCellKey(key)).toBeNull()
    }
  })
})
