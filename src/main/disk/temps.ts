import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { errorCode } from './files.ts'
import { numberInUse, startIn } from './holder.ts'

/**
 * What is still being written bears a name that says whose it is:
 * `.kaijuan-tmp-<place><boot>-<pid>-<start>-<random>-<name>`. In the archive whoever holds the lock removes all such names after a
 * crash. Elsewhere (beside an export, in `handoff/`) others may be writing, so there only those go whose process is proved gone.
 * place: eight hex digits of a hash of what tells this machine, and on Linux this set of process numbers, from others: the numbers of a
 * container mean nothing outside it. boot and start: see `holder.ts`; zeros where the system does not tell them.
 */

const prefix = '.kaijuan-tmp-'
const pattern = /^\.kaijuan-tmp-([0-9a-f]{8})([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{12}-/
const unknownBoot = '0'.repeat(8)

export const isTemp = (name: string): boolean => name.startsWith(prefix)

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** What the system says of itself and its processes: the same whatever a faulty disk does, so not asked through the file layer. */
function told(ask: () => string): string {
  try {
    return ask().trim()
  } catch (error) {
    if (errorCode(error) === null) throw error
    return ''
  }
}

const startOf = (pid: number | 'self') => startIn(told(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))) ?? '0'

type Self = { readonly place: string; readonly boot: string; readonly start: string }
let self: Self | null = null

function thisProcess(): Self {
  if (self) return self
  const machine = [
    hostname(),
    told(() => readFileSync('/etc/machine-id', 'utf8')),
    told(() => readlinkSync('/proc/self/ns/pid')),
  ]
  const boot = told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))
  self = { place: digest(machine.join('\n')), boot: boot ? digest(boot) : unknownBoot, start: startOf('self') }
  return self
}

/** So much of a name stays well below 255 bytes, the most that a name may have, also in Chinese. */
const mostCharacters = 30

/** A name in the same folder as `path`, so that renaming never crosses a file system. */
export function tempBeside(path: string): string {
  const { place, boot, start } = thisProcess()
  const name = [...basename(path)].slice(0, mostCharacters).join('')
  return join(
    dirname(path),
    `${prefix}${place}${boot}-${process.pid}-${start}-${randomBytes(6).toString('hex')}-${name}`,
  )
}

// Names of this process under which nothing is written any more, should they still be there.
const ended = new Set<string>()

/** Gives a temporary name up: what could not be removed now may be by whoever clears the folder next. */
export function abandonTemp(path: string): void {
  ended.add(basename(path))
}

/** Whether the process that this name speaks of has surely ended. Any doubt, also about where it ran, means no. */
export function isAbandoned(name: string): boolean {
  const [, place, boot, pid, start] = pattern.exec(name) ?? []
  if (ended.has(name)) return true
  const own = thisProcess()
  if (place !== own.place || boot === undefined || pid === undefined || start === undefined) return false
  if (boot !== own.boot) return boot !== unknownBoot && own.boot !== unknownBoot
  if (!numberInUse(Number(pid))) return true
  const now = startOf(Number(pid))
  // The number was given to another process since.
  return start !== '0' && now !== '0' && start !== now
}
