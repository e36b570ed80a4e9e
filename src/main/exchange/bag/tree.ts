import { join } from 'node:path'
import { type FileLayer, listFolder } from '../../disk/files.ts'

/** More files than any bag of reports has; a whole disk with a bagit.txt on it is stopped here. */
export const mostFiles = 2_000_000
const deepest = 64

export type Tree = {
  /** Paths of all files below the bag's folder, with `/`. */
  readonly files: readonly string[]
  /** Links, devices, sockets: what is no file and no folder. */
  readonly special: readonly string[]
  readonly tooMany: boolean
}

/** Everything in a bag's folder. Links are named, never followed. */
export async function readTree(files: FileLayer, folder: string): Promise<Tree> {
  const found: string[] = []
  const special: string[] = []
  let tooMany = false

  async function look(within: string, depth: number): Promise<void> {
    for (const entry of await listFolder(files, join(folder, within))) {
      const path = within === '' ? entry.name : `${within}/${entry.name}`
      if (entry.isDirectory()) {
        if (depth >= deepest) tooMany = true
        else await look(path, depth + 1)
      } else if (entry.isFile()) found.push(path)
      else special.push(path)
      if (found.length + special.length > mostFiles) tooMany = true
      if (tooMany) return
    }
  }

  await look('', 0)
  return { files: found, special, tooMany }
}
