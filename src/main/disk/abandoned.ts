import { join } from 'node:path'
import { removeQuietly } from './durable.ts'
import { errorCode, type FileLayer, listFolder } from './files.ts'
import { removeTree } from './removeTree.ts'
import { isAbandoned } from './temps.ts'

/** Removes what processes of ours that were ended left unfinished in a folder that is not only ours, and nothing else. */
export async function clearAbandoned(files: FileLayer, folder: string): Promise<void> {
  try {
    for (const entry of await listFolder(files, folder)) {
      if (!isAbandoned(entry.name)) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) await removeTree(files, path)
      else if (entry.isFile()) await removeQuietly(files, path)
    }
  } catch (error) {
    // A folder that cannot be read costs only the clearing; whoever writes into it says what is the matter.
    if (errorCode(error) === null) throw error
  }
}
