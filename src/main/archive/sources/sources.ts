import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { type Copied, copyHashed } from '../../disk/copy.ts'
import { makeFolder, removeQuietly, renameDurably, syncFolder } from '../../disk/durable.ts'
import { errorCode, type FileLayer, ifPresent } from '../../disk/files.ts'
import { detailOf, writing } from '../../disk/problems.ts'
import { tempBeside } from '../../disk/temps.ts'
import { sourceFile, sourcesFolder } from '../layout.ts'
import { hashFile } from './sourceList.ts'

/** Originals in the archive: taking one in under the name of its bytes, and reading it again. */

/** What was there under the name of a source: its bytes, nothing, or others. */
type Found = 'whole' | 'missing' | 'altered'

async function lookAt(files: FileLayer, path: string, { sha256, bytes }: Copied, signal: AbortSignal): Promise<Found> {
  const present = await ifPresent(files.stat(path))
  if (!present) return 'missing'
  if (present.size !== bytes) return 'altered'
  try {
    const found = await hashFile(files, path, Buffer.alloc(256 * 1024), signal)
    // Cancelled: nothing is replaced that was not looked at whole.
    return found === sha256 || found === null ? 'whole' : 'altered'
  } catch (error) {
    if (errorCode(error) === null) throw error
    return 'altered'
  }
}

/** Where there are other bytes than the name says, or none, those at hand take the place. */
async function putInPlace(
  files: FileLayer,
  folder: string,
  temp: string,
  copy: Copied,
  signal: AbortSignal,
): Promise<{ readonly path: string; readonly found: Found }> {
  const path = sourceFile(folder, copy.sha256)
  const found = await lookAt(files, path, copy, signal)
  if (found === 'whole') {
    await removeQuietly(files, temp)
    return { path, found }
  }
  await makeFolder(files, dirname(path))
  await renameDurably(files, temp, path)
  await syncFolder(files, dirname(path))
  return { path, found }
}

/**
 * Copies a file into `sources/` under its SHA-256. A file that changes while it is read is copied once more, then
 * refused. `known` is told the SHA-256 before the source appears.
 */
export async function copyIntoSources(
  files: FileLayer,
  folder: string,
  path: string,
  signal: AbortSignal,
  known: (sha256: string) => void,
): Promise<Outcome<{ readonly sha256: string; readonly bytes: number; readonly path: string; readonly found: Found }>> {
  for (let attempt = 1; attempt <= 2; attempt++) {
    const temp = tempBeside(join(sourcesFolder(folder), 'source'))
    let placed = false
    try {
      const copy = await copyHashed(files, folder, path, temp, signal)
      if (!copy.ok) return copy
      if (!copy.value.steady) continue
      known(copy.value.sha256)
      const put = await writing(folder, () => putInPlace(files, folder, temp, copy.value, signal), basename(path))
      if (!put.ok) return put
      placed = true
      return success({ sha256: copy.value.sha256, bytes: copy.value.bytes, ...put.value })
    } finally {
      if (!placed) await removeQuietly(files, temp)
    }
  }
  return failure(message('archive.changedWhileReading', { file: basename(path) }))
}

function sourceProblem(error: unknown, sha256: string, name: string): Message {
  const code = errorCode(error)
  if (code === null) throw error
  const words = code === 'ENOENT' ? 'archive.sourceMissing' : 'archive.sourceUnreadable'
  return message(words, { source: sha256.slice(0, 16), name }, null, detailOf(error))
}

/** A record is written only over a source that is there. */
export async function sourceIsKept(
  files: FileLayer,
  folder: string,
  sha256: string,
  name: string,
): Promise<Outcome<null>> {
  try {
    await files.stat(sourceFile(folder, sha256))
    return success(null)
  } catch (error) {
    return failure(sourceProblem(error, sha256, name))
  }
}

/** Reads a source whole and says whether its bytes still have their SHA-256. */
export async function readSourceFile(
  files: FileLayer,
  folder: string,
  sha256: string,
): Promise<Outcome<{ readonly bytes: Uint8Array; readonly intact: boolean }>> {
  try {
    const bytes = await files.readFile(sourceFile(folder, sha256))
    return success({ bytes, intact: createHash('sha256').update(bytes).digest('hex') === sha256 })
  } catch (error) {
    return failure(sourceProblem(error, sha256, sha256.slice(0, 16)))
  }
}
