import { expect, test } from 'vitest'
import { killRounds } from '../soak/kill.ts'

test('a hundred times kill -9 while importing, editing, reading anew, handing over, backing up, exporting, restoring and migrating lose nothing that was acknowledged (2,000: npm run soak:kill)', {
  timeout: 180_000,
}, async () => {
  const { rounds, losses, acknowledged, lives } = await killRounds(100)
  expect(losses).toEqual([])
  expect(rounds).toBe(100)
  expect(lives).toEqual({ work: 40, backup: 20, migration: 20, export: 10, restore: 10 })
  for (const [act, count] of Object.entries(acknowledged)) expect([act, count > 0]).toEqual([act, true])
})
