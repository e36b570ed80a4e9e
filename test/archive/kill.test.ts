import { expect, test } from 'vitest'
import { killRounds } from '../soak/kill.ts'

test('a hundred times kill -9 while importing, editing, taking back, backing up and migrating lose nothing that was acknowledged (2,000: npm run soak:kill)', {
  timeout: 180_000,
}, async () => {
  const { rounds, losses, acknowledged, lives } = await killRounds(100)
  expect(losses).toEqual([])
  expect(rounds).toBe(100)
  expect(lives).toEqual({ work: 50, backup: 25, migration: 25 })
  for (const [act, count] of Object.entries(acknowledged)) expect([act, count > 0]).toEqual([act, true])
})
