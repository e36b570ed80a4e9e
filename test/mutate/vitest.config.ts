/** The tests of one room, as Stryker runs them: those that `run.ts` names, with the settings of the project's unit tests. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: (process.env.KAIJUAN_MUTATE_TESTS ?? '').split(' '),
    testTimeout: 60_000,
    isolate: false,
    setupFiles: ['test/mutate/setup.ts'],
  },
})
