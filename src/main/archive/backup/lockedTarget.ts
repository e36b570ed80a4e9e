import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { removeLeftLying } from '../../disk/durable.ts'
import type { FileLayer } from '../../disk/files.ts'
import { removeTemps, removeTempsBelow } from '../lock/leftovers.ts'
import { takeLock } from '../lock/lock.ts'
import { incomingFolder, takeIncoming } from './incoming.ts'

/**
 * Runs work on a folder that holds a backup, as the only one there: what was cut off before is cleared away or, where all of it had
 * come, moved into place first.
 */
export async function withTargetLocked<T>(
  files: FileLayer,
  folder: string,
  work: () => Promise<T>,
): Promise<Outcome<T>> {
  const lock = await takeLock(files, folder)
  if (lock.kind === 'held')
    return failure(message('archive.copyBusy', { folder, pid: lock.by.pid, host: lock.by.host }))
  try {
    // One that was killed before it had its lock left that unfinished.
    await removeTemps(files, folder, lock.afterCrash)
    if (lock.afterCrash) await removeTempsBelow(files, incomingFolder(folder))
    await takeIncoming(files, folder)
    return success(await work())
  } finally {
    // A lock left behind makes the next run look for what could not be removed.
    if (await removeLeftLying(files, folder)) await lock.release()
    else lock.abandon()
  }
}
