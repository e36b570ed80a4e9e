import { describe, expect, test } from 'vitest'
import { heads, heldOutHeads } from '../corpus/heads/index.ts'
import { judgeHead } from '../corpus/heads/measure.ts'

describe('whose report it is, of which year, from when', () => {
  test.each([...heads, ...heldOutHeads])('$name', async head => {
    const judged = await judgeHead(head)
    // More doubt than needed is work for a person, and no wrong.
    expect(judged.filter(item => !['right', 'overdone'].includes(item.outcome))).toEqual([])
  })

  test('hardly anything that is right is doubted', async () => {
    const judged = (await Promise.all([...heads, ...heldOutHeads].map(judgeHead))).flat()
    expect(judged.filter(item => item.outcome === 'overdone').length).toBeLessThan(judged.length / 100)
  })
})
