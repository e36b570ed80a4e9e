/**
 * Damages an archive in one place, looks whether opening and verification find and name it, puts the place right, and again:
 * `node test/soak/damage.ts --rounds 10000 --seed 1`. Exit status 1 when anything stays unseen. Not damaged: the lock and what is derived
 * (`log/summary.json`), which are made anew without being believed.
 */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { openArchive } from '../../src/main/archive/index.ts'
import type { InspectionReport } from '../../src/shared/data/inspection.ts'
import type { Message } from '../../src/shared/messages/index.ts'
import { ingest, never, open, revise, value } from '../archive/samples.ts'
import { makeRandom, type Random } from '../corpus/random.ts'
import { seedOf } from './seed.ts'

export type DamageReport = {
  readonly rounds: number
  readonly byFile: Readonly<Record<string, number>>
  readonly missed: readonly string[]
}

const fixtures = join(import.meta.dirname, '../fixtures/reports')
const derived = /^(archive\.lock.*|log\/summary\.json)$/

/** Every file with its bytes. */
async function filesOf(home: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  for (const path of await readdir(home, { recursive: true }))
    if ((await stat(join(home, path))).isFile()) found.set(path, await readFile(join(home, path)))
  return found
}

const inspection: InspectionReport = {
  ...{ id: '20260102-030405-0123abcd', cause: 'asked', at: '2026-01-02T03:04:05Z', who: '李明', software: 'soak' },
  ...{ archive: '/archive', inspections: [], problems: [], verified: null },
}

async function build(folder: string): Promise<string> {
  const home = join(folder, 'archive')
  const archive = await open(home)
  value(await archive.saveSettings({ who: '李明' }))
  const names = (await readdir(fixtures)).filter(name => /\.(docx|doc|html|txt)$/.test(name)).slice(0, 4)
  for (const name of names) {
    let record = await ingest(archive, join(fixtures, name), name)
    for (const year of [2021, 2022]) record = value(await revise(archive, record, year))
  }
  value(await archive.keepInspection(inspection, { failed: 0, upTo: null }))
  value(await archive.verify(() => undefined, never()))
  value(await archive.backup(join(folder, 'backup'), () => undefined, never()))
  await archive.close()
  return home
}

type Damage = { readonly what: string; readonly bytes: Buffer }

function damageOf(good: Buffer, random: Random): Damage {
  const below = (limit: number) => Math.floor(random.next() * limit)
  const at = below(good.length)
  const bytes = Buffer.from(good)
  switch (below(4)) {
    case 0:
      return { what: `cut at ${at}`, bytes: bytes.subarray(0, at) }
    case 1: {
      const length = Math.min([16, 512, 4096][below(3)] ?? 16, good.length - at)
      return { what: `${length} zeros at ${at}`, bytes: bytes.fill(0, at, at + length) }
    }
    default: {
      const bit = below(8)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
      return { what: `bit ${bit} of byte ${at}`, bytes }
    }
  }
}

/** Whether a message says which file it is about. */
function names(path: string, { code, params }: Message): boolean {
  const said = Object.values(params).map(String)
  if (path === 'archive.json') return code.startsWith('archive.head')
  if (path.startsWith('sources/')) return said.includes(path.slice('sources/xx/'.length).slice(0, 16))
  if (path.startsWith('log/')) return said.some(item => item.startsWith('log'))
  return said.includes(path)
}

async function found(home: string, readOnly: boolean): Promise<readonly Message[]> {
  const opened = await openArchive(home, { version: 'soak', readOnly })
  if (!opened.ok) return [opened.problem]
  const archive = opened.value
  const report = value(await archive.verify(() => undefined, never()))
  await archive.close()
  return [...archive.notes, ...report.problems].filter(item => item.severity !== 'info')
}

async function put(home: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(join(home, path)), { recursive: true })
  if (path.startsWith('sources/')) await chmod(join(home, path), 0o644).catch(() => undefined)
  await writeFile(join(home, path), bytes)
}

/** Every tenth round opens to write, as the application does, which may put things right or aside. */
export async function damageRounds(
  rounds: number,
  seed: string,
  tell: (line: string) => void = () => undefined,
): Promise<DamageReport> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-damage-'))
  try {
    const home = await build(folder)
    const good = await filesOf(home)
    const untouched = await found(home, true)
    if (untouched.length > 0) throw new Error(`the undamaged archive has problems: ${JSON.stringify(untouched)}`)
    const paths = [...good.keys()].filter(path => !derived.test(path)).sort()
    const byFile: Record<string, number> = {}
    const missed: string[] = []
    for (let round = 0; round < rounds; round++) {
      const random = makeRandom(`${seed}/${round}`)
      // One file after the other: each must come up, however few rounds there are.
      const path = paths[round % paths.length] ?? ''
      const before = good.get(path) ?? Buffer.alloc(0)
      const { what, bytes } = damageOf(before, random)
      if (bytes.equals(before)) continue
      await put(home, path, bytes)
      const readOnly = round % 10 !== 9
      const problems = await found(home, readOnly)
      if (!problems.some(problem => names(path, problem)))
        missed.push(`${path}: ${what}; found ${JSON.stringify(problems.map(item => [item.code, item.params]))}`)
      const kind = path.split('/')[0] ?? ''
      byFile[kind] = (byFile[kind] ?? 0) + 1
      if (readOnly) await put(home, path, before)
      else {
        await rm(home, { recursive: true })
        for (const [file, content] of good) await put(home, file, content)
      }
      if ((round + 1) % 500 === 0) tell(`${round + 1} damaged, ${missed.length} unseen`)
    }
    return { rounds, byFile, missed }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10000' }, seed: { type: 'string' } } })
  const seed = seedOf('damage', values.seed)
  const report = await damageRounds(Number(values.rounds), seed, line => console.error(line))
  console.log(JSON.stringify({ seed, ...report }))
  if (report.missed.length > 0) process.exitCode = 1
}
