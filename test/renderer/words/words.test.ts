import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../src/renderer/words/index.ts'

/** Every word of an interface language by its path; functions are left out (they are called in other tests). */
function texts(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, item]) => texts(item, `${path}.${key}`))
}

const zh = texts(wordsOf('zh'))
const en = texts(wordsOf('en'))

describe('the words of the interface', () => {
  it('are the same set in both languages', () => {
    const keys = (list: typeof zh) => list.map(([path]) => path).filter(path => !/\.\d+(\.|$)/.test(path))
    expect(keys(en)).toEqual(keys(zh))
  })

  it('are English in English, but for the name of the language and what people search for', () => {
    const han = en.filter(([path, text]) => /\p{Script=Han}/u.test(text) && !/languages\.zh|\.examples\./.test(path))
    expect(han).toEqual([])
  })

  it('keep to the style: no exclamation marks, no 请稍候, no typed space between Han and Latin quotes', () => {
    for (const [path, text] of zh) {
      expect(text, path).not.toMatch(/[!！]|请稍候|您好|确定$/)
      expect(text, path).not.toMatch(/["'「」]/)
    }
  })

  it('have no semicolon in one line', () => {
    for (const [path, text] of zh) expect(text, path).not.toContain('；')
  })
})
