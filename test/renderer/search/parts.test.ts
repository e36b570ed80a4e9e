import { describe, expect, it } from 'vitest'
import { queryParts, withoutPart } from '../../../src/renderer/search/parts.ts'

describe('the parts of a query', () => {
  it('are words, phrases and exclusions', () => {
    expect(queryParts(' 诉讼  “依申请 公开” -复议 "two words"　全角空格')).toEqual([
      '诉讼',
      '“依申请 公开”',
      '-复议',
      '"two words"',
      '全角空格',
    ])
  })

  it('keep an unclosed phrase whole', () => {
    expect(queryParts('诉讼 “依申请 公开')).toEqual(['诉讼', '“依申请 公开'])
  })

  it('can be dropped one by one, the same word twice too', () => {
    expect(withoutPart('诉讼 复议 诉讼', 2)).toBe('诉讼 复议')
    expect(withoutPart('诉讼 “依申请 公开”', 0)).toBe('“依申请 公开”')
    expect(withoutPart('诉讼', 0)).toBe('')
  })
})
