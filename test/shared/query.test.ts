import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../src/shared/data/query.ts'

describe('what is typed into the search bar', () => {
  it('is divided into words by white space, the full-width space too', () => {
    expect(parseQuery('  三审三校　不予 315 ')).toEqual({ words: ['三审三校', '不予', '315'], excluded: [] })
  })

  it('keeps a phrase together, with Chinese or ASCII quotes', () => {
    expect(parseQuery('“依 法 公开” "open data"').words).toEqual(['依 法 公开', 'open data'])
  })

  it('leaves out what has a minus before it', () => {
    expect(parseQuery('公开 -不予 －“重复 申请”')).toEqual({ words: ['公开'], excluded: ['不予', '重复 申请'] })
  })

  it('keeps a minus inside a word, and the long dash of an empty cell is a word', () => {
    expect(parseQuery('2021-2023 ——').words).toEqual(['2021-2023', '——'])
  })

  it('takes a quote that is never closed to the end', () => {
    expect(parseQuery('甲 “乙 丙').words).toEqual(['甲', '乙 丙'])
  })

  it('finds no word in quotes and minuses alone', () => {
    expect(parseQuery('“” "" - -"" ”')).toEqual({ words: [], excluded: [] })
  })

  it('never throws, and every word it gives stands in what was typed', () => {
    const typed = fc.string({
      unit: fc.constantFrom('政', '府', '1', 'a', ' ', '　', '"', '“', '”', '-', '－', '\n', '\ud800'),
    })
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: 'binary' })), text => {
        const { words, excluded } = parseQuery(text)
        for (const word of [...words, ...excluded]) {
          expect(text).toContain(word)
          expect(word.trim()).not.toBe('')
        }
        expect(new Set(words).size).toBe(words.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('understands plain words exactly as they were typed', () => {
    const word = fc.string({ unit: fc.constantFrom('政', '府', '1', 'a', '。'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 6 }), words => {
        expect(parseQuery(words.join(' ')).words).toEqual(words)
      }),
    )
  })
})
