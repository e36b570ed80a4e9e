import { describe, expect, test } from 'vitest'
import { readDelimited } from '../../../src/main/readers/common/plainTables/delimited.ts'

const read = (text: string) => readDelimited(text.split('\n'), 0)

describe('tables with separators', () => {
  test('commas part cells, quotes keep commas, quotes and line breaks inside', () => {
    const table = read('信息内容,a,b,c\n规章,"1,234",0,"2\n3"\n"说""明""",,,\n完')
    expect(table).toEqual({
      rows: [
        ['信息内容', 'a', 'b', 'c'],
        ['规章', '1,234', '0', '2\n3'],
        ['说"明"', '', '', ''],
      ],
      next: 4,
    })
  })

  test('semicolons do where the comma is taken', () => {
    expect(read('甲;1,5;2;3\n乙;4;5;6\n丙;7;8;9')?.rows[0]).toEqual(['甲', '1,5', '2', '3'])
  })

  test('prose with commas is no table: its lines are not cut alike', () => {
    expect(
      read('全年公开12条,其中网站5条,微信7条,其他0条。\n收到申请3件,办结3件。\n培训2次,解读5篇,回应1次。'),
    ).toBeNull()
  })

  test('two lines alike may be chance', () => {
    expect(read('a,b,c,d\ne,f,g,h')).toBeNull()
  })

  test('a quote that is never closed ends the search, not the reading', () => {
    expect(read(`a,b,c,"d\n${'x\n'.repeat(100)}`)).toBeNull()
  })
})
