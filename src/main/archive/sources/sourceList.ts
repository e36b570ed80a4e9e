import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { closeQuietly } from '../../disk/durable.ts'
import { type FileLayer, listFolder } from '../../disk/files.ts'
import { sha256Pattern, shardPattern, sourcesFolder } from '../layout.ts'

/** Every source that is there, by name. */
export async function sourceNames(files: FileLayer, folder: string): Promise<readonly string[]> {
  const names: string[] = []
  for (const shard of await listFolder(files, sourcesFolder(folder)))
    if (shardPattern.test(shard.name))
      for (const entry of await listFolder(files, join(sourcesFolder(folder), shard.name)))
        if (sha256Pattern.test(entry.name)) names.push(entry.name)
  return names.sort()
}

/** SHA-256 of a file, null when cancelled. */
export async function hashFile(
  files: FileLayer,
  path: string,
  buffer: Buffer,
  signal: AbortSignal,
): Promise<string | null> {
  const hash = createHash('sha256')
  const file = await files.open(path, 'r')
  try {
    for (;;) {
      if (signal.aborted) return null
      const got = await file.read(buffer, 0, buffer.length)
      if (got === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, got))
    }
  } finally {
    await closeQuietly(file)
  }
}
