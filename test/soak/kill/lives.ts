import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { makeRandom, type Random } from '../../corpus/random.ts'

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

/** What one life of work does beside each other. Any line may come, so a life in which one of them is never said would be no rarity. */
const works = ['import', 'edit', 'undo', 'reread', 'handover'] as const

function endOf(life: Life, random: Random): End {
  const upTo = (most: number) => random.next() * most
  switch (life) {
    case 'migration':
      return random.chance(0.5)
        ? { word: 'begins', times: 1, wait: upTo(40) }
        : { word: 'migration', times: 1, wait: upTo(10) }
    case 'backup':
      return { word: 'backup', times: random.whole(0, 2), wait: upTo(40) }
    case 'export':
      return { word: 'export', times: random.whole(0, 3), wait: upTo(40) }
    case 'restore':
      return { word: random.chance(0.5) ? 'begins' : 'restore', times: 1, wait: upTo(60) }
    case 'work':
      // Every eighth at a random moment of its opening.
      if (random.chance(0.125)) return { word: 'begins', times: 1, wait: upTo(20) }
      if (random.chance(0.25)) return { word: random.pick(works), times: 1, wait: upTo(8) }
      return { word: '', times: random.whole(2, 21), wait: upTo(8) }
  }
}

export type Living = {
  readonly script: string
  readonly life: Life
  readonly folder: string
  readonly reports: string
  readonly round: number
  readonly backup: string
  /** What is chosen by chance depends on it and the round alone; which moment of its work that meets does not. */
  readonly seed: string
}

/** Starts the process, ends it at some moment, and returns the whole lines it said. */
export async function oneLife(living: Living): Promise<readonly string[]> {
  const { script, life, folder, reports, round, backup, seed } = living
  const random = makeRandom(`${seed}/${round}`)
  const child = spawn(process.execPath, [script, life, folder, reports, String(round), backup, seed], {
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
  const end = endOf(life, random)
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
