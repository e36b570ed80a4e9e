import { dirname, join } from 'node:path'
import { durableWrite, makeFolders, renameDurably, syncFolder } from '../../disk/durable.ts'
import { type FileLayer, ifPresent, listFolder } from '../../disk/files.ts'
import { sealedJson } from '../seal.ts'

/**
 * A backup that is brought up to date must not be half old and half new when the run is cut off: its journal would not tell of its
 * records. So what replaces something waits in `incoming/`; `ready.json` there says that all of it has come. Then it is moved into
 * place, which can be done again from wherever it was cut off.
 */
export const incomingFolder = (folder: string) => join(folder, 'incoming')
const readyName = 'ready.json'

export async function sayReady(files: FileLayer, folder: string): Promise<void> {
  await makeFolders(files, incomingFolder(folder))
  const bytes = sealedJson({ at: new Date().toISOString() }).bytes
  await durableWrite(files, join(incomingFolder(folder), readyName), bytes)
}

async function moveAll(files: FileLayer, from: string, to: string): Promise<void> {
  let moved = false
  for (const entry of await listFolder(files, from)) {
    if (entry.isDirectory()) {
      await moveAll(files, join(from, entry.name), join(to, entry.name))
      await files.rmdir(join(from, entry.name))
    } else if (entry.name !== readyName) {
      if (!moved) await makeFolders(files, to)
      await renameDurably(files, join(from, entry.name), join(to, entry.name))
      moved = true
    }
  }
  if (moved) await syncFolder(files, to)
}

/** Moves what has come into its place, if all of it has. True when there is nothing waiting any more. */
export async function takeIncoming(files: FileLayer, folder: string): Promise<boolean> {
  const incoming = incomingFolder(folder)
  if ((await ifPresent(files.stat(incoming))) === null) return true
  if ((await ifPresent(files.stat(join(incoming, readyName)))) === null) return false
  await moveAll(files, incoming, folder)
  await files.unlink(join(incoming, readyName))
  await files.rmdir(incoming)
  await syncFolder(files, dirname(incoming))
  return true
}

/** Whether a finished run still has to be moved into place. */
export async function isReady(files: FileLayer, folder: string): Promise<boolean> {
  return (await ifPresent(files.stat(join(incomingFolder(folder), readyName)))) !== null
}
