import { expect, test } from 'vitest'
import { crashRounds } from '../soak/crash.ts'
import { seedOf } from '../soak/seed.ts'

test('power cuts at a third of all moments of 15 edits, three ways each, show the last acknowledged state or the next (all of 200: npm run soak:crash)', async () => {
  const report = await crashRounds(15, 3, seedOf('crash'))
  expect(report.losses).toEqual([])
  expect(report.images).toBeGreaterThan(150)
})
