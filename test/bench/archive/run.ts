/**
 * Measures the archive at several sizes, beside stock lowdb and SQLite doing the same with the same records:
 * `npm run bench:archive -- --sizes 1000,10000,100000` (an hour with the last; --keep leaves the archives for the next run). Stock lowdb
 * is measured once more at 5,000, or at 2,500 where that is too much for one string. --without index,peers leaves parts out.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeArchive } from './make.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    folder: { type: 'string', default: join(tmpdir(), 'kaijuan-bench') },
    without: { type: 'string', default: '' },
    edits: { type: 'string', default: '200' },
    keep: { type: 'boolean', default: false },
  },
})

type Figures = Readonly<Record<string, number | string>>

/** The most records with which stock lowdb was measured. */
let lowdbMost = 0

function child(script: string, args: readonly string[]): Figures {
  const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning', '--max-old-space-size=8000']
  const done = spawnSync(process.execPath, [...flags, join(import.meta.dirname, script), ...args], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${script} ${args.join(' ')}: ${done.stderr}`)
  return JSON.parse(done.stdout)
}

const results: Record<string, Figures> = {}
const tell = (name: string, figures: Figures) => {
  results[name] = figures
  console.log(name, JSON.stringify(figures))
}

const sizes = values.sizes.split(',').map(Number)
const without = values.without.split(',')
/** Edits of a peer; stock lowdb takes seconds for each. */
const peerEdits = { sqlite: values.edits, lowdb: '5' }

/** Whether the peer could do it at all. */
function measurePeer(folder: string, peer: keyof typeof peerEdits, size: number): boolean {
  const step = (name: string) => child('peers.ts', [folder, peer, name, String(size), peerEdits[peer]])
  const made = step('make')
  tell(`${peer} ${size}`, 'failed' in made ? made : { ...made, ...step('ask') })
  return !('failed' in made)
}

for (const size of sizes) {
  const folder = `${values.folder}-${size}`
  if (!existsSync(join(folder, 'archive.json'))) await makeArchive(folder, size)
  if (!without.includes('peers')) {
    measurePeer(folder, 'sqlite', size)
    measurePeer(folder, 'lowdb', size)
    if (size === sizes.find(each => each >= 5000))
      lowdbMost = [5000, 2500].find(most => measurePeer(folder, 'lowdb', most)) ?? size
  }
  tell(`archive ${size}`, child('measure.ts', [folder, 'archive', values.edits]))
  if (!without.includes('index')) {
    tell(`index ${size}`, child('measure.ts', [folder, 'index']))
    tell(`services ${size}`, child('measure.ts', [folder, 'services', values.edits]))
  }
}

const [small = 0, large = 0] = [sizes[0], sizes.at(-1)]
if (small !== large)
  tell('in turns', child('turns.ts', [`${values.folder}-${small}`, `${values.folder}-${large}`, '400']))
if (!values.keep) for (const size of sizes) rmSync(`${values.folder}-${size}`, { recursive: true })

const figure = (name: string, key: string) => Number(results[name]?.[key] ?? Number.NaN)
const ratio = (a: number, b: number) => Math.round((a / b) * 10000) / 10000
const growth = (what: string, key: string) => ratio(figure(`${what} ${large}`, key), figure(`${what} ${small}`, key))
console.log(`ratios, ${large} to ${small}`, {
  'save one cell, p95 (target 1.2 at most)': figure('in turns', 'saveP95Ratio'),
  'save one cell, p50': figure('in turns', 'saveP50Ratio'),
  'save one cell as the window does, p95': figure('in turns', 'windowSaveP95Ratio'),
  'save one cell as the window does, p50': figure('in turns', 'windowSaveP50Ratio'),
  'open the archive': growth('archive', 'openMs'),
  'open to the first list (target 2 at most)': growth('services', 'listOpenMs'),
})
console.log('ratios to others', {
  [`save p50 to stock lowdb at ${lowdbMost} (target 0.01 at most)`]: ratio(
    figure(`archive ${large}`, 'saveP50Ms'),
    figure(`lowdb ${lowdbMost}`, 'saveP50Ms'),
  ),
  [`save p50 to SQLite at ${large}`]: ratio(
    figure(`archive ${large}`, 'saveP50Ms'),
    figure(`sqlite ${large}`, 'saveP50Ms'),
  ),
  [`first list to SQLite at ${large}`]: ratio(
    figure(`services ${large}`, 'listOpenMs'),
    figure(`sqlite ${large}`, 'listOpenMs'),
  ),
  'memory at the largest, MB above empty (target 300 at most)': Math.max(
    figure(`archive ${large}`, 'memoryWorkedMB'),
    figure(`services ${large}`, 'servicesMemoryMB'),
  ),
})
