import { defineConfig } from 'vitest/config'

// Two projects: `unit` needs nothing but Node; `e2e` needs the build: it drives the application in real
// Electron, else in the stand-in host, and packs it.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/packaging/**'],
          testTimeout: 60_000,
          // Vitest leaves one core free, which on two cores means one file at a time and nearly twice the wait.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/packaging/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
