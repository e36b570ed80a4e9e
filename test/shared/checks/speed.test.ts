import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('checking a whole report costs less than 2 ms of processor time, sums in doubt and long prose included', () => {
  // In a process of its own: in one that other tests have shared, what the engine learnt from them made it twice as dear.
  const flags = ['--disable-warning=ExperimentalWarning']
  const script = join(import.meta.dirname, 'workers/checkSpeed.ts')
  const milliseconds = Number(execFileSync(process.execPath, [...flags, script], { encoding: 'utf8' }))
  expect(milliseconds).toBeGreaterThan(0)
  expect(milliseconds).toBeLessThan(2)
})
