import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Job, Result, Violation } from './result.ts'

export type Hosts = {
  readonly count: number
  /** Seconds without an answer after which a host is ended: limit, grace and a busy machine. */
  readonly patience: number
  readonly script: string
}

export const standardHosts: Hosts = { count: 2, patience: 60, script: join(import.meta.dirname, 'workers/host.ts') }

/** Whether processes can be started without any network: Linux, as root. */
export function canUnshare(): boolean {
  return process.platform === 'linux' && spawnSync('unshare', ['-n', 'true']).status === 0
}

/** Starts a host, in a network namespace of its own where possible: then what the guard's hooks miss fails all the same. */
function startHost(script: string, log: string, unshared: boolean): ChildProcess {
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', script]
  const [command = '', ...rest] = unshared ? ['unshare', '-n', ...node] : node
  const { NODE_OPTIONS: _, ...env } = process.env
  return spawn(command, rest, {
    env: { ...env, KAIJUAN_GUARD_LOG: log },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

type Ending = { readonly result: Result } | { readonly violation: Violation }

/** Sends one file to a host and waits: an answer, the host's end, or nothing. */
function ask(host: ChildProcess, job: Job, patience: number, said: () => string): Promise<Ending> {
  return new Promise(resolve => {
    const finish = (ending: Ending): void => {
      clearTimeout(timer)
      host.off('message', answered)
      host.off('exit', ended)
      resolve(ending)
    }
    const answered = (result: Result) => finish({ result })
    const ended = (code: number | null, signal: string | null) =>
      finish({ violation: { kind: 'hostCrash', detail: `${signal ?? code}: ${said().slice(-2000)}` } })
    const timer = setTimeout(() => {
      host.kill('SIGKILL')
      finish({ violation: { kind: 'hang', detail: `the host did not answer for ${patience} s` } })
    }, patience * 1000)
    host.once('message', answered)
    host.once('exit', ended)
    host.send(job)
  })
}

function unanswered(job: Job, milliseconds: number, violation: Violation): Result {
  return {
    ...job,
    ...{ format: 'unknown', status: 'failed', codes: [], tables: 0, peakMegabytes: 0, grownMegabytes: 0 },
    milliseconds,
    violations: [violation],
  }
}

/**
 * Reads every job in one of some processes and hands each result over. A host that ends is written down and started anew.
 * Jobs are asked for one at a time, so they may be made as they are needed.
 */
export async function supervise(
  jobs: Iterator<Job> | AsyncIterator<Job>,
  { count, patience, script }: Hosts,
  onResult: (result: Result) => void | Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-hostile-'))
  const unshared = canUnshare()
  const work = async (seat: number): Promise<void> => {
    let host: ChildProcess | null = null
    let said = ''
    for (let turn = await jobs.next(); !turn.done; turn = await jobs.next()) {
      if (!host || host.exitCode !== null || host.signalCode !== null) {
        said = ''
        host = startHost(script, join(folder, `guard-${seat}.log`), unshared)
        host.stderr?.on('data', (chunk: Buffer) => {
          said = (said + chunk.toString()).slice(-10_000)
        })
      }
      const began = performance.now()
      const ending = await ask(host, turn.value, patience, () => said)
      const took = Math.round(performance.now() - began)
      await onResult('result' in ending ? ending.result : unanswered(turn.value, took, ending.violation))
    }
    host?.disconnect()
  }
  await Promise.all(Array.from({ length: count }, (_, seat) => work(seat)))
  await rm(folder, { recursive: true, force: true })
}
