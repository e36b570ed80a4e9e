import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldText } from '../../src/main/index/text/fold.ts'
import { marksIn, snippet } from '../../src/main/index/text/snippet.ts'

describe('text as it is compared', () => {
  it('knows full-width digits, Kangxi radicals and capitals as what they look like', () => {
    expect(foldText('２０２３年 ⼀、ＰＤＦ Word')).toBe('2023年一、pdf word')
  })

  it('takes white space beside Han characters for layout and keeps it between words', () => {
    expect(foldText('商业\n企业 共 12 家')).toBe('商业企业共12家')
    expect(foldText(' open \n data 12 13 ')).toBe('open data 12 13')
  })

  it('drops what cannot be seen', () => {
    expect(foldText('政\u200b府\ufeff信\u00ad息')).toBe('政府信息')
  })

  it('can be traced to the original, unit by unit, and folds the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const folded = fold(text)
        expect(folded.starts).toHaveLength(folded.text.length)
        expect(folded.text).toBe(foldText(text))
        folded.starts.forEach((start, at) => {
          expect(start).toBeLessThan(folded.ends[at] ?? 0)
          expect(start).toBeGreaterThanOrEqual(folded.starts[at - 1] ?? 0)
        })
        expect(folded.ends.at(-1) ?? 0).toBeLessThanOrEqual(text.length)
        expect(folded.text).not.toContain('\n')
      }),
      { numRuns: 500 },
    )
  })
})

describe('a snippet', () => {
  const long = `${'前'.repeat(200)}三审 三校${'后'.repeat(200)}`

  it('shows the words marked in the original, spaces and all', () => {
    const { text, marks } = snippet(long, ['三审三校'])
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['三审 三校'])
    expect(text.startsWith('…前')).toBe(true)
    expect(text.endsWith('后…')).toBe(true)
    expect(text.length).toBeLessThanOrEqual(92)
  })

  it('shows a short text whole', () => {
    expect(snippet('总计 64', ['64'])).toEqual({ text: '总计 64', marks: [[3, 5]] })
  })

  it('joins marks that overlap', () => {
    expect(marksIn('政府信息公开', ['政府信息', '信息公开'])).toEqual([[0, 6]])
  })

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.nat({ max: 120 }), fc.nat({ max: 120 }), (before, after) => {
        const text = `${'𠮷'.repeat(before)}甲${'𠮷'.repeat(after)}`
        expect(snippet(text, ['甲']).text.isWellFormed()).toBe(true)
      }),
    )
  })

  it('marks exactly what folds to the word', () => {
    const piece = fc.constantFrom('政', '府', ' ', '１', '1', 'A', 'a', '\n', '，')
    fc.assert(
      fc.property(
        fc.string({ unit: piece, maxLength: 60 }),
        fc.string({ unit: piece, minLength: 1, maxLength: 2 }),
        (text, typed) => {
          const word = foldText(typed)
          const marks = marksIn(text, [word])
          expect(marks.length > 0).toBe(word !== '' && foldText(text).includes(word))
          for (const [start, end] of marks) expect(foldText(text.slice(start, end))).toContain(word)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
