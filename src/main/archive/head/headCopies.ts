import { basename, join } from 'node:path'
import { durableWrite, makeFolder, removeQuietly } from '../../disk/durable.ts'
import { errorCode, type FileLayer, listFolder } from '../../disk/files.ts'
import { generationsFolder, headName } from '../layout.ts'

/** Older copies of `archive.json`, one for each day on which it changed. */

/** So many days of `archive.json` are kept: of each day on which it changed, as it was last. */
const mostCopies = 10
const pattern = /^archive-(\d{4}-\d{2}-\d{2})\.json$/

/** Copies of `archive.json`, the newest first. */
export async function keptHeads(
  files: FileLayer,
  folder: string,
): Promise<readonly { readonly path: string; readonly day: string }[]> {
  const names = (await listFolder(files, generationsFolder(folder)))
    .map(entry => entry.name)
    .filter(name => pattern.test(name))
  return names
    .sort()
    .reverse()
    .map(name => ({ path: join(generationsFolder(folder), name), day: pattern.exec(basename(name))?.[1] ?? '' }))
}

/** Copies `archive.json` as it is now, unless the newest copy is the same. A failure costs only the copy. */
export async function keepHead(files: FileLayer, folder: string): Promise<void> {
  try {
    const bytes = await files.readFile(join(folder, headName))
    const kept = await keptHeads(files, folder)
    if (kept[0] && (await files.readFile(kept[0].path)).equals(bytes)) return
    await makeFolder(files, generationsFolder(folder))
    const day = new Date().toISOString().slice(0, 10)
    await durableWrite(files, join(generationsFolder(folder), `archive-${day}.json`), bytes)
    for (const { path } of (await keptHeads(files, folder)).slice(mostCopies)) await removeQuietly(files, path)
  } catch (error) {
    if (errorCode(error) === null) throw error
  }
}
