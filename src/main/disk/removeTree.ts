import { join } from 'node:path'
import { errorCode, type FileLayer, listFolder } from './files.ts'

/** Removes a folder of ours with all that is in it; what cannot be removed stays, for the way here was a failure already. */
export async function removeTree(files: FileLayer, folder: string): Promise<void> {
  try {
    for (const entry of await listFolder(files, folder)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) await removeTree(files, path)
      else await files.unlink(path)
    }
    await files.rmdir(folder)
  } catch (error) {
    if (errorCode(error) === null) throw error
  }
}
