/** `npm run bench`: the readers beside other tools, and how the cost of what could hold them up grows. Ends with 1 when a goal of either is missed. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

// Each in a process of its own: what the engine learnt from one would be counted in the other.
for (const script of ['speed.ts', 'guards/run.ts']) {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, script)]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
