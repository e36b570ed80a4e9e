import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Hundreds of worker threads and command lines load the same modules: what Node made of them is kept, and each starts in a third of the time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node')

// Two projects: `unit` needs nothing but Node; `e2e` needs the build: it drives the application in real
// Electron, else in the stand-in host, and packs it.
export default defineConfig({
  test: {
    projects: [
      {
        // In unit tests the stand-in host takes Electron's place: what the edge registers with it can be asked for.
        resolve: { alias: [{ find: /^electron$/, replacement: join(import.meta.dirname, 'test/host/electron.ts') }] },
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/packaging/**'],
          testTimeout: 60_000,
          // Vitest leaves one core free, which on two cores means one file at a time and nearly twice the wait.
          maxWorkers: 2,
          // A new process and the readers' modules anew for each file cost more than many files' tests; no test leaves anything behind.
          isolate: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/packaging/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // As long as what is waited for in the window: the application shares two cores with the other tests.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
