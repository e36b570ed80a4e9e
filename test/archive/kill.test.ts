import { expect, test } from 'vitest'
import { killRounds } from '../soak/kill.ts'
import { seedOf } from '../soak/seed.ts'

test('a hundred times kill -9 while importing, editing, reading anew, handing over, backing up, exporting, restoring and migrating lose nothing that was acknowledged (2,000: npm run soak:kill)', async () => {
  const { rounds, losses, acknowledged, lives } = await killRounds({ rounds: 100, most: 500, seed: seedOf('kill') })
  expect(losses).toEqual([])
  expect(rounds).toBeGreaterThanOrEqual(100)
  const least = { work: 40, backup: 20, migration: 20, export: 10, restore: 10 }
  expect(Object.entries(least).filter(([life, count]) => lives[life as keyof typeof least] < count)).toEqual([])
  // Each act was come to, or nothing was tried.
  expect(Object.entries(acknowledged).filter(([, count]) => count === 0)).toEqual([])
})
