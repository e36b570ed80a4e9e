import { spawnSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Number of a process that has ended. */
export const deadPid = spawnSync(process.execPath, ['-e', '']).pid

/** Makes every lock in a folder that of a process that has ended, as a crash of this one would. */
export async function killHolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('archive.lock')) continue
    const path = join(folder, name)
    const text = await readFile(path, 'utf8')
    if (text) await writeFile(path, JSON.stringify({ ...JSON.parse(text), pid: deadPid }))
  }
}
