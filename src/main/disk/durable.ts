import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode, type FileLayer, ifPresent, type OpenFile } from './files.ts'
import { abandonTemp, tempBeside } from './temps.ts'

/** Writing so that it outlasts a power cut: what is reported as written is on the disk, whole. */

/** A disk that takes nothing and reports nothing; treated as a full one. */
class DiskTookNothing extends Error {
  readonly code = 'ENOSPC'
}

/** Writes all bytes; one `write` may take only some of them. */
export async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const written = await file.write(bytes, done, bytes.length - done)
    if (written <= 0) throw new DiskTookNothing('a write took no bytes')
    done += written
  }
}

// Virus scanners and indexers on Windows hold a new file for moments: waits of 10, 20, 40 … ms, 1.3 s in all.
const renameTries = 8
const busyCodes = new Set(['EPERM', 'EBUSY', 'EACCES'])

/** Renames, and tries again while another program holds the file. */
export async function renameDurably(files: FileLayer, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await files.rename(from, to)
    } catch (error) {
      if (attempt === renameTries || !busyCodes.has(errorCode(error) ?? '')) throw error
      await wait(5 * 2 ** attempt)
    }
  }
}

// Windows cannot open a folder (EISDIR, EPERM, EACCES); some network file systems cannot sync one (EINVAL, ENOTSUP, ENOSYS, EBADF).
const cannotSyncFolder = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EBADF'])

/** Makes names that were created or renamed in this folder survive a power cut, where the system can do that. */
export async function syncFolder(files: FileLayer, path: string): Promise<void> {
  try {
    const folder = await files.open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!cannotSyncFolder.has(errorCode(error) ?? '')) throw error
  }
}

// Folders whose names are known to be on the disk.
const onDisk = new WeakMap<FileLayer, Set<string>>()

/**
 * Creates a folder (its parent exists) so that it survives a power cut. One that is there already may have been made a moment ago, by
 * other work that goes on or by a process that was killed: only when its name is on the disk may somebody rely on what lies in it.
 */
export async function makeFolder(files: FileLayer, path: string): Promise<void> {
  const known = onDisk.get(files) ?? new Set()
  onDisk.set(files, known)
  try {
    await files.mkdir(path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    if (known.has(path)) return
  }
  await syncFolder(files, dirname(path))
  known.add(path)
}

/** Creates a folder and those above it. Asks first: what `mkdir` says about a folder that is there differs between systems. */
export async function makeFolders(files: FileLayer, path: string): Promise<void> {
  if ((await ifPresent(files.stat(path))) !== null) return
  if (dirname(path) !== path) await makeFolders(files, dirname(path))
  await makeFolder(files, path)
}

// What could not be removed yet.
const leftLying = new WeakMap<FileLayer, Set<string>>()

/** Removes what may or may not be there, on the way out of a failure: its own failure must not hide the first one. */
export async function removeQuietly(files: FileLayer, path: string): Promise<void> {
  try {
    await files.unlink(path)
  } catch (error) {
    const code = errorCode(error)
    if (code === null) throw error
    if (code === 'ENOENT') return
    const paths = leftLying.get(files) ?? new Set()
    leftLying.set(files, paths.add(path))
    abandonTemp(path)
  }
}

/** Tries once more to remove what was left lying under a folder. False when some of it still is. */
export async function removeLeftLying(files: FileLayer, folder: string): Promise<boolean> {
  let gone = true
  for (const path of leftLying.get(files) ?? []) {
    if (!path.startsWith(folder)) continue
    leftLying.get(files)?.delete(path)
    await removeQuietly(files, path)
    if (leftLying.get(files)?.has(path)) gone = false
  }
  return gone
}

/** Closes a file without hiding the failure that led here. */
export async function closeQuietly(file: OpenFile): Promise<void> {
  try {
    await file.close()
  } catch (error) {
    if (errorCode(error) === null) throw error
  }
}

/** Works with an opened file and closes it, whatever happens. */
export async function withFile<T>(opening: Promise<OpenFile>, work: (file: OpenFile) => Promise<T>): Promise<T> {
  const file = await opening
  try {
    return await work(file)
  } finally {
    await closeQuietly(file)
  }
}

/** Writes bytes to a new file and has them on disk; a file that could not be finished is removed. */
export async function writeNew(files: FileLayer, path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const file = await files.open(path, 'wx', mode)
  try {
    await writeAll(file, bytes)
    await file.sync()
  } catch (error) {
    await closeQuietly(file)
    await removeQuietly(files, path)
    throw error
  }
  try {
    await file.close()
  } catch (error) {
    await removeQuietly(files, path)
    throw error
  }
}

// FAT and some network drives have no second names for a file.
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'])

/** Whether a failed `link` means that this file system has no hard links. */
export const cannotLink = (error: unknown): boolean => noLinks.has(errorCode(error) ?? '')

type OldFile = { readonly existed: boolean; readonly name: string | null }

// A second name for the old file takes no room, so the old file can be put back even on a full disk.
async function secondName(files: FileLayer, path: string): Promise<OldFile> {
  const name = tempBeside(path)
  try {
    await files.link(path, name)
    return { existed: true, name }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { existed: false, name: null }
    if (!cannotLink(error)) throw error
    return { existed: (await ifPresent(files.stat(path))) !== null, name: null }
  }
}

async function place(files: FileLayer, temp: string, path: string): Promise<void> {
  const old = await secondName(files, path)
  try {
    await renameDurably(files, temp, path)
    try {
      await syncFolder(files, dirname(path))
    } catch (error) {
      if (old.name) await renameDurably(files, old.name, path)
      else if (!old.existed) await removeQuietly(files, path)
      throw error
    }
  } finally {
    if (old.name) await removeQuietly(files, old.name)
  }
}

/**
 * Replaces a file whole or not at all: temporary file → all bytes → fsync → rename → fsync of the folder. On any failure the
 * temporary file is gone and the old file stands as it was.
 * `publish` is given by a caller for whom something else must happen together with it or not at all.
 * (write-file-atomic 8.0.0 and atomically 2.1.1 were seen to report success on a full disk and leave a truncated file.)
 */
export async function durableWrite(
  files: FileLayer,
  path: string,
  bytes: Uint8Array,
  publish: (place: () => Promise<void>) => Promise<void> = finish => finish(),
  mode?: number,
): Promise<void> {
  const temp = tempBeside(path)
  await writeNew(files, temp, bytes, mode)
  try {
    await publish(() => place(files, temp, path))
  } catch (error) {
    await removeQuietly(files, temp)
    throw error
  }
}
