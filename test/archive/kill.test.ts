import { expect, test } from 'vitest'
import { killRounds } from '../soak/kill.ts'

test('five times kill -9 while importing and editing lose nothing that was acknowledged (fifty: npm run soak:kill)', async () => {
  const report = await killRounds(5)
  expect(report.losses).toEqual([])
  expect(report.rounds).toBe(5)
  expect(report.records).toBeGreaterThan(0)
  expect(report.revisions).toBeGreaterThan(0)
})
