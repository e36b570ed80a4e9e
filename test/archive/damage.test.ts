import { expect, test } from 'vitest'
import { damageRounds } from '../soak/damage.ts'
import { seedOf } from '../soak/seed.ts'

test('300 single damages anywhere in an archive are all found and named (10,000: npm run soak:damage)', async () => {
  const report = await damageRounds(300, seedOf('damage'))
  expect(report.missed).toEqual([])
  expect(Object.keys(report.byFile).sort()).toEqual([
    ...['archive.json', 'generations', 'inspections', 'local', 'log', 'records', 'sources'],
  ])
})
