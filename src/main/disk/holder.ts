import { hostname } from 'node:os'
import { z } from 'zod'
import { errorCode, type FileLayer } from './files.ts'

/**
 * Who holds an archive. A process number alone proves nothing: numbers are used again, after a restart at once. On Linux the
 * start time of the process (/proc/<pid>/stat, field 22, in ticks since boot) and the boot's id tell them apart. Elsewhere both
 * are null and a process counts as alive while its number does, so a stale lock may at worst be taken for a live one.
 */
export const holderSchema = z.object({
  token: z.string().regex(/^[0-9a-f]{32}$/),
  pid: z.number().int().positive(),
  start: z.string().nullable(),
  boot: z.string().nullable(),
  host: z.string(),
  since: z.string(),
})
export type Holder = Readonly<z.infer<typeof holderSchema>>

async function readProc(files: FileLayer, path: string): Promise<string | null> {
  try {
    return (await files.readFile(path)).toString('utf8')
  } catch (error) {
    if (errorCode(error) === null) throw error
    return null
  }
}

async function bootId(files: FileLayer): Promise<string | null> {
  return (await readProc(files, '/proc/sys/kernel/random/boot_id'))?.trim() ?? null
}

async function startOf(files: FileLayer, pid: number): Promise<string | null> {
  const stat = await readProc(files, `/proc/${pid}/stat`)
  return stat === null ? null : startIn(stat)
}

/** The start time in what /proc/<pid>/stat holds. */
export function startIn(stat: string): string | null {
  // The second field is the program's name in brackets and may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[19] ?? null
}

/** This process, as it writes itself into a lock. */
export async function thisHolder(files: FileLayer, token: string): Promise<Holder> {
  return {
    token,
    pid: process.pid,
    start: await startOf(files, process.pid),
    boot: await bootId(files),
    host: hostname(),
    since: new Date().toISOString(),
  }
}

/** Whether the system has a process of this number now. */
export function numberInUse(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return errorCode(error) === 'EPERM'
  }
}

/** Whether the process that wrote a lock may still be running. On another computer nobody can tell, so it counts as running. */
export async function mayBeAlive(files: FileLayer, holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return true
  const boot = await bootId(files)
  if (holder.boot !== null && boot !== null && holder.boot !== boot) return false
  if (!numberInUse(holder.pid)) return false
  const start = await startOf(files, holder.pid)
  return holder.start === null || start === null || holder.start === start
}
