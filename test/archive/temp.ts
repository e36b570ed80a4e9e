import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new folder that is gone after the test. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-archive-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const isTemp = (path: string) => path.includes('.kaijuan-tmp-')

/** Every file under a folder with the hash of its bytes, without lock and unfinished files. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const path of (await readdir(folder, { recursive: true })).sort()) {
    if (path.startsWith('archive.lock') || isTemp(path)) continue
    if (!(await stat(join(folder, path))).isFile()) continue
    found[path] = createHash('sha256')
      .update(await readFile(join(folder, path)))
      .digest('hex')
  }
  return found
}

/** Unfinished files that lie about. */
export async function tempsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).filter(isTemp)
}
