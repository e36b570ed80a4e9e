import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { basename } from 'node:path'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import { closeQuietly, writeAll } from './durable.ts'
import type { FileLayer, OpenFile } from './files.ts'
import { givenFileProblem, writeProblem } from './problems.ts'

/** No report is larger; a disk image dropped by mistake is. */
export const mostBytes = 2 * 1024 ** 3
const chunk = 1024 * 1024

/** A copy that is on disk. `steady` false: the file given changed while it was read, so the copy may be of two versions. */
export type Copied = { readonly sha256: string; readonly bytes: number; readonly steady: boolean }

type Given = { readonly file: OpenFile; readonly size: number; readonly modified: number }

async function openGiven(files: FileLayer, path: string): Promise<Outcome<Given>> {
  const name = { file: basename(path) }
  const refusal = (stats: { isDirectory: () => boolean; isFile: () => boolean; size: number }): Message | null => {
    if (stats.isDirectory()) return message('archive.fileIsFolder', name)
    if (!stats.isFile()) return message('archive.fileIsSpecial', name)
    if (stats.size > mostBytes) return message('archive.fileTooLarge', { ...name, gigabytes: mostBytes / 1024 ** 3 })
    return null
  }
  let file: OpenFile | null = null
  try {
    const before = refusal(await files.stat(path))
    if (before) return failure(before)
    // O_NONBLOCK: should a pipe have taken the file's place meanwhile, opening it must not wait for a writer. (0 on Windows.)
    file = await files.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const stats = await file.stat()
    const after = refusal(stats)
    if (!after) return success({ file, size: stats.size, modified: stats.mtimeMs })
    await closeQuietly(file)
    return failure(after)
  } catch (error) {
    if (file) await closeQuietly(file)
    return failure(givenFileProblem(error, path))
  }
}

/** Copies a file into the new file `temp` while hashing it, and has it on disk, read-only. The caller removes `temp` on failure. */
export async function copyHashed(
  files: FileLayer,
  folder: string,
  path: string,
  temp: string,
  signal: AbortSignal,
): Promise<Outcome<Copied>> {
  const given = await openGiven(files, path)
  if (!given.ok) return given
  const { file, size, modified } = given.value
  let target: OpenFile | null = null
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(chunk)
  let bytes = 0
  try {
    try {
      target = await files.open(temp, 'wx')
    } catch (error) {
      return failure(writeProblem(error, folder))
    }
    for (;;) {
      if (signal.aborted) return failure(message('archive.cancelled', { file: basename(path) }))
      let got: number
      try {
        got = await file.read(buffer, 0, chunk)
      } catch (error) {
        return failure(givenFileProblem(error, path))
      }
      if (got === 0) break
      bytes += got
      if (bytes > mostBytes)
        return failure(message('archive.fileTooLarge', { file: basename(path), gigabytes: mostBytes / 1024 ** 3 }))
      const part = buffer.subarray(0, got)
      hash.update(part)
      try {
        await writeAll(target, part)
      } catch (error) {
        return failure(writeProblem(error, folder))
      }
    }
    let steady: boolean
    try {
      const now = await file.stat()
      steady = bytes === size && now.size === size && now.mtimeMs === modified
    } catch (error) {
      return failure(givenFileProblem(error, path))
    }
    try {
      await target.chmod(0o444)
      await target.sync()
    } catch (error) {
      return failure(writeProblem(error, folder))
    }
    return success({ sha256: hash.digest('hex'), bytes, steady })
  } finally {
    await closeQuietly(file)
    if (target) await closeQuietly(target)
  }
}
