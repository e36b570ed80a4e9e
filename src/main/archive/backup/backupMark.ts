import { isAbsolute, join, relative, sep } from 'node:path'
import { z } from 'zod'
import { type Message, message } from '../../../shared/messages/index.ts'
import { durableWrite } from '../../disk/durable.ts'
import { type FileLayer, ifPresent, listFolder } from '../../disk/files.ts'
import { isTemp } from '../../disk/temps.ts'
import { headName, isLock } from '../layout.ts'
import type { CopyPurpose } from '../model.ts'
import { checkSeal, sealedJson } from '../seal.ts'

/**
 * A backup is an archive folder itself, told apart by `backup.json`: whose it is and when it was last finished. The same file marks a
 * folder that an archive is being restored into.
 */
export const markName = 'backup.json'
const markSchema = z.object({ archive: z.string(), finishedAt: z.string().nullable() })
type BackupMark = Readonly<z.infer<typeof markSchema>>

/** Null where there is none; `damaged` is as good as somebody else's. */
export async function readMark(files: FileLayer, folder: string): Promise<BackupMark | 'damaged' | null> {
  const bytes = await ifPresent(files.readFile(join(folder, markName)))
  if (bytes === null) return null
  const checked = checkSeal(bytes)
  const mark = checked.kind === 'whole' ? markSchema.safeParse(JSON.parse(checked.text)) : null
  return mark?.success ? mark.data : 'damaged'
}

export async function writeMark(files: FileLayer, folder: string, mark: BackupMark): Promise<void> {
  await durableWrite(files, join(folder, markName), sealedJson(mark).bytes)
}

/** Another drive of Windows is an absolute path even relative to this one. */
function within(outer: string, inner: string): boolean {
  const path = relative(outer, inner)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}

/** Why a folder cannot take this archive in; null when it can: new, empty, or begun for the same archive. Changes nothing. */
export async function whyNotInto(
  files: FileLayer,
  from: { readonly folder: string; readonly id: string },
  to: string,
  purpose: CopyPurpose,
): Promise<Message | null> {
  const inside = purpose === 'backup' ? 'archive.backupInside' : 'archive.restoreInside'
  if (within(from.folder, to) || within(to, from.folder)) return message(inside, { folder: to })
  const notEmpty = purpose === 'backup' ? 'archive.backupNotEmpty' : 'archive.restoreNotEmpty'
  const mark = await readMark(files, to)
  if (mark === null) {
    // A copy that was cut off in its first moments left a lock at most.
    const others = (await listFolder(files, to)).filter(({ name }) => !isLock(name) && !isTemp(name))
    return others.length > 0 ? message(notEmpty, { folder: to }) : null
  }
  return mark === 'damaged' || mark.archive !== from.id ? message(notEmpty, { folder: to }) : null
}

/** Whether a copy was finished here before: then what it holds belongs together and may only be replaced all at once. */
export async function holdsWholeCopy(files: FileLayer, folder: string): Promise<boolean> {
  return (await ifPresent(files.stat(join(folder, headName)))) !== null
}
