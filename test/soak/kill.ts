/**
 * Ends a working process with SIGKILL again and again and looks after each time whether anything it had acknowledged is lost:
 * `node test/soak/kill.ts --rounds 2000 --seed 1`. It imports, edits, takes back, reads anew, hands files over, backs up, exports, restores, or
 * migrates an archive of the first version. Exit
 * status 1 when anything is lost. A killed process does not lose what the system already took over from it, so this is no test of
 * power cuts; those rest on the order of writes and fsyncs (see `crash.ts`).
 */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openArchive } from '../../src/main/archive/index.ts'
import { never, value } from '../archive/samples.ts'
import { bundle, type Life, oneLife } from './kill/lives.ts'
import {
  type Acknowledged,
  lossesIn,
  lossesInBackup,
  lossesInExports,
  lossesInMigrated,
  lossesInRestored,
  shownIn,
} from './kill/losses.ts'
import { makeOldArchive } from './kill/oldArchive.ts'
import { seedOf } from './seed.ts'

const acts = ['import', 'edit', 'undo', 'reread', 'handover', 'backup', 'export', 'restore', 'migration'] as const
type Act = (typeof acts)[number]

/** `rounds` lives, and more, up to `most`, until each act was acknowledged: on a busy machine few lives may come to the slow ones. */
export type KillRounds = { readonly rounds: number; readonly most: number; readonly seed: string }

export type KillReport = {
  readonly rounds: number
  /** How often each act was acknowledged. */
  readonly acknowledged: Readonly<Record<Act, number>>
  readonly lives: Readonly<Record<Life, number>>
  /** Rounds after which something unfinished had to be put right at opening. */
  readonly repaired: number
  readonly losses: readonly string[]
}

const reports = join(import.meta.dirname, '../fixtures/reports')
const order = [
  ...(['work', 'backup', 'migration', 'work', 'export'] as const),
  ...(['work', 'backup', 'migration', 'restore', 'work'] as const),
]
const lifeOf = (round: number): Life => order[round % order.length] ?? 'work'

/** After so many rounds a new archive is begun: looking through a large one costs more than the kill. */
const roundsOfAnArchive = 8

const fresh = (): Acknowledged => ({
  sources: new Set(),
  records: new Set(),
  revisions: [],
  readings: new Map(),
  backup: null,
})

function note(all: Acknowledged, line: string): Act | null {
  const [what = '', ...rest] = line.split(' ')
  if (what === 'kept') all.sources.add(rest[0] ?? '')
  if (what === 'import') all.records.add(rest[0] ?? '')
  if (what === 'edit' || what === 'undo') all.revisions.push(rest)
  if (what === 'reread') all.readings.set(rest[0] ?? '', Number(rest[1]))
  if (what === 'backup') all.backup = Number(rest[0])
  return acts.find(act => act === what) ?? null
}

/** So many archives at once: most of the time is spent waiting for processes and disks. */
const lanes = 3

/** Kills and looks. Stops at the first loss. */
export async function killRounds(
  { rounds, most, seed }: KillRounds,
  tell: (line: string) => void = () => undefined,
): Promise<KillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-kill-'))
  const script = await bundle(join(folder, 'bundle'))
  const template = join(folder, 'template')
  await makeOldArchive(template, 20)
  const shown = await shownIn(value(await openArchive(template, { version: 'soak', readOnly: true })))
  const backup = join(folder, 'backup')
  await cp(template, join(folder, 'today'), { recursive: true })
  const original = value(await openArchive(join(folder, 'today'), { version: 'soak' }))
  value(await original.backup(backup, () => undefined, never()))
  await original.close()
  const acknowledged = {
    import: 0,
    edit: 0,
    undo: 0,
    reread: 0,
    handover: 0,
    backup: 0,
    export: 0,
    restore: 0,
    migration: 0,
  }
  const lived = { work: 0, backup: 0, migration: 0, export: 0, restore: 0 }
  const losses: string[] = []
  let repaired = 0
  let next = 0
  let done = 0

  const wanted = () => next < rounds || (next < most && Object.values(acknowledged).includes(0))

  async function look(life: Life, round: number, home: string, all: Acknowledged): Promise<readonly string[]> {
    if (life === 'migration') await cp(template, join(home, 'old'), { recursive: true })
    const said = await oneLife({ script, life, folder: home, reports, round, backup, seed })
    for (const line of said) {
      const act = life === 'migration' ? (line === 'migration' ? line : null) : note(all, line)
      if (act) acknowledged[act]++
    }
    const names = said.filter(line => /^(export|restore) /.test(line)).map(line => line.split(' ')[1] ?? '')
    if (life === 'restore') return await lossesInRestored(join(home, 'restored'), names, backup, shown)
    const archive = join(home, 'archive')
    const found = await (life === 'migration' ? lossesInMigrated(join(home, 'old'), shown) : lossesIn(archive, all))
    if (found.repaired) repaired++
    if (found.losses.length > 0) return found.losses
    if (life === 'migration') await rm(join(home, 'old'), { recursive: true })
    if (life === 'export') return await lossesInExports(join(home, 'out'), names, archive)
    return life === 'backup' ? await lossesInBackup(join(home, 'backup'), all, archive) : []
  }

  async function lane(): Promise<void> {
    let home = ''
    let all = fresh()
    for (let own = 0; wanted() && losses.length === 0; own++) {
      const round = next++
      if (own % roundsOfAnArchive === 0) {
        if (home) await rm(home, { recursive: true })
        home = join(folder, String(round))
        all = fresh()
        await mkdir(join(home, 'inbox'), { recursive: true })
        for (const name of ['out', 'restored']) await mkdir(join(home, name))
      }
      const life = lifeOf(round)
      lived[life]++
      losses.push(...(await look(life, round, home, all)).map(loss => `${home}: ${loss}`))
      if (++done % 50 === 0) tell(`round ${done}: ${JSON.stringify(acknowledged)}, repaired ${repaired}`)
    }
  }

  await Promise.all(Array.from({ length: lanes }, lane))
  if (losses.length === 0) await rm(folder, { recursive: true, force: true })
  return { rounds: done, acknowledged, lives: lived, repaired, losses }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '2000' }, seed: { type: 'string' } } })
  const rounds = Number(values.rounds)
  const seed = seedOf('kill', values.seed)
  const report = await killRounds({ rounds, most: rounds, seed }, line => console.error(line))
  console.log(JSON.stringify({ seed, ...report }))
  if (report.losses.length > 0) process.exitCode = 1
}
