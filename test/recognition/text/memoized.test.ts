import { expect, test } from 'vitest'
import { memoized } from '../../../src/main/recognition/text/memoized.ts'

/** A function that counts how often it is really asked. */
function counting() {
  const asked: string[] = []
  const answer = memoized(text => {
    asked.push(text)
    return text.length > 1
  })
  return { answer, asked }
}

test('a text is looked at once, and an answer of no is remembered too', () => {
  const { answer, asked } = counting()
  expect([answer('甲'), answer('甲乙'), answer('甲'), answer('甲乙')]).toEqual([false, true, false, true])
  expect(asked).toEqual(['甲', '甲乙'])
})

test('prose is not kept', () => {
  const { answer, asked } = counting()
  const prose = '年'.repeat(121)
  answer(prose)
  answer(prose)
  expect(asked).toEqual([prose, prose])
})

test('more different texts than any report has are forgotten again', () => {
  const { answer, asked } = counting()
  for (let number = 0; number <= 4_000; number++) answer(`第${number}`)
  answer('第0')
  expect(asked.filter(text => text === '第0')).toHaveLength(2)
})
