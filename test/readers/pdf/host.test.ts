import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const reader = pathToFileURL(join(import.meta.dirname, '../../../src/main/readers/pdf/index.ts')).href
const fixture = join(import.meta.dirname, '../../fixtures/pdf/shading.pdf')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaijuan-pdf-host-'))
  // The packed application has no @napi-rs/canvas: make it unfindable, as there.
  writeFileSync(
    join(folder, 'without-canvas.mjs'),
    `import { registerHooks } from 'node:module'
     registerHooks({ resolve(name, context, next) { if (name.startsWith('@napi-rs/')) throw new Error('not packed'); return next(name, context) } })`,
  )
  writeFileSync(
    join(folder, 'asking-for-canvas.mjs'),
    `import { registerHooks } from 'node:module'
     registerHooks({ resolve(name, context, next) { if (name.startsWith('@napi-rs/')) console.error('asks for', name); return next(name, context) } })`,
  )
  writeFileSync(
    join(folder, 'read.mjs'),
    `import { readFileSync } from 'node:fs'
     globalThis.fetch = () => { throw new Error('network') }
     const { readPdf } = await import(${JSON.stringify(reader)})
     const { document, messages } = await readPdf(readFileSync(${JSON.stringify(fixture)}), 'x.pdf')
     process.stdout.write(JSON.stringify([document.blocks.map(block => block.kind), messages]))`,
  )
  writeFileSync(
    join(folder, 'thread.mjs'),
    `import { Worker } from 'node:worker_threads'\nnew Worker(new URL('./read.mjs', import.meta.url))`,
  )
})

afterAll(() => rmSync(folder, { recursive: true }))

function run(script: string, hooks: string): string {
  const flags = ['--disable-warning=ExperimentalWarning', '--import', pathToFileURL(join(folder, hooks)).href]
  const errors = join(folder, 'errors.txt')
  return execFileSync(
    'sh',
    ['-c', '"$0" "$@" 2>"$ERRORS"; cat "$ERRORS"', process.execPath, ...flags, join(folder, script)],
    {
      encoding: 'utf8',
      env: { ...process.env, ERRORS: errors, NODE_OPTIONS: '' },
    },
  )
}

const read = '[["paragraph","grid","paragraph"],[]]'

test.each(['read.mjs', 'thread.mjs'])('without canvas and network, %s reads and prints nothing else', script => {
  expect(run(script, 'without-canvas.mjs')).toBe(read)
})

test('where npm installed the native canvas package, it is not even asked for', () => {
  expect(run('read.mjs', 'asking-for-canvas.mjs')).toBe(read)
})
