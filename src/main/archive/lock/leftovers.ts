import { join } from 'node:path'
import { removeQuietly } from '../../disk/durable.ts'
import { type FileLayer, listFolder } from '../../disk/files.ts'
import { isTemp } from '../../disk/temps.ts'
import {
  generationsFolder,
  inspectionsFolder,
  localFolder,
  logFolder,
  recordsFolder,
  shardPattern,
  sourcesFolder,
} from '../layout.ts'

/**
 * Removes the unfinished files that a crash left behind, and nothing else. Only for the process that holds the lock. After a clean
 * closing the hundreds of folders of records and sources are not looked through: nothing unfinished was left there.
 */
export async function removeTemps(files: FileLayer, folder: string, afterCrash: boolean): Promise<void> {
  const tops = [recordsFolder(folder), sourcesFolder(folder), localFolder(folder)]
  const others = [logFolder(folder), generationsFolder(folder), inspectionsFolder(folder)]
  for (const top of [folder, ...others, ...tops]) await sweepOne(files, top)
  if (!afterCrash) return
  for (const top of tops)
    for (const shard of await listFolder(files, top))
      if (shardPattern.test(shard.name)) await sweepOne(files, join(top, shard.name))
}

async function sweepOne(files: FileLayer, path: string): Promise<void> {
  for (const entry of await listFolder(files, path))
    if (entry.isFile() && isTemp(entry.name)) await removeQuietly(files, join(path, entry.name))
}

/** The same for a folder and all below it. */
export async function removeTempsBelow(files: FileLayer, path: string): Promise<void> {
  await sweepOne(files, path)
  for (const entry of await listFolder(files, path))
    if (entry.isDirectory()) await removeTempsBelow(files, join(path, entry.name))
}
