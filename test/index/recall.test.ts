import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openIndex } from '../../src/main/index/index.ts'
import { foldText } from '../../src/main/index/text/fold.ts'
import type { SearchQuery } from '../../src/shared/data/catalogue.ts'
import { paragraph, sampleRecord } from './samples.ts'

const query = (text: string): SearchQuery => ({ text, years: [], statuses: [], offset: 0, limit: 1000 })

/** Few characters, so that texts and words meet often; digits and letters run together and apart; planes beyond the first too. */
const common = ['政', '府', '信', '息', '公', '1', '2', 'a', 'b', '，', '—', '%', '_', '𠮷']
const plainText = fc.string({ unit: fc.constantFrom(...common), maxLength: 30 })
const plainWord = fc.string({ unit: fc.constantFrom(...common), minLength: 1, maxLength: 4 })
const wildText = fc.string({
  unit: fc.constantFrom(...common, ' ', '\n', 'Ａ', '１', 'é', 'e\u0301', '\u200b', 'ﬁ', 'が'),
  maxLength: 30,
})

/** One for all runs: making the tables costs more than a search. */
const index = openIndex(null, 'test')

function found(texts: readonly (readonly string[])[], text: string): readonly string[] {
  index.clear()
  const records = texts.map((blocks, number) =>
    sampleRecord({ number: number + 1, name: null, file: 'x', blocks: blocks.map(item => paragraph(item)) }),
  )
  index.batch(() => {
    for (const record of records) index.put(record, 0)
  })
  const result = index.search(query(text))
  expect(result.reports).toBe(result.groups.length)
  return result.groups.map(group => group.record.id).sort()
}

function ids(texts: readonly (readonly string[])[], keep: (blocks: readonly string[]) => boolean): readonly string[] {
  return texts.flatMap((blocks, number) => (keep(blocks) ? [sampleRecord({ number: number + 1, name: null }).id] : []))
}

const texts = fc.array(fc.array(plainText, { maxLength: 4 }), { minLength: 1, maxLength: 6 })
const wildTexts = fc.array(fc.array(wildText, { maxLength: 4 }), { minLength: 1, maxLength: 6 })

describe('search', () => {
  it('finds exactly the reports in which the word stands, as plain substring search does', () => {
    fc.assert(
      fc.property(texts, plainWord, (all, word) => {
        expect(found(all, word)).toEqual(ids(all, blocks => blocks.some(block => block.includes(word))))
      }),
      { numRuns: 400 },
    )
  })

  it('finds a word taken out of any text, however it is cut', () => {
    const cut = texts
      .filter(all => all.flat().join('').length > 0)
      .chain(all =>
        fc.constantFrom(...all.flat().filter(text => text !== '')).chain(text =>
          fc
            .tuple(fc.constant(all), fc.nat({ max: text.length - 1 }), fc.nat({ max: 8 }))
            .map(([texts, at, length]) => ({
              texts,
              word: text.slice(at, at + length + 1).toWellFormed(),
            })),
        ),
      )
    fc.assert(
      fc.property(cut, ({ texts: all, word }) => {
        expect(found(all, word)).toEqual(ids(all, blocks => blocks.some(block => block.includes(word))))
      }),
      { numRuns: 400 },
    )
  })

  it('asks for all words in a report and for none of the excluded, in any place each', () => {
    fc.assert(
      fc.property(texts, plainWord, plainWord, plainWord, (all, one, two, not) => {
        const holds = (blocks: readonly string[], word: string) => blocks.some(block => block.includes(word))
        const expected = ids(all, blocks => holds(blocks, one) && holds(blocks, two) && !holds(blocks, not))
        expect(found(all, `${one} ${two} -${not}`)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('compares folded text on both sides: widths, marks, invisible characters, broken lines', () => {
    fc.assert(
      fc.property(wildTexts, wildText, (all, typed) => {
        const word = foldText(typed)
        fc.pre(word !== '')
        const expected = ids(all, blocks => blocks.some(block => foldText(block).includes(word)))
        expect(found(all, `“${typed.replaceAll('\n', ' ')}”`)).toEqual(expected)
      }),
      { numRuns: 400 },
    )
  })

  it('counts the places in which any of the words stands', () => {
    fc.assert(
      fc.property(fc.array(plainText, { maxLength: 8 }), plainWord, plainWord, (blocks, one, two) => {
        index.clear()
        index.put(sampleRecord({ number: 1, name: null, file: 'x', blocks: blocks.map(item => paragraph(item)) }), 0)
        const { hits, groups } = index.search(query(`${one} ${two}`))
        const places = blocks.flatMap((block, at) => (block.includes(one) || block.includes(two) ? [at] : []))
        const both = [one, two].every(word => blocks.some(block => block.includes(word)))
        expect(hits).toBe(both ? places.length : 0)
        expect(groups.flatMap(group => group.hits.map(hit => hit.block))).toEqual(both ? places : [])
      }),
      { numRuns: 200 },
    )
  })
})
