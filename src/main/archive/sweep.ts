import { join } from 'node:path'
import { removeQuietly, tempPrefix } from './durable.ts'
import { type FileLayer, listFolder } from './files.ts'
import { generationsFolder, logFolder, recordsFolder, shardPattern, sourcesFolder } from './layout.ts'

/** Removes the unfinished files that a crash left behind, and nothing else. Only for the process that holds the lock. */
export async function sweepTemps(files: FileLayer, folder: string): Promise<void> {
  for (const top of [recordsFolder(folder), sourcesFolder(folder)]) {
    await sweepOne(files, top)
    for (const shard of await listFolder(files, top))
      if (shardPattern.test(shard.name)) await sweepOne(files, join(top, shard.name))
  }
  await sweepOne(files, folder)
  await sweepOne(files, logFolder(folder))
  await sweepOne(files, generationsFolder(folder))
}

async function sweepOne(files: FileLayer, path: string): Promise<void> {
  for (const entry of await listFolder(files, path))
    if (entry.isFile() && entry.name.startsWith(tempPrefix)) await removeQuietly(files, join(path, entry.name))
}
