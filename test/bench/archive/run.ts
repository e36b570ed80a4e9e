/**
 * Measures the archive at several sizes, beside stock lowdb and SQLite: `npm run bench:archive -- --sizes 1000,10000,100000`.
 * With --services the index is built and the catalogue listed as well (minutes at 100,000); --peers 0 leaves the others out.
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
    services: { type: 'boolean', default: false },
    peers: { type: 'string', default: '5000' },
    edits: { type: 'string', default: '200' },
    keep: { type: 'boolean', default: false },
  },
})

type Figures = Readonly<Record<string, number>>

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
for (const size of sizes) {
  const folder = `${values.folder}-${size}`
  if (!existsSync(join(folder, 'archive.json'))) await makeArchive(folder, size)
  tell(`archive ${size}`, child('measure.ts', [folder, 'archive', values.edits]))
  if (values.services) {
    tell(`index ${size}`, child('measure.ts', [folder, 'index']))
    tell(`services ${size}`, child('measure.ts', [folder, 'services']))
  }
  if (!values.keep) rmSync(folder, { recursive: true })
}

const peers = Number(values.peers)
if (peers > 0) {
  tell('sqlite', child('peers.ts', [`${values.folder}.sqlite`, 'sqlite', String(peers), '100']))
  tell('lowdb', child('peers.ts', [`${values.folder}.json`, 'lowdb', String(peers), '3']))
}

const figure = (name: string, key: string) => results[name]?.[key] ?? Number.NaN
const small = `archive ${sizes[0]}`
const large = `archive ${sizes.at(-1)}`
const ratio = (a: number, b: number) => Math.round((a / b) * 10000) / 10000
console.log('ratios', {
  'save p95, largest to smallest (target 1.2 at most)': ratio(figure(large, 'saveP95Ms'), figure(small, 'saveP95Ms')),
  'save p50, largest to smallest': ratio(figure(large, 'saveP50Ms'), figure(small, 'saveP50Ms')),
  'open the archive, largest to smallest': ratio(figure(large, 'openMs'), figure(small, 'openMs')),
  'open to the first list, largest to smallest (target 2 at most)': ratio(
    figure(large.replace('archive', 'services'), 'listOpenMs'),
    figure(small.replace('archive', 'services'), 'listOpenMs'),
  ),
  'save p50 to stock lowdb (target 0.01 at most)': ratio(figure(small, 'saveP50Ms'), figure('lowdb', 'saveP50Ms')),
  'save p50 to SQLite': ratio(figure(small, 'saveP50Ms'), figure('sqlite', 'saveP50Ms')),
  'memory at the largest, MB (target 300 at most)': figure(large, 'memoryWorkedMB'),
})
