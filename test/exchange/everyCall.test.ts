import { describe, expect, test } from 'vitest'
import { everyOne, meetsEveryTrouble } from '../archive/everyCall.ts'
import { outside } from './operations.ts'

describe('whatever one call meets of what is written outside the archive: no silent success, nothing half, a reason in Chinese', () => {
  for (const [name, operation] of Object.entries(outside))
    test(name, { timeout: 3_600_000 }, async () => {
      const { tried, refused } = await meetsEveryTrouble(operation)
      expect(tried).toBeGreaterThan(4)
      if (everyOne) expect(refused).toBeGreaterThan(4)
    })
})
