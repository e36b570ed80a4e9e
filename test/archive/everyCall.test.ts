import { describe, expect, test } from 'vitest'
import { everyOne, meetsEveryTrouble } from './everyCall.ts'
import { operations } from './operations/index.ts'

describe('whatever one call of the file layer meets: no silent success, the old data byte-identical, a reason in Chinese', () => {
  for (const [name, operation] of Object.entries(operations))
    test(name, { timeout: 3_600_000 }, async () => {
      const { tried, refused } = await meetsEveryTrouble(operation)
      expect(tried).toBeGreaterThan(4)
      if (everyOne) expect(refused).toBeGreaterThan(4)
    })
})
