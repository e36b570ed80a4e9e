import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { cannotLink, removeQuietly, renameDurably, syncFolder, writeNew } from '../../disk/durable.ts'
import { errorCode, type FileLayer, ifPresent, listFolder } from '../../disk/files.ts'
import { type Holder, holderSchema, mayBeAlive, thisHolder } from '../../disk/holder.ts'
import { tempBeside } from '../../disk/temps.ts'
import { lockName } from '../layout.ts'

/**
 * One writer for an archive: the file `archive.lock` names it.
 *
 * Taking over from a dead holder must not let two starters in, and "remove the old lock, create mine" does: the slower one
 * removes the lock of the faster. So nobody removes a dead lock. Its successor is created exclusively under a name made of the
 * dead holder's token, `archive.lock.<token>.next`: there can be one only. Should the successor die as well, it has a successor
 * of its own. The end of that chain holds the archive; a starter that linked itself in and still finds itself at the end has
 * won. It then puts its lock in the place of `archive.lock` by renaming, and only after that removes the chain behind it, so
 * that a late starter that links itself into the removed part no longer finds itself at the end.
 */
export type Lock = {
  readonly kind: 'mine'
  /** The one before ended without giving its lock back. */
  readonly afterCrash: boolean
  readonly release: () => Promise<void>
  /** Gives it up but leaves it lying, as a crash would: the next opening, by this process too, then looks for what to repair. */
  readonly abandon: () => void
}
export type LockResult = Lock | { readonly kind: 'held'; readonly by: Holder }

// Locks this process gave up without removing them: nobody works under them any more although the process lives.
const abandoned = new Set<string>()

const nextName = (token: string) => `${lockName}.${token}.next`
const nextPattern = /^archive\.lock\.([0-9a-f]{32})\.next$/

// What stands for a lock that was cut off while being written (only where the file system has no hard links).
const unreadable: Holder = { token: '0'.repeat(32), pid: 1, start: null, boot: null, host: '', since: '' }

async function readHolder(files: FileLayer, path: string): Promise<Holder | null> {
  for (let attempt = 0; ; attempt++) {
    const bytes = await ifPresent(files.readFile(path))
    if (bytes === null) return null
    try {
      return holderSchema.parse(JSON.parse(bytes.toString('utf8')))
    } catch {
      // Its writer may be between creating and writing it.
      if (attempt === 20) return unreadable
      await wait(25)
    }
  }
}

class LockStuck extends Error {
  readonly code = 'EBUSY'
}

/** Creates `path` with the finished lock in it, whole from its first moment where the file system has hard links. */
async function createExclusively(
  files: FileLayer,
  finished: string,
  path: string,
  bytes: Uint8Array,
): Promise<'created' | 'taken' | 'swept'> {
  try {
    await files.link(finished, path)
    return 'created'
  } catch (error) {
    const code = errorCode(error) ?? ''
    if (code === 'EEXIST') return 'taken'
    if (code === 'ENOENT') return 'swept'
    if (!cannotLink(error)) throw error
  }
  try {
    await writeNew(files, path, bytes)
    return 'created'
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return 'taken'
    throw error
  }
}

/** The end of the chain: who holds the archive now, and the name under which a successor would be created. */
async function endOfChain(
  files: FileLayer,
  folder: string,
): Promise<{ holder: Holder | null; next: string; settled: boolean }> {
  let holder = await readHolder(files, join(folder, lockName))
  let next = join(folder, holder ? nextName(holder.token) : lockName)
  const seen = new Set<string>()
  while (holder && !seen.has(holder.token)) {
    seen.add(holder.token)
    const successor = await readHolder(files, next)
    if (!successor) break
    holder = successor
    next = join(folder, nextName(holder.token))
  }
  return { holder, next, settled: seen.size <= 1 }
}

async function inForce(files: FileLayer, holder: Holder): Promise<boolean> {
  if (holder.token === unreadable.token || abandoned.has(holder.token)) return false
  return await mayBeAlive(files, holder)
}

/** Whether a process holds the archive in a folder at this moment. */
export async function isHeld(files: FileLayer, folder: string): Promise<boolean> {
  const { holder } = await endOfChain(files, folder)
  return holder !== null && (await inForce(files, holder))
}

async function removeChain(files: FileLayer, folder: string): Promise<void> {
  for (const entry of await listFolder(files, folder))
    if (nextPattern.test(entry.name)) await removeQuietly(files, join(folder, entry.name))
}

/** After this many rounds something else than other starters is in the way. */
const mostRounds = 1000
const roundsToSettle = 400

/** Tries to become the one writer. Throws the operating system's error when the folder cannot be written. */
export async function takeLock(files: FileLayer, folder: string): Promise<LockResult> {
  const path = join(folder, lockName)
  const me = await thisHolder(files, randomBytes(16).toString('hex'))
  const bytes = Buffer.from(JSON.stringify(me))
  const finished = tempBeside(path)
  await writeNew(files, finished, bytes)
  try {
    for (let round = 0; round < mostRounds; round++) {
      const { holder, next, settled } = await endOfChain(files, folder)
      if (holder && (await inForce(files, holder))) {
        // Behind a dead lock it may be a starter that is about to lose: wait for the one that settles, to name the right one.
        if (settled || round > roundsToSettle) return { kind: 'held', by: holder }
        await wait(5)
        continue
      }
      switch (await createExclusively(files, finished, next, bytes)) {
        case 'taken':
          continue
        case 'swept':
          // The winner of an earlier round sweeps temporary files away, this one too.
          await writeNew(files, finished, bytes)
          continue
        case 'created':
          if (await settle(files, folder, next, me, bytes))
            return {
              kind: 'mine',
              afterCrash: holder !== null,
              release: () => release(files, path, me),
              abandon: () => abandoned.add(me.token),
            }
      }
    }
    throw new LockStuck(`no lock after ${mostRounds} rounds`)
  } finally {
    await removeQuietly(files, finished)
  }
}

/** Makes the lock just created the one and only; false when others were faster. */
async function settle(files: FileLayer, folder: string, mine: string, me: Holder, bytes: Uint8Array): Promise<boolean> {
  const path = join(folder, lockName)
  try {
    const end = await endOfChain(files, folder)
    if (end.holder?.token !== me.token) {
      await removeQuietly(files, mine)
      return false
    }
    if (mine !== path) {
      const replacement = tempBeside(path)
      await writeNew(files, replacement, bytes)
      await renameDurably(files, replacement, path)
      await removeChain(files, folder)
    }
    // After a power cut only a lock that is still there tells the next opening to look for what was left unfinished.
    await syncFolder(files, folder)
    return true
  } catch (error) {
    await removeQuietly(files, mine)
    throw error
  }
}

async function release(files: FileLayer, path: string, me: Holder): Promise<void> {
  try {
    // Somebody may have deleted the lock by hand, and somebody else taken it.
    const holder = await readHolder(files, path)
    if (holder?.token === me.token) await files.unlink(path)
  } catch (error) {
    if (errorCode(error) === null) throw error
    abandoned.add(me.token)
  }
}
