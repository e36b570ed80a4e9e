import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'

export type Life = 'work' | 'backup' | 'migration' | 'export' | 'restore'

/** The process to be killed as one file: it starts in a seventh of the time that its 60 modules take. */
export async function bundle(folder: string): Promise<string> {
  const input = join(import.meta.dirname, '../workers/killed.ts')
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: true, outDir: folder, minify: false, rollupOptions: { input } },
    ssr: { noExternal: true },
  })
  return join(folder, 'killed.js')
}

/** A life ends so many milliseconds after it has said so many lines that begin with a word. */
type End = { readonly word: string; readonly times: number; readonly wait: number }

function endOf(life: Life): End {
  const upTo = (most: number) => Math.random() * most
  switch (life) {
    case 'migration':
      return Math.random() < 0.5
        ? { word: 'begins', times: 1, wait: upTo(40) }
        : { word: 'migration', times: 1, wait: upTo(10) }
    case 'backup':
      return { word: 'backup', times: Math.floor(upTo(3)), wait: upTo(40) }
    case 'export':
      return { word: 'export', times: Math.floor(upTo(4)), wait: upTo(40) }
    case 'restore':
      return { word: Math.random() < 0.5 ? 'begins' : 'restore', times: 1, wait: upTo(60) }
    case 'work':
      // Every eighth at a random moment of its opening.
      if (Math.random() < 0.125) return { word: 'begins', times: 1, wait: upTo(20) }
      return { word: '', times: 2 + Math.floor(upTo(20)), wait: upTo(8) }
  }
}

/** Starts the process, ends it at some moment, and returns the whole lines it said. */
export async function oneLife(
  script: string,
  life: Life,
  folder: string,
  reports: string,
  round: number,
  backup: string,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, life, folder, reports, String(round), backup], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exit = once(child, 'exit')
  let said = ''
  let complaint = ''
  child.stdout.setEncoding('utf8')
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', text => {
    complaint += text
  })
  const end = endOf(life)
  const heard = () => said.split('\n').filter(line => line.startsWith(end.word)).length - (end.word === '' ? 1 : 0)
  const reached = new Promise<void>(resolve => {
    child.stdout.on('data', text => {
      said += text
      if (heard() >= end.times) resolve()
    })
  })
  await Promise.race([reached, exit])
  await wait(end.wait)
  if (child.exitCode !== null) throw new Error(`the process ended by itself: ${complaint}`)
  child.kill('SIGKILL')
  await exit
  return said.split('\n').slice(1, -1)
}
