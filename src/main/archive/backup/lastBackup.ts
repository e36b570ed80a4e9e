import { join } from 'node:path'
import { z } from 'zod'
import type { LastBackup } from '../../../shared/data/longWork.ts'
import { durableWrite } from '../../disk/durable.ts'
import { errorCode, type FileLayer } from '../../disk/files.ts'
import { logFolder } from '../layout.ts'
import { checkSeal, sealedJson } from '../seal.ts'

/** Remembers beside the archive when and where it was last copied, for the window to say. */

const schema = z.object({ at: z.string(), folder: z.string(), whole: z.boolean() })

const lastFile = (folder: string) => join(logFolder(folder), 'last-backup.json')

/** Only told to people: a file that is not there or not whole says that nothing is known. */
export async function readLastBackup(files: FileLayer, folder: string): Promise<LastBackup | null> {
  try {
    const checked = checkSeal(await files.readFile(lastFile(folder)))
    const last = checked.kind === 'whole' ? schema.safeParse(JSON.parse(checked.text)) : null
    return last?.success ? last.data : null
  } catch (error) {
    if (errorCode(error) === null) throw error
    return null
  }
}

/** Beside `archive.json`, not in it: a backup of an archive in which nothing changed shall have nothing to write. */
export async function writeLastBackup(files: FileLayer, folder: string, last: LastBackup): Promise<void> {
  await durableWrite(files, lastFile(folder), sealedJson(last).bytes)
}
