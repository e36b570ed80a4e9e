import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { z } from 'zod'
import { durableWrite, makeFolder, makeFolders } from '../../disk/durable.ts'
import { errorCode, type FileLayer, ifPresent } from '../../disk/files.ts'
import { localFile, localFolder } from '../layout.ts'
import type { LocalFacts } from '../model.ts'
import { checkSeal, sealedJson } from '../seal.ts'

/** What is known of a record on this machine only: where its file lay, and the details of errors. */

const factsSchema = z.object({
  path: z.string().nullable(),
  host: z.string(),
  details: z.array(z.object({ code: z.string(), detail: z.string() })),
})

const ownerOnly = 0o600

/** Writes the facts of a record (see `model.ts`), in the place of those that were there. Throws the operating system's error. */
export async function keepLocal(
  files: FileLayer,
  folder: string,
  id: string,
  facts: Omit<LocalFacts, 'host'>,
): Promise<void> {
  const path = localFile(folder, id)
  await makeFolder(files, localFolder(folder))
  await makeFolders(files, dirname(path))
  const { bytes } = sealedJson({ schema: 1, id, ...facts, host: hostname() })
  await durableWrite(files, path, bytes, undefined, ownerOnly)
}

/** The same where it may fail: nothing is lost with it, so nothing else fails for it. */
export async function tryKeepLocal(...of: Parameters<typeof keepLocal>): Promise<void> {
  try {
    await keepLocal(...of)
  } catch (error) {
    if (errorCode(error) === null) throw error
  }
}

/** Null where there are none, or none that can be believed. */
export async function readLocal(files: FileLayer, folder: string, id: string): Promise<LocalFacts | null> {
  try {
    const bytes = await ifPresent(files.readFile(localFile(folder, id)))
    const checked = bytes && checkSeal(bytes)
    if (checked?.kind !== 'whole') return null
    return factsSchema.safeParse(JSON.parse(checked.text)).data ?? null
  } catch (error) {
    if (errorCode(error) === null) throw error
    return null
  }
}
