import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { readersDigest } from './src/main/readersVersion.ts'

const root = import.meta.dirname

// Main: what the program starts with, application, command line for plain Node, parsing worker and the thread beside it; dependencies stay in
// node_modules.
// Preload: CommonJS with everything inside, because a sandboxed preload can require nothing but electron.
export default defineConfig({
  main: {
    define: { 'process.env.KAIJUAN_READERS': JSON.stringify(readersDigest(resolve(root, 'src'))) },
    build: {
      outDir: 'out/main',
      target: 'node24',
      minify: false,
      rollupOptions: {
        input: {
          start: resolve(root, 'src/main/start.ts'),
          index: resolve(root, 'src/main/index.ts'),
          cli: resolve(root, 'src/main/cli.ts'),
          worker: resolve(root, 'src/main/ingest/worker.ts'),
          besideThread: resolve(root, 'src/main/readers/pdf/pages/besideThread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node24',
      externalizeDeps: false,
      minify: false,
      rollupOptions: {
        input: { preload: resolve(root, 'src/main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      // The window parses all of it before it shows anything: half as much without long names and comments. The log keeps line and column of
      // what goes wrong: the same version built with --sourcemap says which line of the source that is.
      minify: true,
      // What went into it, under which licence: the packages themselves are not packed.
      license: { fileName: 'licences.md' },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 3000,
      rollupOptions: { input: { index: resolve(root, 'src/renderer/index.html') } },
    },
  },
})
