import { basename } from 'node:path'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import { errorCode } from './files.ts'

/** Turns errors of the operating system into messages a person can act on. */

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const forbidden = new Set(['EROFS', 'EACCES', 'EPERM'])

/** The text of an error, for 详情. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/**
 * What a failed write into the archive says; `name`: of which report or file. An error that is not the operating system's is a bug and
 * thrown again.
 */
export function writeProblem(error: unknown, folder: string, name?: string): Message {
  const code = errorCode(error)
  if (code === null) throw error
  const kind = full.has(code) ? 'diskFull' : forbidden.has(code) ? 'folderReadOnly' : 'writeFailed'
  return name === undefined
    ? message(`archive.${kind}`, { folder }, null, detailOf(error))
    : message(`record.${kind}`, { folder, name }, null, detailOf(error))
}

/** What a failed look into the file to be imported says. */
export function givenFileProblem(error: unknown, path: string): Message {
  const code = errorCode(error)
  if (code === null) throw error
  const params = { file: basename(path) }
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return message('archive.fileGone', params, null, detailOf(error))
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return message('archive.fileDenied', params, null, detailOf(error))
    case 'EISDIR':
      return message('archive.fileIsFolder', params, null, detailOf(error))
    default:
      return message('archive.fileUnreadable', params, null, detailOf(error))
  }
}

/**
 * What a record's file that cannot be read says. EIO is what a bad sector gives: the file is damaged and may be brought back. Anything
 * else (held by another program, no permission, too many open files) says nothing of its content.
 */
export function recordProblem(error: unknown, file: string): Message {
  const code = errorCode(error)
  if (code === null) throw error
  return message(code === 'EIO' ? 'archive.damagedRecord' : 'archive.recordUnreadable', { file }, null, detailOf(error))
}

/** Runs work that writes into the archive and turns the operating system's errors into a message. */
export async function writing<T>(folder: string, work: () => Promise<T>, name?: string): Promise<Outcome<T>> {
  try {
    return success(await work())
  } catch (error) {
    return failure(writeProblem(error, folder, name))
  }
}
