/** The tests of one room, as Stryker runs them: those that `run.ts` names, with the settings of the project's unit tests. */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // As in vitest.config.ts: the stand-in host takes Electron's place.
  resolve: { alias: [{ find: /^electron$/, replacement: join(import.meta.dirname, '../host/electron.ts') }] },
  test: {
    include: (process.env.KAIJUAN_MUTATE_TESTS ?? '').split(' '),
    testTimeout: 60_000,
    isolate: false,
    setupFiles: ['test/mutate/setup.ts'],
  },
})
