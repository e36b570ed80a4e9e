/**
 * Ends a working process with SIGKILL again and again and looks after each time whether anything it had acknowledged is lost:
 * `node test/soak/kill.ts --rounds 50`. Exit status 1 when anything is. A killed process does not lose what the system already took
 * over from it, so this is no test of power cuts; those rest on the order of writes and fsyncs (see `journal.ts`).
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openArchive } from '../../src/main/archive/index.ts'
import { never, value } from '../archive/samples.ts'

export type KillReport = {
  readonly rounds: number
  readonly sources: number
  readonly records: number
  readonly revisions: number
  /** Rounds after which something unfinished had to be put right at opening. */
  readonly repaired: number
  readonly losses: readonly string[]
}

type Acknowledged = { readonly sources: Set<string>; readonly records: Set<string>; readonly revisions: string[][] }

/** Starts the process, ends it at some moment, and returns the whole lines it said. */
async function oneLife(folder: string, inbox: string, round: number): Promise<readonly string[]> {
  const script = fileURLToPath(new URL('./killed.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder, inbox, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const exit = once(child, 'exit')
  let said = ''
  let complaint = ''
  child.stdout.setEncoding('utf8')
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', text => {
    complaint += text
  })
  // Most lives end while working, after a random number of acknowledgements; every fifth at a random moment of its opening.
  const enough = round % 5 === 4 ? 0 : 1 + Math.floor(Math.random() * 60)
  const reached = new Promise<void>(resolve => {
    child.stdout.on('data', text => {
      said += text
      if (enough > 0 && said.split('\n').length > enough) resolve()
    })
  })
  await (enough > 0 ? Promise.race([reached, exit]) : wait(100 + Math.random() * 200))
  await wait(Math.random() * 8)
  if (child.exitCode !== null) throw new Error(`the process ended by itself: ${complaint}`)
  child.kill('SIGKILL')
  await exit
  return said.split('\n').slice(0, -1)
}

/** What is missing or wrong in the archive after a kill. */
async function lossesIn(folder: string, all: Acknowledged): Promise<{ losses: readonly string[]; repaired: boolean }> {
  const opened = await openArchive(folder, { version: 'soak' })
  if (!opened.ok) return { losses: [`does not open: ${opened.problem.code} ${opened.problem.detail}`], repaired: false }
  const archive = opened.value
  const losses: string[] = []
  if (archive.readOnly) losses.push(`opens for reading only: ${archive.readOnly.code}`)
  for (const id of all.records) if (!(await archive.record(id)).ok) losses.push(`record ${id}`)
  for (const [id = '', number = '', hash = ''] of all.revisions) {
    const record = await archive.record(id)
    if (!record.ok || record.value.revisions[Number(number) - 1]?.hash !== hash) losses.push(`revision ${id} ${number}`)
  }
  for (const sha256 of all.sources)
    if (!(await stat(archive.sourcePath(sha256)).catch(() => null))) losses.push(`source ${sha256}`)
  const report = value(await archive.verify(() => undefined, never()))
  for (const problem of report.problems)
    if (problem.severity === 'error') losses.push(`verify: ${problem.code} ${JSON.stringify(problem.params)}`)
  for (const path of await readdir(folder, { recursive: true }))
    if (path.includes('.kaijuan-tmp-') || path.endsWith('.next')) losses.push(`left lying: ${path}`)
  await archive.close()
  return { losses, repaired: archive.notes.length > 0 }
}

/** Kills and looks, `rounds` times over the same archive. Stops at the first loss. */
export async function killRounds(rounds: number, tell: (line: string) => void = () => undefined): Promise<KillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-kill-'))
  const archive = join(folder, 'archive')
  const inbox = join(folder, 'inbox')
  await mkdir(inbox)
  const all: Acknowledged = { sources: new Set(), records: new Set(), revisions: [] }
  let repaired = 0
  let losses: readonly string[] = []
  let round = 0
  while (round < rounds && losses.length === 0) {
    const lines = await oneLife(archive, inbox, round++)
    for (const line of lines) {
      const [what, ...rest] = line.split(' ')
      if (what === 'kept') all.sources.add(rest[0] ?? '')
      if (what === 'added') all.records.add(rest[0] ?? '')
      if (what === 'revised') all.revisions.push(rest)
    }
    const found = await lossesIn(archive, all)
    losses = found.losses
    if (found.repaired) repaired++
    tell(`round ${round}: ${lines.length} acknowledged${found.repaired ? ', repaired at opening' : ''}`)
  }
  if (losses.length === 0) await rm(folder, { recursive: true, force: true })
  else tell(`kept for a look: ${folder}`)
  const { sources, records, revisions } = all
  return {
    rounds: round,
    sources: sources.size,
    records: records.size,
    revisions: revisions.length,
    repaired,
    losses,
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' } } })
  const report = await killRounds(Number(values.rounds), line => console.error(line))
  console.log(JSON.stringify(report))
  if (report.losses.length > 0) process.exitCode = 1
}
