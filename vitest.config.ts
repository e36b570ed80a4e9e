import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Hundreds of worker threads and command lines load the same modules: what Node made of them is kept, and each starts in a third of the time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node')

// Guards against hanging, and nothing else: no test depends on how fast the machine is or what else it does.
const minute = 60_000
const guards = {
  testTimeout: 10 * minute,
  hookTimeout: 10 * minute,
  teardownTimeout: 2 * minute,
  expect: { poll: { timeout: 5 * minute } },
}

// Two projects: `unit` needs nothing but Node; `e2e` needs the build: it drives the application in real
// Electron, else in the stand-in host, and packs it; and it drives single parts of the window in a browser, which need no build.
export default defineConfig({
  test: {
    projects: [
      {
        // In unit tests the stand-in host takes Electron's place: what the edge registers with it can be asked for.
        resolve: { alias: [{ find: /^electron$/, replacement: join(import.meta.dirname, 'test/host/electron.ts') }] },
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/components/**', 'test/packaging/**'],
          ...guards,
          // Vitest leaves one core free, which on two cores means one file at a time and nearly twice the wait.
          maxWorkers: 2,
          // A new process and the readers' modules anew for each file cost more than many files' tests; no test leaves anything behind.
          isolate: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/components/**/*.test.ts', 'test/packaging/**/*.test.ts'],
          ...guards,
          fileParallelism: false,
        },
      },
    ],
  },
})
