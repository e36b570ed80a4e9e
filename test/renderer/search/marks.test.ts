import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markedPieces, wordMarks } from '../../../src/renderer/search/marks.ts'

describe('marking hits in a text', () => {
  it('cuts the text at the marks', () => {
    expect(markedPieces('先过三审三校才上网', [[2, 6]])).toEqual([
      { text: '先过', marked: false, at: 0 },
      { text: '三审三校', marked: true, at: 2 },
      { text: '才上网', marked: false, at: 6 },
    ])
  })

  it('finds every place of every word, whatever its case', () => {
    expect(wordMarks('PDF 与 pdf', ['pdf', '与'])).toEqual([
      [0, 3],
      [6, 9],
      [4, 5],
    ])
    expect(wordMarks('无', [''])).toEqual([])
  })

  it('gives the whole text back, with marks that overlap, lie outside or are upside down', () => {
    const mark = fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }))
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark, { maxLength: 8 }), (text, marks) => {
        expect(
          markedPieces(text, marks)
            .map(piece => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
