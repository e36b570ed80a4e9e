import { dirname, resolve } from 'node:path'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import { clearAbandoned } from '../disk/abandoned.ts'
import { durableWrite, removeQuietly } from '../disk/durable.ts'
import { errorCode, type FileLayer, ifPresent } from '../disk/files.ts'
import { detailOf } from '../disk/problems.ts'

/** Writing files outside the archive, where somebody else's files lie. */

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const forbidden = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR'])

/** What a failed write of something exported says. An error that is not the operating system’s is a bug and thrown again. */
export function targetProblem(error: unknown, folder: string): Message {
  const code = errorCode(error)
  if (code === null) throw error
  const words = full.has(code) ? 'export.diskFull' : forbidden.has(code) ? 'export.notWritable' : 'export.writeFailed'
  return message(words, { folder }, null, detailOf(error))
}

/** Writes files that belong together outside the archive: all of them or none, and never over one that is there. */
export async function writeOut(
  files: FileLayer,
  pages: readonly { readonly path: string; readonly text: string }[],
): Promise<Outcome<null>> {
  const written: string[] = []
  for (const page of pages) {
    const path = resolve(page.path)
    try {
      await clearAbandoned(files, dirname(path))
      const taken = (await ifPresent(files.stat(path))) !== null
      if (!taken) {
        await durableWrite(files, path, Buffer.from(page.text))
        written.push(path)
        continue
      }
      for (const done of written) await removeQuietly(files, done)
      return failure(message('export.targetTaken', { folder: path }))
    } catch (error) {
      for (const done of written) await removeQuietly(files, done)
      return failure(targetProblem(error, path))
    }
  }
  return success(null)
}
